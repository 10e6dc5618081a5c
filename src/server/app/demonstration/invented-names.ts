// Names of places that are nowhere: syllables of the region put together; none stands in the settlement list of the three provinces.
import { openDice } from './history/dice.ts';
import { places } from './places.ts';

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

/** The last ones of 3,375 are long in coming by chance. */
const ALMOST_ALL = 3300;

/** 3,375 different ones, always in the same order. */
export function inventNames(most: number): string[] {
  const dice = openDice('names');
  const names = new Set<string>();
  while (names.size < Math.min(most, ALMOST_ALL)) {
    const name = `${dice.pick(first)}${dice.pick(middle)}${dice.pick(last)}`;
    // The places of the handsets have theirs already.
    if (!places.some((place) => place.name === name)) names.add(name);
  }
  return [...names];
}
