// The circle on a real PostgreSQL: from a telling to "solved?", through every login and class that takes part.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openRespondWorld, type RespondWorld } from '../../../../test/respond-world.ts';
import { closeTodos } from '../know/index.ts';
import { hearAnswer, hearExplained, obeyCommand, reviseTelling } from './index.ts';

let world: RespondWorld;
beforeAll(async () => {
  world = await openRespondWorld();
});
afterAll(() => world.close());
// Each test has its own matters: what the last one opened is too old to be joined.
beforeEach(() => world.later(40 * 24 * 60));

const brief = async (telling: Parameters<RespondWorld['briefsOf']>[0]) => (await world.briefsOf(telling))[0];
const say = (who: 'commander' | 'water', id: string, word: string | [string, object]) => {
  const [path, body] = typeof word === 'string' ? [word, undefined] : word;
  return world.ask(who, `POST /api/briefs/:id/${path}`, { params: { id }, ...(body ? { body } : {}) });
};
const act = (id: string, deed: string, body?: object) =>
  world.ask('coordinator', `POST /api/concerns/:id/${deed}`, { params: { id }, ...(body ? { body } : {}) });

test('a theft told by keyword is before the post at once, and every step comes back to her', async () => {
  const telling = await world.tell();
  await world.drain();
  const { briefs } = await world.ask('commander', 'GET /api/briefs');
  const mine = briefs.find((row: { id: string }) => row.id);
  const { id } = await brief(telling);
  expect(mine).toMatchObject({
    state: 'new',
    typeCode: 'C04',
    area: { name: 'Nanjua' },
    due: { step: 'seen', grain: 'day' },
  });
  expect(await world.textsTo(world.phones.mueda)).toContain('post.new-brief');
  await say('commander', id, 'seen');
  await say('commander', id, 'going');
  await world.drain();
  expect(await world.textsTo(telling.contactId)).toEqual(['answer.going']);
  await say('commander', id, 'done');
  await world.drain();
  expect(await world.textsTo(telling.contactId)).toEqual(['answer.going', 'answer.done', 'ask.clear']);
  await world.answer(telling, 'clear', '2');
  const concernId = (await world.concernOf(telling)).id;
  expect(await world.todosOf(concernId)).toEqual(['explain-again coordinator']);
  await act(concernId, 'answer', { answer: 'information' });
  await world.drain();
  expect(await world.todosOf(concernId)).toEqual([]);
  await world.answer(telling, 'clear', '1');
  world.later(337 * 60);
  await world.drain();
  expect((await world.textsTo(telling.contactId)).slice(3)).toEqual(['answer.call', 'ask.clear', 'ask.solved']);
  await world.answer(telling, 'solved', '1');
  expect(await world.concernOf(telling)).toMatchObject({ state: 'closed', close_reason: 'solved' });
});

test('every "no" to an answer is explained by somebody: in other words first, then by voice', async () => {
  const telling = await world.tell();
  await world.drain();
  await say('commander', (await brief(telling)).id, 'done');
  await world.drain();
  const { id: concernId } = await world.concernOf(telling);
  const explain = () => world.asWorker((ctx) => hearExplained(ctx, { concernId }));
  const heard = async () => (await world.textsTo(telling.contactId)).slice(2);
  await world.answer(telling, 'clear', '2');
  await explain();
  expect(await heard()).toEqual(['answer.again.done', 'ask.clear']);
  await world.asWorker((ctx) => closeTodos(ctx, concernId));
  await world.answer(telling, 'clear', '2');
  expect(await world.todosOf(concernId)).toEqual(['explain-again coordinator']);
  await explain();
  expect((await heard()).slice(2)).toEqual(['answer.call']);
  await world.asWorker((ctx) =>
    hearAnswer(ctx, { kind: 'clear', reportId: telling.reportId, answer: '1', explained: true }, world.tools),
  );
  expect(await world.todosOf(concernId)).toEqual([]);
});

test('what was explained to one by voice is still explained to the other', async () => {
  const [first, other] = [await world.tell(), await world.tell()];
  await world.drain();
  await say('commander', (await brief(first)).id, 'done');
  await world.drain();
  for (const telling of [first, other]) await world.answer(telling, 'clear', '2');
  const byVoice = (reportId: string, answer: string) =>
    world.asWorker((ctx) => hearAnswer(ctx, { kind: 'clear', reportId, answer, explained: true }, world.tools));
  const { id } = await world.concernOf(first);
  await byVoice(first.reportId, '2');
  expect(await world.todosOf(id)).toEqual(['explain-again coordinator']);
  await byVoice(first.reportId, '1');
  await byVoice(other.reportId, '1');
  expect(await world.todosOf(id)).toEqual([]);
});

