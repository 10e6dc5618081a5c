// The switch (C6): one person closes a post or a district, at once; two different people open it again.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Client } from '../client.ts';
import type { Handset } from '../handset.ts';
import { type Salama, startSalama } from '../salama.ts';
import { HELD, newestConcern, tell } from './journey-world.ts';

const POST = 'po_demo-police-nantalika';
const COMMAND = 'po_demo-cd-cidade-de-pemba';
const PEMBA = 'ar_mz-cd-cidade-de-pemba';

let salama: Salama;
let coordinator: Client;
let deputy: Client;
let phone: Handset;
let told = 0;

beforeAll(async () => {
  salama = await startSalama();
  coordinator = await salama.signIn('coordenadora');
  deputy = await salama.signIn('adjunto');
  phone = salama.handset('Telefone do Posto');
});
afterAll(() => salama?.close());
/** What an earlier test closed is opened again by two. */
beforeEach(async () => {
  for (const { id } of (await coordinator.call('listClosures')).closures) await openTogether(id);
});

async function openTogether(id: string): Promise<void> {
  await coordinator.call('askOpening', { params: { id } });
  await deputy.call('agreeOpening', { params: { id } });
  await salama.drained();
}

const kinds = ['Roubo mota', 'Furto', 'Roubo casa', 'Roubo gado', 'Burla', 'Acidente', 'Vandalismo'];
/** A matter by somebody new; the id of its concern. */
async function tellNew(): Promise<string> {
  await tell(salama, salama.handset(`+25880000${4100 + told}`), `${kinds[told]} em Nantalika`);
  told += 1;
  return (await newestConcern(coordinator)).id;
}
const close = (id: string, client = coordinator) =>
  client.call('closePost', { params: { id }, body: { reason: 'overrun' } });
const standing = async (concernId: string): Promise<string[]> => {
  const { rows } = await salama.sql.query<{ post: string }>(
    `select post_id as post from respond_brief where concern_id = $1 and state in ('new', 'seen', 'going') and kind <> 'escalation'`,
    [concernId],
  );
  return rows.map(({ post }) => post);
};
const waitsForAPerson = async (concernId: string): Promise<boolean> => {
  const { todos } = await coordinator.call('listTodos', { query: { limit: 100 } });
  return todos.some(({ kind, subjectId }) => kind === 'nobody-responsible' && subjectId === concernId);
};

test('closed: its people are signed out, its list is empty, its matters are the next one’s or a person’s, its phone is quiet', async () => {
  const byRule = await tellNew();
  const byPerson = await tellNew();
  await coordinator.call('releaseConcern', {
    params: { id: byPerson },
    body: { narrative: 'Furto na banca do mercado' },
  });
  await salama.advance(HELD);
  expect([await standing(byRule), await standing(byPerson)]).toEqual([[POST], [POST]]);
  const commander = await salama.signIn('comandante');
  expect((await commander.call('listBriefs', { query: {} })).briefs.length).toBeGreaterThan(1);
  const texts = (await phone.texts()).length;

  await close(POST);
  await salama.drained();
  await expect(commander.call('listBriefs', { query: {} })).rejects.toMatchObject({ status: 401 });
  const again = await salama.signIn('comandante');
  expect((await again.call('listBriefs', { query: { state: 'all' } })).briefs).toEqual([]);
  expect((await again.call('listOwnPosts')).posts).toEqual([]);
  expect(await standing(byRule)).toEqual([COMMAND]);
  // A person had read it and knew who would get it: a person says who gets it now.
  expect([await standing(byPerson), await waitsForAPerson(byPerson)]).toEqual([[], true]);

  expect(await standing(await tellNew())).toEqual([COMMAND]);
  expect((await phone.texts()).length).toBe(texts);
});

test('before the ten seconds of undo, and even with its old session, the post reads nothing', async () => {
  await tellNew();
  const commander = await salama.signIn('comandante');
  await close(POST);
  const answer = await commander.call('listBriefs', { query: { state: 'all' } }).catch(({ status }) => status);
  expect(answer === 401 ? [] : answer.briefs).toEqual([]);
});

