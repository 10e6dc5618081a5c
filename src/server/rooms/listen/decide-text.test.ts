// Reply, clarification, telling or noise: what people write while a question stands open, and when none does. Read by the real grammars.
import { expect, test } from 'vitest';
import { readWorld } from '../../../../tools/understanding-world.ts';
import { decideText, type OpenQuestion } from './decide-text.ts';
import { understandText } from './understand-text.ts';

const world = readWorld();

const open = {
  none: [],
  clear: [{ id: 'clear', kind: 'clear' }],
  solved: [{ id: 'solved', kind: 'solved' }],
  both: [
    { id: 'solved', kind: 'solved' },
    { id: 'clear', kind: 'clear' },
  ],
  clearer: [{ id: 'clearer', kind: 'clearer' }],
  place: [{ id: 'place', kind: 'place', typeCode: 'C02' }],
  placeAndClear: [
    { id: 'clear', kind: 'clear' },
    { id: 'place', kind: 'place', typeCode: 'C02' },
  ],
} as const satisfies Record<string, readonly OpenQuestion[]>;

/** What is open, what she writes, what it is: `reply clear` = an answer to that question. */
const cases: readonly (readonly [keyof typeof open, string, string])[] = [
  ['clear', '1', 'reply clear'],
  ['clear', ' 2. ', 'reply clear'],
  ['clear', 'sim', 'reply clear'],
  ['clear', 'Sim!', 'reply clear'],
  ['clear', 'SIM OBRIGADO', 'reply clear'],
  ['clear', 'sim, muito obrigada senhor', 'reply clear'],
  ['clear', 'não percebi', 'reply clear'],
  ['clear', 'ainda nao percebi', 'reply clear'],
  ['clear', 'nao', 'reply clear'],
  ['clear', 'um', 'reply clear'],
  ['clear', 'yes thank you', 'reply clear'],
  ['clear', 'ndiyo asante', 'reply clear'],
  ['clear', '1 sim', 'reply clear'],
  ['clear', 'sim 1', 'reply clear'],
  ['clear', '1 obrigado', 'reply clear'],
  ['clear', '3', 'misfit clear'],
  ['clear', '12', 'misfit clear'],
  ['clear', '0', 'misfit clear'],
  ['clear', 'ok', 'noise'],
  ['clear', 'obrigado', 'noise'],
  ['clear', 'bom dia', 'noise'],
  ['clear', '', 'noise'],
  ['clear', 'nao, atacaram de novo', 'telling'],
  ['clear', 'sim mas atacaram a aldeia Nantalika', 'telling'],
  ['clear', '1 homem foi raptado ontem', 'telling'],
  ['clear', 'nao, a policia bateu no meu irmao', 'telling'],
  ['clear', 'Roubo gado em Nantalika', 'telling'],
  ['clear', '2 motas roubadas na aldeia', 'telling'],
  ['solved', '1', 'reply solved'],
  ['solved', '3 obrigado', 'reply solved'],
  ['solved', '4', 'reply solved'],
  ['solved', 'pior', 'reply solved'],
  ['solved', 'esta pior', 'reply solved'],
  ['solved', 'ficou pior', 'reply solved'],
  ['solved', 'em parte', 'reply solved'],
  ['solved', 'mais ou menos', 'reply solved'],
  ['solved', 'nao ficou resolvido', 'reply solved'],
  ['solved', 'já ficou resolvido, obrigado', 'reply solved'],
  ['solved', 'nao foi resolvido', 'reply solved'],
  ['solved', '2) em parte', 'reply solved'],
  ['solved', 'kidogo', 'reply solved'],
  ['solved', 'worse', 'reply solved'],
  ['solved', 'not solved', 'reply solved'],
  ['solved', '5', 'misfit solved'],
  ['solved', 'nao, atacaram de novo', 'telling'],
  ['solved', 'pior, voltaram ontem e queimaram casas', 'telling'],
  ['solved', '2 homens armados', 'telling'],
  ['solved', '3 cabritos roubados em Nantalika', 'telling'],
  ['solved', 'ok', 'noise'],
  ['solved', '1 nao', 'misfit solved'],
  ['both', '1', 'reply solved'],
  ['both', '4', 'reply solved'],
  ['both', 'nao', 'reply solved'],
  ['both', 'não percebi', 'reply clear'],
  ['both', 'percebi', 'reply clear'],
  ['both', '7', 'misfit solved'],
  ['both', 'disparos perto do mercado', 'telling'],
  ['none', '1', 'noise'],
  ['none', 'sim', 'noise'],
  ['none', '3 obrigado', 'noise'],
  ['none', 'ok', 'noise'],
  ['none', 'nao, atacaram de novo', 'telling'],
  ['none', 'precisamos de ajuda aqui', 'telling'],
  ['clearer', 'foi roubo de gado em Nantalika', 'clarification clearer'],
  ['clearer', 'o rio subiu muito e levou as casas', 'clarification clearer'],
  ['clearer', 'atacaram a aldeia ontem', 'clarification clearer'],
  ['clearer', 'ok', 'noise'],
  ['clearer', 'bom dia', 'noise'],
  ['place', 'Nantalika', 'clarification place'],
  ['place', 'roubo de telefone em Nantalika', 'clarification place'],
  ['place', 'perto do poço, em Mirambela', 'clarification place'],
  ['place', 'atacaram a aldeia, ha mortos', 'telling'],
  ['place', 'acidente na estrada, dois feridos', 'telling'],
  ['place', 'ok', 'noise'],
  ['placeAndClear', '1', 'reply clear'],
  ['placeAndClear', 'Nantalika', 'clarification place'],
  ['placeAndClear', 'atacaram de novo', 'telling'],
];

test('there are enough of them', () => expect(cases.length).toBeGreaterThanOrEqual(60));

test.each(cases)('with %s open, %j is: %s', (...[questions, text, expected]) => {
  const { type, ...read } = understandText(text, world);
  const decision = decideText(text, open[questions], { ...read, typeCode: type?.code });
  expect([decision.as, 'questionId' in decision ? decision.questionId : ''].join(' ').trim()).toBe(expected);
});
