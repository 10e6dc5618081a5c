// The bars of the issue on messages that were not tuned on, and the sentences that must never be misread.
import { describe, expect, test } from 'vitest';
import { figures, judge, rate } from '../../../../tools/evaluate-understanding.ts';
import { readWorld } from '../../../../tools/understanding-world.ts';
import { understandText } from './understand-text.ts';

const world = readWorld();
const understand = (text: string) => understandText(text, world);

describe('on messages that were not tuned on', () => {
  const judged = judge('judging', world);
  const found = figures(judged);

  test('there are at least 160 of them, a quarter in English', () => {
    expect(judged.length).toBeGreaterThanOrEqual(160);
    expect(judged.filter(({ row }) => row.language === 'en').length * 4).toBeGreaterThanOrEqual(judged.length);
  });
  test('at least 95 of 100 dangers to life are heard', () =>
    expect(rate(found.dangerRecall)).toBeGreaterThanOrEqual(0.95));
  test('at least 95 of 100 protection and oversight messages are held back', () =>
    expect(rate(found.restrictedRecall)).toBeGreaterThanOrEqual(0.95));
  test('at least 70 of 100 types are right', () => expect(rate(found.type)).toBeGreaterThanOrEqual(0.7));
  test('not everything is held back: three of four held back belong there', () =>
    expect(rate(found.restrictedPrecision)).toBeGreaterThanOrEqual(0.75));
});

test.each([
  'a policia disparou contra pessoas no mercado agora',
  'os militares estao a disparar contra nos',
  'police are shooting people in the market now',
  'wanajeshi wameshambulia kijiji',
])('who shoots may be police or forces: danger to life, and oversight: %s', (text) =>
  expect(understand(text)).toMatchObject({ danger: true, laneWords: ['oversight'] }),
);

describe('on messages of strangers', () => {
  const found = figures(judge('blind-judging', world));

  test.each(['blind-judging', 'second-blind-judging'])('danger, what must be held back and most types: %s', (file) => {
    const found = figures(judge(file, world));
    expect(rate(found.dangerRecall)).toBeGreaterThanOrEqual(0.95);
    expect(rate(found.restrictedRecall)).toBeGreaterThanOrEqual(0.95);
    expect(rate(found.type)).toBeGreaterThanOrEqual(0.7);
  });
  test('what is denied wakes hardly anybody, and no name or number is left', () => {
    expect(rate(found.deniedDanger)).toBeGreaterThanOrEqual(0.9);
    expect(rate(found.masked)).toBeGreaterThanOrEqual(0.95);
  });
});

// Each began like the stem of a Kiswahili verb of harm: "vizinho" like to ambush, "logo" like to bewitch, "back" like to rape.
test.each([
  'burla: um homem ligou a pedir dinheiro por M-Pesa',
  'o vizinho foi visita ontem',
  'logo vem a tia Bacar',
  'logs block the road, we went back',
])('a word that only sounds like harm in another language wakes nobody and holds nothing back: %s', (text) =>
  expect(understand(text)).toMatchObject({ danger: false, laneWords: [] }),
);

// Not a blind test: phrases of these messages got into the lexicons (docs/understanding.md). It guards against falling back.
describe('on messages of five voices', () => {
  const judged = judge('voices-judging', world);
  const found = figures(judged);

  test('danger is heard, and what is denied wakes nobody', () => {
    expect(rate(found.dangerRecall)).toBeGreaterThanOrEqual(0.95);
    expect(rate(found.deniedDanger)).toBe(1);
  });
  test('at least 94 of 100 protection and oversight messages are held back', () =>
    expect(rate(found.restrictedRecall)).toBeGreaterThanOrEqual(0.94));
  test.each([
    ['pt', 0.7],
    ['en', 0.7],
    ['sw', 0.6],
  ])('types are right in %s', (language, bar) =>
    expect(rate(figures(judged.filter(({ row }) => row.language === language)).type)).toBeGreaterThanOrEqual(bar),
  );
  test('at least 95 of 100 names and numbers are masked, and hardly anything else', () => {
    expect(rate(found.masked)).toBeGreaterThanOrEqual(0.95);
    expect(rate(found.maskedOnly)).toBeGreaterThanOrEqual(0.98);
  });
});

test.each([
  ['em 2017 atacaram a nossa aldeia', 'long-ago', false],
  ['em 2017 atacaram a nossa aldeia e hoje voltaram a atacar', 'now', true],
  ['dizem que os insurgentes vao atacar a aldeia', 'feared', true],
  ['hawakushambulia kijiji', 'happened', false],
  ['wanashambulia kijiji sasa', 'now', true],
])('when it was decides whether anybody is woken: %s', (text, tense, danger) =>
  expect(understand(text)).toMatchObject({ tense, danger }),
);

// Words of no language: nothing is invented in Kimwani.
test('a text that looks like Kiswahili and is hardly known goes to a listener, and nothing is set', () =>
  expect(understand('kuna brafulo stremiko plondira kwetu drestovo flimpa grotinda')).toMatchObject({
    kind: 'foreign',
    language: 'wmw',
    danger: false,
  }));

// Yao: words of the Universal Declaration of Human Rights. Nyanja and French as a keypad would write them.
test.each([
  'wandu wa chiyao apate upile wakugamanya maufulu gakulekanganalekangana ga chipago',
  'anthu ambiri anabwera usiku ndipo anatenga zinthu zathu',
  'des hommes sont venus la nuit et ils ont pris nos chevres',
  "il n'y a plus d'eau dans notre quartier depuis trois jours",
])('a language that nobody installed goes to a person, whoever wrote before: %s', (text) => {
  for (const usualLanguage of ['pt', 'sw'] as const)
    expect(understandText(text, { ...world, usualLanguage })).toMatchObject({ kind: 'foreign', language: 'unknown' });
});

