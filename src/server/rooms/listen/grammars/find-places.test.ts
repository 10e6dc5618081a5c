// Places as people write them.
import { describe, expect, test } from 'vitest';
import type { AreaName } from '../../../../shared/domain/area.ts';
import { findPlaces } from './find-places.ts';
import { buildPlaceIndex } from './place-index.ts';
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
  ['em musimboa', 'mdp'],
  ['tuko mosimbwa', 'mdp'],
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

describe('a gazetteer of villages', () => {
  const village = (
    id: string,
    name: string,
    { district, ...more }: Partial<AreaName> & { district: string },
  ): AreaName => area(id, name, { kind: 'village', lineage: [district, id], ...more });
  const wide = buildPlaceIndex([
    area('metuge', 'Metuge'),
    area('ancuabe', 'Ancuabe'),
    area('mdp', 'Mocímboa da Praia', { aliases: ['MDP'] }),
    area('chiure', 'Chiúre'),
    village('quelimane', 'Quelimanhe', { district: 'metuge' }),
    village('n1', 'Nanjua', { district: 'metuge' }),
    village('n2', 'Nanjua', { district: 'ancuabe' }),
    village('napula', 'Napula', { district: 'ancuabe' }),
    village('joao', 'João', { district: 'ancuabe' }),
    village('ponte', 'Ponte', { district: 'metuge' }),
    village('chiure-2', 'Chiure', { district: 'ancuabe' }),
    village('b1', 'Unidade', { district: 'metuge', kind: 'bairro' }),
    village('unidade', 'Unidade', { district: 'ancuabe' }),
    village('feira', 'Namicopo', { district: 'metuge', localAliases: ['Kwaxilo'] }),
    area('post', 'Metoro', { kind: 'administrative-post', lineage: ['ancuabe', 'post'] }),
    village('metoro', 'Metoro', { district: 'ancuabe' }),
  ]);
  const found = (text: string) => findPlaces(text, toTokens(text), wide);
  const best = (text: string): string | undefined => found(text).places[0]?.areaId;

  test.each([
    ['Mucimboa da Praia', 'mdp'],
    ['ataque em mdp', 'mdp'],
    ['perto de Kelimanye', 'quelimane'],
    ['ao pe de Kelimanhe', 'quelimane'],
    ['na aldeia Quelimane', 'quelimane'],
    ['entre Xiure e Ancuabe', 'chiure'],
    ['em chiure fugidas de ancuabe', 'chiure'],
    ['bairro Unidade', 'b1'],
    ['aldeia Unidade', 'unidade'],
    ['aldeia João', 'joao'],
    ['perto da aldeia de Ponte', 'ponte'],
    ['posto administrativo de Metoro', 'post'],
    ['roubo em Metuge por gente de Napula', 'metuge'],
  ])('%s means %s', (text, id) => expect(best(text)).toBe(id));

  test.each([
    'o Napula roubou gado',
    'o senhor Napula',
    'confio em João',
    'em cima da ponte',
    'Napula bateu na mulher',
  ])('a village called like a person or a thing is not read into: %s', (text) =>
    expect(found(text).places).toEqual([]),
  );

  test('villages of one name are one name of the text, and share its number', () => {
    const { places } = found('gado em Nanjua, perto de Napula');
    expect(places.map(({ areaId, nth }) => [areaId, nth])).toEqual([
      ['n1', 0],
      ['n2', 0],
      ['napula', 1],
    ]);
  });

  test('a taught name counts where its district is named, and is marked local elsewhere', () => {
    expect(found('fogo em Kwaxilo').places).toMatchObject([{ areaId: 'feira', local: true }]);
    expect(found('fogo em Kwaxilo, Metuge').places[0]).not.toHaveProperty('local');
  });
});
