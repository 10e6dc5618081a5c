// The entry of the processes under the parent. Each loads only what it is.
import { z } from 'zod';
import { readConfig } from './config.ts';
import type { Process, Running } from './processes/process.ts';
import { plainWords } from './say.ts';

const processes: Readonly<Record<string, () => Promise<{ run: Process }>>> = {
  history: () => import('./processes/history.ts'),
  prepare: () => import('./processes/prepare.ts'),
  serve: () => import('./processes/serve.ts'),
  courier: () => import('./processes/courier.ts'),
  rotate: () => import('./processes/rotate.ts'),
};

const STOP_MS = 8_000;
const KeysChanged = z.object({ keysChanged: z.literal(true) });

async function main(): Promise<void> {
  const config = readConfig({ data: '.salama' });
  const load = processes[process.argv[2] ?? ''];
  if (!load || !config.child) throw new Error('this process is started by its parent: run `salama serve`');
  // Ctrl-C reaches the whole group; the parent decides when its children stop.
  process.on('SIGINT', () => undefined);
  process.on('SIGHUP', () => undefined);
  const { run } = await load();
  const running = await run(config, config.child);
  if (running) liveUntilTold(running);
  else process.disconnect?.();
}

/** Until the parent says stop or is gone: a child never outlives it. */
function liveUntilTold(running: Running): void {
  let stopping = false;
  const end = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), STOP_MS).unref();
    running.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('disconnect', end);
  process.on('SIGTERM', end);
  process.on('message', (message) => {
    // A file that cannot be read again leaves the keys as they were; the parent starts anew with what it finds.
    if (KeysChanged.safeParse(message).success) running.renewKeys?.().catch(end);
  });
  // Gone while this process was still starting: its going was not heard.
  process.send?.(running.news, undefined, undefined, (fault) => {
    if (fault) end();
  });
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${plainWords(error)}\n`);
  process.exit(1);
}
