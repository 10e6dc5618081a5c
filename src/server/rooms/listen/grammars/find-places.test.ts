// Places as people write them.
import { expect, test } from 'vitest';
import type { AreaName } from '../../../../shared/domain/area.ts';
import { buildPlaceIndex, findPlaces } from './find-places.ts';
import { toTokens } from './read-concepts.ts';

const area = (id: string, name: string, more: Partial<AreaName> = {}): AreaName => ({
  id,
  name,
  kind: 'district',
  lineage: [id],
  aliases: [],
  ...more,
});
const index = buildPlaceIndex([
  area('pemba', 'Cidade de Pemba'),
  area('mdp', 'Mocímboa da Praia', { aliases: ['Mocímboa'] }),
  area('ngauma', "N'gauma"),
  area('erati', 'Eráti', { aliases: ['Namapa'] }),
  area('nacala', 'Nacala'),
  area('velha', 'Nacala-a-Velha'),
  area('lago', 'Lago'),
  area('metuge', 'Metuge'),
  area('quissanga', 'Quissanga'),
  area('nanjua-1', 'Nanjua', { kind: 'village', lineage: ['metuge', 'nanjua-1'] }),
  area('nanjua-2', 'Nanjua', { kind: 'village', lineage: ['erati', 'nanjua-2'] }),
  area('quissanga-sede', 'Quissanga', { kind: 'administrative-post', lineage: ['quissanga', 'quissanga-sede'] }),
]);
const ids = (text: string): string[] => findPlaces(text, toTokens(text), index).places.map((place) => place.areaId);

test.each([
  ['roubo em pemba', 'pemba'],
  ['MOCIMBOA DA PRAIA', 'mdp'],
  ['mocimboa da praya', 'mdp'],
  ['perto de mocinboa da praia', 'mdp'],
  ['ngauma', 'ngauma'],
  ['N´gauma', 'ngauma'],
  ['em namapa', 'erati'],
  ['nacala a velha', 'velha'],
  ['em Nacala', 'nacala'],
  ['quisanga', 'quissanga'],
  ['no distrito de Lago', 'lago'],
])('%s means %s', (text, id) => expect(ids(text)).toEqual([id]));

test('an ordinary word is not a place', () => expect(ids('o lago esta cheio de agua')).toEqual([]));
test('homonyms come with equal scores, to be asked about', () => {
  const { places } = findPlaces('gado em nanjua', toTokens('gado em nanjua'), index);
  expect(places.map((place) => [place.areaId, place.score])).toEqual([
    ['nanjua-1', 1],
    ['nanjua-2', 1],
  ]);
});
test('the district beside it tells homonyms apart', () => {
  const [first, second] = findPlaces('nanjua, metuge', toTokens('nanjua, metuge'), index).places;
  expect([first?.areaId, second?.areaId].sort()).toEqual(['metuge', 'nanjua-1']);
});
