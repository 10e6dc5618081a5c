// Everything that must be true before the processes start: keys, roles, schema, a programme. Runs in a process of its own that
// ends, so that nothing of it stays in the parent's memory.
import type { Config } from './config.ts';
import { FIRST_WEEKS, writeWeeks } from './demonstration/write-weeks.ts';
import type { OpenDatabase } from './open-database.ts';
import { beginDemonstration, hasProgramme, makeKeys, migrateDatabase, readKeys } from './set-up.ts';

export async function prepare(
  config: Config,
  database: OpenDatabase,
  kind: 'programme' | 'demonstration',
): Promise<void> {
  const keys = kind === 'demonstration' ? (await makeKeys(config, kind)).keys : await readKeys(config);
  await migrateDatabase(database, keys);
  if (await hasProgramme(database)) return;
  if (kind === 'demonstration') {
    await beginDemonstration(database, keys, config.demo);
    // The newest weeks are there when the first page is; the others come behind it.
    await writeWeeks(database, keys, { most: FIRST_WEEKS });
  } else
    throw new Error(
      'Ainda não há programa nesta pasta: comece com `salama init`. / There is no programme here yet: begin with `salama init`.',
    );
}
