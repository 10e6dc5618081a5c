// `salama migrate`: runtime logins and schema, as the owner of the database.

import { createLog } from '../../kit/log.ts';
import { readConfig } from '../config.ts';
import { logWords } from '../log-words.ts';
import { openDatabase } from '../open-database.ts';
import { say } from '../say.ts';
import { migrateDatabase, readKeys } from '../set-up.ts';
import type { Run } from './command.ts';

export const run: Run = async () => {
  const config = readConfig({ data: '.salama/programme' });
  const database = await openDatabase(config, createLog({ level: config.logLevel, words: logWords }));
  try {
    const ran = await migrateDatabase(database, await readKeys(config));
    say([ran.length === 0 ? 'Nada a fazer. / Nothing to do.' : ran.join('\n')]);
    return 0;
  } finally {
    await database.close();
  }
};
