// `salama import`: what others kept in files comes in by batches, each of which can be taken back.
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { MOST_SOURCE, ReportMap, SourceLabel } from '../../../shared/contract/imports.ts';
import { Problem } from '../../../shared/kit/problem.ts';
import { openDb } from '../../db/client.ts';
import { findProgramme } from '../../db/programme.ts';
import { createLog } from '../../kit/log.ts';
import { localDay } from '../../kit/programme-time.ts';
import {
  findBatch,
  importCouncils,
  importGazetteer,
  listBatches,
  undoCouncils,
  undoGazetteer,
} from '../../rooms/know/index.ts';
import { importReports, previewReports, undoReports } from '../../rooms/listen/index.ts';
import type { ServeKeys } from '../../rooms/protect/index.ts';
import { type Config, readConfig } from '../config.ts';
import { makeImportTools, zoneHoursOf } from '../import-tools.ts';
import { logWords } from '../log-words.ts';
import { type OpenDatabase, openDatabase } from '../open-database.ts';
import { inWords } from '../problem-words.ts';
import { say } from '../say.ts';
import { asOwner, migrateDatabase, readKeys } from '../set-up.ts';
import { tellCouncils, tellGazetteer, tellReports } from '../tell-import.ts';
import { openWorld } from '../world.ts';
import type { Given, Run } from './command.ts';

export const run: Run = async (given) => {
  const [what, subject] = given.positionals;
  const work = what === undefined ? undefined : works[what];
  if (!work || (subject === undefined && what !== 'list'))
    throw new Error('salama import gazetteer|councils|reports FILE | salama import list | salama import undo BATCH');
  const config = readConfig({ data: '.salama/programme' });
  const database = await openDatabase(config, createLog({ level: config.logLevel, words: logWords }));
  try {
    const keys = await readKeys(config);
    await migrateDatabase(database, keys);
    return await work(database, subject ?? '', { ...given, config, keys: keys.serve });
  } catch (error) {
    throw error instanceof Problem && error.code.startsWith('import.') ? await inWords(error) : error;
  } finally {
    await database.close();
  }
};

type Work = (
  database: OpenDatabase,
  subject: string,
  given: Given & { config: Config; keys: ServeKeys },
) => Promise<number>;
const works: Readonly<Record<string, Work>> = {
  gazetteer: takeGazetteer,
  councils: takeCouncils,
  reports: takeReports,
  list: showBatches,
  undo: takeBack,
};

async function takeGazetteer(database: OpenDatabase, file: string, { values }: Given): Promise<number> {
  const origin = await originOf(database);
  const dryRun = values['dry-run'] === true;
  const bytes = await readFile(file);
  const done = await asOwner(database, origin, (ctx) =>
    importGazetteer(ctx, bytes, { source: sourceOf(values, file), map: readMap(values['map']), dryRun, origin }),
  );
  say(tellGazetteer(done, dryRun));
  await writeFaults(values['errors'], done.faults);
  return 0;
}

/** Councils that are like one that stands already are listed, and come in with `--anyway`. */
async function takeCouncils(
  database: OpenDatabase,
  file: string,
  { values, config }: Parameters<Work>[2],
): Promise<number> {
  const origin = await originOf(database);
  const dryRun = values['dry-run'] === true;
  const bytes = await readFile(file);
  const how = { source: sourceOf(values, file), map: readMap(values['map']), epoch: epochOf(values), dryRun, origin };
  const done = await asOwner(database, origin, (ctx) =>
    importCouncils(ctx, bytes, {
      ...how,
      anyway: values['anyway'] === true,
      today: localDay(ctx.now, config.timeZone),
      zoneHours: zoneHoursOf(config.timeZone),
    }),
  );
  say(tellCouncils(done, dryRun));
  await writeFaults(values['errors'], done.faults);
  return 0;
}

const epochOf = (values: Given['values']): '1900' | '1904' => (values['epoch'] === '1904' ? '1904' : '1900');

/** The rows wait in the queue, sealed; `serve` takes them in. */
async function takeReports(
  database: OpenDatabase,
  file: string,
  { values, config, keys }: Parameters<Work>[2],
): Promise<number> {
  const db = openDb(database.owner);
  const tools = makeImportTools(db, { keys, world: await openWorld(db), timeZone: config.timeZone });
  const map = values['map'] === undefined ? undefined : ReportMap.parse(readMap(values['map']));
  const epoch = epochOf(values);
  const given = { file: await readFile(file), map, epoch, anywhere: true };
  const told = await asOwner(database, 'import', async (ctx) => {
    const seen = await previewReports(ctx, given, tools);
    if (values['dry-run'] === true) return seen;
    const source = SourceLabel.parse(sourceOf(values, file));
    return { ...seen, ...(await importReports(ctx, { ...given, map: seen.map, source }, tools)) };
  });
  say(tellReports(told));
  await writeFaults(values['errors'], told.faults);
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

const undoes = { reports: undoReports, councils: undoCouncils, gazetteer: undoGazetteer } as const;

async function takeBack(database: OpenDatabase, batchId: string): Promise<number> {
  await asOwner(database, await originOf(database), async (ctx) => {
    const batch = await findBatch(ctx, batchId);
    await undoes[batch?.kind ?? 'gazetteer'](ctx, batchId);
  });
  say([`${batchId}: desfeito / undone`]);
  return 0;
}

async function originOf(database: OpenDatabase): Promise<'live' | 'demonstration'> {
  return (await findProgramme(openDb(database.owner)))?.demonstration === true ? 'demonstration' : 'live';
}

/** The name of the file where nobody says more, without what a label may not hold. */
const sourceOf = (values: Given['values'], file: string): string =>
  typeof values['source'] === 'string'
    ? values['source']
    : basename(file)
        .replace(/\d{3,}|@/g, '…')
        .slice(0, MOST_SOURCE);

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

/** Rows and reasons only, and the id of a council that a row is like: no name, no text. */
async function writeFaults(
  file: unknown,
  faults: readonly { row: number; reason: string; like?: string }[],
): Promise<void> {
  if (typeof file !== 'string') return;
  const lines = faults.map(({ row, reason, like }) => [row, reason, ...(like ? [like] : [])].join(','));
  await writeFile(file, `${['row,reason', ...lines].join('\n')}\n`);
}