test('who asks to open it again cannot agree to it: a second person does, and finds it among the tasks', async () => {
  await close(POST);
  const [closure] = (await coordinator.call('listClosures')).closures;
  const params = { id: closure?.id ?? '' };
  expect(closure).toMatchObject({ reason: 'overrun', asked: null, posts: 1 });
  await expect(deputy.call('agreeOpening', { params })).rejects.toMatchObject({ code: 'closure.not-asked' });
  await coordinator.call('askOpening', { params });
  await salama.advance(HELD);
  await expect(coordinator.call('agreeOpening', { params })).rejects.toMatchObject({ code: 'closure.same-person' });
  // Asking after the other has asked makes nobody the second person.
  await coordinator.call('askOpening', { params });
  await expect(coordinator.call('agreeOpening', { params })).rejects.toMatchObject({ code: 'closure.same-person' });
  const waiting = async () =>
    (await deputy.call('listTodos', { query: { limit: 100 } })).todos.filter(({ kind }) => kind === 'reopen');
  expect(await waiting()).toHaveLength(1);

  await deputy.call('agreeOpening', { params });
  await salama.advance(HELD);
  expect(await waiting()).toEqual([]);
  expect((await coordinator.call('listClosures')).closures).toEqual([]);
  const commander = await salama.signIn('comandante');
  expect((await commander.call('listOwnPosts')).posts).toMatchObject([{ id: POST }]);
  const written = (await salama.journal()).map(({ event }) => event);
  expect(written).toEqual(expect.arrayContaining(['post.closed', 'opening.asked', 'opening.agreed']));
});

test('a whole district in one deed: nothing reaches any of its posts; what was closed before stays closed when it opens', async () => {
  await close(POST);
  await coordinator.call('closeDistrict', { params: { id: PEMBA }, body: { reason: 'investigation' } });
  await salama.drained();
  const command = await salama.signIn('comandante.distrital');
  expect((await command.call('listOwnPosts')).posts).toEqual([]);
  const concern = await tellNew();
  const { rows } = await salama.sql.query(
    `select p.id from respond_brief b join know_post p on p.id = b.post_id where b.concern_id = $1 and b.state in ('new', 'seen', 'going') and p.scope_id = $2`,
    [concern, PEMBA],
  );
  expect(rows).toEqual([]);
  const { closures } = await coordinator.call('listClosures');
  expect(closures.map(({ post }) => post === null)).toEqual([true, false]);
  expect(closures[0]?.posts).toBeGreaterThan(3);

  await openTogether(closures[0]?.id ?? '');
  const open = await coordinator.call('listPostStates', { query: { q: 'Nantalika' } });
  expect(open.posts.map(({ id, standing: stands }) => [id, stands])).toContainEqual([POST, 'closed']);
  const again = await salama.signIn('comandante.distrital');
  expect((await again.call('listOwnPosts')).posts.map(({ id }) => id)).toContain(COMMAND);
});

test('every post of the programme can be paged through, what needs somebody first and then by name, each once; the administrator reads no figure of matters', async () => {
  const admin = await salama.signIn('admin');
  const seen: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page: Awaited<ReturnType<typeof pageOf>> = await pageOf(admin, cursor);
    seen.push(...page.posts.map(({ id }) => id));
    expect(page.posts.every(({ work }) => work === null)).toBe(true);
    cursor = page.next;
  }
  const { rows } = await salama.sql.query<{ id: string }>(
    `select p.id from know_post p left join know_capacity c on c.post_id = p.id and c.until is null
     order by p.active, coalesce(c.fuel_since, c.vehicle_since, c.radio_since, c.people_since) is null, p.name, p.id`,
  );
  expect(seen).toEqual(rows.map(({ id }) => id));
  const [post] = (await coordinator.call('listPostStates', { query: { q: 'posto policial de nantalika' } })).posts;
  expect(post?.work).toMatchObject({ waiting: expect.any(Number), due: expect.any(Number) });
});
const pageOf = (client: Client, cursor: string | undefined) =>
  client.call('listPostStates', { query: { limit: 7, ...(cursor ? { cursor } : {}) } });

test('the database holds the rule of two by itself, and no class can move the switch past its doors', async () => {
  await close(POST);
  const { rows } = await salama.sql.query(`select id from know_closure where opened_at is null`);
  await expect(
    salama.sql.query(
      `update know_closure set opening_asked_by = 'us_x', opened_by = 'us_x', opened_at = now() where id = $1`,
      [rows[0].id],
    ),
  ).rejects.toThrow(/check constraint/);
  const { rows: rights } = await salama.sql.query(
    `select rolname from pg_roles, (values ('know_post', 'active'), ('know_closure', 'opened_at')) as c (t, col)
     where rolname like 'salama\\_%' and has_column_privilege(rolname, t, col, 'update')`,
  );
  expect(rights).toEqual([]);
});
