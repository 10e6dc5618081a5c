// The bell: what waits for whoever asks and for nobody else; danger to life until somebody takes it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRespondWorld, type RespondWorld } from '../../../../test/respond-world.ts';
import type { BellView } from '../../../shared/contract/bell.ts';

let world: RespondWorld;
beforeAll(async () => {
  world = await openRespondWorld();
});
afterAll(() => world.close());

type Who = keyof RespondWorld['people'];
const bell = (who: Who): Promise<BellView> => world.ask(who, 'GET /api/bell');
const look = (who: Who, at: string): Promise<unknown> => world.ask(who, 'POST /api/bell', { body: { at } });
/** Without the moments, which move with every asking. */
const counted = async (who: Who) => {
  const { waiting, fresh, dangers, rows } = await bell(who);
  return { waiting, fresh, dangers: dangers.map(({ ref }) => ref), rows };
};
const everybody = async () => {
  const seen: unknown[] = [];
  for (const who of ['coordinator', 'commander', 'district', 'awasse', 'water'] as const) seen.push(await counted(who));
  return seen;
};

test('with nothing to do nothing waits', async () => {
  expect(await counted('coordinator')).toEqual({ waiting: 0, fresh: 0, dangers: [], rows: [] });
  expect(await counted('commander')).toEqual({ waiting: 0, fresh: 0, dangers: [], rows: [] });
});

test('a held matter waits for the coordinator only, new until she looks, late when its time is over', async () => {
  const telling = await world.tell({ typeBy: 'free-text' });
  await world.drain();
  const { id } = await world.concernOf(telling);
  const rows = [{ part: 'new', kind: 'triage', count: 1, subjectId: id }];
  expect(await counted('coordinator')).toEqual({ waiting: 1, fresh: 1, dangers: [], rows });
  expect((await counted('commander')).waiting).toBe(0);
  world.later(1);
  await look('coordinator', (await bell('coordinator')).at);
  expect(await counted('coordinator')).toMatchObject({ waiting: 1, fresh: 0, rows: [{ part: 'other' }] });
  world.later(3 * 24 * 60);
  expect(await counted('coordinator')).toMatchObject({ waiting: 1, fresh: 1, rows: [{ part: 'late' }] });
  await look('coordinator', '2999-01-01T00:00:00.000Z');
  const seen = await bell('coordinator');
  expect([seen.lookedAt <= seen.at, seen.fresh, seen.waiting]).toEqual([true, 0, 1]);
  await world.ask('coordinator', 'POST /api/concerns/:id/release', { params: { id }, body: {} });
  await world.drain();
  expect((await counted('coordinator')).rows).not.toContainEqual(expect.objectContaining({ kind: 'triage' }));
});

test('a brief waits for its own post and its command, and for no other post', async () => {
  const before = await everybody();
  const telling = await world.tell({ typeCode: 'C01' });
  await world.drain();
  const [brief] = await world.briefsOf(telling);
  const [, , , awasse, water] = await everybody();
  expect([awasse, water]).toEqual(before.slice(3));
  const mine = await counted('commander');
  expect(mine.rows).toContainEqual(expect.objectContaining({ part: 'new', kind: 'brief' }));
  const fresh = mine.fresh;
  await look('commander', (await bell('commander')).at);
  expect((await counted('commander')).fresh).toBe(fresh);
  await world.ask('commander', 'POST /api/briefs/:id/seen', { params: { id: brief.id } });
  expect((await counted('commander')).fresh).toBe(fresh - 1);
});

test('what is restricted is in no bell of a coordinator or a post; an accused post hears nothing', async () => {
  const before = await everybody();
  const cases = [
    { lane: 'protection', typeCode: 'D01', danger: true },
    { lane: 'oversight', typeCode: 'J01', accused: ['police'] },
  ] as const;
  for (const { accused = [], ...matter } of cases as readonly {
    lane: 'protection' | 'oversight';
    typeCode: string;
    accused?: 'police'[];
  }[])
    await world.tell({ ...matter, accused, masked: '', maskedCt: Buffer.from('x') });
  await world.drain();
  expect(await everybody()).toEqual(before);
  // Held, because the harm was done by police: the coordinator is asked, no post is.
  const accused = await world.tell({ typeCode: 'C02', accused: ['police'] });
  await world.drain();
  expect(await world.briefsOf(accused)).toEqual([]);
  expect((await everybody()).slice(1)).toEqual(before.slice(1));
});

test('danger to life stands on top until a coordinator takes it, and at the post until it is seen', async () => {
  const telling = await world.tell({ typeCode: 'A01', danger: true, typeBy: 'code' });
  await world.drain();
  const { id, ref } = await world.concernOf(telling);
  const there = await bell('coordinator');
  expect(there.dangers).toMatchObject([{ id, ref, typeCode: 'A01', postName: null, todoId: null }]);
  expect(there.rows.map(({ kind }) => kind)).not.toContain('danger');
  const [post] = (await bell('commander')).dangers;
  expect(post).toMatchObject({ ref, since: null, postName: 'Esquadra de Mueda' });
  expect((await counted('water')).dangers).toEqual([]);
  await look('coordinator', there.at);
  expect((await bell('coordinator')).dangers).toHaveLength(1);
  await world.ask('coordinator', 'POST /api/concerns/:id/danger', { params: { id } });
  expect((await bell('coordinator')).dangers).toEqual([]);
  expect((await counted('commander')).dangers).toEqual([ref]);
  await world.ask('commander', 'POST /api/briefs/:id/seen', { params: { id: post?.id ?? '' } });
  expect((await counted('commander')).dangers).toEqual([]);
});

test('danger in a restricted lane is the protection officer’s alone, until one of them takes its task', async () => {
  const telling = await world.tell({
    lane: 'protection',
    typeCode: 'D02',
    danger: true,
    masked: '',
    maskedCt: Buffer.from('x'),
  });
  await world.drain();
  const { id } = await world.concernOf(telling);
  const danger = (await bell('officer')).dangers.find((one) => one.id === id);
  expect(danger?.todoId).toMatch(/^td_/);
  await world.scratch.owner.query(`update know_todo set state = 'taken', taken_by = $1 where id = $2`, [
    world.people.officer.userId,
    danger?.todoId,
  ]);
  expect((await bell('officer')).dangers.map((one) => one.id)).not.toContain(id);
});

test('what was told long ago and brought in by import rings no bell', async () => {
  const before = (await bell('commander')).dangers;
  await world.scratch.owner.query(`update respond_brief set state = 'new', origin = 'replay' where kind = 'danger'`);
  expect((await bell('commander')).dangers).toEqual(before);
});