test('a second text about the same theft joins; only another person is another source', async () => {
  const first = await world.tell();
  const again = await world.tell({ contactId: first.contactId, sourceKey: first.sourceKey });
  const neighbour = await world.tell();
  const concern = await world.concernOf(first);
  expect(concern).toMatchObject({ voices: 3, sources: 2, state: 'open' });
  expect((await world.concernOf(again)).id).toBe(concern.id);
  expect((await world.concernOf(neighbour)).id).toBe(concern.id);
});

test('whoever took her telling back and tells again is the same one source, and counted once', async () => {
  const first = await world.tell();
  const neighbour = await world.tell();
  await world.withdraw(neighbour);
  expect(await world.concernOf(first)).toMatchObject({ voices: 1, sources: 1 });
  for (const voices of [2, 3]) {
    await world.tell({ contactId: neighbour.contactId, sourceKey: neighbour.sourceKey });
    expect(await world.concernOf(first)).toMatchObject({ voices, sources: 2 });
  }
});

test('two tellings of one matter at the same moment open one concern', async () => {
  const tellings = await Promise.all([
    world.tell({ typeCode: 'C03' }),
    world.tell({ typeCode: 'C03' }),
    world.tell({ typeCode: 'C03' }),
  ]);
  const ids = await Promise.all(tellings.map(async (telling) => (await world.concernOf(telling)).id));
  expect(new Set(ids).size).toBe(1);
});

test('a like text in the same district is offered, not joined', async () => {
  const first = await world.tell();
  const like = await world.tell({ areaId: 'ar_mueda', masked: 'levaram cinco cabras do curral, de noite' });
  const other = await world.ask('coordinator', 'GET /api/concerns/:id', {
    params: { id: (await world.concernOf(like)).id },
  });
  expect(other.duplicates.map((pair: { concern: { id: string } }) => pair.concern.id)).toEqual([
    (await world.concernOf(first)).id,
  ]);
});

test('misconduct never becomes a brief, and no police class finds a row of it by its own SQL', async () => {
  const told = await world.tell({
    lane: 'oversight',
    typeCode: 'J01',
    masked: undefined,
    maskedCt: Buffer.from('pediram dinheiro'),
  });
  await world.drain();
  const { id } = await world.concernOf(told);
  expect(await world.briefsOf(told)).toEqual([]);
  expect(await world.todosOf(id)).toEqual(['triage protection-officer']);
  for (const who of ['commander', 'district'] as const) {
    const facts = await world.as(who, (ctx) =>
      ctx.tx.selectFrom('journal').select('id').where('subjectId', '=', id).execute(),
    );
    expect(facts).toEqual([]);
    const peek = world.as(who, (ctx) => ctx.tx.selectFrom('respondConcern').select('id').execute());
    await expect(peek).rejects.toThrow(/permission denied/);
  }
  await expect(world.ask('coordinator', 'GET /api/concerns/:id', { params: { id } })).rejects.toThrow(
    'concern.not-found',
  );
  expect((await world.ask('officer', 'GET /api/concerns/:id', { params: { id } })).narrative).toContain(
    'pediram dinheiro',
  );
  expect(await world.rows(`select event from journal where subject_id = $1 and kind = 'read'`, [id])).toEqual([
    { event: 'restricted.read' },
  ]);
});

test('a post takes back its word within ten seconds, and not after', async () => {
  const telling = await world.tell();
  await world.drain();
  const { id } = await brief(telling);
  const { deedId } = await say('commander', id, 'done');
  await world.ask('commander', 'POST /api/deeds/:id/undo', { params: { id: deedId } });
  await world.drain();
  expect(await brief(telling)).toMatchObject({ state: 'new', seen_at: null, decided_at: null });
  expect(await world.textsTo(telling.contactId)).toEqual([]);
  const again = await say('commander', id, 'done');
  await world.rows(`update journal set at = now() - interval '11 seconds' where id = $1`, [again.deedId]);
  const late = world.ask('commander', 'POST /api/deeds/:id/undo', { params: { id: again.deedId } });
  await expect(late).rejects.toThrow('deed.too-late');
  const foreign = world.ask('water', 'POST /api/deeds/:id/undo', { params: { id: again.deedId } });
  await expect(foreign).rejects.toThrow('deed.not-found');
  await world.drain();
  expect((await world.concernOf(telling)).answer_code).toBe('done');
});

test('a hand-over counts when it is accepted; refused or forgotten, the brief stays', async () => {
  const telling = await world.tell();
  await world.drain();
  const { id } = await brief(telling);
  const offer = () => say('commander', id, ['hand-over', { toPostId: 'po_water' }]);
  await offer();
  await world.drain();
  await say('water', id, 'refuse');
  await world.drain();
  expect(await brief(telling)).toMatchObject({ hand_over_to: null, state: 'new' });
  await offer();
  await world.drain();
  world.later(5 * 60);
  await world.tick();
  expect(await brief(telling)).toMatchObject({ hand_over_to: null });
  expect(await world.todosOf((await world.concernOf(telling)).id)).toContain('hand-over-overdue coordinator');
  await offer();
  await world.drain();
  await say('water', id, 'accept');
  await world.drain();
  const after = await world.briefsOf(telling);
  expect(after.map((row) => `${row.post_id} ${row.state}`).sort()).toEqual(['po_mueda handed-over', 'po_water seen']);
});

