// `salama import`: what others kept in files comes in by batches, each of which can be taken back.
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { openDb } from '../../db/client.ts';
import { findProgramme } from '../../db/programme.ts';
import { createLog } from '../../kit/log.ts';
import { type GazetteerImport, importGazetteer, listBatches, undoGazetteer } from '../../rooms/know/index.ts';
import { readConfig } from '../config.ts';
import { logWords } from '../log-words.ts';
import { type OpenDatabase, openDatabase } from '../open-database.ts';
import { say } from '../say.ts';
import { asOwner, migrateDatabase, readKeys } from '../set-up.ts';
import type { Given, Run } from './command.ts';

export const run: Run = async (given) => {
  const [what, subject] = given.positionals;
  const work = what === undefined ? undefined : works[what];
  if (!work || (subject === undefined && what !== 'list'))
    throw new Error('salama import gazetteer FILE | salama import list | salama import undo BATCH');
  const config = readConfig({ data: '.salama/programme' });
  const database = await openDatabase(config, createLog({ level: config.logLevel, words: logWords }));
  try {
    await migrateDatabase(database, await readKeys(config));
    return await work(database, subject ?? '', given);
  } finally {
    await database.close();
  }
};

type Work = (database: OpenDatabase, subject: string, given: Given) => Promise<number>;
const works: Readonly<Record<string, Work>> = { gazetteer: takeGazetteer, list: showBatches, undo: takeBack };

async function takeGazetteer(database: OpenDatabase, file: string, { values }: Given): Promise<number> {
  const origin = await originOf(database);
  const dryRun = values['dry-run'] === true;
  const bytes = await readFile(file);
  const source = typeof values['source'] === 'string' ? values['source'] : basename(file);
  const done = await asOwner(database, origin, (ctx) =>
    importGazetteer(ctx, bytes, { source, map: readMap(values['map']), dryRun, origin }),
  );
  say(reportOf(done, dryRun));
  if (typeof values['errors'] === 'string') await writeFile(values['errors'], faultsCsv(done));
  return 0;
}

const SHOWN_BATCHES = 50;

async function showBatches(database: OpenDatabase): Promise<number> {
  const batches = await asOwner(database, 'live', (ctx) => listBatches(ctx, SHOWN_BATCHES));
  say(
    batches.map(({ id, at, kind, source, added, state }) =>
      [id, at.toISOString(), kind, added, state, source].join('  '),
    ),
  );
  return 0;
}

async function takeBack(database: OpenDatabase, batchId: string): Promise<number> {
  await asOwner(database, await originOf(database), (ctx) => undoGazetteer(ctx, batchId));
  say([`${batchId}: desfeito / undone`]);
  return 0;
}

async function originOf(database: OpenDatabase): Promise<'live' | 'demonstration'> {
  return (await findProgramme(openDb(database.owner)))?.demonstration === true ? 'demonstration' : 'live';
}

/** `name=Aldeia,district=Distrito` */
function readMap(words: unknown): Record<string, string> {
  if (typeof words !== 'string') return {};
  return Object.fromEntries(
    words.split(',').map((pair) => {
      const [field = '', column = ''] = pair.split('=', 2);
      return [field.trim(), column.trim()];
    }),
  );
}

const SHOWN = 20;

function reportOf({ batchId, rows, villages, posts, known, faults }: GazetteerImport, dryRun: boolean): string[] {
  const byReason = [...Map.groupBy(faults, ({ reason }) => reason)];
  return [
    `linhas / rows: ${rows}`,
    `${dryRun ? 'seriam novos / would be new' : 'novos / new'}: ${villages} aldeias / villages, ${posts} postos / posts`,
    `já conhecidos / already known: ${known}`,
    `não colocados / not placed: ${faults.length}`,
    ...byReason.map(([reason, all]) => `  ${reason}: ${all.length} (${linesOf(all.map(({ row }) => row))})`),
    ...(batchId === undefined ? [] : [`lote / batch: ${batchId}`]),
  ];
}

function linesOf(rows: readonly number[]): string {
  const rest = rows.length - SHOWN;
  return `${rows.slice(0, SHOWN).join(', ')}${rest > 0 ? ` … +${rest}` : ''}`;
}

const faultsCsv = ({ faults }: GazetteerImport): string =>
  `${['row,reason', ...faults.map(({ row, reason }) => `${row},${reason}`)].join('\n')}\n`;
