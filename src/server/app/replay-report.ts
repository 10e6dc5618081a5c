// What became of a replayed stream, in counts: no text of it leaves the database.
import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Db } from '../db/client.ts';
import { countTasks } from '../db/tasks.ts';
import { countInbound, countOutbound, countOutcomes, countReports } from '../rooms/listen/index.ts';
import { countDuplicates } from '../rooms/respond/index.ts';
import type { ReplayCounts } from './replay.ts';

export async function replayReport(db: Db, run: { counts: ReplayCounts; seconds: number }): Promise<string[]> {
  const [inbound, outcomes, reports, outbound, tasks, duplicates] = await Promise.all([
    countInbound(db, 'replay'),
    countOutcomes(db, 'replay'),
    countReports(db, 'replay'),
    countOutbound(db, 'replay'),
    countTasks(db),
    countDuplicates(db, 'replay'),
  ]);
  const total = (keep: (row: (typeof reports)[number]) => boolean): number =>
    reports.filter(keep).reduce((sum, row) => sum + row.n, 0);
  const { counts } = run;
  return [
    '| what | count |',
    '|---|---|',
    `| rows sent through the gateway | ${counts.sent} |`,
    `| accepted (durable) | ${counts.accepted} |`,
    ...Object.entries(counts.refused).map(([code, n]) => `| refused: ${code} | ${n} |`),
    `| given up | ${counts.failed} |`,
    `| texts stored | ${inbound} |`,
    ...Object.entries(outcomes).map(([kind, n]) => `| ended as: ${kind} | ${n} |`),
    `| reports with a type | ${total((row) => row.classCode !== '-')} |`,
    `| reports with a place | ${total((row) => row.placed)} |`,
    `| reports telling danger to life | ${total((row) => row.danger)} |`,
    ...['ordinary', 'protection', 'oversight'].map(
      (lane) => `| reports in the ${lane} lane | ${total((row) => row.lane === lane)} |`,
    ),
    `| likely duplicates offered | ${duplicates} |`,
    ...Object.entries(outbound).map(([state, n]) => `| outbound texts ${state} | ${n} |`),
    `| work still due / buried | ${tasks.due} / ${tasks.buried} |`,
    `| seconds from first row to empty queue | ${run.seconds.toFixed(0)} |`,
  ];
}

/** The way it was made, without the folder in which the reports lay. */
export const replayCommand = (file: string, { map, areas }: { map: string; areas: unknown }): string =>
  [
    'npm run salama -- replay',
    basename(file),
    '--map',
    map,
    ...(typeof areas === 'string' ? ['--areas', areas] : []),
  ].join(' ');

export async function writeReplayReport(file: string, command: string, table: readonly string[]): Promise<void> {
  const head = [
    '# A stream of real citizen reports, replayed',
    '',
    'Counts only: no text of the stream is kept here.',
    `Made on ${new Date().toISOString().slice(0, 10)} by \`${command} --report FILE\`.`,
    '',
  ];
  await writeFile(file, `${[...head, ...table].join('\n')}\n`);
}
