// The whole past at once, for benches and for those who want to wait: tells how long it took and how much it is.
import { writeFile } from 'node:fs/promises';
import { createLog } from '../../kit/log.ts';
import type { Config } from '../config.ts';
import { logWords } from '../log-words.ts';
import { openDatabase } from '../open-database.ts';
import { prepare } from '../prepare.ts';
import { say } from '../say.ts';
import { readKeys } from '../set-up.ts';
import { nextSignal } from '../stay-up.ts';
import { describe } from './describe.ts';
import { writeWeeks } from './write-weeks.ts';

/** Resolves to the exit code. */
export async function seedWhole(config: Config, report: string | undefined): Promise<number> {
  const started = performance.now();
  let stopping = false;
  // Ended by a signal, the next one goes on after the week that was being written.
  void nextSignal().then(() => {
    stopping = true;
  });
  const database = await openDatabase(config, createLog({ level: config.logLevel, words: logWords }));
  try {
    await prepare(config, database, 'demonstration');
    const keys = await readKeys(config);
    const from = performance.now();
    const messages = await writeWeeks(database, keys, { isStopped: () => stopping, onWeek: tellWeek });
    if (stopping) return 1;
    const seconds = (performance.now() - from) / 1000;
    const rate = messages === 0 ? 0 : Math.round(messages / seconds);
    say(['', `${Math.round((performance.now() - started) / 1000)} s, ${rate} messages/s`, '']);
    const described = await describe(database);
    if (report === undefined) say(described);
    else await writeFile(report, `${described.join('\n').trimEnd()}\n`);
    return 0;
  } finally {
    await database.close();
  }
}

function tellWeek(left: number): void {
  if (left % 13 === 0) say([`${left} semanas / weeks`]);
}
