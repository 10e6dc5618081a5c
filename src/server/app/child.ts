// The entry of the two processes under the parent: `serve` and `courier`. Each reads only its own key file.
import { fileURLToPath } from 'node:url';
import { createLog } from '../kit/log.ts';
import { parseCourierKeys, parseServeKeys } from '../rooms/protect/index.ts';
import { type Config, readConfig } from './config.ts';
import { playLive } from './play-live.ts';
import { readKeyFile } from './key-files.ts';
import { logWords } from './log-words.ts';
import { readTls } from './tls.ts';
import { wireCourier } from './wire-courier.ts';
import { webFolderOf, wireServe } from './wire-serve.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

export async function runServe(config: Config): Promise<() => Promise<void>> {
  const connection = childOf(config).connection;
  const keys = parseServeKeys(await readKeyFile(config.keyFolder, 'serve.json'));
  const log = createLog({ level: config.logLevel, words: logWords });
  const tls = await readTls(config.tls);
  const serving = await wireServe({
    connection, keys, log, clock: { offsetMs: 0 }, timeZone: config.timeZone, country: 'MZ', host: config.host, port: config.port, webFolder: webFolderOf(root), ...(tls ? { tls } : {}),
  });
  const play = childOf(config).play ? playLive(serving) : undefined;
  tellParent({ ready: true, url: serving.url });
  return async () => {
    play?.stop();
    await serving.stop();
  };
}

export async function runCourier(config: Config): Promise<() => Promise<void>> {
  const keys = parseCourierKeys(await readKeyFile(config.keyFolder, 'courier.json'));
  const log = createLog({ level: config.logLevel, words: logWords });
  const courier = wireCourier({ connection: childOf(config).connection, keys, log, clock: { offsetMs: 0 } });
  tellParent({ ready: true });
  return courier.stop;
}

function childOf(config: Config): NonNullable<Config['child']> {
  if (!config.child) throw new Error('this process is started by its parent: run `salama serve`');
  return config.child;
}

function tellParent(news: { ready: true; url?: string }): void {
  process.send?.(news);
}

/** Runs until the parent says stop or is gone: a child never outlives it. */
async function main(): Promise<void> {
  const config = readConfig({ data: '.salama' });
  const stop = process.argv[2] === 'courier' ? await runCourier(config) : await runServe(config);
  let stopping = false;
  const end = (): void => {
    if (stopping) return;
    stopping = true;
    const forced = setTimeout(() => process.exit(1), 8_000);
    forced.unref();
    void stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('disconnect', end);
  // Ctrl-C reaches the whole group; the parent decides when its children stop.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', end);
}

await main();