test('her "no" is in the post’s list at six in the morning, without a cause; "worse" stops at a person', async () => {
  const telling = await world.tell();
  await world.drain();
  const { id } = await brief(telling);
  await say('commander', id, 'done');
  await world.drain();
  await world.answer(telling, 'solved', '3');
  expect(await brief(telling)).toMatchObject({ state: 'done' });
  expect(await world.concernOf(telling)).toMatchObject({ state: 'open', reopened: 1 });
  world.later(24 * 60);
  await world.drain();
  expect(await brief(telling)).toMatchObject({ state: 'new' });
  expect((await brief(telling)).reopened_at).not.toBeNull();
  await say('commander', id, 'done');
  await world.drain();
  await world.answer(telling, 'solved', '4');
  const concern = await world.concernOf(telling);
  expect(concern).toMatchObject({ state: 'triage', hold_reasons: ['worse'] });
  expect(await world.todosOf(concern.id)).toContain('worse coordinator');
  expect(await brief(telling)).toMatchObject({ state: 'done' });
});

test('"partly" from one of two closes as partly when both have said', async () => {
  const first = await world.tell();
  const second = await world.tell();
  await world.drain();
  await say('commander', (await brief(first)).id, 'done');
  await world.drain();
  await world.answer(first, 'solved', '2');
  expect((await world.concernOf(first)).state).toBe('answered');
  await world.answer(second, 'solved', '1');
  expect(await world.concernOf(first)).toMatchObject({ state: 'closed', close_reason: 'partly' });
});

test('an attack: a brief without words at once, the ladder climbs until a person has it', async () => {
  const telling = await world.tell({ typeCode: 'A01', danger: true, placeBy: 'council', masked: 'atacaram a aldeia' });
  await world.drain();
  expect(await brief(telling)).toMatchObject({ kind: 'danger', narrative: null, area_id: 'ar_mueda', sources: 'one' });
  expect(await world.textsTo(world.phones.command)).toContain('post.urgent');
  const { id } = await world.concernOf(telling);
  const rung = async () =>
    (await world.rows('select rung, next_at from respond_ladder where concern_id = $1', [id]))[0];
  expect((await rung()).rung).toBe(0);
  await say('commander', (await brief(telling)).id, 'seen');
  await world.drain();
  for (const [minutes, expected] of [
    [10, 1],
    [10, 2],
    [20, 3],
  ] as const) {
    world.later(minutes);
    await world.tick();
    expect((await rung()).rung).toBe(expected);
  }
  await act(id, 'danger');
  await world.drain();
  expect(await world.todosOf(id)).not.toContain('danger coordinator');
  await expect(act(id, 'danger')).rejects.toThrow('concern.state');
});

test('nobody responsible: a named task, and a person may choose the post', async () => {
  const telling = await world.tell({ areaId: 'ar_palma', scopeId: 'ar_palma' });
  await world.drain();
  const { id } = await world.concernOf(telling);
  expect(await world.todosOf(id)).toEqual(['nobody-responsible coordinator']);
  await act(id, 'release', { postId: 'po_mueda' });
  await world.drain();
  expect(await brief(telling)).toMatchObject({ post_id: 'po_mueda', why: { rule: 'chosen' } });
});

test('a held telling is released with the coordinator’s words, never with a number in them', async () => {
  const telling = await world.tell({ accused: ['police'] });
  const { id } = await world.concernOf(telling);
  expect(await world.todosOf(id)).toEqual(['triage coordinator']);
  await expect(act(id, 'release', { narrative: 'ligar 84 123 4567' })).rejects.toThrow('text.unsafe');
  await act(id, 'release', { narrative: 'Furto de gado.' });
  await world.drain();
  expect(await brief(telling)).toMatchObject({ narrative: 'Furto de gado.' });
});

test('taken back: the last telling ends the concern and the post has nothing', async () => {
  const telling = await world.tell();
  await world.drain();
  await world.withdraw(telling);
  expect(await world.concernOf(telling)).toMatchObject({ state: 'withdrawn', narrative: null });
  expect(
    (await world.ask('commander', 'GET /api/briefs', { query: { state: 'all' } })).briefs.map(
      (b: { id: string }) => b.id,
    ),
  ).not.toContain((await brief(telling)).id);
});

