// The queue over real connections of the worker's own login.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openScratchDatabase, type ScratchDatabase } from '../../../test/database.ts';
import { askTask, type ClaimedTask, claimTasks, countTasks, finishTask, postponeTask } from './tasks.ts';
import { type Turn, turns } from './turn.ts';
import { type Ctx, systemTx, type TxSettings } from './tx.ts';

const settings: TxSettings = { hearings: {}, clock: { offsetMs: 0 }, origin: 'live' };
let scratch: ScratchDatabase;

beforeAll(async () => {
  scratch = await openScratchDatabase();
});
beforeEach(() => scratch.owner.query('delete from task'));
afterAll(() => scratch?.close());

const inTx = <T>(deed: (ctx: Ctx) => Promise<T>): Promise<T> =>
  systemTx({ db: scratch.as('worker'), tx: settings, actor: { id: 'rule', role: 'rule' } }, deed);
const ask = (id: string, minutesFromNow = -1, turn: Turn = turns.usual): Promise<void> =>
  inTx((ctx) =>
    askTask(ctx.tx, {
      id,
      hearing: 'hear',
      payload: { of: id },
      runAt: new Date(ctx.now.getTime() + minutesFromNow * 60_000),
      turn,
    }),
  );
const claim = (most = 10, offsetMs = 0): Promise<ClaimedTask[]> => claimTasks(scratch.as('worker'), most, offsetMs);
const finish = (task: ClaimedTask): Promise<boolean> => inTx((ctx) => finishTask(ctx.tx, task));
const postpone = (task: ClaimedTask, chance = 0.5): Promise<boolean> =>
  postponeTask(scratch.as('worker'), task, { problem: 'database.away', chance });
const leaseEnds = (id: string) =>
  scratch.owner.query(`update task set lease_until = now() - interval '1 second' where id = $1`, [id]);

async function only(): Promise<ClaimedTask> {
  const [task, second] = await claim();
  if (!task || second) throw new Error('one task was expected');
  return task;
}

type Row = {
  state: string;
  attempts: number;
  fence: string;
  last_problem: string | null;
  wait: number;
  leased: boolean;
};
async function rowOf(id: string): Promise<Row | undefined> {
  const { rows } = await scratch.owner.query<Row>(
    'select state, attempts, fence, last_problem, extract(epoch from run_at - now())::float as wait, lease_until is not null as leased from task where id = $1',
    [id],
  );
  return rows[0];
}

test('eight workers reach for forty tasks at once: each task is worked by one', async () => {
  const ids = Array.from({ length: 40 }, (_, n) => `ta_${n}`);
  for (const id of ids) await ask(id);
  const worker = async (): Promise<string[]> => {
    const taken: string[] = [];
    for (let tasks = await claim(3); tasks.length > 0; tasks = await claim(3))
      taken.push(...tasks.map((task) => task.id));
    return taken;
  };
  const taken = (await Promise.all(Array.from({ length: 8 }, worker))).flat();
  expect(taken.sort()).toEqual(ids.sort());
});

test('what is due first is claimed first, and what is not due yet is left', async () => {
  await ask('ta_second', -1);
  await ask('ta_first', -5);
  await ask('ta_tomorrow', 1440);
  expect((await claim(1)).map((task) => task.id)).toEqual(['ta_first']);
  expect((await claim()).map((task) => task.id)).toEqual(['ta_second']);
  expect(await claim()).toEqual([]);
  expect((await claim(10, 1441 * 60_000)).map((task) => task.id)).toEqual(['ta_tomorrow']);
});

test('a danger is claimed before the rest, and a flood after it, however long each has waited', async () => {
  await ask('ta_flood', -30, turns.last);
  await ask('ta_usual', -20);
  await ask('ta_danger', -1, turns.first);
  expect((await claim(2)).map((task) => task.id)).toEqual(['ta_danger', 'ta_usual']);
  expect((await claim()).map((task) => task.id)).toEqual(['ta_flood']);
});

test('a claim carries what to do, and counts the attempt before it begins', async () => {
  await ask('ta_one');
  expect(await only()).toEqual({
    id: 'ta_one',
    hearing: 'hear',
    payload: { of: 'ta_one' },
    attempts: 1,
    fence: '1',
    turn: turns.usual,
    runAt: expect.any(Date),
  });
});

test('when a worker dies another takes its task over, and the dead one that wakes can end nothing', async () => {
  await ask('ta_one');
  const dead = await only();
  expect(await claim()).toEqual([]);
  await leaseEnds('ta_one');
  const alive = await only();
  expect(alive).toMatchObject({ attempts: 2, fence: '2' });
  expect(await finish(dead)).toBe(false);
  expect(await postpone(dead)).toBe(false);
  expect(await rowOf('ta_one')).toMatchObject({ last_problem: null, leased: true });
  expect(await finish(alive)).toBe(true);
  expect(await rowOf('ta_one')).toBeUndefined();
});

test('a worker that lost its task buries nothing, though it was its twelfth attempt', async () => {
  await ask('ta_one');
  await scratch.owner.query('update task set attempts = 11');
  const dead = await only();
  await leaseEnds('ta_one');
  await only();
  expect(await postpone(dead)).toBe(false);
  expect((await rowOf('ta_one'))?.state).toBe('waiting');
});

test.each([
  [1, 1],
  [2, 2],
  [5, 16],
  [10, 512],
  [11, 900],
])('after attempt %i it waits about %i seconds', async (attempt, seconds) => {
  await ask('ta_one');
  await scratch.owner.query('update task set attempts = $1', [attempt - 1]);
  expect(await postpone(await only())).toBe(false);
  const row = await rowOf('ta_one');
  expect(row).toMatchObject({ state: 'waiting', last_problem: 'database.away', leased: false });
  expect(row?.wait).toBeLessThanOrEqual(seconds);
  expect(row?.wait).toBeGreaterThan(seconds - 5);
});

test('chance spreads the tries from half to one and a half of the wait', async () => {
  for (const [chance, seconds] of [
    [0, 256],
    [0.999, 767.5],
  ] as const) {
    await scratch.owner.query('delete from task');
    await ask('ta_one');
    await scratch.owner.query('update task set attempts = 9');
    await postpone(await only(), chance);
    const wait = (await rowOf('ta_one'))?.wait ?? 0;
    expect(Math.abs(wait - seconds)).toBeLessThan(5);
  }
});

test('the twelfth failure buries it: it lies for a person to see and is claimed no more', async () => {
  await ask('ta_one');
  await scratch.owner.query('update task set attempts = 11');
  expect(await postpone(await only())).toBe(true);
  expect(await rowOf('ta_one')).toMatchObject({ state: 'buried', attempts: 12, last_problem: 'database.away' });
  expect(await claim(10, 86_400_000)).toEqual([]);
  expect(await countTasks(scratch.as('worker'))).toEqual({ due: 0, buried: 1 });
});

test('a deed that is rolled back gives its task back too', async () => {
  await ask('ta_one');
  const task = await only();
  const deed = inTx(async (ctx) => {
    expect(await finishTask(ctx.tx, task)).toBe(true);
    throw new Error('the deed failed after all');
  });
  await expect(deed).rejects.toThrow('after all');
  expect(await rowOf('ta_one')).toMatchObject({ state: 'waiting', fence: '1' });
});

test('work asked twice under one name is done once, at the hour of the first', async () => {
  await ask('ta_one', -1);
  await ask('ta_one', 600);
  expect((await claim()).map((task) => task.id)).toEqual(['ta_one']);
  expect(await countTasks(scratch.as('worker'))).toEqual({ due: 1, buried: 0 });
});
