// Ten seconds: every deed that may be taken back leaves its row as it was, once, and only while nothing came after it.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openRespondWorld, type RespondWorld } from '../../../../test/respond-world.ts';

let world: RespondWorld;
beforeAll(async () => {
  world = await openRespondWorld();
});
afterAll(() => world.close());
beforeEach(() => world.later(40 * 24 * 60));

type Who = 'coordinator' | 'officer' | 'commander' | 'water';
type Telling = Awaited<ReturnType<RespondWorld['tell']>>;
const ask = (who: Who, path: string, [params, body]: readonly [object, (object | undefined)?]) =>
  world.ask(who, `POST /api/${path}`, { params, ...(body ? { body } : {}) });
const undo = (who: Who, deed: { deedId: string }) => ask(who, 'deeds/:id/undo', [{ id: deed.deedId }]);
type Said = readonly [deed: string, body?: object | undefined];
const concern = (who: Who, id: string, [deed, body]: Said) => ask(who, `concerns/:id/${deed}`, [{ id }, body]);
const post = (who: Who, id: string, [word, body]: Said) => ask(who, `briefs/:id/${word}`, [{ id }, body]);

/** The rows a deed may touch, without what only moves on with time. */
async function shape(telling: Telling) {
  const row = await world.concernOf(telling);
  const briefs = await world.rows('select * from respond_brief where concern_id = $1 order by id', [row.id]);
  const others = await world.rows(
    `select d.state from respond_duplicate d where $1 in (d.concern_id, d.other_id) order by 1`,
    [row.id],
  );
  const ladder = await world.rows('select answered_at, answered_by from respond_ladder where concern_id = $1', [
    row.id,
  ]);
  const todos = await world.rows('select scope_id from know_todo where subject_id = $1 order by id', [row.id]);
  return { row, briefs, others, ladder, todos };
}

async function takenBack(who: Who, telling: Telling, deed: () => Promise<{ deedId: string }>): Promise<void> {
  const before = await shape(telling);
  const done = await deed();
  await undo(who, done);
  expect(await shape(telling)).toEqual(before);
  await world.drain();
  expect(await shape(telling)).toEqual(before);
  await expect(undo(who, done)).rejects.toThrow('deed.too-late');
}

test('what a coordinator did with a held concern: typed, placed, released, answered', async () => {
  const telling = await world.tell({ accused: ['police'], danger: true, placeBy: 'council' });
  const { id } = await world.concernOf(telling);
  for (const [deed, body] of [
    ['type', { typeCode: 'C02' }],
    ['place', { areaId: 'ar_mueda' }],
    ['place', { areaId: 'ar_nampula' }],
    ['release', { narrative: 'Furto.' }],
    ['answer', { answer: 'information' }],
    ['answer', { answer: 'going' }],
    ['danger', undefined],
  ] as const)
    await takenBack('coordinator', telling, () => concern('coordinator', id, [deed, body]));
});

test('a concern without a place is without one again', async () => {
  const telling = await world.tell({ areaId: undefined, scopeId: 'ar_mueda', placeBy: 'none' });
  const { id } = await world.concernOf(telling);
  await takenBack('coordinator', telling, () => concern('coordinator', id, ['place', { areaId: 'ar_mueda' }]));
});

test('words added to a released concern, and brought before the superior', async () => {
  const telling = await world.tell();
  await world.drain();
  const { id } = await world.concernOf(telling);
  await concern('coordinator', id, ['release', { narrative: 'Primeiro.' }]);
  await world.drain();
  await takenBack('coordinator', telling, () => concern('coordinator', id, ['release', { narrative: 'Segundo.' }]));
  await takenBack('coordinator', telling, () => concern('coordinator', id, ['escalate']));
  await concern('coordinator', id, ['place', { areaId: 'ar_mueda' }]);
  await world.drain();
  expect((await world.briefsOf(telling))[0].narrative).toBe('Primeiro.');
});

test('joined, and kept apart: an offer is an offer again, a joined pair is joined again', async () => {
  const into = await world.tell();
  const from = await world.tell({ typeCode: 'C03', masked: 'roubaram cinco cabras no curral de noite' });
  await world.drain();
  const [intoId, fromId] = [(await world.concernOf(into)).id, (await world.concernOf(from)).id];
  await takenBack('coordinator', from, () => concern('coordinator', fromId, ['keep-apart', { otherId: intoId }]));
  await takenBack('coordinator', from, () => concern('coordinator', fromId, ['merge', { into: intoId }]));
  await concern('coordinator', fromId, ['merge', { into: intoId }]);
  await world.drain();
  const apart = await concern('coordinator', intoId, ['keep-apart', { otherId: fromId }]);
  await undo('coordinator', apart);
  await world.drain();
  expect(await world.rows('select state, merged_into from respond_concern where id = $1', [fromId])).toEqual([
    { state: 'merged', merged_into: intoId },
  ]);
  expect(await world.concernOf(from)).toMatchObject({ id: intoId, voices: 2 });
  expect((await shape(into)).others).toEqual([{ state: 'joined' }]);
});

