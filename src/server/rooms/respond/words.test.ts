// Whose words reach whom, when a telling changes after it was told: raised, added to, joined, taken back.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openRespondWorld, type RespondWorld } from '../../../../test/respond-world.ts';

let world: RespondWorld;
beforeAll(async () => {
  world = await openRespondWorld();
});
afterAll(() => world.close());
beforeEach(() => world.later(40 * 24 * 60));

const raised = {
  lane: 'protection',
  laneWords: ['protection'],
  masked: undefined,
  maskedCt: Buffer.from('x'),
} as const;
const act = (id: string, deed: string, body?: object) =>
  world.ask('coordinator', `POST /api/concerns/:id/${deed}`, { params: { id }, ...(body ? { body } : {}) });

test('a held telling that gains a word of protection is the protection officer’s task, and no coordinator’s', async () => {
  const telling = await world.tell({ typeBy: 'free-text' });
  const { id } = await world.concernOf(telling);
  expect(await world.todosOf(id)).toEqual(['triage coordinator']);
  await world.revise(telling, raised);
  await world.drain();
  expect(await world.concernOf(telling)).toMatchObject({ lane: 'protection', state: 'triage' });
  expect(await world.rows(`select role, lane from know_todo where subject_id = $1 and state <> 'done'`, [id])).toEqual([
    { role: 'protection-officer', lane: 'protection' },
  ]);
});

test('a concern that is raised is offered as nobody’s duplicate any more', async () => {
  await world.tell({ typeBy: 'free-text', typeCode: 'C03', masked: 'gado roubado na machamba grande ontem' });
  const second = await world.tell({ typeBy: 'free-text', typeCode: 'C02', masked: 'gado roubado na machamba grande' });
  const { id } = await world.concernOf(second);
  const pairs = () => world.rows('select * from respond_duplicate where concern_id = $1 or other_id = $1', [id]);
  expect((await pairs()).length).toBe(1);
  await world.revise(second, raised);
  expect(await pairs()).toEqual([]);
});

test('words of the only witness never reach a post because somebody else told it, too', async () => {
  const alone = await world.tell({ masked: 'só eu vi, estava sozinha, roubaram o gado', alone: true });
  expect((await world.concernOf(alone)).hold_reasons).toEqual(['one-witness']);
  await world.tell({ masked: 'roubaram gado' });
  await world.drain();
  expect(await world.concernOf(alone)).toMatchObject({ voices: 2, state: 'triage' });
  expect(await world.briefsOf(alone)).toEqual([]);
});

test('a type that a listener set is not her word: it waits, unless she confirmed it', async () => {
  const set = await world.tell({ typeBy: 'listener' });
  expect(await world.concernOf(set)).toMatchObject({ state: 'triage', hold_reasons: ['type-not-her-word'] });
  world.later(40 * 24 * 60);
  const said = await world.tell({ typeBy: 'listener', confirmed: true });
  expect(await world.concernOf(said)).toMatchObject({ state: 'open' });
});

test('what she adds reaches the coordinator at once, and the post only by a person’s release', async () => {
  const telling = await world.tell({ masked: 'primeiro' });
  await world.drain();
  await world.revise(telling, { masked: 'primeiro e mais isto' });
  const { id, narrative } = await world.concernOf(telling);
  expect(narrative).toBe('primeiro e mais isto');
  expect((await world.briefsOf(telling))[0].narrative).toBeNull();
  await act(id, 'release', { narrative: 'Primeiro.' });
  await world.drain();
  await world.revise(telling, { masked: 'primeiro e mais isto e aquilo' });
  await act(id, 'place', { areaId: 'ar_mueda' });
  await world.drain();
  expect((await world.briefsOf(telling))[0]).toMatchObject({ narrative: 'Primeiro.', area_id: 'ar_mueda' });
  await act(id, 'release', { narrative: 'Primeiro e mais.' });
  await world.drain();
  expect((await world.briefsOf(telling))[0].narrative).toBe('Primeiro e mais.');
});

