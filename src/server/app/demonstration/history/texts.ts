// What was written, by type: invented, short, in the manner of keypad phones. Emakhuwa texts are loanwords of the lexicon side by side.
import type { Dice } from './dice.ts';

type Some = readonly [string, ...string[]];

const texts: Readonly<Record<string, Some>> = {
  A01: ['ataque em {p}, as pessoas estao a fugir', 'atacaram {p} esta noite'],
  A02: ['homens armados vistos perto de {p}', 'grupo armado passou ao lado de {p}, eram muitos'],
  A03: ['pessoas desconhecidas a andar perto de {p} de noite', 'desconhecidos no mato de {p}'],
  A04: ['rapto em {p}: levaram pessoas para o mato', 'levaram duas pessoas de {p} a forca'],
  A05: ['ameacas em {p}: querem que os jovens vao com eles', 'mandaram recado a {p} a pedir comida e dinheiro'],
  A06: ['queima: arderam casas em {p}', 'queimaram e pilharam casas em {p}'],
  A07: ['engenho: encontraram uma municao na machamba de {p}', 'ha uma coisa de guerra no caminho de {p}'],
  A08: ['emboscada na estrada para {p}', 'atacaram um carro a caminho de {p}'],
  B02: ['agressao: houve briga com feridos em {p}', 'bateram num rapaz no mercado de {p}'],
  B03: ['assalto na estrada de {p} com catanas', 'assaltaram um comerciante em {p}'],
  B05: ['linchamento: a multidao quer bater num rapaz em {p}', 'em {p} prenderam um homem e querem fazer justica'],
  B06: ['desaparecido: um pescador de {p} nao voltou', 'falta uma pessoa em {p} ha tres dias'],
  B07: ['ameaca entre vizinhos em {p}', 'um vizinho ameaca outro por causa da machamba em {p}'],
  C01: ['arrombamento de uma casa em {p} esta noite', 'partiram a porta de uma casa em {p}'],
  C02: ['roubo de dinheiro numa banca em {p}', 'roubaram telefone no mercado de {p}', 'furto numa barraca em {p}'],
  C03: ['roubo mota em {p}', 'levaram uma bicicleta em {p} de madrugada', 'roubo barco na praia de {p}'],
  C04: ['roubo cabritos em {p}', 'estao a roubar milho nas machambas de {p}', 'roubo de castanha em {p}'],
  C05: ['vandalizacao: levaram o painel solar do furo em {p}', 'cortaram cabos em {p}'],
  C06: ['burla: ligaram a pedir dinheiro por M-Pesa em {p}', 'burla de e-Mola a muitas pessoas em {p}'],
  F01: ['travessia: ponto sem controlo perto de {p}', 'passam pessoas de noite por um caminho ao lado de {p}'],
  F03: ['contrabando de madeira a passar por {p}', 'contrabando de combustivel em {p}'],
  F05: ['drogas a chegar de barco perto de {p}', 'trafico de droga em {p} a noite'],
  G01: ['deslocados: chegaram 14 familias a {p}', 'chegaram muitas familias a {p}, precisam de abrigo'],
  G02: ['as pessoas de {p} estao a fugir para a vila', 'em {p} preparam trouxas para sair'],
  G03: ['regresso: familias voltaram a {p}', 'algumas familias estao a voltar para {p}'],
  G04: ['tensao entre deslocados e residentes em {p} por causa da lenha', 'discussao com deslocados no furo de {p}'],
  G05: ['ajuda: ha familias fora da lista em {p}', 'a comida nao chegou a todos em {p}'],
  G06: [
    'cheia: a agua entrou nas casas em {p}',
    'ha muitas pessoas com diarreia em {p}',
    'vento forte levou tectos em {p}',
  ],
  H01: ['conflito de terra em {p} entre duas familias', 'conflito de limites de machamba em {p}'],
  H02: ['briga por causa do poco em {p}', 'conflito de pesca entre pescadores de {p}'],
  H03: ['tensao por causa da mesquita e da igreja em {p}', 'palavras de odio no mercado de {p}'],
  H04: [
    'boato de colera em {p}, as pessoas tem medo',
    'dizem em {p} que vao atacar, nao sabemos se e verdade',
    'boato: dizem que o cloro mata, em {p}',
  ],
  H06: ['conflito de garimpo em {p}', 'garimpeiros em luta perto de {p}'],
  I01: ['jovens bebem e fazem desordem em {p}', 'barulho e bebida toda a noite em {p}'],
  I02: ['acidente de mota em {p}, ha feridos', 'acidente na estrada de {p}'],
  I03: ['grupo de jovens assalta quem passa em {p}', 'jovens com facas em {p} depois da escola'],
  I04: ['iluminacao: rua escura em {p}', 'sem patrulha em {p} a noite, temos medo'],
  J04: ['chamamos a policia em {p} e demorou muito', 'a policia nao veio a {p} quando chamamos'],
  J05: ['obrigado, a policia veio a {p} e ouviu', 'elogio: o conselho de {p} ajudou muito'],
  J06: ['pedimos patrulha a noite em {p}', 'pedimos encontro com a policia em {p}'],
  D01: ['uma mulher foi forcada em {p}, precisa de ajuda'],
  D02: ['o marido bate na mulher em {p}', 'violencia em casa em {p}, ela tem medo'],
  D03: ['incomodam as raparigas no caminho do poco em {p}'],
  D04: ['pedem favores as mulheres para entrar na lista em {p}'],
  D05: ['uma viuva foi expulsa de casa em {p}', 'chamam feiticeira a uma idosa em {p}'],
  E01: ['uma crianca e mal tratada em {p}'],
  E02: ['querem casar uma menina de 14 anos em {p}'],
  E03: ['ha uma crianca sozinha entre as familias que chegaram a {p}'],
  E04: ['criancas a trabalhar na pedreira de {p} em vez da escola'],
  E05: ['oferecem trabalho longe as raparigas de {p} e levam-nas'],
  J01: ['pediram dinheiro na estrada de {p} para deixar passar'],
  J02: ['maltrataram um rapaz que foi detido em {p}'],
  J07: ['queixa: um membro do conselho de {p} nao foi correcto'],
};

const OTHER: Some = ['ha um problema em {p}'];

export const textFor = (dice: Dice, typeCode: string, placeName: string): string =>
  dice.pick(texts[typeCode] ?? OTHER).replace('{p}', placeName);

export const zeroTexts: Some = ['zero', '0', 'zero', 'tudo calmo', 'nada', 'nao houve nada', 'zero esta semana'];
export const noiseTexts: Some = ['ok', 'bom dia', '...', 'obrigado', 'ola'];
/** From data/vmw-pt-loanwords.csv: for a listener, not a sentence of ours. */
export const foreignTexts: Some = ['ikrime ikhaama esekulu artiku'];