test('a referral, and its acceptance', async () => {
  const telling = await world.tell({
    lane: 'protection',
    typeCode: 'D01',
    masked: undefined,
    maskedCt: Buffer.from('x'),
  });
  const { id } = await world.concernOf(telling);
  const body = { serviceId: await world.addService(), send: true };
  await concern('officer', id, ['consent', { answer: 'yes' }]);
  await takenBack('officer', telling, () => concern('officer', id, ['refer', body]));
  await concern('officer', id, ['refer', body]);
  const standing = () =>
    world.rows('select id, accepted_at from respond_referral where concern_id = $1 and withdrawn_at is null', [id]);
  const [referral] = await standing();
  await takenBack('officer', telling, () =>
    ask('officer', 'referrals/:id/step', [{ id: referral.id }, { step: 'accepted' }]),
  );
  expect(await standing()).toEqual([referral]);
});

test('the words of a post, an offer, its acceptance and its refusal', async () => {
  const telling = await world.tell();
  await world.drain();
  const id = (await world.briefsOf(telling))[0].id;
  for (const [word, body] of [
    ['seen', undefined],
    ['going', undefined],
    ['done', undefined],
    ['cannot', { reason: 'no-fuel' }],
    ['hand-over', { toPostId: 'po_water' }],
  ] as const)
    await takenBack('commander', telling, () => post('commander', id, [word, body]));
  await post('commander', id, ['hand-over', { toPostId: 'po_water' }]);
  await world.drain();
  await takenBack('water', telling, () => post('water', id, ['refuse']));
  await takenBack('water', telling, () => post('water', id, ['accept']));
});

test('an offer that the other post has accepted is not taken back', async () => {
  const telling = await world.tell();
  await world.drain();
  const id = (await world.briefsOf(telling))[0].id;
  const offer = await post('commander', id, ['hand-over', { toPostId: 'po_water' }]);
  await post('water', id, ['accept']);
  await expect(undo('commander', offer)).rejects.toThrow('deed.too-late');
  await world.drain();
  expect((await world.briefsOf(telling)).map((row) => row.state).sort()).toEqual(['handed-over', 'seen']);
});

test('a word that was followed by another stays', async () => {
  const telling = await world.tell();
  await world.drain();
  const id = (await world.briefsOf(telling))[0].id;
  const seen = await post('commander', id, ['seen']);
  await post('commander', id, ['going']);
  await expect(undo('commander', seen)).rejects.toThrow('deed.too-late');
  expect((await world.briefsOf(telling))[0].state).toBe('going');
  const concernId = (await world.concernOf(telling)).id;
  const first = await concern('coordinator', concernId, ['type', { typeCode: 'C02' }]);
  await concern('coordinator', concernId, ['type', { typeCode: 'C03' }]);
  await expect(undo('coordinator', first)).rejects.toThrow('deed.too-late');
  expect((await world.concernOf(telling)).type_code).toBe('C03');
});

test('a deed undone at the same moment from two screens is undone once', async () => {
  const telling = await world.tell();
  await world.drain();
  const seen = await post('commander', (await world.briefsOf(telling))[0].id, ['seen']);
  const both = await Promise.allSettled([undo('commander', seen), undo('commander', seen)]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('danger that she told stays danger when a person names the type', async () => {
  const telling = await world.tell({ typeCode: undefined, typeBy: undefined, danger: true });
  const { id } = await world.concernOf(telling);
  await concern('coordinator', id, ['type', { typeCode: 'C02' }]);
  expect(await world.concernOf(telling)).toMatchObject({ type_code: 'C02', severity: 5, danger: true });
});

test('typed into a restricted lane: written down in that lane, and not taken back', async () => {
  const telling = await world.tell({ typeBy: 'free-text' });
  const { id } = await world.concernOf(telling);
  const typed = await concern('coordinator', id, ['type', { typeCode: 'D01' }]);
  expect(
    await world.rows(`select lane from journal where subject_id = $1 and event in ('concern.typed', 'concern.laned')`, [
      id,
    ]),
  ).toEqual([{ lane: 'protection' }, { lane: 'protection' }]);
  await expect(undo('coordinator', typed)).rejects.toThrow('deed.too-late');
});

test('a referral is accepted once', async () => {
  const telling = await world.tell({
    lane: 'protection',
    typeCode: 'D01',
    masked: undefined,
    maskedCt: Buffer.from('x'),
  });
  const { id } = await world.concernOf(telling);
  await concern('officer', id, ['consent', { answer: 'yes' }]);
  await concern('officer', id, ['refer', { serviceId: await world.addService(), send: true }]);
  const [referral] = await world.rows('select id from respond_referral where concern_id = $1', [id]);
  await ask('officer', 'referrals/:id/step', [{ id: referral.id }, { step: 'accepted' }]);
  await expect(ask('officer', 'referrals/:id/step', [{ id: referral.id }, { step: 'accepted' }])).rejects.toThrow(
    'concern.state',
  );
});

test('words added to an open concern do not start its clock again', async () => {
  const telling = await world.tell();
  await world.drain();
  const { id, released_at } = await world.concernOf(telling);
  const [before] = await world.briefsOf(telling);
  world.later(60);
  await concern('coordinator', id, ['release', { narrative: 'Furto de gado.' }]);
  await world.drain();
  expect((await world.concernOf(telling)).released_at).toEqual(released_at);
  expect((await world.briefsOf(telling))[0]).toMatchObject({
    narrative: 'Furto de gado.',
    seen_due_at: before.seen_due_at,
    released_at: before.released_at,
  });
});