test('a post that misses its clock: told once, superior and coordinator know; by SMS it still can', async () => {
  const telling = await world.tell({ typeCode: 'I02' });
  await world.drain();
  world.later(121);
  await world.tick();
  await world.tick();
  await world.drain();
  const first = (await world.briefsOf(telling)).find((row) => row.post_id === 'po_mueda');
  expect(
    await world.rows(
      `select payload ->> 'clock' as clock from journal where event = 'brief.clock-missed' and subject_id = $1`,
      [first.id],
    ),
  ).toEqual([{ clock: 'seen' }]);
  expect((await world.briefsOf(telling)).map((row) => row.kind).sort()).toEqual(['brief', 'escalation']);
  await world.asWorker((ctx) =>
    obeyCommand(ctx, { postId: 'po_mueda', verb: 'cannot', ref: first.ref, reason: 'no-fuel' }),
  );
  await world.asWorker((ctx) => obeyCommand(ctx, { postId: 'po_mueda', verb: 'seen', ref: 'ZZZZ' }));
  await world.drain();
  expect(await world.todosOf((await world.concernOf(telling)).id)).toContain('post-cannot coordinator');
  expect((await world.concernOf(telling)).state).toBe('open');
  expect(await world.textsTo(world.phones.mueda)).toContain('post.command-refused');
});

test('raised to protection, its brief is gone and the coordinator sees it no more', async () => {
  const telling = await world.tell();
  await world.drain();
  const { id } = await world.concernOf(telling);
  await act(id, 'lane', { lane: 'protection' });
  await world.drain();
  expect(await brief(telling)).toMatchObject({ state: 'withdrawn' });
  expect(await world.concernOf(telling)).toMatchObject({ narrative: null, lane: 'protection' });
  expect(await world.todosOf(id)).toEqual(['triage protection-officer']);
  const rows = await world.ask('coordinator', 'GET /api/concerns', { query: { q: 'cabras' } });
  expect(rows.concerns.map((row: { id: string }) => row.id)).not.toContain(id);
});

test('what she adds later about the police takes the matter back from the post', async () => {
  const telling = await world.tell();
  await world.drain();
  await world.asWorker((ctx) => reviseTelling(ctx, { ...telling, accused: ['police'] }, world.tools));
  expect(await brief(telling)).toMatchObject({ state: 'withdrawn' });
  expect(await world.concernOf(telling)).toMatchObject({ state: 'triage', hold_reasons: ['harm-by-official'] });
});

test('a complaint that the police did not come is never a brief; the coordinator answers it', async () => {
  const telling = await world.tell({ typeCode: 'J04' });
  const { id } = await world.concernOf(telling);
  await expect(act(id, 'release', {})).rejects.toThrow('concern.state');
  await act(id, 'answer', { answer: 'information' });
  await world.drain();
  expect(await world.briefsOf(telling)).toEqual([]);
  expect(await world.textsTo(telling.contactId)).toEqual(['answer.call', 'ask.clear']);
});

test('people in flight: DTM, by a person; to police only when she names the post', async () => {
  const telling = await world.tell({ typeCode: 'G02' });
  const { id } = await world.concernOf(telling);
  await act(id, 'release', {});
  await world.drain();
  expect((await world.briefsOf(telling)).map((row) => row.post_id)).toEqual(['po_dtm']);
  await act(id, 'release', { postId: 'po_mueda' });
  await world.drain();
  expect((await world.briefsOf(telling)).map((row) => `${row.post_id} ${row.state}`).sort()).toEqual([
    'po_dtm withdrawn',
    'po_mueda new',
  ]);
});

test('strangers seen by one person never come before the superior, by clock or by hand', async () => {
  const telling = await world.tell({ typeCode: 'A03' });
  const { id } = await world.concernOf(telling);
  await act(id, 'release', {});
  await world.drain();
  await expect(act(id, 'escalate')).rejects.toThrow('concern.state');
  world.later(25 * 60);
  await world.tick();
  await world.drain();
  expect((await world.briefsOf(telling)).map((row) => row.kind)).toEqual(['brief']);
  expect(await world.rows('select * from respond_ladder where concern_id = $1', [id])).toEqual([]);
});

test('a danger that is held is not before the post, and the ladder of persons climbs all the same', async () => {
  const telling = await world.tell({ typeCode: 'A02', danger: true, residue: true });
  await world.drain();
  const { id } = await world.concernOf(telling);
  expect(await world.briefsOf(telling)).toEqual([]);
  expect(await world.todosOf(id)).toEqual(['danger coordinator', 'triage coordinator']);
  expect(await world.rows('select rung from respond_ladder where concern_id = $1', [id])).toEqual([{ rung: 0 }]);
  world.later(16);
  await world.tick();
  expect(
    (await world.rows(`select event from journal where subject_id = $1 and event = 'concern.triage-missed'`, [id]))
      .length,
  ).toBe(1);
});
