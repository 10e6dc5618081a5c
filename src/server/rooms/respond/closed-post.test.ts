// A post that was closed, or whose time has run out: its people read nothing more and its phone is told nothing more, at once.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRespondWorld, type RespondWorld } from '../../../../test/respond-world.ts';
import { findPostContact } from '../know/index.ts';

let world: RespondWorld;
beforeAll(async () => {
  world = await openRespondWorld();
});
afterAll(() => world?.close());

const listed = async (): Promise<number> => {
  const answer = await world.ask('commander', 'GET /api/briefs', { query: {} });
  return Object(answer).briefs.length;
};

test.each([
  ['closed', 'active = false', 'active = true'],
  ['past its time', "valid_to = now() - interval '1 minute'", 'valid_to = null'],
  ['not begun', "valid_from = now() + interval '1 day'", "valid_from = now() - interval '1 year'"],
])('%s: no brief is read, none is answered, and its duty phone is not known', async (_name, ends, begins) => {
  const telling = await world.tell({ typeCode: 'C03' });
  await world.drain();
  const [brief] = await world.briefsOf(telling);
  const [post] = await world.rows('select post_id from respond_brief where id = $1', [brief.id]);
  const { post_id: id } = Object(post);
  await world.rows('update know_post set contact_id = $2 where id = $1', [id, telling.contactId]);
  const phone = () => world.asWorker((ctx) => findPostContact(ctx, id));
  expect(await phone()).toBe(telling.contactId);
  expect(await listed()).toBeGreaterThan(0);

  await world.rows(`update know_post set ${ends} where id = $1`, [id]);
  expect(await listed()).toBe(0);
  await expect(world.ask('commander', 'POST /api/briefs/:id/done', { params: { id: brief.id } })).rejects.toMatchObject(
    { code: expect.stringMatching(/not-found|denied/) },
  );
  expect(await phone()).toBeUndefined();

  await world.rows(`update know_post set ${begins} where id = $1`, [id]);
  expect(await listed()).toBeGreaterThan(0);
  expect(await phone()).toBe(telling.contactId);
});
