// What a post answers for, changed by a coordinator from a day on: the next matter goes there, the past stays as it was.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRespondWorld, type RespondWorld } from '../../../../test/respond-world.ts';
import type { PostWhole } from '../../../shared/contract/posts.ts';
import { localDay } from '../../kit/programme-time.ts';

let world: RespondWorld;
beforeAll(async () => {
  world = await openRespondWorld();
});
afterAll(() => world?.close());

const day = async (days: number): Promise<string> =>
  world.as('coordinator', async (ctx) => localDay(new Date(ctx.now.getTime() + days * 86_400_000), 'Africa/Maputo'));
type Given = { post?: string; what?: object; areaId?: string; from: string };
const give = ({ post = 'po_awasse', what = { typeCode: 'C04' }, areaId = 'ar_mueda', from }: Given) =>
  world.ask('coordinator', 'POST /api/post-states/:id/responsibilities', {
    params: { id: post },
    body: { areaId, what, from },
  });
const dutiesOf = async (id: string): Promise<PostWhole['responsibilities']> =>
  (await world.ask('coordinator', 'GET /api/post-states/:id', { params: { id } })).responsibilities;
/** Which post a matter of this type, told now, comes to. */
const goesTo = async (typeCode: string): Promise<string[]> => {
  const telling = await world.tell({ typeCode, areaId: 'ar_mueda' });
  await world.drain();
  return (await world.briefsOf(telling)).map((brief) => brief.post_id);
};

test('from tomorrow on: today’s matter still goes to who answered until then, tomorrow’s to the new one, and who gave it stands there', async () => {
  await give({ what: { typeCode: 'C03' }, from: await day(1) });
  expect(await goesTo('C03')).toEqual(['po_mueda']);
  const [duty] = await dutiesOf('po_awasse');
  expect(duty).toMatchObject({ typeCode: 'C03', state: 'to-come', to: null });
  expect(duty?.changed?.at).toBeDefined();
  world.later(26 * 60);
  expect((await dutiesOf('po_awasse'))[0]?.state).toBe('now');
  // Two days on, not joined to yesterday's.
  world.later(80 * 60);
  expect(await goesTo('C03')).toEqual(['po_awasse']);
});

test('what another post answered for first is taken over at that moment; undo gives it back', async () => {
  const before = (await dutiesOf('po_mueda')).filter(({ classCode, state }) => classCode === 'B' && state === 'now');
  expect(before).toHaveLength(1);
  const { deedId } = await give({ what: { classCode: 'B' }, from: await day(0) });
  expect((await dutiesOf('po_mueda')).find(({ classCode }) => classCode === 'B')?.state).toBe('over');
  await world.ask('coordinator', 'POST /api/deeds/:id/undo', { params: { id: deedId } });
  expect(
    (await dutiesOf('po_mueda')).filter(({ classCode, state }) => classCode === 'B' && state === 'now'),
  ).toMatchObject([{ to: null }]);
  expect((await dutiesOf('po_awasse')).filter(({ classCode }) => classCode === 'B')).toEqual([]);
});

test('ended from today: the next matter waits for a person; undo lets it hold as long as it had', async () => {
  const duty = (await dutiesOf('po_mueda')).find(({ classCode }) => classCode === 'I');
  const end = async () =>
    world.ask('coordinator', 'POST /api/responsibilities/:id/end', {
      params: { id: duty?.id ?? '' },
      body: { from: await day(0) },
    });
  const { deedId } = await end();
  expect(await goesTo('I01')).toEqual([]);
  await world.ask('coordinator', 'POST /api/deeds/:id/undo', { params: { id: deedId } });
  expect((await dutiesOf('po_mueda')).find(({ id }) => id === duty?.id)).toMatchObject({ state: 'now', to: null });
  await end();
  await expect(end()).rejects.toMatchObject({ code: 'responsibility.not-found' });
});

test('refused: a day that is over, the same twice, a closed post, what a service is never told, and a restricted lane', async () => {
  const from = await day(0);
  await expect(give({ from: await day(-1) })).rejects.toMatchObject({ code: 'request.invalid' });
  await give({ what: { typeCode: 'C01' }, from });
  await expect(give({ what: { typeCode: 'C01' }, from })).rejects.toMatchObject({ code: 'responsibility.exists' });
  await expect(give({ what: { typeCode: 'G02' }, from })).rejects.toMatchObject({ code: 'post.not-allowed' });
  await expect(give({ what: { typeCode: 'D01' }, from })).rejects.toMatchObject({ code: 'post.not-allowed' });
  await expect(give({ areaId: 'ar_nampula', from })).rejects.toMatchObject({ code: 'area.not-found' });
  await world.rows(`update know_post set active = false where id = 'po_awasse'`);
  await expect(give({ from })).rejects.toMatchObject({ code: 'post.not-found' });
  await world.rows(`update know_post set active = true where id = 'po_awasse'`);
});

test('the database rewrites no past, and nothing of another district', async () => {
  const write = (text: string) => world.as('coordinator', (ctx) => sql.raw(text).execute(ctx.tx));
  await world.rows(
    `insert into know_responsibility (id, post_id, area_id, type_code, valid_from) values ('rs_far', 'po_mueda', 'ar_nampula', 'C05', now())`,
  );
  const row = (area: string, from: string) =>
    `insert into know_responsibility (id, post_id, area_id, type_code, valid_from) values ('rs_' || md5(random()::text), 'po_mueda', '${area}', 'C05', ${from})`;
  await expect(write(row('ar_mueda', `now() - interval '1 day'`))).rejects.toThrow(/row-level security/);
  await expect(write(row('ar_nampula', 'now()'))).rejects.toThrow(/row-level security/);
  await expect(
    write(`update know_responsibility set valid_to = now() - interval '1 day' where area_id = 'ar_mueda'`),
  ).rejects.toThrow(/row-level security/);
  expect((await write(`update know_responsibility set valid_to = now() where id = 'rs_far'`)).numAffectedRows).toBe(0n);
  await expect(write(`update know_responsibility set post_id = 'po_water'`)).rejects.toThrow(/permission denied/);
});

test('the chain of command stands with the post: where what it leaves goes next', async () => {
  const chain = async (id: string): Promise<unknown> =>
    (await world.ask('coordinator', 'GET /api/post-states/:id', { params: { id } })).superiors;
  expect(await chain('po_mueda')).toEqual([{ id: 'po_command', name: 'Comando Distrital de Mueda' }]);
  expect(await chain('po_command')).toEqual([]);
});
