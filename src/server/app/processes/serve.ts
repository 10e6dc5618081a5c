// The process `serve`: web, intake and work. Reads only its own key file.
import { fileURLToPath } from 'node:url';
import { createLog } from '../../kit/log.ts';
import { parseServeKeys } from '../../rooms/protect/index.ts';
import type { ChildSettings, Config } from '../config.ts';
import { readKeyFile } from '../key-files.ts';
import { readLan } from '../lan-files.ts';
import { logWords } from '../log-words.ts';
import { playLive } from '../play-live.ts';
import { readTls } from '../tls.ts';
import { webFolderOf, wireServe } from '../wire-serve.ts';
import type { Process } from './process.ts';

const EVERYWHERE = '0.0.0.0';
const root = fileURLToPath(new URL('../../../../', import.meta.url));

export const run: Process = async (config: Config, child: ChildSettings) => {
  const keys = parseServeKeys(await readKeyFile(config.keyFolder, 'serve.json'));
  const log = createLog({ level: config.logLevel, words: logWords });
  const tls = await readTls(config.tls);
  const lan = await readLan(config);
  const { host, port, trustedProxies, timeZone, floodLimits, repliesAnHour, digestHour } = config;
  const at = {
    connection: child.connection,
    host,
    port,
    trustedProxies,
    timeZone,
    floodLimits,
    repliesAnHour,
    digestHour,
    country: 'MZ',
    clock: { offsetMs: 0 },
    webFolder: webFolderOf(root),
  } as const;
  const serving = await wireServe({
    ...at,
    keys,
    log,
    ...(tls ? { tls } : {}),
    ...(lan ? { lan: { ...lan, host: EVERYWHERE, port: config.lanPort } } : {}),
  });
  const play = child.play ? playLive(serving, log) : undefined;
  return {
    news: { ready: true, url: serving.url },
    renewKeys: async () => {
      // In place: everything here holds the one ring.
      Object.assign(keys, parseServeKeys(await readKeyFile(config.keyFolder, 'serve.json')));
      const fresh = await readLan(config);
      if (fresh) serving.lan?.renew(fresh.server);
    },
    stop: async () => {
      play?.stop();
      await serving.stop();
    },
  };
};
