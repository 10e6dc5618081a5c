// The runner with its own login over a real database: what it hears, what it gives back, what it buries.
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openScratchDatabase, type ScratchDatabase } from '../../../test/database.ts';
import { until } from '../../../test/until.ts';
import { problem } from '../../shared/kit/problem.ts';
import { askTask } from '../db/tasks.ts';
import { turns } from '../db/turn.ts';
import { type Ctx, systemTx, type TxSettings } from '../db/tx.ts';
import { createLog } from '../kit/log.ts';
import { type Hearer, type Hearers, type Runner, type RunnerSettings, startRunner } from './runner.ts';

let scratch: ScratchDatabase;
let settings: TxSettings;
let runners: Runner[] = [];

beforeAll(async () => {
  scratch = await openScratchDatabase();
});
beforeEach(async () => {
  settings = { hearings: {}, clock: { offsetMs: 0 }, origin: 'live' };
  await scratch.owner.query('truncate task, journal');
});
afterEach(async () => {
  await Promise.all(runners.map((runner) => runner.stop()));
  runners = [];
});
afterAll(() => scratch?.close());

const rule = { id: 'rule', role: 'rule' } as const;
const ask = (id: string): Promise<void> =>
  systemTx({ db: scratch.as('worker'), tx: settings, actor: rule }, (ctx) =>
    askTask(ctx.tx, { id, hearing: 'note', payload: { of: id }, runAt: ctx.now }),
  );
/** Leaves a fact behind: one per time it was heard and not rolled back. */
const note: Hearer = async (ctx: Ctx, payload) => {
  await ctx.emit('gateway.up', { subjectId: JSON.stringify(payload) }, { gatewayId: 'sms-1' });
};
const start = (hearers: Hearers, over: Partial<RunnerSettings> = {}): Runner => {
  const runner = startRunner({
    db: scratch.as('worker'),
    tx: settings,
    hearers,
    log: createLog({ level: 'silent' }),
    onBuried: async () => undefined,
    chance: () => 0.5,
    ...over,
  });
  runners.push(runner);
  return runner;
};
async function heard(): Promise<string[]> {
  const { rows } = await scratch.owner.query<{ subject_id: string }>(
    `select subject_id from journal where event = 'gateway.up' order by subject_id`,
  );
  return rows.map((row) => row.subject_id);
}
async function tasks(): Promise<unknown[]> {
  const { rows } = await scratch.owner.query('select id, state, attempts, last_problem from task order by id');
  return rows;
}

test('in a crowd the follow-up rests between two pieces of work, and danger ends the rest at once', async () => {
  await ask('first');
  await ask('second');
  const order: string[] = [];
  const runner = start(
    {
      note: async (_, payload) => {
        order.push(JSON.stringify(payload));
      },
    },
    { isCrowded: () => true, restMs: 600_000 },
  );
  await until(() => order.length === 1, 'the first');
  await systemTx({ db: scratch.as('worker'), tx: settings, actor: rule }, (ctx) =>
    askTask(ctx.tx, { id: 'danger', hearing: 'note', payload: { of: 'danger' }, runAt: ctx.now, turn: turns.first }),
  );
  runner.hurry();
  await until(() => order.length > 1, 'the danger');
  expect(order.slice(0, 2)).toEqual([saying('first'), saying('danger')]);
});

test('what a piece of work sets off has waited as long as the work: it is done before what came in later', async () => {
  settings = { ...settings, hearings: { 'gateway.down': ['follow'] } };
  await ask('first');
  await ask('second');
  const order: string[] = [];
  let looks = 0;
  const runner = start(
    {
      note: async (ctx, payload) => {
        order.push(JSON.stringify(payload));
        await ctx.emit('gateway.down', { subjectId: 'sms-1' }, { gatewayId: 'sms-1' });
      },
      follow: async () => void order.push('follow'),
    },
    // A crowd at each claim, so that one task is taken at a time, and gone before it would be waited for.
    { concurrency: 1, isCrowded: () => looks++ % 2 === 0 },
  );
  await runner.drained();
  expect(order).toEqual([saying('first'), 'follow', saying('second'), 'follow']);
});

const saying = (id: string): string => JSON.stringify({ of: id });

test('two workers and forty tasks: each is heard exactly once and none is left', async () => {
  const ids = Array.from({ length: 40 }, (_, n) => `ta_${String(n).padStart(2, '0')}`);
  for (const id of ids) await ask(id);
  const both = [start({ note }), start({ note })];
  await Promise.all(both.map((runner) => runner.drained()));
  // A worker that found nothing left may be ready while the other still ends its last ones.
  await Promise.all(both.map((runner) => runner.stop()));
  expect(await heard()).toEqual(ids.map(saying));
  expect(await tasks()).toEqual([]);
});

test('who asks for work and then for silence finds it done, whatever the loop was doing at that moment', async () => {
  const runner = start({ note }, { idleMs: 1 });
  for (let n = 0; n < 40; n += 1) {
    await ask(`ta_${n}`);
    await runner.drained();
    expect(await tasks()).toEqual([]);
  }
});

