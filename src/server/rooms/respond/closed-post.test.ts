// A post that was closed, or whose time has run out: its people read nothing more and its phone is told nothing more, at once.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRespondWorld, type RespondWorld } from '../../../../test/respond-world.ts';
import { findPostContact } from '../know/index.ts';
import { obeyCommand } from './obey-command.ts';

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

type End = readonly [name: string, ends: string, begins: string];
const ends: readonly End[] = [
  ['closed', 'active = false', 'active = true'],
  ['past its time', "valid_to = now() - interval '1 minute'", 'valid_to = null'],
];
/** Ends the post for a while. */
async function without<T>(post: string, [, end, begin]: End, deed: () => Promise<T>): Promise<T> {
  await world.rows(`update know_post set ${end} where id = $1`, [post]);
  try {
    return await deed();
  } finally {
    await world.rows(`update know_post set ${begin} where id = $1`, [post]);
  }
}

test.each(ends)(
  '%s: a word by SMS whose digits came back a moment later changes nothing, nor does its command’s',
  async (...end) => {
    const telling = await world.tell({ typeCode: end[0] === 'closed' ? 'C01' : 'C02' });
    await world.drain();
    const [brief] = await world.briefsOf(telling);
    const say = (postId: string) => world.asWorker((ctx) => obeyCommand(ctx, { postId, verb: 'done', ref: brief.ref }));
    await without(brief.post_id, end, async () => {
      await say(brief.post_id);
      await say('po_command');
    });
    expect((await world.briefsOf(telling)).map(({ state }) => state)).toEqual(['new']);
    await say(brief.post_id);
    expect((await world.briefsOf(telling)).map(({ state }) => state)).toEqual(['done']);
  },
);

test.each(ends)(
  '%s: a coordinator cannot choose it, and what she had chosen it for waits for a person',
  async (...end) => {
    const telling = await world.tell({ typeCode: end[0] === 'closed' ? 'C05' : 'I02' });
    await world.drain();
    const { id } = await world.concernOf(telling);
    await world.rows(`update respond_concern set state = 'triage' where id = $1`, [id]);
    await world.rows(`update respond_brief set state = 'withdrawn' where concern_id = $1`, [id]);
    const release = () =>
      world.ask('coordinator', 'POST /api/concerns/:id/release', { params: { id }, body: { postId: 'po_awasse' } });
    await without('po_awasse', end, () => expect(release()).rejects.toMatchObject({ code: 'post.not-found' }));
    await release();
    await without('po_awasse', end, () => world.drain());
    expect((await world.briefsOf(telling)).filter(({ state }) => state !== 'withdrawn')).toEqual([]);
    expect(await world.todosOf(id)).toContain('nobody-responsible coordinator');
  },
);

test('her "no" about what a closed post had done waits for a person, not on a list that nobody reads', async () => {
  const telling = await world.tell({ typeCode: 'C03', areaId: 'ar_mueda' });
  await world.drain();
  const [brief] = await world.briefsOf(telling);
  await world.ask('commander', 'POST /api/briefs/:id/done', { params: { id: brief.id } });
  await world.drain();
  await world.answer(telling, 'solved', '3');
  world.later(30 * 60);
  await without(brief.post_id, ends[0] ?? ['closed', 'active = false', 'active = true'], () => world.drain());
  expect((await world.briefsOf(telling)).map(({ state }) => state)).toEqual(['done']);
  expect(await world.todosOf(brief.concern_id)).toContain('nobody-responsible coordinator');
});

test('what should go upwards steps over a closed command to the next open one', async () => {
  const telling = await world.tell({ typeCode: 'C04', areaId: 'ar_mueda' });
  await world.drain();
  const { id } = await world.concernOf(telling);
  await world.rows(
    `insert into know_post (id, name, service, area_id, scope_id, superior_id, active, valid_from, origin)
     select 'po_province', 'Comando Provincial', service, 'ar_cabo', 'ar_cabo', null, true, valid_from, origin from know_post where id = 'po_command'`,
  );
  await world.rows(`update know_post set superior_id = 'po_province' where id = 'po_command'`);
  const end = ends[0] ?? ['', '', ''];
  await without('po_command', end, async () => {
    await world.ask('coordinator', 'POST /api/concerns/:id/escalate', { params: { id } });
    await world.drain();
  });
  expect((await world.briefsOf(telling)).map((row) => row.post_id)).toEqual(['po_mueda', 'po_province']);
  expect(await world.todosOf(id)).not.toContain('nobody-above coordinator');
  await world.rows(`update know_post set superior_id = null where id = 'po_command'`);
});

test('where no open post is left above, it is a coordinator’s task until she has answered', async () => {
  const telling = await world.tell({ typeCode: 'C06', areaId: 'ar_mueda' });
  const { id } = await world.concernOf(telling);
  await world.ask('coordinator', 'POST /api/concerns/:id/release', { params: { id }, body: {} });
  await world.drain();
  await without('po_command', ends[0] ?? ['', '', ''], async () => {
    await world.ask('coordinator', 'POST /api/concerns/:id/escalate', { params: { id } });
    await world.drain();
  });
  expect((await world.briefsOf(telling)).map((row) => row.post_id)).toEqual(['po_mueda']);
  expect(await world.todosOf(id)).toContain('nobody-above coordinator');
  await world.ask('coordinator', 'POST /api/concerns/:id/answer', { params: { id }, body: { answer: 'cannot' } });
  await world.drain();
  expect(await world.todosOf(id)).not.toContain('nobody-above coordinator');
});

test('a provincial command reads no brief of the posts below its district commands, and is not named among those who do', async () => {
  const telling = await world.tell({ typeCode: 'C03' });
  await world.drain();
  const { id } = await world.concernOf(telling);
  const read = async (): Promise<number> =>
    Object(await world.ask('district', 'GET /api/briefs', { query: {} })).briefs.length;
  const named = async (): Promise<string[]> =>
    Object(await world.ask('coordinator', 'GET /api/concerns/:id', { params: { id } })).seenBy.map(
      ({ why }: { why: string }) => why,
    );
  expect(await read()).toBeGreaterThan(0);
  expect(await named()).toContain('superior');

  await world.rows(`update know_post set area_id = 'ar_cabo', scope_id = 'ar_cabo' where id = 'po_command'`);
  try {
    expect(await read()).toBe(0);
    expect(await named()).not.toContain('superior');
  } finally {
    await world.rows(`update know_post set area_id = 'ar_mueda', scope_id = 'ar_mueda' where id = 'po_command'`);
  }
});
