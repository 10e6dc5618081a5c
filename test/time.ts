// Salama's time in a test: moved on by leaps instead of waited for, and the moment at which nothing due is left.
import type pg from 'pg';
import { openDb } from '../src/server/db/client.ts';
import type { Clock } from '../src/server/db/tx.ts';
import type { Runner } from '../src/server/work/runner.ts';
import { askTick } from '../src/server/work/ticks.ts';
import { until } from './until.ts';

export type Leap = { days?: number; hours?: number; minutes?: number; seconds?: number; steps?: number };

export type Time = {
  drained(): Promise<void>;
  advance(leap: Leap): Promise<void>;
  now(): Date;
  /** How often the clock was moved so far. */
  leaps(): number;
};

type Settings = { clock: Clock; owner: pg.Pool; runner: Pick<Runner, 'poke'> };

export function openTime({ clock, owner, runner }: Settings): Time {
  let leaps = 0;
  const drained = async (): Promise<void> => {
    let left = '';
    await until(async () => {
      runner.poke();
      left = await findWork(owner, clock.offsetMs);
      return left === '';
    }, 'nothing due to be left').catch((error: unknown) => {
      throw new Error(`not drained: ${left}`, { cause: error });
    });
  };
  return {
    drained,
    advance: async ({ steps = 1, ...leap }) => {
      leaps += 1;
      for (let step = 0; step < steps; step += 1) {
        clock.offsetMs += Math.round(toMs(leap) / steps);
        await askTick({ db: openDb(owner), clock });
        await drained();
      }
    },
    now: () => new Date(Date.now() + clock.offsetMs),
    leaps: () => leaps,
  };
}

const toMs = ({ days = 0, hours = 0, minutes = 0, seconds = 0 }: Leap): number =>
  (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;

/** One word per piece of work that is due, being done, or was tried in vain; empty when there is none. */
async function findWork(owner: pg.Pool, offsetMs: number): Promise<string> {
  const { rows } = await owner.query<{ word: string }>(
    `select hearing || case when last_problem is null then '' else ' (tried ' || attempts || ' times: ' || last_problem || ')' end as word
       from task where state = 'waiting' and (run_at <= now() + make_interval(secs => $1) or last_problem is not null)
     union all select 'buried ' || hearing || ' (' || coalesce(last_problem, '') || ')' from task where state = 'buried'
     union all select 'text ' || template || ' ' || state || coalesce(' (' || last_problem || ')', '') from listen_outbound
       where state = 'sending' or (state = 'queued' and not_before <= now() + make_interval(secs => $1))`,
    [offsetMs / 1000],
  );
  return rows.map(({ word }) => word).join(', ');
}
