// Portuguese words for what a text speaks of: things, places, conditions.
import type { Grammar } from '../grammar.ts';

export const things = {
  gun: 'arma, armas, armado*, armada*, pistola*, akm*, ak47, ak, kalash*, espingarda*, metralhador*, bazuca*, bazuka*, rpg, canhangulo*, arma de fogo, revolver*, cacadeira*, armament*, caçadeira',
  armed: 'armado*, armada*, com arma*, com catana*, com pistola*, com faca*, a mao armada, com armas, mao armada',
  blade:
    'catana*, katana*, faca*, facas, navalha*, machado*, lamina*, punhal, garrafa*, pau*, ferro*, enxada na cabeca, zagaia*, flecha*',
  explosive:
    'bomba, bombas, granada*, morteiro*, explosiv*, engenho*, minas, mina, minas|mina terrestre*|enterrad*|antipessoa*|antipessoal, dinamite, obus*, projectil*, explod*, explosao, explosoes, rebent*, minado*, minada*, ied, coisa de ferro, coisa d ferro, ferro com argola, com argola, objecto estranho de ferro, objecto de ferro, parece abacaxi, com asas de ferro, ogiva*, detonador*, projetil*, projeteis, roquete*, fio esticado',
  ammo: 'munic*, muniç*, bala, balas, cartucho*, carregador* de arma',
  house:
    'casa*, palhota*, residencia*, habitac*, cabana*, quintal*, quinta, varanda*, celeiro*, quarto*, moradia*, barraca*',
  shop: 'loja*, cantina*, banca*, armazem, armazens, barraca*, estabelecimento*, estaleiro*, moagem*, banco, bancas',
  school: 'escola*, escolas, internato*, sala de aula, salas de aula, madrassa*',
  clinic:
    'hospital*, centro de saude, posto de saude, unidade sanitaria, clinica*, maternidade*, ambulancia*, farmacia*',
  market: 'mercado*, feira*, dumba nengue, bazar',
  settlement:
    'aldeia*, povoado*, povoac*, vila, vilas, bairro*, comunidade, localidade*, zona, acampamento de deslocados, centro de deslocados, sede do distrito, aldeamento, quarteirao, ilha, vilarejo',
  vehicle:
    'viatura*, carro*, camiao, camioes, camion*, chapa, chapas, chapa100, machimbombo*, autocarro*, minibus*, onibus, camioneta*, coluna*, escolta, semi colectivo*, semicolectivo*, veiculo*, my love, txopela*, chopela*, ambulancia*, transporte*',
  road: 'estrada*, via publica, rua*, picada*, caminho*, n380, n381, en1, en8, n1, troco, cruzamento*, via, rodovia, trajecto, viagem, ponte*, beco*',
  boat: 'barco*, embarcac*, canoa*, lancha*, dau, dhow, navio*, almadia*, barca*, casquinha, motor de barco',
  sea: 'mar, praia*, costa, alto mar, ilha, porto, oceano',
  bike: 'mota*, moto, motos, motorizada*, motociclet*, motociclo*, bicicleta*, bicicl*, bike, ginga, motor do barco, motor de barco, viatura roubada, taxi mota, motas',
  phone:
    'telefone*, telemovel, telemoveis, celular*, cell, smartphone*, computador*, laptop*, radio, televis*, plasma, tablet*',
  money:
    'dinheiro*, dinhero, mola, taco, valor*, valores, metical, meticais, mt, mts, mzn, mtn, conto*, paus, dolar*, quantia*, taxa*, multa*, credito*, fundo*, milhao, milhoes, salario*, subsidio*, taku, kumbu',
  goods:
    'bens, produto*, mercadoria*, roupa*, panela*, saco*, sacos, milho, arroz, mala, malas, mochila*, carteira*, bolsa*, pasta*, prato*, colchao*, colchoes, bateria*, painel, enxada*, ferramenta*, coisa*, manta*, capulana*, cadeira*, fogao, castanha*, relogio*, joia*, motobomba*, gerador*',
  livestock:
    'gado*, boi*, bois, vaca*, vacas, cabrito*, cabra*, cabras, ovelha*, galinha*, pato*, patos, porco*, porcos, burro*, vitel*, bovino*, caprin*, curral*, animais, animal, criacao',
  crop: 'machamba*, mashamba*, maxamba*, culturas, colheita*, milho na machamba, mandioca*, plantac*, lavour*, horta*, cajueir*, gergelim, feijao, amendoim, mapira, campo de arroz, celeiro*, produtos agricolas',
  bush: 'mato, mata, matas, floresta*, bosque, mangal*, montanha*, monte, matagal',
  border: 'fronteir*, fronteira*, negomano, namoto, posto fronteirico, travessia*, rovuma, ruvuma, linha de fronteira',
  document:
    'documento*, bilhete de identidade, bi, passaporte*, dire, cedula*, licenca*, declarac*, guia de marcha, certidao, atestado*, salvo conduto, carta de conducao',
  food: 'comida*, aliment*, alimento*, generos alimenticios, arroz, farinha, oleo, cesta basica, rancho',
  aid: 'ajuda alimentar, ajuda humanitaria, ajuda dos deslocados, assistencia*, distribuic*, vale*, voucher*, senha*, cartao da comida, cartao de comida, cartao, pma, beneficiari*, kit*, kits, tenda*, lona*, donativo*, apoio* humanitari*, apoios, comida dos deslocados, comida do pma, subsidio*, doac*, cheque*, ajuda para comer, cesta basica, produtos dos deslocados, inscric*, ajuda do governo, dar ajuda, receber ajuda, recebemos ajuda, ajuda',
  kit: 'recebe*, receb*, recebi, recebemos, receberam, excluid*, ficaram de fora, ficamos de fora, ficou de fora',
  list: 'lista*, listas, nome na lista, nomes na lista, registad* para, cadastr*, recensead*',
  name: 'nome*, nomes',
  land: 'terra*, terreno*, talhao, talhoes, parcela*, limite*, marco*, espaco*, duat, propriedade*, lote*, espacos',
  water: 'agua*, furo*, poco*, fontenaria*, rio, riacho, fonte, !bomba de agua, !bomba d agua, torneira*',
  net: 'rede*, redes, chicocota, rede mosquiteira, artes de pesca, pesqueiro*, zona de pesca, area de pesca, sal, salina*, pasto*, pastagem*, lenha, recursos naturais, pescadores de fora',
  infra:
    'painel* sola*, paineis sola*, paineis, solares, placa* sola*, cabo* electric*, cabo* eletric*, cabo*, cabos, fio* electric*, fios electric*, corrente electric*, transformador*, poste*, torre, antena*, !bomba de agua, !bomba d agua, !bomba do furo, furo*, fontenaria*, carteiras da escola, sinal* de transito, ponte, edm, linha ferrea, carris, material publico, bem* publico*, infraestrutura*, infra estrutura*, tubo*, canaliz*, torneira publica, rede electrica, cabos de energia, energia',
  drug: 'drogas, boxa, pedra de droga, po branco, sacos de droga, droga*, soruma*, suruma*, heroina*, cocaina*, metanfetamina*, haxixe, cannabis, estupefaciente*, mandrax, crack, narcotrafic*, bagulho, passa, comprimidos, entorpecente*',
  alcohol:
    'bebida*, bebado*, bebada*, bebedeira*, alcool*, nipa, tentacao, cabanga, cerveja*, embriag*, otheka, uteca, aguardente, bebem, bebe muito, barraca de bebida*, bar, bares, discoteca*, grosso*, vinho, txilar, consumo de alcool, caipirinha',
  fuel: 'combustivel, combustiveis, gasolina*, gasoleo, petroleo, diesel, bidon*, bidoes, tambor* de combustivel',
  timber: 'madeira*, toro*, toros, pau preto, abate* de arvore*, carvao, corte ilegal',
  wildlife:
    'elefante*, marfim, corno*, rinocer*, leao, leoes, pangolim, caca furtiva, cacador*, animais bravios, fauna, tartaruga*, hipopotamo*, crocodilo*, macacos',
  beast:
    'elefante*, leao, leoes, leopardo*, hipopotamo*, crocodilo*, jacare*, cobras, uma cobra, cobra mordeu|picou, javali*, macaco*, cao, caes, cachorro*, cadela*, abelha*, vespa*, formiga*, lagarta*, gafanhoto*, praga, pragas, hiena*, bufalo*, tubarao, tubaroes',
  gem: 'ouro, rubi*, rubis, pedra* precios*, pedras, turmalina*, garimp*, grafite, mercadoria de contrabando',
  mine: '!mina* de ouro, !mina* de rubi*, !mina* de areia, !mina* de grafite, !mina* de pedra*, !mina* de sal, garimp*, mina de*, mina do*, mineira, mineiras, mineracao, cova* de ouro, covas, buraco* de ouro, mina, minas',
  religion:
    'religi*, muculman*, mussulman*, crista*, cristao*, catolic*, islam*, mesquita*, igreja*, xeique*, sheik*, sheikh*, pastor*, crente*, infie*, padre*, pregador*, imame*, kafir*, seita*, alcorao',
  ethnic:
    'etni*, etnia*, tribo*, tribal*, tribalis*, makonde*, maconde*, macua*, makua*, mwani*, muani*, kimwani, mwanis, yao*, ajaua*, nyanja*, raca*, racis*, vientes',
  election:
    'eleic*, eleitor*, votac*, votos, voto, partido*, frelimo, renamo, podemos partido, campanha eleitoral, cne, stae, candidat*, venancio',
  light: 'iluminac*, iluminad*, luz, luzes, lampada*, candeeiro*, poste de luz, candeeiros',
  patrol:
    'patrulh*, policiamento, ronda*, rondas, mais policias, mais policia, presenca policial, presenca da policia, posto policial aqui, mais seguranca, seguranca nocturna, policia comunitaria',
  meeting:
    'reuniao, reunioes, encontro*, dialogo*, palestra*, visita*, conversar connosco, sensibiliza*, sessao, assembleia',
  training: 'formac*, capacita*, treino*, treinament*, curso*, seminario*, workshop, material, coletes, lanternas',
  info: 'informac*, informar se, esclareciment*, explicac*, numero da policia, numero de telefone da, contacto da, contacto do, documento de viagem, documentos de viagem, como tratar, como tirar, saber como, onde se trata, onde posso',
  askinfo:
    'gostari* de saber, queria saber, quero saber, queremos saber, como posso, como faco, onde posso, quais sao, pergunta*, saber quando, saber se, qual e o numero, podem explicar, como e que',
  disease:
    'diarreias, vomitar, muita febre, morrem de, doentes, intoxic*, colera*, kolera*, diarreia*, doenca*, surto*, epidemia*, malaria, sarampo, mpox, vomito*, vomitos, contamin*, covid*, febre, polio, conjuntivite',
  storm:
    'ciclone*, siclone*, ciclon*, vendaval*, vento forte, ventos fortes, tempestade*, temporal, raio*, relampago*, trovoada*, kenneth, chido, idai',
  flood:
    'cheia*, inundac*, inund*, alagad*, enxurrad*, rio transbord*, transbord*, chuva*, subiu o rio, agua entrou, agua nas casas',
  fire: 'incendio*, fogo, chama*, curto circuito, queimada*, queimadas',
  mishap:
    'raio, raios, trovoada*, relampago*, vela, velas, cigarro*, beata, fogao, gas, botija*, curto circuito, curto-circuito, queimada*, candeeiro*, petromax, fogo da cozinha, ardeu a cozinha, na cozinha, fogareiro, queim* capim, capim seco, rebentou o pneu, pneu rebentou, pneu que rebentou, panela ao lume, tanque de combustivel',
  harmless:
    '!da|das|na|nas|numa|pela mina|minas, !mina|minas de|do|da|dos, !trabalh* .. mina|minas, !mineir* .. mina|minas, !seguranca* .. mina|minas, !mina tirou|prometeu|contrat*|fechou, !empresa .. mina|minas, !mina|minas .. rubi*|ouro|grafite|empresa|patrao|garimp*, !rebent* .. porta*|janela*|cadeado*|pneu*|tubo*|mangueira|transformador|tomate*|cano*|parede*, !porta|pneu|tubo|cano|transformador .. rebent*, !bomba|bombas de|da|d|do agua|gasolina|combustivel|furo|poco, !bomba manual|electrica|eletrica|solar|avariada|estragada|avariou, !bomba .. furo|avariou|cadeado|agua|combustivel, !furo .. bomba, !agua .. bomba, !combustivel .. bomba, !na|nas|as bomba|bombas, !atir* pedra*, !atir* .. pedra*, !atir* .. agua|fogo|lixo|rio|chao|garrafa*, !atirar se, !dispar* a boca, !dispar* foguete*, !ataque de asma|coracao|nervos|riso|epilepsia|malaria|febre, !ataque cardiaco, !antig* combatente*, !ex combatente*, !dia dos combatentes',
  bridge: '!ponte caiu, caiu a ponte, ponte cortada, estrada cortada, tecto*, telhado*, desab*, estrada destruida',
  checkpoint:
    'posto de controlo, controlo, controle, cancela*, barricad*, barreira*, portagem, posto de controle, bloqueio, bloquei*, bloquear*',
  organ: 'orgao humano, orgaos humanos, orgao*, orgaos, genita*, partes do corpo, albino*, albin*, ossos, careca*',
  door: 'porta*, janela*, fechadura*, cadeado*, parede*, telhado*, muro*, tecto*, grade*, chave*',
  mobileMoney:
    'mpesa, m pesa, emola, e mola, mkesh, m kesh, pesa, paytek, conta do banco, carteira movel, conta movel, pin, codigo do mpesa, millennium izi, ponto24',
  job: 'iam trabalhar, ia trabalhar, ir trabalhar, irem trabalhar, vai trabalhar, vao trabalhar, emprego de, trabalho de, prometer trabalho, prometeu trabalho, prometem trabalho, arranjar trabalho, arranja trabalho, prometer estudos, prometeu estudos, bolsas, emprego*, trabalho bom, promess* .. emprego, promet* .. emprego, bolsa de estudo, promessa*, emprego na*, servico na cidade, trabalho na cidade, trabalho no estrangeiro, vida melhor',
  abroad:
    'africa do sul, africa sul, joni, jone, tanzania, malawi, malaui, zambia, quenia, kenia, arabia, dubai, estrangeiro, fora do pais, outro pais, europa, india, brasil',
  tyre: 'pneu*, pneus',
  letter:
    'papel, papeis, folheto*, escrito na parede, carta*, bilhete, bilhetes, panfleto*, mensagem dos, video dos, recado*, aviso dos',
} satisfies Grammar['concepts'];
