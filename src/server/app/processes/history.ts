// The process `history`: writes the rest of the demonstration's past behind the others, slower than they, and ends when it is whole.
import { constants, setPriority } from 'node:os';
import { createLog } from '../../kit/log.ts';
import { writeWeeks } from '../demonstration/write-weeks.ts';
import { logWords } from '../log-words.ts';
import { openAsOwner } from '../open-database.ts';
import { say } from '../say.ts';
import { readKeys } from '../set-up.ts';
import type { Process } from './process.ts';

export const run: Process = async (config, child) => {
  if (!child.owner) throw new Error('the past is written as the owner of the database');
  setPriority(constants.priority.PRIORITY_LOW);
  const keys = await readKeys(config);
  const database = openAsOwner(child.connection, child.owner, createLog({ level: config.logLevel, words: logWords }));
  let stopping = false;
  const written = writeWeeks(database, keys, { isStopped: () => stopping, onWeek: tellEnd }).finally(() =>
    database.close(),
  );
  // When it is whole, nothing is left to do; when it fails, the next start goes on where it stopped.
  const ended = written.then(
    () => process.disconnect?.(),
    () => process.exit(1),
  );
  return {
    news: { ready: true },
    stop: async () => {
      stopping = true;
      await ended;
    },
  };
};

function tellEnd(left: number): void {
  if (left === 0) say(['Dezoito meses de história estão prontos. / Eighteen months of history are there.']);
}