test('idle for an hour, it works at once when poked', async () => {
  const worked = Promise.withResolvers<unknown>();
  const runner = start({ note: async (_ctx, payload) => worked.resolve(payload) }, { idleMs: 3_600_000 });
  await runner.drained();
  await ask('ta_one');
  runner.poke();
  expect(await worked.promise).toEqual({ of: 'ta_one' });
});

test('a deed that fails leaves nothing of itself; tried again later, it is done once', async () => {
  let tries = 0;
  const runner = start({
    note: async (ctx, payload) => {
      await note(ctx, payload);
      tries += 1;
      if (tries === 1) throw problem('database.away');
    },
  });
  await ask('ta_one');
  await runner.drained();
  expect(await heard()).toEqual([]);
  expect(await tasks()).toEqual([{ id: 'ta_one', state: 'waiting', attempts: 1, last_problem: 'database.away' }]);
  settings.clock.offsetMs = 60_000;
  await runner.drained();
  expect(await heard()).toEqual([saying('ta_one')]);
  expect(await tasks()).toEqual([]);
});

test('one bad task does not hold up the others', async () => {
  const runner = start({
    note: async (ctx, payload) => {
      if (JSON.stringify(payload) === saying('ta_bad')) throw new Error('841234567 disse');
      await note(ctx, payload);
    },
  });
  for (const id of ['ta_bad', 'ta_a', 'ta_b']) await ask(id);
  await runner.drained();
  expect(await heard()).toEqual([saying('ta_a'), saying('ta_b')]);
  // The error's own words could quote a telling: its kind alone is kept.
  expect(await tasks()).toEqual([{ id: 'ta_bad', state: 'waiting', attempts: 1, last_problem: 'Error' }]);
});

test('work whose hearer is gone stays, for the version that knows it', async () => {
  await ask('ta_one');
  await start({}).drained();
  expect(await tasks()).toEqual([{ id: 'ta_one', state: 'waiting', attempts: 1, last_problem: 'Error' }]);
});

test('a worker that was overtaken while it worked takes back all it did', async () => {
  const runner = start({
    note: async (ctx, payload) => {
      await note(ctx, payload);
      // Its lease ended and another worker claimed the task.
      await scratch.owner.query('update task set fence = fence + 1');
    },
  });
  await ask('ta_one');
  await runner.drained();
  expect(await heard()).toEqual([]);
  expect(await tasks()).toEqual([{ id: 'ta_one', state: 'waiting', attempts: 1, last_problem: null }]);
});

test('what would be done again does not wait for the disk; what somebody was told of does', async () => {
  const asked = async (ctx: Ctx): Promise<unknown> =>
    (
      await sql`select source = 'session' as own, setting from pg_settings where name = 'synchronous_commit'`.execute(
        ctx.tx,
      )
    ).rows[0];
  let seen: unknown;
  const runner = start({
    note: async (ctx) => {
      seen = await asked(ctx);
    },
  });
  await ask('ta_one');
  await runner.drained();
  expect(seen).toEqual({ own: true, setting: 'off' });
  const deed = { db: scratch.as('worker'), tx: settings, actor: rule };
  expect(await systemTx(deed, asked)).toMatchObject({ own: false });
});

test('a task that failed twelve times is buried, and a person is told once', async () => {
  await ask('ta_one');
  await scratch.owner.query('update task set attempts = 11');
  const runner = start(
    {
      note: async () => {
        throw problem('seal.broken');
      },
    },
    { onBuried: (ctx, task) => note(ctx, { of: task.id }) },
  );
  await runner.drained();
  settings.clock.offsetMs = 86_400_000;
  await runner.drained();
  expect(await tasks()).toEqual([{ id: 'ta_one', state: 'buried', attempts: 12, last_problem: 'seal.broken' }]);
  expect(await heard()).toEqual([saying('ta_one')]);
});

test('a burial that nobody could be told of has not happened: it comes again when the lease ends', async () => {
  await ask('ta_one');
  await scratch.owner.query('update task set attempts = 11');
  let deaf = true;
  const runner = start(
    {
      note: async () => {
        throw problem('seal.broken');
      },
    },
    {
      onBuried: async (ctx, task) => {
        if (deaf) throw problem('database.away');
        await note(ctx, { of: task.id });
      },
    },
  );
  await runner.drained();
  expect(await tasks()).toEqual([{ id: 'ta_one', state: 'waiting', attempts: 12, last_problem: null }]);
  deaf = false;
  await scratch.owner.query(`update task set lease_until = now() - interval '1 second'`);
  await runner.drained();
  expect(await tasks()).toEqual([{ id: 'ta_one', state: 'buried', attempts: 13, last_problem: 'seal.broken' }]);
  expect(await heard()).toEqual([saying('ta_one')]);
});

test('stopped, it ends what it has begun and begins nothing more', async () => {
  const begun = Promise.withResolvers<void>();
  const letGo = Promise.withResolvers<void>();
  const runner = start(
    {
      note: async (ctx, payload) => {
        begun.resolve();
        await letGo.promise;
        await note(ctx, payload);
      },
    },
    { concurrency: 1 },
  );
  await ask('ta_one');
  await ask('ta_two');
  runner.poke();
  await begun.promise;
  const stopped = runner.stop();
  letGo.resolve();
  await stopped;
  expect(await heard()).toHaveLength(1);
  expect(await tasks()).toHaveLength(1);
});
