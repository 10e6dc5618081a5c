// Invented texts and senders for load.
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';

const places = ['Nantalika', 'Mirambela', 'Nakirwe', 'Massopelo', 'Mwalani', 'Mutulua'];
const tellings = [
  'roubo mota em',
  'roubo gado em',
  'furto telefone no mercado de',
  'burla mpesa em',
  'lampada partida, sem luz em',
  'acidente na estrada de',
];

export const sender = (index: number): string => `+25880${String(1_000_000 + index).padStart(7, '0')}`;
export const text = (index: number): string => {
  const place = places[Math.floor(index / tellings.length) % places.length];
  return `${tellings[index % tellings.length]} ${place} hoje, caso ${index}`;
};

/** Types that a rule may release, told by code: her own word. */
const codes = ['C01', 'C02', 'C03', 'C04', 'C05', 'C06', 'G06', 'I01', 'I02', 'I04', 'J06'];
const District = z.object({ district: z.string() });
const file = readFileSync(new URL('../data/districts.csv', import.meta.url));
const districts = z.array(District).parse(parse(file, { columns: true, bom: true }));

/** As many matters as no two of which are one: each type in each district. */
export const MATTERS = codes.length * districts.length;
export const matter = (index: number): string =>
  `${codes[index % codes.length]} em ${districts[Math.floor(index / codes.length) % districts.length]?.district}`;
