// "No fuel" goes upwards: what a post lacks is read at once by its command and the coordinator, with its since, until the post says otherwise.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRespondWorld, type RespondWorld } from '../../../../test/respond-world.ts';
import type { OwnPostView } from '../../../shared/contract/posts.ts';
import type { Lack } from '../../../shared/domain/capacity.ts';
import { sayCapacity } from '../know/say-capacity.ts';

let world: RespondWorld;
beforeAll(async () => {
  world = await openRespondWorld();
  await world.tell({ typeCode: 'C03' });
  await world.drain();
});
afterAll(() => world?.close());

type Who = 'commander' | 'district' | 'awasse' | 'water';
const say = (who: Who, postId: string, lacking: readonly Lack[]): Promise<string> =>
  world.as(who, (ctx) => sayCapacity(ctx, postId, lacking));
const ownPost = async (who: Who, id: string): Promise<OwnPostView | undefined> => {
  const { posts }: { posts: OwnPostView[] } = await world.ask(who, 'GET /api/own-posts');
  return posts.find((post) => post.id === id);
};
const stuck = async (): Promise<{ postId: string; waiting: number }[]> =>
  (await world.ask('coordinator', 'GET /api/today')).stuckPosts;

test('no fuel while something waits: the command above and the coordinator read it at once; nothing missing clears it', async () => {
  expect(await stuck()).toEqual([]);
  await say('commander', 'po_mueda', ['fuel']);
  const seen = await ownPost('district', 'po_mueda');
  expect(seen).toMatchObject({ own: false, waiting: 1, late: 0, capacity: { lacks: [{ lack: 'fuel' }] } });
  expect(await stuck()).toMatchObject([{ postId: 'po_mueda', waiting: 1, lacks: [{ lack: 'fuel' }] }]);
  await say('commander', 'po_mueda', []);
  expect((await ownPost('district', 'po_mueda'))?.capacity).toMatchObject({ lacks: [] });
  expect(await stuck()).toEqual([]);
});

test('what goes on lacking keeps its since; what comes to it begins now; the history keeps each saying', async () => {
  await say('commander', 'po_mueda', ['fuel']);
  const first = (await ownPost('commander', 'po_mueda'))?.capacity?.lacks[0]?.since;
  world.later(60);
  await say('commander', 'po_mueda', ['fuel', 'radio']);
  const [fuel, radio] = (await ownPost('commander', 'po_mueda'))?.capacity?.lacks ?? [];
  expect(fuel).toEqual({ lack: 'fuel', since: first });
  expect(Date.parse(radio?.since ?? '') - Date.parse(first ?? '')).toBeGreaterThan(59 * 60_000);
  const kept = await world.rows(
    `select until is null as now from know_capacity where post_id = 'po_mueda' order by said_at`,
  );
  expect(kept.map(({ now }) => now)).toEqual([false, false, false, true]);
  const said = await world.rows(
    `select payload from journal where event = 'capacity.said' and post_id = 'po_mueda' order by seq desc limit 1`,
  );
  expect(said[0].payload.lacks).toEqual(['fuel', 'radio']);
});

test('without a radio alone a post still moves: it is nobody’s alarm', async () => {
  await say('commander', 'po_mueda', ['radio']);
  expect(await stuck()).toEqual([]);
});

test('taken back within ten seconds, what was said before holds again', async () => {
  await say('commander', 'po_mueda', ['vehicle']);
  const deedId = await say('commander', 'po_mueda', []);
  expect(await stuck()).toEqual([]);
  await world.ask('commander', 'POST /api/deeds/:id/undo', { params: { id: deedId } });
  expect((await ownPost('commander', 'po_mueda'))?.capacity?.lacks.map(({ lack }) => lack)).toEqual(['vehicle']);
});

test('a post says nothing for its neighbour, and reads nothing of it; a command says it for a post without a console', async () => {
  await expect(say('awasse', 'po_mueda', ['fuel'])).rejects.toMatchObject({ code: 'post.not-found' });
  await expect(say('water', 'po_mueda', [])).rejects.toMatchObject({ code: 'post.not-found' });
  expect(await ownPost('awasse', 'po_mueda')).toBeUndefined();
  await say('district', 'po_awasse', ['people']);
  expect((await ownPost('awasse', 'po_awasse'))?.capacity?.lacks.map(({ lack }) => lack)).toEqual(['people']);
  // Nothing waits there: nobody is called.
  expect((await stuck()).map(({ postId }) => postId)).toEqual(['po_mueda']);
});

test('the database itself lets nobody write for another post, or change what was said', async () => {
  const write = (text: string) => world.as('awasse', (ctx) => sql.raw(text).execute(ctx.tx));
  const row = `select 'cy_forged', 'po_mueda', 'ar_mueda', now(), ctx.user_id()`;
  await expect(write(`insert into know_capacity (id, post_id, scope_id, said_at, said_by) ${row}`)).rejects.toThrow(
    /row-level security/,
  );
  const gone = await write(`delete from know_capacity where post_id = 'po_mueda'`);
  expect(gone.numAffectedRows).toBe(0n);
  await expect(write(`update know_capacity set fuel_since = null`)).rejects.toThrow(/permission denied/);
});

test('the list of posts begins with what needs somebody: switched off, then past a time, then in want, then by name', async () => {
  await say('commander', 'po_mueda', []);
  await say('awasse', 'po_awasse', ['vehicle']);
  await world.rows(`update know_post set active = false where id = 'po_water'`);
  world.later(30 * 24 * 60);
  const whole: { posts: { id: string }[] } = await world.ask('coordinator', 'GET /api/post-states', {
    query: { limit: 100 },
  });
  const order = whole.posts.map(({ id }) => id);
  expect(order).toEqual(['po_water', 'po_mueda', 'po_awasse', 'po_command', 'po_dtm']);
  const paged: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const query = { limit: 2, ...(cursor === undefined ? {} : { cursor }) };
    const page = await world.ask('coordinator', 'GET /api/post-states', { query });
    paged.push(...page.posts.map((post: { id: string }) => post.id));
    cursor = page.next;
  }
  expect(paged).toEqual(order);
});
