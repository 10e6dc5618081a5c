// Portuguese words for who a text speaks of, as people in Mozambique write them on a keypad.
import type { Grammar } from '../grammar.ts';

export const people = {
  insurgent:
    'os do mato, bandidos do mato, bandido do mato, gajos do mato, malta do mato, cara tapada, caras tapadas, rosto tapado, mascarados, encapuzad*, barbudos armados, txabab*, xababes, chababes, mashababes, alshababes, grupo de armados, uns armados, varios armados, terras* armados, aqueles do mato, eles do mato, macha babos, al shebab*, al sunna, homens barbudos, insurgent*, insurjent*, insurreto*, terrorist*, terorist*, al shabab*, alshabab*, al chabab*, alchabab*, al xabab*, alxabab*, al xababo, machabab*, maxabab*, mashabab*, chababo*, chabab*, xabab*, shabab*, mashababo, jihadist*, jiadist*, estado islamico, daesh, isis, rebelde*, malfeitor*, inimigo*, bandido* armado*, grupo armado, grupos armados, gente do mato, homens do mato, os do mato, guerrilheir*, extremist*, matador*, al sunnah, ansar*, homens armados, pessoas armadas, gente armada, homem armado, elementos armados, individuos armados, desconhecidos armados, homens com arma*, pessoas com arma*, gente com arma*, homens com catana*, homens com metralhadora*, bandidos com bazuca*, gajos armados, gajos com arma*, individuos com arma*, homens .. com armas, homens .. armados, rapazes armados, jovens armados, rapazes do mato, amigos do mato, os da mata, homens da mata, rapazes da mata, gente da mata, aqueles da mata, eles da mata, homens da noite, amigos da noite, homens maus, os do pano preto, homens .. pano preto, rapazes .. pano preto, homens de turbante, rapazes de turbante, cara coberta, caras cobertas, rosto coberto, rapazes de catana, homens de catana, homens de arma*, allahu',
  bandit:
    'ladrao, ladroes, ladra, ladroe*, larapi*, gatun*, bandido*, assaltant*, meliante*, marginal, marginais, criminos*, delinquent*, malandr*, molwene*, moluene*, ninja*, quadrilha*, burlao, burloes, vigarist*, raptor*, sequestrador*, cacador* furtiv*, vandalo*, contrabandist*, traficant*, pirata*, violador*, agressor*, suspeito*, assassino*',
  police:
    'policia*, polica*, polcia*, poliça*, pulicia*, prm, agente* da policia, agente* da lei, agente, agentes, cinzentinho*, comandante*, sernic, policia de transito, transito, pt, pic, inspector*, inspetor*, esquadrao, policial, policiais, chefe de operacoes, chefe das operacoes, guarda fronteira, guardas fronteira, policia costeira, policia camararia, policia municipal, sargento*, oficial de permanencia, chefe do sector, chefe do setor, cabo da policia',
  station:
    'esquadra*, escuadra*, posto policial, posto da policia, comando distrital, comando da policia, comando da prm, comando',
  cell: 'cela*, calabouco*, cadeia*, prisao, quartel*, quarte, xadrez, calaboiço, base militar, acampamento militar, base dos militares, posicao militar',
  custody: 'detencao, custodia, sob custodia, na cela, na cadeia, na prisao, no quartel, encarcer*',
  force:
    'militar, militares, militar*, tropa*, soldado*, fds, fadm, exercito, forcas de defesa*, forcas de seguranca, forcas armadas, forcas, forca local, forcas locais, forca conjunta, milicia*, miliciano*, uir, goe, ups, naparama*, fuzileir*, marinha, ruandes*, ruandeses, samim, tropas estrangeiras, comandos, guarda* florest*, antigos combatentes, os locais da forca, batalhao, forcas governamentais',
  uniform:
    'fardado*, fardada*, farda*, uniforme*, uniformizad*, homens fardados, os de farda, os d farda, os da farda, homem de farda, fardados',
  leader:
    'regulo*, regedor*, chefe*, xefe*, lider*, secretario*, secretaria do bairro, mwene, muene, humu, cabo de terra*, chefe de quarteirao, autoridade tradicional, autoridades locais, autoridade comunitaria, administrador*, dirigente*, presidente da localidade, chefe da localidade, chefe do posto, chefe da aldeia, vereador*',
  council:
    'conselho*, concelho*, ccs, csc, comite, comites, membro do conselho, presidente do conselho, conselheir*, ponto focal, membros do conselho, focal do conselho',
  official:
    'servidor do estado, funcionario do estado, agente do estado, registos, conservatoria, chefe da migracao, agentes da migracao, funcionari*, servidor publico, servidores publicos, enfermeir*, medico*, doutor do hospital, senami, migracao, alfandega*, alfandegari*, guarda* da fronteira, agente* da fronteira, fronteiric*, fiscal, fiscais, autoridade* da fronteira, guarda* fronteirico*, oficiais da migracao, governo, municipio, registo civil, juiz, juiza, procurador*, tecnico da saude, director*, diretor*, ingd, ingc, estado maior',
  aidworker:
    'que distribui*, quem distribui*, distribuem .. comida|ajuda, chefe da distribuicao, pessoal do pma, os do pma, pessoal da ong, do projecto, gente da ajuda, responsavel da ajuda, responsavel da distribuicao, ong*, trabalhador* humanitari*, humanitari*, agente* humanitari*, activista*, ativista*, pma, wfp, oim, acnur, unicef, save the children, organizacao, organizacoes, pessoal da ajuda, distribuidor*, voluntari*, parceiro* da distribuicao, staff, equipa da ajuda, projecto, cruz vermelha, escreve nomes, escreve os nomes, escrev* nomes para comida, dono da lista, quem da comida, quem da sabao, quem distribui, o das senhas, a das senhas',
  teacher:
    'professor*, prof, profe, director da escola, diretor da escola, mestre da madrassa, malimo, mualimo, explicador*',
  boss: 'chefe do armazem, chefe da obra, chefe da fabrica, dono da barraca, dono da cantina, dono da machamba, gerente*, supervisor*, capataz, superior*, chefe de turma, patrao, patroa, chefe do trabalho, empregador*, dono da loja, dono da empresa, encarregado*',
  guard:
    '!guarda* da mina, !seguranca* da mina, !guardas das minas, seguranca* da mina, segurancas, guarda da mina, guardas da mina, seguranca privada, empresa de seguranca',
  neighbour: 'vizinh*, visinh*, vezinh*',
  partner:
    'marido da minha, esposo da, o homem com quem, convivente, meu homem, homem dela, pai dos meus filhos, pai dos filhos, pai das criancas, amante*, meu ex, o meu dono, marido*, esposo*, companheir*, namorad*, ex marido, parceiro dela, conjuge, noivo',
  wife: 'esposa*, mulher dele, sua mulher, a mulher, na mulher, minha mulher, mulher do*, cunhada',
  woman: 'mulher*, senhora*, mulheres, mae, dama*, moca*, mossa*, irma, tia, sobrinha*, enteada*, viuva*, cunhada*',
  girl: 'catorzinha*, pitinha*, pita, pitas, enteada*, sobrinha*, mocinha, estudante feminina, moca menor, menina*, rapariga*, raparig*, aluna*, adolescente*, filha*, mocinha*, miuda*, virgem, moca*',
  child:
    'criancinha*, crianca, aluninho*, recem nascid*, nene*, gemeos, catorzinha*, pitinha*, crianca*, crianc*, criansa*, menino*, menina*, menor*, miud*, bebe*, bebes, recem nascido*, aluno*, aluna*, adolescente*, garoto*, garota*, petiz*, infantil, orfao*, orfa*, orfaos, puto*, rapazinho*, miudinh*, pequenin*, criancinh*, irmaozinh*, os pequenos, os miudos',
  underage: 'menor de idade, menores de idade, menores, infantil, infantis, menor',
  stepparent: 'marido da mae, mulher do pai, companheiro da mae, nova mulher do pai, madrasta*, padrasto*',
  kin: 'pai, mae, filho*, filha*, irmao*, irma*, primo*, prima*, tio*, tia*, sobrinh*, avo, avos, cunhad*, sogr*, familiar*, parente*, marido, esposa, neto*, neta*, genro, nora, mano, mana, pais',
  person:
    'pessoa*, homem, homens, mulher*, gente, individuo*, senhor*, rapaz, rapazes, campones*, camponeses, cidada*, cidadao*, populares, elementos, gajo*, jovem, jovens, velho*, moco*, comerciante*, pescador*, alguem, passageir*, moradores, civis, civil, estudante*',
  crowd:
    'populacao, povo, populares, multidao, massa popular, comunidade toda, moradores, sao muitos a bater, muita gente a bater, o povo quer, gente com pedras',
  youth: 'jovem, jovens, rapaz, rapazes, moco*, adolescentes, miudos, juventude',
  stranger:
    'pessoas que nao conhec*, gente que nao conhec*, homens que nao conhec*, quem sao, de onde sao, de onde vem, novos na zona, vieram nao sei, desconhecid*, estranho*, estranha*, estranhas, gente de fora, pessoas de fora, homens de fora, forasteir*, ninguem conhece, nao conhecemos, nao conhecem*, nao sabemos donde, nao sabemos de onde, nao sao daqui, caras novas, gente nova, vindos de fora, que ninguem conhece, vientes',
  suspicious:
    'suspeit*, movimento* estranho*, movimentac*, atitude estranha, esquisit*, comportamento estranho, rondar*, rondam, vigiar*, espiar*, perguntam sobre, fazem perguntas, a perguntar',
  displaced:
    'fugidos, fugitivos da guerra, gente fugida, refugiados da guerra, vindos da guerra, fugiram da guerra, deslocad*, deslocamento, acolhid*, centro de reassentamento, reassentad*, idp*, familias fugid*, recem chegados',
  host: 'nativo*, comunidade acolhedora, comunidade local, residentes, comunidade hospedeira, acolhedor*, donos da terra, naturais, locais, comunidade',
  migrant:
    'migrante*, imigrante*, emigrante*, etiope*, somali*, somalian*, congoles*, burundes*, bengal*, paquistan*, estrangeir*, tanzanian*, ilegais, clandestin*',
  refugee: 'refugiad*, asilo, requerente* de asilo, asilad*',
  family: 'familia*, agregado*',
  widow:
    'morte do meu marido, morte do marido, marido morreu, marido faleceu, desde que o marido morreu, falecido marido, perdi o marido, perdi meu marido, perdeu o marido, meu falecido marido, familia do marido, familia do falecido, viuva*, viuvo*',
  elder: 'idos*, velho*, velha*, velhinh*, anciao, anciaos, avo, avos, avozinha, terceira idade',
  miner: 'garimpeir*, garimpo*, mineiro*, mineradores, exploradores de ouro',
  fisher: 'pescador*, pesca*, pescaria*',
  trader:
    '!agente* economico*, !agente* mpesa, !agente* m pesa, !agente* emola, !agente* e mola, !agente* da vodacom, !agente* de saude, comerciante*, empresari*, vendedor*, vendedeir*, negociante*, lojista*, agente economico',
  suspect: 'ladrao, ladroes, suspeito*, larapio*, feiticeir*, criminoso*, acusado*',
  company: 'empresa*, companhia*, investidor*, multinacional, projecto',
} satisfies Grammar['concepts'];
