// The process `rotate`: changes what is due of the keys, writes the fact, says whether anything changed, and ends.
import { createLog } from '../../kit/log.ts';
import { renewLan } from '../lan.ts';
import { logWords } from '../log-words.ts';
import { openAsOwner } from '../open-database.ts';
import { rotateKeyFiles } from '../rotate-keys.ts';
import { asOwner } from '../set-up.ts';
import type { Process } from './process.ts';

export const run: Process = async (config, child) => {
  const renewed = await renewLan(config, new Date());
  if (renewed) process.send?.({ rotated: true });
  const rotation = await rotateKeyFiles(config.keyFolder, new Date());
  if (!rotation) return undefined;
  process.send?.({ rotated: true });
  if (!child.owner) return undefined;
  const database = openAsOwner(child.connection, child.owner, createLog({ level: config.logLevel, words: logWords }));
  try {
    await asOwner(database, 'live', (ctx) => ctx.emit('keys.rotated', { subjectId: 'keys' }, rotation));
  } finally {
    await database.close();
  }
  return undefined;
};
