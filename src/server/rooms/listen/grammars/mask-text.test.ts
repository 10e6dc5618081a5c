// What a post must never read.
import { expect, test } from 'vitest';
import { findPlaces } from './find-places.ts';
import { masksOf, maskText } from './mask-text.ts';
import { buildPlaceIndex } from './place-index.ts';
import { toTokens } from './read-concepts.ts';

const places = buildPlaceIndex([
  { id: 'mueda', name: 'Mueda', kind: 'district', lineage: ['mueda'], aliases: [] },
  { id: 'mdp', name: 'Mocímboa da Praia', kind: 'district', lineage: ['mdp'], aliases: ['Mocímboa'] },
]);
const mask = (text: string, language: 'pt' | 'en' = 'pt') => {
  const tokens = toTokens(text);
  return maskText(text, { tokens, placeTokens: findPlaces(text, tokens, places).covered, masks: masksOf(language) });
};

test.each([
  '841234567',
  '84 123 4567',
  '84.123.45.67',
  '+258 84 123 4567',
  '00258841234567',
  '84-123-4567',
  '٨٤١٢٣٤٥٦٧',
  '(258) 84 1234567',
])('a telephone in any form is masked: %s', (phone) =>
  expect(mask(`liguem ${phone} hoje`).masked).toBe('liguem [número] hoje'),
);

test.each([
  '110100123456B',
  'NUIT 123456789',
  'ABC-123-MC',
  'ABC 123 MC',
  'AB1234567',
  'oito quatro um dois tres quatro cinco',
])('documents, plates and numbers in words are masked: %s', (id) =>
  expect(mask(`o carro ${id}`).masked).toMatch(/\[número\]/),
);

test.each([
  'o numero e oitenta e quatro cento e vinte e tres quarenta e cinco sessenta e sete',
  'ligue 84 um dois tres 4567',
])('a telephone read out in tens and hundreds, or half in figures, is masked whole: %s', (text) =>
  expect(mask(text).masked).toMatch(/^\S+(?: \S+){0,2} \[número\]$/),
);

test('e-mail, handles and links are masked', () =>
  expect(mask('x@y.co.mz @joao_1 https://a.b/c').masked).toBe('[número] [número] [número]'));

test.each([
  'o senhor Abudo roubou',
  'o Joaquim Mucavele roubou',
  'chama-se Xitimela',
  'o ladrao e joao cossa',
  'SR MUSSA ABDALA ROUBOU',
  'O SENHOR XITIMELA ROUBOU',
  'o meu vizinho Nkavando bateu',
  'Xavito Ntumbo roubou',
])('a name is masked: %s', (text) => expect(mask(text).masked).toMatch(/\[nome\]/));

test('English texts get English marks', () =>
  expect(mask('Mr Smith stole it, call 841234567', 'en').masked).toBe('Mr [name] stole it, call [number]'));

test.each([
  'vimos 12 homens em Mueda as 19:30 no dia 12/11/2025',
  'pediram 500 000 mt em Mocímboa da Praia',
  'chegaram 35 familias de Mueda',
  'ROUBARAM GADO EM MUEDA',
  'A policia e os bandidos',
  'camioes saem do mato todas as noites',
  'a mae da menina chorou',
  'um carro Toyota branco',
])('places, dates, counts and times stay: %s', (text) => expect(mask(text)).toEqual({ masked: text, residue: false }));

test('what may still be a name is told', () => expect(mask('Xitimela esteve aqui').residue).toBe(true));
