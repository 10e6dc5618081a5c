// Looks at the clocks every fifteen seconds. The task's name is the moment, so many processes ask for one tick, not many.

import type { Db } from '../db/client.ts';
import { askTask } from '../db/tasks.ts';
import { type Clock, systemTx } from '../db/tx.ts';
import type { Logger } from '../kit/log.ts';

const EVERY_MS = 15_000;

export function startTicks(settings: { db: Db; clock: Clock; log: Logger; onAsked(): void }): { stop(): void } {
  const ask = async (): Promise<void> => {
    try {
      await askTick(settings);
      settings.onAsked();
    } catch {
      settings.log.warn({ event: 'work.database-away' });
    }
  };
  const timer = setInterval(() => void ask(), EVERY_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

export async function askTick({ db, clock }: { db: Db; clock: Clock }): Promise<void> {
  await systemTx({ db, tx: { hearings: {}, clock, origin: 'live' }, actor: { id: 'rule', role: 'rule' } }, (ctx) =>
    askTask(ctx.tx, {
      id: `ta_tick_${Math.floor(ctx.now.getTime() / EVERY_MS)}`,
      hearing: 'tick',
      payload: {},
      runAt: ctx.now,
    }),
  );
}
