// Names of places that are nowhere: syllables of the region put together; none stands in the settlement list of the three provinces.
import { openDice } from './history/dice.ts';

const first = ['Na', 'Mi', 'Mu', 'Ni', 'Cha', 'Ki', 'Lu', 'Ma', 'Nta', 'Mpi', 'Che', 'Wa', 'Nja', 'Li', 'Mwe'] as const;
const middle = [
  'nta',
  'ram',
  'kir',
  'zanga',
  'bule',
  'lisa',
  'vuko',
  'tangu',
  'rebwe',
  'mbali',
  'kulo',
  'shima',
  'pwira',
  'gondo',
  'hawe',
] as const;
const last = [
  'lika',
  'bela',
  'rwe',
  'nila',
  'kuva',
  'saya',
  'peta',
  'mwa',
  'lozi',
  'tine',
  'wira',
  'mbo',
  'deka',
  'nuo',
  'zia',
] as const;

/** 3,375 different ones, always in the same order. */
export function inventNames(most: number): string[] {
  const dice = openDice('names');
  const names = new Set<string>();
  while (names.size < Math.min(most, 3300)) names.add(`${dice.pick(first)}${dice.pick(middle)}${dice.pick(last)}`);
  return [...names];
}
