// The life of `demo` and `serve`: database, keys, schema, the two processes; then wait; then leave nothing behind.
import { createLog } from '../kit/log.ts';
import type { Config } from './config.ts';
import { logWords } from './log-words.ts';
import { openDatabase } from './open-database.ts';
import { raiseFamily, runHistory, runPrepare, runRotate } from './parent.ts';

export type Life = {
  config: Config;
  kind: 'programme' | 'demonstration';
  play: boolean;
  onReady(url: string): void;
};

/** Resolves with the exit code when a signal has ended it, once everything is closed. */
export async function stayUp(life: Life): Promise<number> {
  const log = createLog({ level: life.config.logLevel, words: logWords });
  const signal = nextSignal();
  const database = await openDatabase(life.config, log);
  try {
    const behind = { connection: database.connection, owner: database.ownerLogin, kind: life.kind };
    await runPrepare(life.config, behind);
    // Keys that cannot be changed today are no reason to leave the phones unanswered: the cause is printed, and asked again later.
    await runRotate(life.config, behind).catch(() => log.error({ event: 'keys.not-rotated' }));
    const family = await raiseFamily(life.config, { ...behind, play: life.play }, log);
    life.onReady(family.url);
    const history = life.kind === 'demonstration' ? runHistory(life.config, behind, log) : undefined;
    await signal;
    await history?.stop();
    await family.stop();
    return 0;
  } finally {
    await database.close();
  }
}

/** npm forwards a Ctrl-C that the terminal has sent already: the second one is the first again. */
export function nextSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => resolve());
  });
}
