// Portuguese words for states, movements, services and the conduct of those who should protect.
import type { Grammar } from '../grammar.ts';

export const states = {
  return: 'regress*, voltar*, voltou, voltam, voltando, voltaram, a voltar, retorn*, retorno, de volta, voltamos',
  escape:
    'escap*, fugiu, fugid*, conseguiu fugir, libertad* do cativeiro, saiu do cativeiro, saiu do mato, voltou do mato, resgatad*, regressou do mato, veio do mato',
  captivity:
    'esteve com os insurgentes, esteve no mato com, fugiu dos insurgentes, escapou dos insurgentes, sobreviveu no mato, escravo dos, das maos dos insurgentes, das maos dos terroristas, cativeiro, esteve com os, estava com os, viveu com os, ficou com os, no mato com, das maos dos, saiu do mato, voltou do mato, veio do mato, regressou do mato, que tinham levado, tinham levado, tinha sido levad*, esteve com eles no mato, esteve no mato com eles, fugiu deles',
  inArmedGroup:
    'crianca* soldado*, menino* soldado*, criancas armadas, criancas com arma*, meninos com arma*, menor* armado*, criancas nas fileiras, treinar criancas, criancas combatentes, usam criancas, crianca no grupo armado, sabe desmontar arma, sabe montar arma, aprendeu a disparar, carregava arma',
  cross:
    'atravess*, travess*, passar a fronteira, cruzar*, cruzam, passam a noite, passam de noite, passa gente, passagem, entram no pais, saltar a fronteira, entrar no pais, passar gente',
  illegal:
    'ilega*, ilegalmente, clandestin*, irregular*, sem documento*, sem autorizac*, sem licenca, proibid*, as escondidas, escondid*, nao autorizad*, furtiv*, sem passar pelo posto, sem passar no posto, de noite sem',
  hide: 'escond*, esconder*, ocult*',
  smuggle:
    'contraband*, candonga, fuga ao fisco, sem pagar direitos, exportac* ilegal, passam mercadoria, passar mercadoria, mercadoria sem, trafic*, trafico*, camioes com madeira, saem de noite, levam marfim, para tanzania, para a tanzania, para o malawi, para malawi',
  pushback:
    'mandar* de volta, mandaram voltar, mandados de volta, mandou voltar, devolv*, deport*, repatri*, expulsos na fronteira, nao deixam entrar, nao deixou entrar, nao deixaram entrar, recusar* entrada, recusa* .. entrada, impedid* de entrar, barrad* na fronteira, negaram entrada, nao deixaram passar, nao deixam passar, quem nao tem volta, deixar passar, deixa passar, retid*, impedem de passar',
  deny: 'neg*, recus*, nao deix*, nao quer, nao querem, impedi*, proib*',
  arrive:
    'fugidos do norte, acolhemos, recebemos muit*, recebemos .. fugidos, estao a entrar, vieram .. fugid*, chegou muita gente, nao param de chegar, abrigo, lona*, dormem ao relento, ao relento, chegar*, chegou, chegam, chegando, chegaram, a chegar, chegada, novos deslocados, novas familias, entraram familias, acolhemos, recebemos familias, recebemos deslocados, estao a chegar, novas chegadas, vieram de, fugidas de, fugidos de, vindos de, vindas de, dormem na escola, precisam de abrigo, precisam abrigo',
  flee: 'toda gente foge, todos fogem, gente a sair, sair com trouxa*, trouxa*, esvaziar, a esvaziar, ficar vazia, deixam as casas, deixaram tudo, meter se no mato, estao a ir embora, vao se embora, a correr para o mato, fugir, fugindo, fogem, fugiram, a fugir, estao a fugir, fuga, abandonar*, abandon* a aldeia, abandon* as casas, a sair da aldeia, sair da aldeia, deixar* a aldeia, deixando a aldeia, deixar as casas, sair das casas, preparar a saida, arrumar as coisas, arrumar trouxas, a arrumar, foram se embora, foram para o mato, dormir no mato, dormem no mato, dormimos no mato, estamos no mato, refugi* se, debandad*, saida da populacao, querem sair, saindo da aldeia, fugimos',
  leave: 'abandon*, a abandonar, esvaziar*, vazia, deixaram as casas, foram embora, saem da aldeia, saindo',
  fear: 'medo, receio, com medo, panico, assustad*, pavor, temem, tememos, inseguranca',
  dispute:
    'conflit*, disput*, briga*, discut*, discuss*, litig*, problema de terra*, confus*, ocup* a terra*, ocupou a machamba, ocuparam a terra, usurp*, invadiu o terreno, invadiu a minha machamba, tirou a minha machamba, tirou o terreno, vendeu o terreno, vendeu a mesma, tensao, desentend*, queixa de terra, luta* por, por causa de, por causa da, por causa do, por causa das, nao se entendem, mal entendid*, guerra de, reivindic*, tirou a terra, levou o terreno',
  insult:
    'chamou me, chamaram me, falar mal de, insult*, ofend*, ofens*, xing*, humilh*, despr*, palavroes, chamam nos de, chamar* nomes, discrimin*, maltrat*, desrespeit*, faltar* o respeito, gritar* com, gritou com',
  hate: 'odio, odiar, odeiam, matar os cristaos, matar os muculmanos, expulsar os, tem que sair, devem sair, infieis, discrimin*, incit*, discurso de odio, nao gostam dos, contra os',
  rumour:
    'espalh*, estao a dizer que, anda a dizer que, andam a dizer que, ouvi dizer, ouvimos dizer, consta que, ha conversa de, correu, corre um, boato*, boata*, boates, rumor*, rumores, ouve se dizer, dizem que, diz se que, desinformac*, noticia* falsa*, fake news, fofoca*, corre a noticia, correm noticias, circula* .. audio, circula* .. mensagem, mensagem no whatsapp, mensagem falsa, audio falso, chupa sangue, chupa sangues, estao a espalhar, espalh* que, espalhou que, espalham que',
  untrue:
    'nao sao verdadeir*, nao sao verdade, nao e real, a mentir, mentiu, mentiram, mentem, fingiu, fingiram, encenou, inventou, inventaram, nao acreditem, nao acredita, nao acreditamos, nao e nada disso, sao mentira*, e falsa, era falsa, sao falsas, sao falsos, tudo falso, era mentira, e mentira, tudo mentira, foi mentira, nao tem fundamento, nao corresponde a verdade, confirmamos que e falso, e falso, desmentid*, so boato, era boato, foi boato, e boato, apenas boato, apenas um boato, so um boato, nao e verdade, nao era verdade, mentira*, e falso, era falso, falsa noticia, noticia falsa, falso alarme, falsa* informac*, informacao falsa, mensagem falsa, audio falso, nao aconteceu nada disso, nao passa de boato, nao passou de, e so rumor, era so rumor, inventad*, inventar* que',
  protest:
    'manifest*, protest*, greve*, motim, tumult*, revolta*, marcha, marchar, marcham, passeata, paralis*, barricadas na estrada, bloquear* a estrada, fechar* a estrada, distur*, a queimar pneus, queimar pneus, queimam pneus, queimaram pneus',
  noise:
    'barulh*, barulho, musica alta, desordem, desordeir*, perturb*, som alto, poluicao sonora, confusao, arruac*, algazarra',
  drink:
    'bebed*, bebem, beber, bebe, bebendo, embriag*, bebad*, bebida*, fumar, fumam, fuma, consom*, consumo, drogar*, drogad*, drogam se',
  accident:
    'bateu, chocar*, chocou, virou na estrada, carro virou, camiao virou, caiu na ribanceira, atropelad*, machimbombo capotou, colidiu, desastre, acident*, asident*, acidnt*, despist*, capot*, atropel*, atropelou, colid*, colis*, choque entre, chocar* com, chocou com, bateu num*, bateu numa, bateu na arvore, bateu contra, embateu, embat*, caiu do camiao, caiu da mota, viatura caiu, chapa caiu',
  capsize:
    'barco .. virou, canoa .. virou, barco .. afund*, foi ao fundo, naufrag*, afund*, virou o barco, barco virou, canoa virou, virou a canoa, barco afund*',
  drown: 'afog*, morreu no rio, desapareceu no mar, desapareceram no mar',
  gang: 'rapazes que roubam, jovens que roubam, miudos que roubam, rapazes com faca*, grupo que assalta, malta que assalta, meninos da rua que, anda em grupo, andam em grupo, andam em grupos, grupinhos, rapazes .. assalt*, jovens .. assalt*, gang*, gangue*, grupo* de jovens, grupo* de rapazes, grupo* de miudos, bando*, quadrilha*, ninjas, jovens delinquentes, delinquencia juvenil, jovens marginais, grupo de marginais, 15 15, mahindras, jovens que assaltam, rapazes que assaltam, grupinho*',
  dark: 'escur*, escuridao, sem luz, sem iluminac*, nao ha luz, nao tem luz, nao ha iluminac*, nao tem iluminac*, falta de iluminac*, falta de luz, falta iluminac*, as escuras, lampadas queimadas, falta de patrulha, sem patrulha, sem policia, nao ha patrulha, nao ha policia, capim alto, nao tem patrulha, precisa de luz',
  unsafe:
    'insegur*, perigos*, medo de passar, medo de andar, medo a noite, nao e seguro, zona de perigo, medo de sair, nao podemos andar, nao se pode andar',
  bribe:
    'fecha* os olhos, fechar os olhos, deixar cair algo, dinheiro de cha, sem nada nao, so atende quem paga, so atende com, so anda com dinheiro, pagar por fora, por fora, sem gasosa, sem refresco, sem dinheiro nao, sem pagar nao, sem molhar, so com refresco, so com gasosa, so com dinheiro, suborno*, suborn*, corrupcao, molhar a mao, molhar as maos, molha mao, untar as maos, por baixo da mesa, propina, dinheiro para soltar, dinheiro para libertar, pagar para soltar, pagar para sair, pagar para passar, fala bem, falar bem com, luvas, cobranca* ilicita*, cobrancas ilega*, cobranca* ilega*, cobranca* indevid*',
  gratuity:
    'algum, um saguate, saguate, xima, molhar a garganta, qualquer coisinha, alguma coisinha, refresco*, refresko*, gasosa*, gasosinha, agua, almoco, cafe, cha, cerveja*, algo, alguma coisa, qualquer coisa, cabra*, cabrito*, galinha*, combustivel, credito, uma coisa, coca cola, lanche, cigarro*, boas festas, mata bicho, matabicho, saldo, recarga, sumo, ajuda para gasolina, gasolina',
  release:
    'soltar*, solte*, soltem, solta, libert*, deixar passar, deixar ir, para passar, para sair, tirar da cela, devolver*, abrir o processo, abrir processo, resolver o caso, para nao me prender, deixar seguir, largar*, liberar*, libera, para tirar, para circular, por multa, nao passar multa, abrir a queixa, para levar o caso, para assinar, para dar, assinar, carimb*, ajudar no caso, ir ver, atender',
  corrupt: 'corrupt*, corrupcao, corrup*, suborn*, extor*, estorq*, extors*',
  noreason:
    'sem razao, sem motivo*, sem culpa, sem fazer nada, sem provas, nao fez nada, nao fizeram nada, injust*, inocent*, sem explicac*, nao explica*, sem mandado, sem julgamento, sem acusac*, a toa, sem saber porque, ilegalmente, ha .. semana*, ha .. dias, ha .. mes*, nao deixam ver, sem comida, sem justa causa, nao disseram porque, so por',
  noshow:
    'nunca atendem, desligam o telefone, nao quer saber, nao querem saber, nem vieram, nem apareceu, nem apareceram, nem atend*, so vem quando, nao move, nao deu ouvidos, viraram as costas, mandou embora, fizeram pouco, nao ligou nenhuma, nao veio, nao vieram, nao vem, nao apareceu, nao apareceram, nao aparecem, nao aparece, nunca apareceu, nunca apareceram, nunca vem, nunca veio, nunca vieram, nunca aparecem, nunca chega*, nao chegou, nao chegaram, nao respond*, nao atend*, nao fez nada, nao faz nada, nao fizeram nada, nao fazem nada, nao ajudou, nao ajuda, nao quis vir, nao quiseram vir, nao agiu, nao resolve*, nao resolv*, nao liga, nao ligam, nao se move, ninguem veio, ninguem apareceu, ninguem atende*, ninguem vem, demor*, tard*, atras*, chegou tarde, chegaram tarde, ausent*, ausencia, ignor*, nao quis receber, recusou receber, recusou registar, recusa registar, nao quis registar, recusaram receber, nao tem combustivel, sem combustivel, nao tem transporte, sem transporte, nao patrulha*, nao passa*, nao estao, nao esta no posto, nao ha ninguem no posto, nao fizeram, nao recebeu a queixa, sem resposta, nao deu em nada, nao deu resposta, desde ontem nada',
  closed: 'fechad*, encerrad*, sempre fechad*, vazio, abandonado, sem agente, sem policia, sem policias, sem ninguem',
  thank:
    'contente*, feliz com, felizes com, gostei, de louvar, saudamos, louvamos, obrigad*, agradec*, agradecid*, parabens, gratidao, bem haja, felicit*, bravo, estamos gratos, gratos, elogi*, louv*, satisfeit*, contentes, bom trabalho, gostamos',
  help: 'a ajudar, protegem, protege, ajudou, ajudaram, ajuda muito, ajudam, socorreu, socorreram, salvou, salvaram, recuper*, resolveu, resolveram, devolveu, devolveram, prendeu os, prendeu o ladrao, prenderam os, prenderam o ladrao, apanhou os, apanharam os, veio rapido, vieram rapido, chegou rapido, chegaram rapido, chegou logo, apoiou, apoiaram, protegeu, atendeu bem, atenderam bem',
  goodwork:
    'dormimos bem, dormimos em paz, dormimos descansad*, melhorou, trabalh* muito bem, rapidos, foi rapido, foram rapidos, educad*, simpatic*, atenderam me bem, bem tratad*, bom trabalho, bom servico, excelente trabalho, trabalhar bem, trabalham bem, trabalha bem, trabalhou bem, bem atendid*, boa colaboracao, estao de parabens, esta de parabens, fez bem, melhorou muito, muito bem, bom comportamento, respeit* a populacao',
  want: 'pedimos, pedem se, peco, pedir, pedido, solicit*, queremos, precisamos, preciso, gostari*, necessit*, requer*, faz falta, falta, queriamos, querer, precisa se, quando vai, podem vir, pode vir, podem mandar, mandem, venham, quero',
  inform:
    'mandem, enviem, mande, tragam, chamem, avisem, queremos tropa, queremos policia, precisamos de tropa, venha a policia, peco que a, avisamos, avisei, avisou, avisar*, aviso, avisad*, inform*, comunic*, ligamos, liguei, ligou, ligaram, chamamos, chamei, chamou, chamar*, denunci*, queix*, participamos, participei, reportamos, reportei, contamos, contei, entregamos, entregaram, entregue*, fomos, fui, foram a, foi a, ja sabe, ja sabem, levamos, apresent*, ir a, irem a, ir na, pedir ajuda, pedimos ajuda, pedi ajuda, pedimos socorro, pedimos a, peco a, pedimos, precisamos, queremos, esperamos, solicitamos, gostariamos, participa*, encaminh*',
  catch: 'apanh*, agarrar*, prend*, captur*, neutraliz*, deter*, deteve, recolheu, detid*, preso*, presa*, detiv*',
  misuse:
    'recebem dinheiro e, recebeu dinheiro e, comeram as quotas, usa o dinheiro, usam o dinheiro, usou o dinheiro, dinheiro das quotas, mete no bolso, meteu no bolso, quotas, contas do conselho, nao mostra as contas, nao mostram as contas, come sozinho, comem sozinhos, tira proveito, come dinheiro, come o dinheiro, comeu o dinheiro, comeram o dinheiro, comem o dinheiro, comer o dinheiro, desvi*, guarda o dinheiro, fica com, ficou com, ficam com, ficaram com, usa .. para ele, usa .. so para, so para ele, so para eles, para o bolso, gast* o dinheiro, gast* dinheiro, aproveita*, mau uso, abuso de poder, abusa do poder, abusam do poder, abuso de autoridade, usa .. telefone, vendeu o material, vende as terras, vendeu as terras, vende terras, usam o nome, usa o nome, nao e justo, nao presta contas, nao prestam contas, manda como dono, castiga*, multas ilegais, aplica multas, cobra multas, faz justica, fazem justica',
  castigate: 'castig*, punir*, punem, puni*, trabalho forcado, chicot*',
  leak: 'vend* informac*, vend* nomes, vend* segredo*, entreg* os nomes, conta tudo a, disse aos ladroes, avisa os ladroes, segredo*, conta quem, contou quem, contam quem, contou a todos, contar quem, divulg*, revel*, revelou, expos, expoe, espalh* os nomes, deu os nomes, deu o meu nome, deram os nomes, deu nomes, disse quem, denunciou quem, disse o meu nome, contou ao*, contou a policia, contou aos, sabe quem denunciou, falar de quem, fala de quem, passou informac*, passa informac*, conta tudo, quem denunci*, conta fora, conta* .. fora, contou fora, leva as conversas, levou a conversa, espalha o que, espalhou o que falamos',
  favour:
    'familiares, so ajuda, so escolh*, so amigos, so a familia, favorec*, favorit*, amigos dele, so os seus, so os dele, tribalis*, nepot*, parcial*, discrimin*, nao e justo, injust*, exclui*, nao ouve, nao escuta, nao representa, manda sozinho, nao deixa* as mulheres, nao nos ouve, escolhe so, escolhem so, imparcial, parentes dele',
  complaint:
    'queixa contra, queixa sobre, queixa do, queixar do, reclamac*, reclamo, denuncia contra, reclamar do, queixas do, mal comport*, comporta se mal, mau comportamento, comport* mal, nao confiamos, perdemos confianca, nao temos confianca',
  bad: 'nao trabalha bem, bebad*, bebe muito, autoritari*, arrogant*, mal educad*, abus*, maltrat*, ment*, nao respeita*',
  seen: 'vimos, vi, viram, viu, vistos, visto*, vista*, avist*, avistar*, apareceram, apareceu, passaram, passou, passam, circul*, a circular, andam, andar, estao perto, estao proximo, caminh*, deslocar* se, atravessaram, cruzaram, presenca, rondam, movimento*, movimentac*, por aqui, estao no, estao na, encontramos, a passar, vem vindo, vem ai, estao a vir, aproximam, aproxim*',
  camp: 'acamp*, base deles, esconderijo*, escondid* no mato, estao no mato, dormem no mato, montaram base, instalad*, refugiados no mato, cozinhar* no mato',
  found:
    'encontr*, achamos, achou, acharam, achei, ach*, descobr*, vimos, ha um, ha uma, enterrad*, deixad*, ficou no, caiu uma, vi um, vi uma, existe*',
  body: 'corpo*, cadaver*, corpo sem vida, morto encontrado, ossada*, restos mortais, defunto',
  ransom:
    'resgate*, regate, pedem dinheiro para soltar, pedem milhoes, milhoes para soltar, exigem dinheiro para libertar, dinheiro para devolver, pagar para libertar, exigem .. milhoes, pedem .. milhoes',
  lynch:
    'bater um ladrao, bater o ladrao, bater .. ladrao, pneu e gasolina, pneu .. gasolina, gasolina .. pneu, queim* .. vivo, queima lo, mata lo, povo .. ladrao, populacao .. ladrao, populacao .. queim*, populacao .. bater, apanharam um homem acusad*, linxa*, queimar .. feiticeir*, matar .. feiticeir*, linch*, justica pelas proprias maos, justica popular, justica privada, queimar vivo, queima lo vivo, queimado vivo, queimaram vivo, queimar o ladrao, queimar um ladrao, queimar ladrao, queimaram um ladrao, queimaram o ladrao, com pneu, pneu no pescoco, bater no ladrao, batem no ladrao, bater num ladrao, a bater um ladrao, batendo no ladrao, matar o ladrao, matar um ladrao, matar ladrao, mataram o ladrao, mataram um ladrao, querem matar o, querem matar um, apedrej*, queimar um homem, queimar o homem, fazer justica, apanharam .. ladrao, apanhou .. ladrao, enterrar vivo, populacao .. matar, povo .. matar, gasolina .. ladrao, com pedras e gasolina, querem acabar com ele, querem queimar ele, mata mata, justica do povo, justica com as proprias maos, bat* .. ate a morte|morrer, batend* .. ate a morte|morrer, espanc* .. ate a morte|morrer, multidao .. matar|queimar|espancar|bater',
  exclude:
    'exclu*, nao saiu na lista, nao sai na lista, nao esta na lista, nao estou na lista, fora da lista, de fora da lista, nao receb*, nao receberam, nao recebi, nao recebemos, nao consta*, nao chegou .. ajuda, sem ajuda, nao tivemos ajuda, nunca receb*, ficaram de fora, ficamos de fora, nao foi registad*, nao fomos registad*, receberam duas vezes, mal distribuid*, nao chega para todos, foi cortad* da lista, nao apareceu na lista, fome',
  divert:
    'desvi*, vend* a comida, vendeu a comida, vendem a comida, vender a ajuda, cobr* para entrar na lista, paga* para entrar na lista, cobr* .. lista, pedem dinheiro .. lista, pede dinheiro .. lista, dinheiro .. lista, ficou com a comida, ficam com a comida, roubaram a comida, roubou a comida, tira parte, tiram parte, meteu familiares na lista, tir* .. cada saco, tir* .. de cada saco, tir* .. kg de arroz, risc* .. lista, risca da lista, cort* .. da lista',
  neglect:
    'nao come, sem comer, nao lhe da comida, nao lhe dao comida, dorme fora, dorme na rua, com fome, trancar .. crianca, queim* .. mao*|maos|corpo .. crianca, deix* .. crianca* sozinha*, sem banho, colher quente, agua quente, ferro quente, negligenc*, abandonad*, sem comida, com fome, passa fome, trancad*, fechad* em casa, presa em casa, preso em casa, deixou os filhos, deixa os filhos, deixam a crianca, nao da comida, nao dao comida, queima* .. crianca, queima* .. maos, castig*, nao deixa ir a escola, nao deixam ir a escola, tirou da escola, maus tratos, maltrat*, amarr* a crianca, colher quente, crianca* .. lixo, bebe .. lixo, deitou o bebe, deitaram o bebe',
  obstruct: 'barra*, mandar* parar, fecharam o caminho, bloquei*',
  exchange:
    'so da senha a, so da comida as, so da as mulheres, se querem passar, se quer passar, que aceitar*, quem aceitar*, so entra na lista, so recebe quem, so da comida a, senao tira, senao corta, se nao aceit*, quem nao aceit*, quem namorar, para estar na lista, para ter comida, para ter a senha, para entrar, em troca, troca de, para dar, para receber, para entrar na lista, antes de dar, senao nao da',
  eatMoney:
    'mete no bolso, meteu no bolso, gasta, gastou, desaparece com, come, comeu, comem, comeram, fica com, ficou com, guarda, usa',
  told: 'dizendo que, disseram que, disse que',
  'point-gun':
    'apontar* .. arma, apontou .. arma, apontaram .. arma, apont* a arma, apont* arma, com arma, dispar* para o ar, tiros para o ar',
  pregnant: 'gravid*, engravid*',
  quiet:
    'tudo calmo, tudo bem, tudo tranquilo, tudo normal, calmo, calma, tranquil*, nao se registou nenhum|qualquer incidente*|caso*|problema*, nenhum incidente*, nenhuma ocorrenc*, sem incidente*, sem problema*, sem ocorrenc*, sem novidade*, sem nada, nada a reportar, nada a relatar, nada a informar, nada aconteceu, nao aconteceu nada, nao houve nada, nao ha nada, nada de novo, nao ha novidade*, nao ha problema*, nao houve problema*, nao houve incidente*, nao ha incidente*, nao houve ocorrenc*, nao ha ocorrenc*, zero incidente*, zero caso*, zero ocorrenc*, em paz, semana ok, estamos bem, situacao normal, situacao calma, nao temos nada, nao temos problema*, nao se passou nada, nao registamos nada, nao tivemos problema*',
} satisfies Grammar['concepts'];
