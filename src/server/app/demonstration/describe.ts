// What the demonstration contains, with its true counts: `salama demo --seed --report FILE` writes it, nobody types it.
import { openDb } from '../../db/client.ts';
import { listSizes } from '../../db/count-rows.ts';
import { countWorld } from '../../rooms/know/index.ts';
import { countOutcomes } from '../../rooms/listen/index.ts';
import { countMatters } from '../../rooms/respond/index.ts';
import type { OpenDatabase } from '../open-database.ts';
import { asOwner } from '../set-up.ts';
import { themes } from './history/themes/index.ts';

export async function describe(database: Pick<OpenDatabase, 'owner'>): Promise<string[]> {
  const db = openDb(database.owner);
  const outcomes = await countOutcomes(db, 'demonstration');
  const [world, matters] = await asOwner(database, 'demonstration', async (ctx) => [
    await countWorld(ctx),
    await countMatters(ctx),
  ]);
  const messages = Object.values(outcomes).reduce((sum, n) => sum + n, 0);
  const sizes = await listSizes(db);
  const megabytes = sizes.reduce((sum, { bytes }) => sum + bytes, 0) / 2 ** 20;
  const total = sizes.reduce((sum, { rows }) => sum + rows, 0);
  return [
    '# What the demonstration contains',
    '',
    `Invented and marked. Seed fixed, dates relative to the day of init. Made by \`salama demo --seed --report\`; themes: ${themes.map(({ name }) => name).join(', ')}.`,
    '',
    ...table('The world', world),
    ...table('Messages in', { 'messages in': messages, ...outcomes }),
    ...table('Matters, work and answers', matters),
    ...table('Database', { rows: total, megabytes: Math.round(megabytes) }),
  ];
}

const table = (title: string, counts: Readonly<Record<string, number>>): string[] => [
  `## ${title}`,
  '',
  '| | |',
  '| --- | ---: |',
  ...Object.entries(counts).map(([what, n]) => `| ${what} | ${n.toLocaleString('en')} |`),
  '',
];
