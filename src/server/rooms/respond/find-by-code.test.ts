// A teller's code, over real logins: what it opens, how long, and how often one may be wrong.
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRespondWorld, type RespondWorld } from '../../../../test/respond-world.ts';
import type { Ctx } from '../../db/tx.ts';
import { type CodeTools, findConcernByTellerCode, keepCode } from './index.ts';

let world: RespondWorld;
const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
const tools: CodeTools = {
  hashTellerCode: hash,
};
const follow =
  (code: string, asker = 'page') =>
  (ctx: Ctx) =>
    findConcernByTellerCode(ctx, { code, asker: hash(asker) }, tools);
const give = (telling: { contactId: string }, code: string): Promise<boolean> =>
  world.asWorker((ctx) => keepCode(ctx, telling.contactId, { codeHash: hash(code), notOf: [] }));

beforeAll(async () => {
  world = await openRespondWorld();
});
afterAll(() => world?.close());

test('it opens a state word, which sentence she was told and roughly when, and no id, type, place or post', async () => {
  const telling = await world.tell({ typeCode: 'C03' });
  await world.drain();
  await give(telling, 'AAAA');
  const first = await world.asWorker(follow('AAAA'));
  expect(first).toEqual({
    outcome: 'found',
    state: 'received',
    answer: null,
    why: null,
    again: false,
    told: 'now',
    seen: null,
    answered: null,
    closed: null,
    asks: null,
  });
  const [brief] = await world.briefsOf(telling);
  await world.ask('commander', 'POST /api/briefs/:id/done', { params: { id: brief.id } });
  await world.drain();
  const answered = { state: 'answered', answer: 'done', seen: 'now', answered: 'now', asks: 'clear' };
  expect(await world.asWorker(follow('AAAA'))).toMatchObject(answered);
  expect(await world.as('coordinator', follow('AAAA'))).toMatchObject(answered);
  await expect(world.as('commander', follow('AAAA'))).rejects.toThrow(/permission denied/);
  // Not clear: said in other words there and then, and asked once more.
  await world.answer(telling, 'clear', '2');
  expect(await world.asWorker(follow('AAAA'))).toMatchObject({ answer: 'done', again: true, asks: 'clear' });
  await world.answer(telling, 'clear', '1');
  expect(await world.asWorker(follow('AAAA'))).toMatchObject({ answer: 'done', again: false, asks: null });
});

test('a new code takes the place of the old; two days after it was taken back, or closed for a month, it opens nothing', async () => {
  const telling = await world.tell({ typeCode: 'C05' });
  await give(telling, 'B1');
  await give(telling, 'B2');
  expect(await world.asWorker(follow('B1', 'b'))).toEqual({ outcome: 'unknown' });
  expect(await world.asWorker(follow('B2', 'b'))).toMatchObject({ outcome: 'found' });
  const { id } = await world.concernOf(telling);
  const closed = (days: number) =>
    world.rows(
      `update respond_concern set state = 'closed', closed_at = now() - make_interval(days => $2) where id = $1`,
      [id, days],
    );
  await closed(29);
  expect(await world.asWorker(follow('B2', 'b'))).toMatchObject({ state: 'closed' });
  await closed(31);
  expect(await world.asWorker(follow('B2', 'b'))).toEqual({ outcome: 'unknown' });
  await closed(1);
  const takenBack = (hours: number) =>
    world.rows('update respond_telling set withdrawn_at = now() - make_interval(hours => $2) where report_id = $1', [
      telling.reportId,
      hours,
    ]);
  await takenBack(47);
  expect(await world.asWorker(follow('B2', 'b'))).toMatchObject({ state: 'withdrawn', asks: null });
  await takenBack(49);
  expect(await world.asWorker(follow('B2', 'b'))).toEqual({ outcome: 'unknown' });
});

test('after ten wrong ones in an hour the right one is not heard either; another asker is, and an hour later all is well', async () => {
  await give(await world.tell({ typeCode: 'C02' }), 'C9');
  for (let right = 0; right < 15; right += 1) await world.asWorker(follow('C9', 'guesser'));
  for (let wrong = 0; wrong < 10; wrong += 1)
    expect(await world.asWorker(follow(`no ${wrong}`, 'guesser'))).toEqual({ outcome: 'unknown' });
  expect(await world.asWorker(follow('C9', 'guesser'))).toEqual({ outcome: 'slow-down' });
  expect(await world.asWorker(follow('C9', 'she'))).toMatchObject({ outcome: 'found' });
  const kept = await world.rows('select tries from respond_code_try where asker = $1', [hash('guesser')]);
  expect(kept).toEqual([{ tries: 11 }]);
  const counted = () => world.rows(`select tries from respond_code_try where asker = ''`);
  const altogether = await counted();
  await world.asWorker(follow('no more', 'guesser'));
  expect(await counted()).toEqual(altogether);
  world.later(61);
  expect(await world.asWorker(follow('C9', 'guesser'))).toMatchObject({ outcome: 'found' });
});

test('what may be read by a code and what may be said by it end at the same moment', async () => {
  const telling = await world.tell({ typeCode: 'I04' });
  await give(telling, 'DOOR');
  const { id } = await world.concernOf(telling);
  const opens = () =>
    world.asWorker(async (ctx) => {
      const { rows } = await sql`select 1 from ctx.open_code(${hash('DOOR')}, ${ctx.now})`.execute(ctx.tx);
      return rows.length > 0;
    });
  const reads = async () => (await world.asWorker(follow('DOOR', 'agreement'))).outcome === 'found';
  let open = 0;
  for (const made of [0, 399, 401])
    for (const closed of [null, 29, 31])
      for (const withdrawn of [null, 46, 49]) {
        await world.rows(`update respond_concern set closed_at = now() - make_interval(days => $2) where id = $1`, [
          id,
          closed,
        ]);
        await world.rows(
          `update respond_telling set code_made_at = now() - make_interval(days => $2), withdrawn_at = now() - make_interval(hours => $3)
           where report_id = $1`,
          [telling.reportId, made, withdrawn],
        );
        const may = await opens();
        expect({ made, closed, withdrawn, reads: await reads() }).toEqual({ made, closed, withdrawn, reads: may });
        if (may) open += 1;
        // Wrong ones count: this asker begins anew.
        await world.rows('delete from respond_code_try');
      }
  expect(open).toBe(10);
});

test('ten seconds of undo are ten seconds of the deed’s own clock', async () => {
  const telling = await world.tell({ typeCode: 'I02' });
  const { id } = await world.concernOf(telling);
  const place = () =>
    world.ask('coordinator', 'POST /api/concerns/:id/place', { params: { id }, body: { areaId: 'ar_mueda' } });
  const { deedId } = await place();
  world.later(1);
  await expect(world.ask('coordinator', 'POST /api/deeds/:id/undo', { params: { id: deedId } })).rejects.toThrow();
});

test('placed in another district, a concern takes its likely duplicates along', async () => {
  const first = await world.tell({ typeCode: 'C06', masked: 'queimaram a banca do mercado velho' });
  const second = await world.tell({
    typeCode: 'C06',
    areaId: 'ar_mueda',
    masked: 'queimaram a banca no mercado velho',
  });
  const { id } = await world.concernOf(second);
  expect((await world.concernOf(first)).id).not.toBe(id);
  await world.ask('coordinator', 'POST /api/concerns/:id/place', { params: { id }, body: { areaId: 'ar_palma' } });
  const scopes = await world.rows('select distinct scope_id from respond_duplicate where concern_id = $1', [id]);
  expect(scopes).toEqual([{ scope_id: 'ar_palma' }]);
});
