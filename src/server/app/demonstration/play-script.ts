// What the simulated phones write. Invented texts about invented places; the manner is that of keypad phones.
import type { HandsetLabel } from './people.ts';

export type Line = { from: HandsetLabel; text: string };
/** `pauseSeconds` is waited before the line is sent. */
export type TimedLine = Line & { pauseSeconds: number };

const nantalika: HandsetLabel = 'Ponto focal, Nantalika (Pemba)';
const nakirwe: HandsetLabel = 'Ponto focal, Nakirwe (Macomia)';
const mutulua: HandsetLabel = 'Ponto focal, Mutulua (Emakhuwa)';
const mwalani: HandsetLabel = 'Ponto focal, Mwalani (Palma)';
const massopelo: HandsetLabel = 'Focal point, Massopelo (English)';
const mirambela: HandsetLabel = 'Moradora, Mirambela (Pemba)';
const napulubi: HandsetLabel = 'Morador, Napulubi (Nacala)';

/** Played at once when the demonstration is new, through the same intake as everything else: no screen is empty. */
export const beginning: readonly Line[] = [
  { from: nakirwe, text: 'zero' },
  { from: nantalika, text: 'roubo dinheiro numa banca do mercado em Nantalika' },
  { from: mwalani, text: 'tudo calmo' },
  { from: massopelo, text: 'two families arrived in Massopelo, displaced, they need shelter' },
  { from: mirambela, text: 'acidente de viacao na estrada em Mirambela, ha dois feridos' },
  { from: mutulua, text: 'roubo cabritos em Mutulua, levaram cinco' },
  { from: nantalika, text: 'iluminacao: a rua do mercado em Nantalika esta escura e sem patrulha' },
  { from: mwalani, text: 'contrabando de madeira a passar de noite em Mwalani' },
  { from: massopelo, text: 'burglary: they broke into a house in Massopelo last night' },
  { from: nakirwe, text: 'ha briga por causa do poco de agua em Nakirwe entre vizinhos' },
  { from: mirambela, text: 'burla: um homem ligou a pedir dinheiro por M-Pesa em Mirambela' },
  { from: mutulua, text: 'conflito de terra em Nihekua entre duas familias' },
  { from: nantalika, text: 'ha boato de colera em Nantalika, as pessoas estao com medo' },
  { from: massopelo, text: 'thank you, the police visited our meeting in Massopelo and listened' },
  { from: mwalani, text: 'travessia: ha um ponto de passagem sem controlo perto de Mwalani' },
  { from: nakirwe, text: 'deslocados: chegaram 12 familias a Nakirwe' },
  { from: mirambela, text: 'roubo telefone no mercado de Mirambela' },
  { from: mutulua, text: 'jovens bebem e fazem desordem em Mutulua todas as noites' },
  { from: nantalika, text: 'pedimos um encontro com a policia em Nantalika sobre patrulha' },
  { from: massopelo, text: 'cholera outbreak feared in Massopelo, many children are sick' },
  { from: mwalani, text: 'roubo barco na praia de Mwalani esta madrugada' },
  { from: mutulua, text: 'o marido bate na mulher todos os dias em Mutulua' },
  { from: nakirwe, text: 'queima: arderam duas casas em Nakirwe esta noite' },
];

/** The live play: about eight minutes. What is asked back is answered; what waits for a person is left for whoever watches. */
export const live: readonly TimedLine[] = [
  { pauseSeconds: 8, from: nantalika, text: 'roubo mota em Nantalika hoje de manha' },
  { pauseSeconds: 25, from: mwalani, text: 'zero' },
  { pauseSeconds: 30, from: mirambela, text: 'roubaram tambem a minha mota em Nantalika' },
  { pauseSeconds: 35, from: nakirwe, text: 'homens armados vistos no mato perto de Nakirwe agora' },
  { pauseSeconds: 40, from: napulubi, text: 'precisamos de ajuda aqui' },
  // Emakhuwa loanwords of data/vmw-pt-loanwords.csv put side by side: a text for the listener, not a sentence of ours.
  { pauseSeconds: 30, from: mutulua, text: 'ikrime ikhaama esekulu artiku' },
  { pauseSeconds: 25, from: napulubi, text: 'partiram a porta e arrombaram a loja em Napulubi esta noite' },
  { pauseSeconds: 45, from: mirambela, text: 'um policia pediu suborno para me deixar passar' },
  { pauseSeconds: 40, from: massopelo, text: 'road accident in Massopelo, three people injured' },
  { pauseSeconds: 45, from: mwalani, text: 'desapareceu um pescador de Mwalani ha dois dias' },
  { pauseSeconds: 50, from: nakirwe, text: 'nao houve mais nada, tudo calmo' },
  { pauseSeconds: 50, from: nantalika, text: 'linchamento: a multidao quer bater num rapaz em Nantalika' },
];
