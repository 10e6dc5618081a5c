// No rule gives words away (ADR 0018): also not those that stood in briefs before a post could read none.
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRespondWorld, type RespondWorld } from '../../../../test/respond-world.ts';
import { countSeers } from './store-queue.ts';

let world: RespondWorld;

beforeAll(async () => {
  world = await openRespondWorld();
});
afterAll(() => world?.close());

const release = (id: string, body: object) =>
  world.ask('coordinator', 'POST /api/concerns/:id/release', { params: { id }, body });
const wordsOf = async (telling: Parameters<RespondWorld['briefsOf']>[0]): Promise<string | null> =>
  (await world.briefsOf(telling))[0].narrative;

test('released by rule: the post reads type, place and part of the day, the coordinator the words', async () => {
  const telling = await world.tell({ typeCode: 'C01', masked: 'quem roubou foi o amisse da bomba' });
  await world.drain();
  expect((await world.briefsOf(telling))[0]).toMatchObject({
    type_code: 'C01',
    area_id: 'ar_nanjua',
    sources: 'one',
    narrative: null,
  });
  expect((await world.concernOf(telling)).narrative).toContain('amisse');
});

test('a person who releases without words gives none away; with words, those and no others', async () => {
  const telling = await world.tell({ typeCode: 'C03', typeBy: 'free-text', masked: 'levaram a mota do amisse' });
  const { id } = await world.concernOf(telling);
  await release(id, {});
  await world.drain();
  expect(await wordsOf(telling)).toBeNull();
  await release(id, { narrative: ' Levaram uma mota. ' });
  await world.drain();
  expect(await wordsOf(telling)).toBe('Levaram uma mota.');
  const read = await world.ask('coordinator', 'GET /api/concerns/:id', { params: { id } });
  expect(read).toMatchObject({ narrative: 'levaram a mota do amisse', releasedNarrative: 'Levaram uma mota.' });
  await release(id, { narrative: '' });
  await world.drain();
  expect(await wordsOf(telling)).toBeNull();
});

test('the upgrade empties what a rule sent out and keeps what a person released', async () => {
  const byRule = await world.tell({ typeCode: 'C05', masked: 'foi o amisse' });
  const byPerson = await world.tell({ typeCode: 'C02', typeBy: 'free-text', masked: 'partiram a porta' });
  const undone = await world.tell({ typeCode: 'C06', masked: 'foi o outro amisse' });
  await world.drain();
  await release((await world.concernOf(byPerson)).id, {});
  await world.drain();
  const { deedId } = await release((await world.concernOf(undone)).id, { narrative: 'x' });
  await world.ask('coordinator', 'POST /api/deeds/:id/undo', { params: { id: deedId } });
  // As it stood before: the masked words went out with the release, and added words were kept as released.
  for (const telling of [byRule, byPerson, undone])
    await world.rows(
      `update respond_brief set narrative = $2 where concern_id = (select concern_id from respond_telling where report_id = $1)`,
      [telling.reportId, telling.masked],
    );
  await world.rows(`update respond_concern set released_narrative = 'foi o amisse' where id = $1`, [
    (await world.concernOf(byRule)).id,
  ]);
  const upgrade = await readFile(new URL('../../db/migrations/0013_respond_words.sql', import.meta.url), 'utf8');
  await world.scratch.owner.query(`begin; ${upgrade}; commit`);
  expect([await wordsOf(byRule), await wordsOf(byPerson), await wordsOf(undone)]).toEqual([
    null,
    'partiram a porta',
    null,
  ]);
  expect(await world.concernOf(byRule)).toMatchObject({ narrative: 'foi o amisse', released_narrative: null });
  expect(await world.concernOf(byPerson)).toMatchObject({ released_narrative: 'partiram a porta' });
});

test('nobody is counted among those who see it where nobody holds the role', async () => {
  const { id } = await world.concernOf(await world.tell({ typeCode: 'I02' }));
  const seers = await world.as('coordinator', (ctx) => countSeers(ctx, id));
  expect(seers.map(({ role }) => role)).toContain('coordinator');
  expect(seers.map(({ role }) => role)).not.toContain('protection-officer');
});
