// Portuguese words for violence and crime: what was done.
import type { Grammar } from '../grammar.ts';

export const deeds = {
  attack: 'atac*, ataque*, ataqu*, ataca*, investida*, incurs*, assaltaram a aldeia, ofensiva, combate*, confronto*',
  invade:
    'invad*, invas*, entraram na aldeia, entraram no povoado, entraram na vila, entraram na comunidade, entraram no bairro, entraram aqui, ocuparam a, tomaram a aldeia, cercaram, entrou .. na aldeia, chegaram a atirar',
  massacre:
    'estao a matar, estao matando, tao a matar, tao matando, massacr*, chacina*, matar pessoas, matar gente, mataram pessoas, mataram gente, matam pessoas, mataram muit*, mataram .. aldeia, matar todos, carnificina, estao a nos matar, vao nos matar, nos matar, nos matam',
  shots:
    'tiro, tiros, dispar*, tiroteio*, tiroteo*, balead*, balear*, baleou, rajada*, atirar*, atirou, atiram, atirando, metralha, fuzil*, alvej*, fogo cruzado, barulho de arma*, som de arma*, troca de tiros',
  kill: 'matou, matar*, mataram, matam, matando, matado*, matara, assassin*, homicid*, tirar* a vida, tirou a vida, execut*, massacr*, envenen*, estrangul*, abateram, abateu, abatid*, morto a*, morto por, mortos por, morta por, morto pela, morto pelo, morto pelos, linch*',
  killing:
    'vai .. matar, vou .. matar, quer* .. matar, vao .. matar, promet* .. matar, jur* .. matar, diss* .. matar, ameac* .. morte, dar cabo de mim, fazer desaparecer',
  dead: 'morreu, morrer*, morreram, morto*, morta*, mortes, morte, falec*, obito*, defunt*, perdeu a vida, perderam a vida, sem vida, vitimas mortais',
  behead:
    'degol*, decapit*, decepa*, cortar* a cabeca*, cortaram cabeca*, cortou a cabeca*, cabeca* cortada*, esquartej*',
  abduct:
    'rapt*, sequestr*, secuestr*, cativeiro, refem, refens, levar* a forca, levad* a forca, levou a forca, levaram .. mato, levado* .. mato, levada* .. mato, levou .. mato',
  take: 'levar*, levou, levaram, levado*, levada*, levam, leva, levando, carregaram, agarrar*, agarrou, recolher*, recolheu, buscar* em casa, tirar*, tirou, tiram, arranc*, retir*',
  burn: 'queim*, keim*, incendi*, deitar* fogo, deitou fogo, meter* fogo, puser* fogo, botar* fogo, tocar* fogo, atear* fogo, ateou fogo, ardeu, arderam, a arder, reduzid* a cinza*, pegar* fogo, pegou fogo',
  loot: 'saque, saques, saquear*, saquead*, saqueou, saqueio, pilhar*, pilhou, pilhagem, pilhad*, pilham, vandalizaram e roubaram',
  ambush:
    'embosc*, imbosc*, enbosc*, barraram o caminho, montar* barricada, fecharam a estrada e, mandar* parar .. dispar*, obrigar* .. parar',
  recruit:
    'recrut*, recruit*, alici*, mobiliz* jovens, alist*, juntar se .. insurgentes, levar jovens para, angari*, convencer jovens, convencer os jovens, chamar jovens, treinar jovens',
  join: 'juntar se, juntarem se, se juntar, juntem se, juntar ao*, juntarem se aos, aderir*, aderem, aderiu, entrar no grupo, irem juntar, ir combater, combater, ir ao mato, ir para o mato',
  threaten:
    'ameac*, ameas*, intimid*, amedront*, aterroriz*, aterrori*, chantag*, mandar* bilhete*, deixar* bilhete*, deixar* carta*, senao, se nao pagar*, avisaram que vao',
  offer: 'promet*, promess*, oferec*, prometer*, dao dinheiro, dar dinheiro, dando dinheiro, alici*, engan*, pagam bem',
  demand:
    'pede, pedi, pedir*, pediu, pedem, pedindo, pedia, pediam, pedid*, exig*, exij*, cobr*, quer, querem, queria, queriam, quis, quiseram, obriga, obrigam, obrigou, obrigaram, reclam* dinheiro, extor*, exto*, estorq*, estors*, mand* pagar, paga, pagamento*, tem que dar, tem de dar, tem q dar, ter que dar, tive de dar, tive que dar, tivemos que dar, tivemos de dar, p eu dar, para eu dar, so com, sem dar',
  pay: 'pagar*, paguei, pagou, pagamos, pagam, pague, dei dinheiro, demos dinheiro, dar dinheiro, dei, deixar* algo, deixei',
  beat: 'bate, batem, bater*, bateu, bati, batia, batiam, batid*, batendo, a bater, espanc*, spanc*, espank*, agred*, agress*, agrid*, porrada*, chambocar*, chamboc*, chambok*, xambok*, xamboc*, chambokear*, surra*, surrar*, sova*, sovar*, chapada*, bofetada*, soco, socos, pontape*, pontapear*, chicot*, paulada*, cacete*, violent* fisic*, maltrat*, mal trat*, maus trat*, pancada*, pancadaria, apanhou porrada, apanhei porrada, levou porrada, depois de apanhar, apanhar porrada, deram me, deu me chapada, partir* o braco, partiu o braco, partiram o braco, coronhada*, murro*, violencia',
  torture: 'tortur*, choque* electric*, amarr* .. batera*, pendur*, queimar* com, martiriz*, humilh*, humilia*',
  tied: 'amarr*, amarad*, algem*, atad* a, atar*',
  wound:
    'ferid*, feriment*, feriu, ferir*, sangr*, feriram, aleij*, partid* o braco, cheia de feridas, hematoma*, golpe*, cort* na cabeca, inconsciente, internad*',
  fight:
    'briga*, brigar*, lutar*, luta, lutas, lutaram, lutou, pancadaria, zaragata*, rixa*, desentend*, confusao, escaramuc*, confronto*, pelej*',
  stab: 'facada*, esfaque*, esfaki*, navalhad*, catanad*, golpe* de catana, golpear*, cortou .. com catana, cortaram .. com catana, garrafada*, cortou .. com faca',
  steal:
    'roub*, rob*, rouba*, roub, furt*, furto, ladr* levaram, gatun*, desvi* de gado, surripi*, tirar* me, tiraram me, tiraram nos, tirou me, tiraram o, tirou o, levaram o meu, levaram a minha, levaram minha*, levaram meu*, sumiu, sumir*, sumiram, desaparecer* .. cabrito*, desaparecer* .. gado, desaparecer* .. boi*, palmar*, gamar*, gamaram, gatunagem, roubalheira, levaram telefone, levaram dinheiro, levaram sacos, levaram mota, larap*, desapareceu dinheiro',
  rob: 'assalt*, asalt*, assalto*, roubar* com arma, roubo a mao armada, mao armada, roubaram com faca, roubaram com catana, apontar* .. arma, apontar* .. faca, apontou .. faca, ameac* .. faca, apontaram me, apontaram nos',
  breakin:
    'arromb*, arom*, partir* a porta, partiram a porta, partiu a porta, partiram porta, partiram janela, partiram a janela, entrar* em casa, entraram em casa, entraram na casa, entraram na minha casa, entraram na loja, entrou .. em casa, entraram .. janela, entraram .. casa, cortaram grade*, escalar* o muro, saltar* o muro, abriram a casa, abriram a porta, rebentar* a porta, furar* a parede, furaram a parede',
  enter: 'entrar*, entrou, entram, entraram, invadir*, invadiram',
  vandal:
    'vandal*, destru*, danific*, partir*, partiu, partiram, estragar*, estrag*, sabot*, desmont*, arranca*, vandaliz*',
  destroy:
    'destru*, destroi*, estrag*, comer*, comeu, comeram, comem, pisotear*, invad* a machamba, devor*, arrasar*, arrasou, danific*',
  cut: 'cortar*, cortam, cortou, corte ilegal, abate*, desmont*',
  scam: 'burla*, burlar*, burlou, burl*, vigar*, engan*, fraud*, falso agente, falsa mensagem, falso funcionario, golpe do, clonar*, clonaram, premio, ganhei um premio, ganhei premio, esquema, ligou a dizer, ligaram a dizer, mentir* que sou, aldrab*, pedir* o codigo, pediu o pin, pediram o pin, tiraram da minha conta, esvaziar* a conta, transferi* dinheiro, mpesa falso',
  rape: 'violou, violar*, violaram, violada*, violado*, violac*, viola, violam, violasao, estupr*, estrup*, abuso sexual, abusos sexuais, abus* sexual*, abus* sexualmente, violencia sexual, agress* sexual*, forcar* a ter relac*, forc* .. sexo, obrig* .. sexo, obrig* .. relac*, obrig* .. dormir, obrig* .. deitar, obrig* .. cama, forc* .. dormir, relac* sexuai* .. forca, abusou da, abusou de, abusaram da, abusaram de, abusad* por, abusaram, desflor*, pedofil*, viol*menor, foi abusada, sodomiz*, incesto',
  abuse: 'abus*',
  sex: 'sexo, sexual*, sexuais, relac* sexua*, transar*, dormir com, dorme com, dormem com, dormiu com, dormindo com, deitar se com, deita se com, deitar com, deita com, ir para cama, ir a cama, na cama com, troca de sexo, favores sexuais, favor sexual, namorar para, troca de comida, fazer amor, prostitu*, prostit*, sexo em troca, anda com as alunas, engravid*, gravid*, nudes, fotos nuas',
  touch:
    'apalp*, aplap*, tocar* no corpo, toca no corpo, tocar* nas partes, toca nas partes, partes intimas, partes privadas, mexer* com as raparigas, mexe com as meninas, mexe com meninas, mexe com as mulheres, mete se com, piropo*, passa a mao, meter a mao nas, espreita* .. banho, espreitar .. banho, tocar nas meninas, tocar nas mulheres, beijar a forca, beij* a forca',
  harass:
    'assedi*, asedi*, acedi*, assedio*, persegu* .. mulher*, persegue as, insinu*, mensagens indecent*, propostas indecent*, incomod* as mulheres, perturb* as raparigas, perturb* as meninas, cantar as alunas, notas em troca, passar de classe em troca',
  domestic:
    'violencia domestica, violencia contra a mulher, violencia no lar, vbg, violencia baseada no genero, bate na mulher, bateu na mulher, bate a mulher, bateu a mulher, bater na mulher, bater mulher, batem nas mulheres, bate na esposa, bateu na esposa, bate a esposa, marido me bate*, marido .. bate*, marido .. espanc*, marido .. agred*, marido .. maltrat*, marido .. porrada, marido .. ameac*, ex marido .. , companheiro .. bate*, namorado .. bate*, esposo .. bate*, bate em mim, me bate em casa, marido .. expuls*, bateu na namorada, bate na namorada, bateu a namorada, violencia conjugal, bateu a propria mulher, espancou a mulher, espanca a mulher, espancou a esposa, espanca a esposa, queimou a esposa, queimou a mulher, matou a mulher, matou a esposa, matou a propria mulher, mulher espancada, mulher .. batida, mulher .. agredida, marido nao deixa, marido .. faca, marido .. catana',
  expel:
    'expuls*, espuls*, correr* com, correram com, puser* fora, por* fora de casa, tirar* da casa, tiraram da casa, desaloj*, escorrac*, mandar* sair da casa, mandaram embora, despej*, arrancaram a casa, ficaram com a casa, ficaram com os bens, herdar a casa, tiraram a casa, tiraram os bens, tiraram as terras, tiraram a machamba, levaram os bens da',
  witchcraft:
    'feitic*, feiti*, fetic*, bruxa*, brux*, mukhwiri, curandeir*, macumba, leoes feitos, chamam de feiticeira, curandeiro*, acusa* .. chuva, prende* a chuva, amarr* a chuva, comeu pessoas, chupa sangue',
  marry:
    'casar*, casament*, casou, casad*, casam, lobol*, noiv*, levar* para esposa, dar* em casamento, ser esposa, ser mulher de, viver maritalmente, marit*, uniao, unioes, entregar* a filha, entregaram a menina, entregou a filha, foi morar com, juntar com homem, vive com um homem, vive com homem, levar para casa dele, levar ela para casa, viver com ele, viver com um',
  childmarriage:
    'casamento* prematur*, uniao prematur*, unioes prematur*, casamento* infant*, casamento* forcad*, uniao forcad*, casamento* precoc*, uniao precoc*, noiva* menor*, casamento de menor*, casamento de menina*, casamento de crianca*, casar menor, casar uma menor, obrig* .. casar, forc* .. casar, querem me casar, a forca casar, vendeu a filha para casar, casar a forca, casar sem querer, trocar a filha',
  'force-to':
    'obriga, obrigam, obrigou, obrigaram, obrigar, obrigando, foram obrigad*, fui obrigad*, sou obrigad*, fomos obrigad*, obrigadas a, obrigados a, forcar*, forcam, forcou, forcad*, a forca',
  alone:
    'sozinh*, desacompanhad*, sem pais, sem os pais, sem familia, sem a familia, sem ninguem, separad* da familia, separad* dos pais, perdeu se dos pais, perdeu os pais, perderam os pais, perderam a familia, perdid* da familia, orfa*, orfaos, abandonad*, sem mae, sem pai, sem parentes, nao sabe onde estao os pais, procura os pais, procura a familia, perdid*, sem acompanhante, perdeu se dos',
  missing:
    'desaparec*, desapareceu, desapareceram, nao voltou, nao voltaram, nao voltou para casa, nunca mais voltou, nunca mais voltaram, nunca mais foi visto, nunca mais apareceu, nao apareceu, sem noticia*, nao sabemos onde esta, nao sabemos dele, nao sabemos dela, ninguem sabe del*, paradeiro, perdeu se, sumiu, nao chegou a casa, nao chegou em casa, nao regressou, a procura de, procuramos, nao se sabe',
  vanish:
    'desaparec*, nao voltou, nao voltaram, nunca mais, nao regress*, sem noticia*, ninguem sabe del*, nao sabemos del*, nao sabemos onde esta*, nao sabemos onde ele*, nao aparec*, paradeiro, sumiu, sumiram, ate hoje, nao se sabe, nao o vimos mais, nao foi visto, nao foram vistos, sem rasto',
  work: 'trabalh*, trabal*, carreg* sac*, carregam, carregar, vend* na rua, vendem na estrada, explora*, exploracao, empregad*, guardar gado, pastar gado, pastar, servico pesado, servicos pesados, domestica em casa',
  sell: 'vend*, venda, vendas, a venda, comercializ*',
  buy: 'compr*, compra',
  traffic:
    'trafic*, trafico*, trafiq*, contraband*, escravat*, escrav*, aliciar raparigas, aliciam raparigas, levar raparigas, leva raparigas, leva meninas, levar meninas, levam raparigas, levam meninas, levam criancas, leva criancas',
  detain:
    'detid*, detiv*, deter*, detem, deteve, detenc*, prende*, prendeu, prendem, prender*, prenderam, preso*, presa*, prisao, encarcer*, capturar*, captur*, recolhid* a cela, meteram .. cela, puseram .. cela, levaram .. cela, levaram .. esquadra, levaram .. quartel, fechad* na cela, fecharam na cela, trancad*, metid* na cela, meter* na cela, prisoes, ficou na cela, ficar na cela',
} satisfies Grammar['concepts'];
