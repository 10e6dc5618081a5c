// Today's figures as a coordinator reads them: counted once per telling, by district, and never the restricted lanes.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRespondWorld, type RespondWorld } from '../../../../test/respond-world.ts';
import type { TodayView } from '../../../shared/contract/today.ts';

let world: RespondWorld;
beforeAll(async () => {
  world = await openRespondWorld();
});
afterAll(() => world.close());

const today = async (): Promise<TodayView> => {
  await world.tick();
  return world.ask('coordinator', 'GET /api/today');
};
const DAY = 24 * 60;

/** Matters of different types, each answered, and what its teller says of the answer. */
async function answered(replies: Readonly<Record<string, '1' | '2' | undefined>>): Promise<void> {
  for (const [typeCode, reply] of Object.entries(replies)) {
    const telling = await world.tell({ typeCode });
    await world.drain();
    const [brief] = await world.briefsOf(telling);
    await world.ask('commander', 'POST /api/briefs/:id/done', { params: { id: brief.id } });
    await world.drain();
    if (reply) await world.answer(telling, 'clear', reply);
  }
}

test('the headline is what was judged clear of what was due an answer, with asked and replied beside it', async () => {
  await answered({ C01: '1', C02: '1', C03: '2', C05: undefined });
  await world.tell({ typeCode: 'I02', wayBack: false });
  await world.drain();
  const early = await today();
  // Their decision clocks still run: nothing was due yet.
  expect(early.headline).toMatchObject({ due: 0, clear: 0 });
  world.later(16 * DAY);
  const { headline } = await today();
  expect(headline).toMatchObject({ due: 4, answered: 4, asked: 4, replied: 3, clear: 2, told: 5, noWayBack: 1 });
  expect(headline.weeks).toHaveLength(12);
  expect(headline.weeks.reduce((sum, week) => sum + week.due, 0)).toBe(4);
});

test('since yesterday: what was told stands beside the usual, in her districts', async () => {
  world.later(20 * DAY);
  for (const typeCode of ['C01', 'C02', 'C03', 'C05']) await world.tell({ typeCode });
  world.later(DAY);
  const { since } = await today();
  expect(since).toMatchObject({ told: 4, usual: 0, toldToday: 0, dangers: 0 });
  expect(since.more).toEqual([{ area: expect.objectContaining({ id: 'ar_mueda' }), told: 4, usual: 0 }]);
});

test('a telling taken back leaves every figure', async () => {
  const telling = await world.tell();
  await world.drain();
  const told = (view: TodayView): number => view.districts.flatMap((row) => row.told).reduce((a, b) => a + b, 0);
  const before = told(await today());
  await world.withdraw(telling);
  expect(told(await today())).toBe(before - 1);
});

test('the restricted lanes are in no figure of a coordinator', async () => {
  const before = await today();
  await world.tell({ lane: 'protection', typeCode: 'D01', masked: '', maskedCt: Buffer.from('x') });
  await world.tell({ lane: 'oversight', typeCode: 'J01', masked: '', maskedCt: Buffer.from('x') });
  await world.drain();
  expect(await today()).toEqual(before);
});

test('a telling moved to another district is counted there and no longer here', async () => {
  const telling = await world.tell();
  await world.drain();
  const toldIn = (view: TodayView, id: string): number =>
    view.districts.find((row) => row.area.id === id)?.told.reduce((a, b) => a + b, 0) ?? 0;
  const before = await today();
  const concern = await world.concernOf(telling);
  await world.ask('coordinator', 'POST /api/concerns/:id/place', {
    params: { id: concern.id },
    body: { areaId: 'ar_palma' },
  });
  const after = await today();
  expect(toldIn(after, 'ar_palma')).toBe(toldIn(before, 'ar_palma') + 1);
  expect(toldIn(after, 'ar_mueda')).toBe(toldIn(before, 'ar_mueda') - 1);
});

test('danger to life stands on the page until it is answered, and says whether a person has it', async () => {
  const telling = await world.tell({ typeCode: 'A01', danger: true, typeBy: 'code' });
  await world.drain();
  const { id } = await world.concernOf(telling);
  const found = (view: TodayView) => view.dangers.find((danger) => danger.id === id);
  expect(found(await today())).toMatchObject({ taken: false, typeCode: 'A01' });
  await world.ask('coordinator', 'POST /api/concerns/:id/danger', { params: { id } });
  await world.drain();
  expect(found(await today())).toMatchObject({ taken: true });
});

test('a post with a step past its time is named, with how many wait', async () => {
  await world.tell({ typeCode: 'C05', areaId: 'ar_mueda' });
  await world.drain();
  world.later(20 * DAY);
  const { latePosts } = await today();
  const late = latePosts.find((post) => post.postId === 'po_mueda');
  expect(late?.late).toBeGreaterThan(0);
  expect(late?.name).toBe('Esquadra de Mueda');
});

test('while the past of a demonstration is still being written, Today says how many weeks are to come', async () => {
  expect((await today()).weeksToWrite).toBeNull();
  await world.rows(
    `insert into programme (name, country, demonstration, epoch, created_at, history_scale, history_weeks_left, history_until)
     values ('Prova', 'MZ', true, 'e1', now(), 1, 40, now())`,
  );
  expect((await today()).weeksToWrite).toBe(40);
  await world.rows('update programme set history_weeks_left = 0');
  expect((await today()).weeksToWrite).toBeNull();
});
