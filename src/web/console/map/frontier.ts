// What lies across the frontier: a name to find one's way by, and the districts that make a pair with it. Salama hears nobody there.
import type { Shape } from './shapes.ts';
import { pointOf } from './shapes.ts';

type Neighbour = { name: string; country: 'tz' | 'mw'; lon: number; lat: number; codes: readonly string[] };

const neighbours: readonly Neighbour[] = [
  { name: 'Mtwara', country: 'tz', lon: 39.15, lat: -10.68, codes: ['MZ0116', 'MZ0115', 'MZ0112'] },
  { name: 'Ruvuma', country: 'tz', lon: 36.6, lat: -11.1, codes: ['MZ0814', 'MZ0812', 'MZ0819', 'MZ0806'] },
  { name: 'Malawi', country: 'mw', lon: 34.95, lat: -14.5, codes: ['MZ0809', 'MZ0817', 'MZ0813'] },
];

export const frontier = neighbours.map(({ lon, lat, ...neighbour }) => ({ ...neighbour, ...pointOf(lon, lat) }));

/** With what a district makes a pair; undefined away from the frontier. */
export const neighbourOf = (code: Shape['code'] | null): Neighbour | undefined =>
  neighbours.find(({ codes }) => code !== null && codes.includes(code));
