// 500 people who do not exist, each with a number, a name, an address and a document of their own: what must turn up nowhere.
import { newId } from '../../../src/shared/kit/ids.ts';

export type Canary = { number: string; from: string; text: string; name: string; lane: string; secrets: string[] };

const formats: readonly ((national: string) => string)[] = [
  (n) => `+258${n}`,
  (n) => n,
  (n) => `00258${n}`,
  (n) => `${n.slice(0, 2)} ${n.slice(2, 5)} ${n.slice(5)}`,
  (n) => `${n.slice(0, 2)}-${n.slice(2, 5)}-${n.slice(5)}`,
  (n) => `(+258) ${n.slice(0, 2)} ${n.slice(2)}`,
  (n) => `${n.slice(0, 2)}.${n.slice(2, 5)}.${n.slice(5, 7)}.${n.slice(7)}`,
];

const tellings: readonly (readonly [lane: string, say: (who: string, call: string) => string])[] = [
  ['ordinary', (who, call) => `Roubo de gado em Nantalika, foi ${who}, ligar ${call}`],
  ['ordinary', (who, call) => `Roubaram a mota do meu vizinho em Mirambela, ${who} viu, o telefone e ${call}`],
  ['ordinary', (who, call) => `Cortaram a estrada em Nakirwe, perguntar a ${who} ${call}`],
  ['protection', (who, call) => `Violaram uma menina em Nantalika, foi ${who}, contacto ${call}`],
  ['oversight', (who, call) => `a policia pediu 500mt para soltar meu filho em Nantalika, agente ${who}, ${call}`],
  // Nothing in it but her number above it: it is released by rule, so that posts have something to read.
  ['ordinary', () => 'Roubo mota em Nantalika ontem a noite'],
  ['unclear', (who, call) => `aquela coisa outra vez, ${who} sabe, ${call}`],
];

const callings = ['o senhor', 'o meu tio', 'a dona', 'chamado', 'o vizinho'] as const;
const beginnings = ['Zumbr', 'Xalimb', 'Quert', 'Vombr', 'Jastr', 'Trufl', 'Glomb', 'Prexal'] as const;
const middles = ['undo', 'akel', 'ipro', 'efum', 'ozat', 'ulmir', 'agrex', 'obilt'] as const;
const ends = ['xio', 'ezha', 'ungra', 'ibwo', 'atza', 'oquel', 'ufri', 'emblo'] as const;

/** A name that nobody bears and no lexicon knows; another for each of the first 512. */
const nameOf = (n: number): string =>
  `${beginnings[n % 8] ?? ''}${middles[(n >> 3) % 8] ?? ''}${ends[(n >> 6) % 8] ?? ''}`;

export function makeCanaries(count: number): Canary[] {
  return Array.from({ length: count }, (_, n) => {
    const [national, told] = [
      `84${String(3_141_592 + n * 7_919).padStart(7, '0')}`,
      `86${String(2_718_281 + n * 6_007).padStart(7, '0')}`,
    ];
    const [name, mail, card] = [nameOf(n), `canario${n}x@exemplo.mz`, `11${String(7_000_000_001 + n * 104_729)}B`];
    const call =
      [formats[Math.floor(n / 7) % formats.length]?.(told), mail, `BI ${card}`][n % 9 < 7 ? 0 : (n % 9) - 6] ?? told;
    const [lane, say] = tellings[n % tellings.length] ?? ['', () => ''];
    const who = `${callings[n % callings.length] ?? ''} ${name}`;
    return {
      number: national,
      from: `+258${national}`,
      text: say(who, call),
      name,
      lane,
      secrets: [national, told, mail, card],
    };
  });
}

export const textOf = ({ from, text }: Canary): { id: string; from: string; text: string } => ({
  id: newId('deed'),
  from,
  text,
});

/** What a reader could put together again: separators gone, and the usual disguises of a number. */
export function hitsIn(read: string, canaries: readonly Canary[]): { secrets: string[]; names: string[] } {
  const plain = `${read}\n${read.replace(/(?<=\d)[ .()_-]+(?=\d)/g, '')}`.toLowerCase();
  const disguises = (secret: string): string[] => [
    secret,
    [...secret].reverse().join(''),
    Buffer.from(secret).toString('base64').replace(/=+$/, ''),
    Buffer.from(secret).toString('hex'),
  ];
  return {
    secrets: canaries.flatMap(({ secrets }) =>
      secrets.filter((secret) => disguises(secret).some((form) => plain.includes(form.toLowerCase()))),
    ),
    names: canaries.filter(({ name }) => plain.includes(name.toLowerCase())).map(({ name }) => name),
  };
}
