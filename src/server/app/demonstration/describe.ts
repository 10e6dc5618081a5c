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
    ...whereToLook,
    ...table('Database', { rows: total, megabytes: Math.round(megabytes) }),
  ];
}

/** The programme's own facts, and where a visitor finds them; what has no room yet says which part it waits for. */
const whereToLook: readonly string[] = [
  '## Where to look',
  '',
  '| Of the programme | Where to look | Not yet |',
  '| --- | --- | --- |',
  '| N1: over 250 councils, 100 more | `coordenadora` → Mapa: councils and councils heard of each district in the table; signs "Conselhos por criar": where the 100 are to come. They are in no other figure | participants, people who benefit, the steps from plan to council, meetings: with the registry of councils |',
  '| N2: information as early warning | `coordenadora` → Hoje: danger to life, told by district and day; the bell on every page; Mapa: rates by council heard or by people, where nobody is heard | signals, alerts, pulse: with early warning; notices to councils: with the registry |',
  '| N3: feedback loops | `coordenadora` → Hoje: answered and judged clear, asked, replied, by week; Preocupações → one that is closed: answer, "clear?", "solved?"; `comandante`, `comandante.distrital`, `comandante.lichinga`, `comandante.nampula` → A minha lista | trust on both sides: with surveys; a digest for each council: with the registry |',
  '| N4: each party honours its part | `coordenadora` → Hoje: what is late and whose, what a post lacks; Postos: answered in time, median, "no fuel" and since when; `comandante.distrital` → Os meus postos | promises: with the registry of councils |',
  '| N5: crime in outskirts | `coordenadora` → Preocupações: filter by type, place and days, kept as a link; Mapa by district | hotspots down to the bairro, local safety plans: with early warning and the registry |',
  '',
];

const table = (title: string, counts: Readonly<Record<string, number>>): string[] => [
  `## ${title}`,
  '',
  '| | |',
  '| --- | ---: |',
  ...Object.entries(counts).map(([what, n]) => `| ${what} | ${n.toLocaleString('en')} |`),
  '',
];