test('when the one whose words were released takes them back, the post reads none, and the coordinator the next telling’s', async () => {
  const first = await world.tell({ masked: 'cabras minhas' });
  const second = await world.tell({ masked: 'cabras do vizinho' });
  await world.drain();
  await act((await world.concernOf(first)).id, 'release', { narrative: 'Cabras.' });
  await world.drain();
  await world.withdraw(first);
  const next = { narrative: 'cabras do vizinho', released_narrative: null };
  expect(await world.concernOf(second)).toMatchObject({ ...next, state: 'open', voices: 1 });
  expect((await world.briefsOf(second))[0]).toMatchObject({ state: 'new', narrative: null });
});

test('a matter that now stands on words of harm alone is taken back from the post', async () => {
  const first = await world.tell({ masked: 'cabras minhas' });
  const second = await world.tell({ masked: 'só eu vi quem levou as cabras', alone: true });
  await world.drain();
  expect((await world.concernOf(second)).voices).toBe(2);
  await world.withdraw(first);
  const concern = await world.concernOf(second);
  expect(concern).toMatchObject({ state: 'triage', hold_reasons: ['one-witness'] });
  expect(concern.narrative).toBe('só eu vi quem levou as cabras');
  expect((await world.briefsOf(second))[0]).toMatchObject({ state: 'withdrawn', narrative: null });
  expect(await world.todosOf(concern.id)).toEqual(['triage coordinator']);
});

test('strangers seen by two people, with words of danger, start no ladder by rule', async () => {
  const one = await world.tell({ typeCode: 'A03', danger: true });
  await world.tell({ typeCode: 'A03', danger: true });
  const concern = await world.concernOf(one);
  expect(concern).toMatchObject({ voices: 2, danger: false, severity: 3 });
  expect(await world.rows('select * from respond_ladder where concern_id = $1', [concern.id])).toEqual([]);
});

test('one telling of several is split off by a person: a matter of its own, and not joined again by rule', async () => {
  const first = await world.tell({ masked: 'cabras minhas' });
  const second = await world.tell({ masked: 'cabras do vizinho' });
  await world.drain();
  const { id } = await world.concernOf(first);
  const split = (reportId: string) =>
    world.ask('coordinator', 'POST /api/concerns/:id/tellings/:reportId/split', { params: { id, reportId } });
  const deed = await split(second.reportId);
  await world.ask('coordinator', 'POST /api/deeds/:id/undo', { params: { id: deed.deedId } });
  await world.drain();
  expect((await world.concernOf(second)).id).toBe(id);
  await split(second.reportId);
  await world.drain();
  const own = await world.concernOf(second);
  expect(own.id).not.toBe(id);
  expect(own).toMatchObject({ voices: 1, narrative: 'cabras do vizinho' });
  expect(await world.concernOf(first)).toMatchObject({ voices: 1, narrative: 'cabras minhas' });
  await expect(split(first.reportId)).rejects.toThrow('concern.state');
  await world.rows(`update respond_concern set state = 'triage' where id = $1`, [own.id]);
  await world.revise(second, { masked: 'cabras do vizinho e dois cabritos' });
  expect((await world.concernOf(second)).id).toBe(own.id);
});

test('lowered by the protection officer: the coordinator’s again, held, with the words plain', async () => {
  const telling = await world.tell({
    lane: 'protection',
    typeCode: 'C04',
    masked: undefined,
    maskedCt: Buffer.from('cabras'),
  });
  const { id } = await world.concernOf(telling);
  await world.ask('officer', 'POST /api/concerns/:id/lane', { params: { id }, body: { lane: 'ordinary' } });
  await world.drain();
  expect(await world.concernOf(telling)).toMatchObject({
    lane: 'ordinary',
    state: 'triage',
    narrative: 'cabras',
    narrative_ct: null,
    hold_reasons: ['lowered'],
  });
  expect(await world.todosOf(id)).toEqual(['triage coordinator']);
  await expect(world.ask('officer', 'GET /api/concerns/:id', { params: { id } })).rejects.toThrow('concern.not-found');
});
