// What may be offered to a coordinator as another name of a place: never a person, never a word.
import { expect, test } from 'vitest';
import { findUnknownPlaces } from './find-unknown-places.ts';
import { buildPlaceIndex } from './place-index.ts';

const index = buildPlaceIndex([
  { id: 'macomia', name: 'Macomia', kind: 'district', lineage: ['macomia'], aliases: [] },
]);

test.each([
  ['roubaram gado em Kwaxilombe, Macomia', ['Kwaxilombe']],
  ['fogo na aldeia nakwelele ontem', ['nakwelele']],
  ['perto de Ntuza Xipembe ha homens', ['Ntuza Xipembe']],
  ['roubo em Macomia', []],
  ['a filha de [nome] foi levada', []],
  ['roubo em casa', []],
  ['confio em João', []],
  ['o Napula roubou', []],
])('%s offers %j', (text, words) => expect(findUnknownPlaces(text, index)).toEqual(words));
