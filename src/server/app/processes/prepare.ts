// The process `prepare`: ends as soon as everything is ready for the others.
import { createLog } from '../../kit/log.ts';
import { logWords } from '../log-words.ts';
import { openAsOwner } from '../open-database.ts';
import { prepare } from '../prepare.ts';
import type { Process } from './process.ts';

export const run: Process = async (config, child) => {
  if (!child.owner) throw new Error('the preparing process needs the owner of the database');
  const database = openAsOwner(child.connection, child.owner, createLog({ level: config.logLevel, words: logWords }));
  try {
    await prepare(config, database, child.kind);
  } finally {
    await database.close();
  }
  return undefined;
};