test('what is heard in another language all the same comes before the language', () => {
  expect(understand('les insurgentes atacaram notre village cette nuit et brulent tout')).toMatchObject({
    kind: 'report',
    danger: true,
  });
  expect(understand('chegadas: des gens sans rien dans notre quartier depuis lundi')).toMatchObject({
    kind: 'report',
    type: { code: 'G01', by: 'keyword' },
  });
});

test('every phrasing of harm by police, forces, officials, leaders and councils is held for oversight', () => {
  const judged = judge('oversight', world);
  expect(judged.length).toBeGreaterThanOrEqual(60);
  expect(
    judged.filter(({ said, lanes }) => said.kind !== 'report' || !lanes.has('oversight')).map(({ row }) => row.id),
  ).toEqual([]);
});

test.each([
  'avisamos a policia, roubaram a minha mota',
  'a policia ajudou muito, obrigado',
  'a policia nao veio quando roubaram o gado',
  'fomos assaltados perto da esquadra',
  'we told the police that thieves stole the goats',
  'a policia prendeu os ladroes',
])('police that were called, came, or did not come are not accused: %s', (text) =>
  expect(understand(text).laneWords).not.toContain('oversight'),
);

test.each([
  'os da mata passaram aqui de noite',
  'mataro muita gente la em cima',
  'quimaram palhotas no bairro de baixo',
  'pegaram 4 pescadores na praia com as redes e tudo',
  'a povoacao esta cercada dos dois lados',
  'o povo grita mata mata ao homem no chao',
])('danger in the words and spellings of the field wakes somebody: %s', (text) =>
  expect(understand(text).danger).toBe(true),
);

test.each([
  'ha muita madeira cortada na mata',
  'mataram o meu cabrito e comeram',
  'levaram o gado para o curral',
  'pegaram muito peixe na praia',
  'tomaram a vacina na vila',
])('what only sounds like it wakes nobody: %s', (text) => expect(understand(text).danger).toBe(false));

test('a car that was told to stop unsubscribes nobody', () => {
  expect(understand('mandaram parar o carro na estrada').kind).not.toBe('opt-out');
  expect(['PARAR', 'Sair', 'stop', 'Cancelar.'].map((text) => understand(text).kind)).toEqual([
    'opt-out',
    'opt-out',
    'opt-out',
    'opt-out',
  ]);
});

test('taking a report back needs those very words', () => {
  expect(understand('anular o meu relato').kind).toBe('withdraw');
  expect(understand('quiseram apagar o fogo na casa').kind).toBe('report');
});

test('an attack that did not happen is no danger, one after a "but" is', () => {
  expect(understand('nao houve nenhum ataque')).toMatchObject({ kind: 'zero', danger: false, negated: true });
  expect(understand('nao houve ataque mas vimos homens armados')).toMatchObject({ kind: 'report', danger: true });
  expect(understand('nao sabemos quem atacou a aldeia').danger).toBe(true);
  expect(understand('era so boato, nao ha insurgentes')).toMatchObject({ danger: false, type: { code: 'H04' } });
});

test('a code or a keyword at the beginning is her own word', () => {
  expect(understand('A02 perto de Nanjua').type).toEqual({ code: 'A02', by: 'code', confidence: 1 });
  expect(understand('ROUBO gado em Nanjua').type).toMatchObject({ code: 'C04', by: 'keyword' });
  expect(understand('Z09 qualquer coisa').type).toBeUndefined();
});

test('what only the second reader recognises is our reading, never her word: no rule releases it', () => {
  expect(understand('levaram me a panela grande da banca enquanto fui buscar agua').type).toMatchObject({
    code: 'C02',
    by: 'free-text',
  });
});

test.each(['hawakushambulia kijiji', 'não houve ataque nenhum, eram foguetes', 'there was no attack, only fireworks'])(
  'a denied attack wakes nobody, whoever reads it: %s',
  (text) => expect(understand(text)).toMatchObject({ danger: false, negated: true }),
);

test('a child makes the matter one of a minor, three years ago does not', () => {
  expect(understand('querem casar uma menina de 12 anos').minor).toBe(true);
  expect(understand('roubaram a minha mota ha 3 anos').minor).toBe(false);
});

test('digits are left to the question they answer, except a bare zero', () => {
  expect(['1', '0 7 2', '0', '', 'x', '🙏'].map((text) => understand(text).kind)).toEqual([
    'noise',
    'noise',
    'zero',
    'noise',
    'noise',
    'noise',
  ]);
});

test.each(['🆘🆘 mueda', '🔥🔫😭', '🚨'])('a cry in pictures is asked back, not passed over: %s', (text) => {
  expect(understand(text).kind).toBe('report');
  expect(understand(text).type).toBeUndefined();
});

test('counts of armed men, families and people are taken from digits and words', () => {
  expect(understand('vinte e cinco homens armados passaram em Mueda').quantities.armedPersons).toBe(25);
  expect(understand('chegaram 35 familias e 120 pessoas').quantities).toMatchObject({ families: 35, people: 120 });
});

test('who is accused is told apart from who was hurt', () => {
  expect(understand('os militares bateram no meu irmao').accused).toEqual(['force']);
  expect(understand('bandidos mataram um policia').accused).toEqual([]);
});

test('a hostile text of any length is read in bounded time', () => {
  const started = performance.now();
  for (const text of [
    'a '.repeat(50_000),
    '8'.repeat(50_000),
    '-'.repeat(50_000),
    'Aa'.repeat(50_000),
    'ataque '.repeat(20_000),
  ])
    understand(text);
  expect(performance.now() - started).toBeLessThan(3_000);
});
