// `salama gateway`: configures a gateway. Settings come from a file or standard input, so that secrets stay out of the shell's history.
import { readFile } from 'node:fs/promises';
import { createLog } from '../../kit/log.ts';
import { addGateway, isReserved } from '../../rooms/listen/index.ts';
import { readConfig } from '../config.ts';
import { logWords } from '../log-words.ts';
import { openDatabase } from '../open-database.ts';
import { say } from '../say.ts';
import { asOwner, migrateDatabase, readKeys } from '../set-up.ts';
import type { Run } from './command.ts';

export const run: Run = async ({ values, positionals }) => {
  const [id] = positionals;
  const { channel, settings } = values;
  if (!id || !/^[a-z][a-z0-9-]{2,30}$/.test(id) || typeof channel !== 'string' || typeof settings !== 'string')
    throw new Error('salama gateway ID --channel CHANNEL --settings FILE');
  if (isReserved({ id, channelId: channel }))
    throw new Error(
      `${id} / ${channel}: reservado à repetição e aos telefones simulados; escolha outro nome. / Kept for replays and simulated phones; choose another name.`,
    );
  const raw: unknown = JSON.parse(await readFile(settings === '-' ? '/dev/stdin' : settings, 'utf8'));
  const config = readConfig({ data: '.salama/programme' });
  const database = await openDatabase(config, createLog({ level: config.logLevel, words: logWords }));
  try {
    const keys = await readKeys(config);
    await migrateDatabase(database, keys);
    await asOwner(database, 'live', (ctx) =>
      addGateway(ctx, keys.serve, { id, channelId: channel, settings: raw, sends: values['sends'] === true }),
    );
    say([`/gateway/${id}/`]);
    return 0;
  } finally {
    await database.close();
  }
};
