// A closed post is emptied whole: its own briefs, what was escalated to it, what was offered to it, however many there are.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openRespondWorld, type RespondWorld } from '../../../../test/respond-world.ts';
import { emptyPost } from './empty-post.ts';

let world: RespondWorld;
beforeAll(async () => {
  world = await openRespondWorld();
});
afterAll(() => world?.close());
beforeEach(async () => {
  await world.rows(`update know_post set active = true`);
  await world.rows(`delete from task where hearing = 'empty-post'`);
});

/** Closes the post and does what that sets off, until nothing more is asked for at once. */
async function close(postId: string): Promise<number> {
  await world.rows('update know_post set active = false where id = $1', [postId]);
  let rounds = 0;
  for (let payload: { postId: string; again?: boolean } | undefined = { postId }; payload; rounds += 1) {
    const now = payload;
    await world.asWorker((ctx) => emptyPost(ctx, now, world.tools));
    const [task] = await world.rows(
      `delete from task where id in (select id from task where hearing = 'empty-post' and run_at <= now() limit 1) returning payload`,
    );
    payload = task?.payload;
  }
  return rounds;
}
const standing = async (postId: string): Promise<number> =>
  (await world.rows(`select id from respond_brief where post_id = $1 and state in ('new', 'seen', 'going')`, [postId]))
    .length;
const told = async (change: object) => {
  const telling = await world.tell(change);
  await world.drain();
  const [brief] = await world.briefsOf(telling);
  return { telling, brief, concern: await world.concernOf(telling) };
};

test('more than one batch: all is taken away, and once more a minute later', async () => {
  const { brief } = await told({ typeCode: 'C01' });
  await world.rows(
    `insert into respond_concern (id, ref, lane, type_code, severity, danger, area_id, place_by, scope_id, time_band, told_on, state, opened_at, released_at, released_by)
     select 'cn_many' || n, 'M' || 100 + n, lane, type_code, severity, danger, area_id, place_by, scope_id, time_band, told_on, state, opened_at, released_at, released_by
     from respond_concern, generate_series(1, 60) n where id = $1`,
    [brief.concern_id],
  );
  await world.rows(
    `insert into respond_brief select (jsonb_populate_record(null::respond_brief, to_jsonb(b) || jsonb_build_object('id', 'br_many' || n, 'concern_id', 'cn_many' || n))).*
     from respond_brief b, generate_series(1, 60) n where b.id = $1`,
    [brief.id],
  );
  expect(await standing('po_mueda')).toBe(61);
  expect(await close('po_mueda')).toBe(2);
  expect(await standing('po_mueda')).toBe(0);
  // Nobody else answers for it: each waits for a coordinator.
  const waiting = await world.rows(
    `select count(*)::int as n from know_todo where kind = 'nobody-responsible' and state = 'open'`,
  );
  expect(waiting[0].n).toBe(61);
});

test('what came to it while it was being closed is found a minute later', async () => {
  const { brief, concern } = await told({ typeCode: 'C02' });
  await close('po_mueda');
  await world.rows(`update respond_brief set state = 'seen' where id = $1`, [brief.id]);
  const [task] = await world.rows(`select payload, run_at > now() as later from task where hearing = 'empty-post'`);
  expect(task.later).toBe(true);
  await world.asWorker((ctx) => emptyPost(ctx, task.payload, world.tools));
  expect(await standing('po_mueda')).toBe(0);
  expect(await world.todosOf(concern.id)).toContain('nobody-responsible coordinator');
});

test('an escalation leaves the closed command; the post below keeps its brief and the matter has no new task', async () => {
  const { brief, concern } = await told({ typeCode: 'C03' });
  await world.ask('coordinator', 'POST /api/concerns/:id/escalate', { params: { id: concern.id } });
  await world.drain();
  expect(await standing('po_command')).toBe(1);
  await close('po_command');
  expect(await standing('po_command')).toBe(0);
  expect((await world.rows('select state from respond_brief where id = $1', [brief.id]))[0].state).toBe('new');
  expect(await world.todosOf(concern.id)).not.toContain('nobody-responsible coordinator');
});

test('an offer to a closed post is given back to the one who offered, and a coordinator knows', async () => {
  const { brief, concern } = await told({ typeCode: 'C05' });
  await world.ask('commander', 'POST /api/briefs/:id/hand-over', {
    params: { id: brief.id },
    body: { toPostId: 'po_awasse' },
  });
  await world.drain();
  await close('po_awasse');
  const [row] = await world.rows('select state, post_id, hand_over_to from respond_brief where id = $1', [brief.id]);
  expect(row).toEqual({ state: 'new', post_id: 'po_mueda', hand_over_to: null });
  expect(await world.todosOf(concern.id)).toContain('hand-over-overdue coordinator');
});

test('a post that was opened again meanwhile keeps what it has', async () => {
  await told({ typeCode: 'I02' });
  const before = await standing('po_mueda');
  await world.asWorker((ctx) => emptyPost(ctx, { postId: 'po_mueda' }, world.tools));
  expect(await standing('po_mueda')).toBe(before);
  expect(before).toBeGreaterThan(0);
});
