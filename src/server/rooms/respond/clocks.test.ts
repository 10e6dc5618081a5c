// Clocks, ladder and routing: what is told once, what is tried again, and who is chosen.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openRespondWorld, type RespondWorld } from '../../../../test/respond-world.ts';
import { systemTx } from '../../db/tx.ts';
import { addResponsibility } from '../know/index.ts';
import { routeConcern } from './index.ts';

let world: RespondWorld;
beforeAll(async () => {
  world = await openRespondWorld();
});
afterAll(() => world.close());
beforeEach(() => world.later(40 * 24 * 60));

type Told = Parameters<RespondWorld['briefsOf']>[0];
const act = (id: string, deed: string, body?: object) =>
  world.ask('coordinator', `POST /api/concerns/:id/${deed}`, { params: { id }, ...(body ? { body } : {}) });
const say = async (telling: Told, word: string, body?: object) =>
  world.ask('commander', `POST /api/briefs/:id/${word}`, {
    params: { id: (await world.briefsOf(telling))[0].id },
    ...(body ? { body } : {}),
  });
const missed = async (telling: Told) =>
  (
    await world.rows(
      `select payload ->> 'clock' as clock from journal j join respond_brief b on b.id = j.subject_id
       join respond_telling t on t.concern_id = b.concern_id where j.event = 'brief.clock-missed' and t.report_id = $1`,
      [telling.reportId],
    )
  ).map((row) => row.clock);

test('a danger that nobody answers is tried again every ten minutes, also when no roster had a phone', async () => {
  await world.rows(`update know_duty set valid_to = now() - interval '1 hour'`);
  const telling = await world.tell({ typeCode: 'A02', danger: true, residue: true });
  const { id } = await world.concernOf(telling);
  const next = async () =>
    (await world.rows('select next_at from respond_ladder where concern_id = $1', [id]))[0].next_at;
  const phone = (
    await world.rows('select contact_id from protect_user where id = $1', [world.people.coordinator.userId])
  )[0];
  expect(await next()).not.toBeNull();
  await world.rows('update know_duty set valid_to = null');
  world.later(10);
  await world.tick();
  expect(await world.textsTo(phone.contact_id)).toEqual(['duty.urgent']);
  for (let round = 0; round < 8; round += 1) {
    world.later(10);
    await world.tick();
  }
  expect((await world.textsTo(phone.contact_id)).length).toBeGreaterThan(6);
  expect(await world.todosOf(id)).toContain('danger coordinator');
  await act(id, 'danger');
  await world.drain();
  const told = (await world.textsTo(phone.contact_id)).length;
  world.later(30);
  await world.tick();
  expect((await world.textsTo(phone.contact_id)).length).toBe(told);
});

test('people in flight go to the humanitarian post although a police post stands first', async () => {
  await systemTx(
    {
      db: world.scratch.as('owner'),
      tx: { hearings: {}, clock: { offsetMs: 0 }, origin: 'live' },
      actor: { id: 'rule', role: 'rule' },
    },
    (ctx) =>
      addResponsibility(ctx, {
        id: 'rs_flight',
        postId: 'po_mueda',
        areaId: 'ar_nanjua',
        typeCode: 'G02',
        validFrom: new Date(0),
      }),
  );
  const telling = await world.tell({ typeCode: 'G02' });
  await act((await world.concernOf(telling)).id, 'release', {});
  await world.drain();
  expect((await world.briefsOf(telling)).map((row) => row.post_id)).toEqual(['po_dtm']);
});

test('routed again to the same post, its clock, its marks and its phone are left alone', async () => {
  const telling = await world.tell();
  await world.drain();
  world.later(100 * 60);
  await world.tick();
  const [before] = await world.briefsOf(telling);
  const texts = (await world.textsTo(world.phones.mueda)).length;
  await act((await world.concernOf(telling)).id, 'type', { typeCode: 'C03' });
  await world.drain();
  await world.tick();
  const [after] = await world.briefsOf(telling);
  expect(after).toMatchObject({
    type_code: 'C03',
    seen_missed_at: before.seen_missed_at,
    released_at: before.released_at,
  });
  expect(await missed(telling)).toEqual(['seen']);
  expect((await world.textsTo(world.phones.mueda)).length).toBe(texts);
});

