// What nobody here answers for is switched off, and told all the same: she hears so, once, and no promise.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRespondWorld, type RespondWorld } from '../../../../test/respond-world.ts';

let world: RespondWorld;
beforeAll(async () => {
  world = await openRespondWorld();
  await world.scratch.owner.query(
    `insert into know_type_switch (id, deed_id, area_id, type_code, state, valid_from, at, by)
     select 'sw_' || code, 'de_off', 'ar_mueda', code, 'off', now() - interval '1 hour', now(), 'us_x'
     from unnest(array['C04', 'A01', 'D03']) as code`,
  );
});
afterAll(() => world.close());

test('who names it herself hears that nobody here sees to it, and a person still reads it', async () => {
  const telling = await world.tell();
  expect(await world.textsTo(telling.contactId)).toEqual(['answer.nobody']);
  const concern = await world.concernOf(telling);
  expect(concern).toMatchObject({ state: 'triage', answer_code: null });
  expect(await world.todosOf(concern.id)).toEqual(['triage coordinator']);
  const neighbour = await world.tell();
  expect(await world.textsTo(neighbour.contactId)).toEqual(['answer.nobody']);
  await world.revise(telling, { masked: 'roubaram seis cabras' });
  expect(await world.textsTo(telling.contactId)).toEqual(['answer.nobody']);
});

test('in a restricted lane the same words say nothing of what it is about', async () => {
  const telling = await world.tell({ typeCode: 'D03', lane: 'protection', areaId: 'ar_mueda' });
  expect(await world.textsTo(telling.contactId)).toEqual(['answer.nobody']);
});

test('not switched off, but no service answers: the same; once a service is there she hears nothing of it', async () => {
  const alone = await world.tell({ typeCode: 'D01', lane: 'protection', areaId: 'ar_palma', scopeId: 'ar_palma' });
  expect(await world.textsTo(alone.contactId)).toEqual(['answer.nobody']);
  await world.addService({ areaIds: ['ar_palma'] });
  const served = await world.tell({ typeCode: 'D01', lane: 'protection', areaId: 'ar_palma', scopeId: 'ar_palma' });
  expect(await world.textsTo(served.contactId)).toEqual([]);
});

test('released by rule where no post answers: she hears it, and the coordinator looks for somebody', async () => {
  const telling = await world.tell({ typeCode: 'C02', areaId: 'ar_palma', scopeId: 'ar_palma' });
  await world.drain();
  expect(await world.textsTo(telling.contactId)).toEqual(['answer.nobody']);
  expect(await world.todosOf((await world.concernOf(telling)).id)).toEqual(['nobody-responsible coordinator']);
});

test('what we only read into her words is a person’s to judge first, and danger is never told that nobody comes', async () => {
  const unsure = await world.tell({ typeBy: 'free-text', areaId: 'ar_mueda' });
  expect(await world.textsTo(unsure.contactId)).toEqual([]);
  const danger = await world.tell({ typeCode: 'A01', areaId: 'ar_mueda', danger: true });
  expect(await world.textsTo(danger.contactId)).toEqual([]);
});

test('the coordinator may say it too, and says it to each', async () => {
  const telling = await world.tell({ typeBy: 'free-text', areaId: 'ar_palma' });
  const { id } = await world.concernOf(telling);
  await world.ask('coordinator', 'POST /api/concerns/:id/answer', { params: { id }, body: { answer: 'nobody-here' } });
  await world.drain();
  expect(await world.textsTo(telling.contactId)).toEqual(['answer.nobody', 'ask.clear']);
});
