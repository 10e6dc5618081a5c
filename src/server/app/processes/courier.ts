// The process `courier`. Reads only its own key file, and loads nothing that understands a text.
import { createLog } from '../../kit/log.ts';
import { parseCourierKeys } from '../../rooms/protect/index.ts';
import { readKeyFile } from '../key-files.ts';
import { logWords } from '../log-words.ts';
import { wireCourier } from '../wire-courier.ts';
import type { Process } from './process.ts';

export const run: Process = async (config, child) => {
  const keys = parseCourierKeys(await readKeyFile(config.keyFolder, 'courier.json'));
  const log = createLog({ level: config.logLevel, words: logWords });
  const { timeZone } = config;
  const courier = wireCourier({ connection: child.connection, keys, log, timeZone, clock: { offsetMs: 0 } });
  return {
    news: { ready: true },
    renewKeys: async () => {
      // In place: everything here holds the one ring.
      Object.assign(keys, parseCourierKeys(await readKeyFile(config.keyFolder, 'courier.json')));
      courier.reseal();
    },
    stop: courier.stop,
  };
};