test('a slight matter that nobody has seen is not yet the superior’s; undecided, it is', async () => {
  const telling = await world.tell();
  await world.drain();
  world.later(73 * 60);
  await world.tick();
  await world.drain();
  expect(await missed(telling)).toEqual(['seen']);
  expect((await world.briefsOf(telling)).map((row) => row.kind)).toEqual(['brief']);
  world.later(14 * 24 * 60);
  await world.tick();
  await world.drain();
  expect((await world.briefsOf(telling)).map((row) => row.kind).sort()).toEqual(['brief', 'escalation']);
});

test('typed as a complaint about the service, it leaves the post and is the coordinator’s to answer', async () => {
  const telling = await world.tell();
  await world.drain();
  const { id } = await world.concernOf(telling);
  await act(id, 'type', { typeCode: 'J04' });
  await world.drain();
  expect((await world.briefsOf(telling)).map((row) => row.state)).toEqual(['withdrawn']);
  expect(await world.todosOf(id)).toEqual(['triage coordinator']);
});

test('a complaint that stands open leaves no triage task behind', async () => {
  const telling = await world.tell({ typeCode: 'J04' });
  const { id } = await world.concernOf(telling);
  await world.rows(`update respond_concern set state = 'open', released_at = now() where id = $1`, [id]);
  await world.asWorker((ctx) => routeConcern(ctx, { concernId: id, by: 'person' }, world.tools));
  expect(await world.todosOf(id)).toEqual([]);
  expect(await world.briefsOf(telling)).toEqual([]);
});

test('nobody replies for fourteen days after "solved?": closed as silent', async () => {
  const telling = await world.tell();
  await world.drain();
  await say(telling, 'done');
  await world.drain();
  world.later(337 * 60);
  await world.drain();
  expect((await world.textsTo(telling.contactId)).at(-1)).toBe('ask.solved');
  world.later(13 * 24 * 60);
  await world.drain();
  expect((await world.concernOf(telling)).state).toBe('answered');
  world.later(24 * 60 + 1);
  await world.drain();
  expect(await world.concernOf(telling)).toMatchObject({ state: 'closed', close_reason: 'silent' });
});

test('her second "no" to "clear?" stands, and nobody asks a third time', async () => {
  const telling = await world.tell();
  await world.drain();
  await say(telling, 'done');
  await world.drain();
  const { id } = await world.concernOf(telling);
  await world.answer(telling, 'clear', '2');
  await act(id, 'answer', { answer: 'information' });
  await world.drain();
  await world.rows(`update know_todo set state = 'done' where subject_id = $1`, [id]);
  await world.answer(telling, 'clear', '2');
  await act(id, 'answer', { answer: 'information' });
  await world.drain();
  expect(await world.todosOf(id)).toEqual([]);
  expect((await world.textsTo(telling.contactId)).filter((text) => text === 'ask.clear').length).toBe(2);
  expect(
    await world.rows('select clear, clear_rounds from respond_telling where report_id = $1', [telling.reportId]),
  ).toEqual([{ clear: 'no', clear_rounds: 2 }]);
});

test('a telling with no way back is answered in the books, texted never, and closes by itself', async () => {
  const telling = await world.tell({ wayBack: false });
  await world.drain();
  await say(telling, 'done');
  await world.drain();
  expect(await world.textsTo(telling.contactId)).toEqual([]);
  const [row] = await world.rows('select answer_due_at, answer_code from respond_telling where report_id = $1', [
    telling.reportId,
  ]);
  expect(row).toEqual({ answer_due_at: null, answer_code: 'done' });
  world.later(29 * 24 * 60);
  await world.drain();
  expect(await world.concernOf(telling)).toMatchObject({ state: 'closed', close_reason: 'silent' });
});
