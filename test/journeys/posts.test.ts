// Posts through real doors: what they lack goes upwards, what they may read of each other, and how they are shut.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../client.ts';
import { type Salama, startSalama } from '../salama.ts';
import { tell } from './journey-world.ts';

let salama: Salama;
let post: Client;
let command: Client;
let coordinator: Client;
let told = 22001;

beforeAll(async () => {
  salama = await startSalama();
  post = await salama.signIn('comandante');
  command = await salama.signIn('comandante.distrital');
  coordinator = await salama.signIn('coordenadora');
});
afterAll(() => salama?.close());

const ownPosts = async (client: Client) => (await client.call('listOwnPosts')).posts;

test('no fuel with a theft waiting: the district commander and the coordinator read it before the post has put the phone down', async () => {
  await tell(salama, salama.handset('+258800002101'), 'Roubo mota em Nantalika ontem a noite');
  const [mine] = await ownPosts(post);
  expect(mine).toMatchObject({ own: true, waiting: 1, capacity: null });
  const id = mine?.id ?? '';
  await post.call('sayCapacity', { params: { id }, body: { lacks: ['fuel', 'radio'] } });

  const below = (await ownPosts(command)).find((one) => one.id === id);
  expect(below).toMatchObject({ own: false, waiting: 1 });
  expect(below?.capacity?.lacks.map(({ lack }) => lack)).toEqual(['fuel', 'radio']);
  const { stuckPosts } = await coordinator.call('getToday');
  expect(stuckPosts).toMatchObject([{ postId: id, waiting: 1 }]);

  await post.call('sayCapacity', { params: { id }, body: { lacks: [] } });
  expect((await coordinator.call('getToday')).stuckPosts).toEqual([]);
});

test('a post reads its own post alone; its command reads those below it, and neither a neighbour’s district', async () => {
  expect(await ownPosts(post)).toHaveLength(1);
  const seen = await ownPosts(command);
  expect(seen.length).toBeGreaterThan(1);
  expect(new Set(seen.filter(({ own }) => own).map(({ id }) => id)).size).toBe(1);
  // The list of one post alone, for its sheet: of a post below, never of a neighbour.
  const of = async (client: Client, id: string) => (await client.call('listBriefs', { query: { post: id } })).briefs;
  const nantalika = 'po_demo-police-nantalika';
  expect((await of(command, nantalika)).map(({ postId }) => postId)).toEqual([nantalika]);
  expect(await of(post, 'po_demo-cd-cidade-de-pemba')).toEqual([]);
  const other = (await coordinator.call('listPosts', { query: {} })).posts.find(
    ({ id }) => !seen.some((one) => one.id === id),
  );
  const body = { lacks: ['fuel' as const] };
  await expect(command.call('sayCapacity', { params: { id: other?.id ?? '' }, body })).rejects.toMatchObject({
    status: 404,
    code: 'post.not-found',
  });
});

test('a coordinator gives thefts to the command from today: the next one goes there; undone, the post has them again; no post may do so', async () => {
  const command = 'po_demo-cd-cidade-de-pemba';
  const nantalika = 'po_demo-police-nantalika';
  const { responsibilities, area } = await coordinator.call('getPostState', { params: { id: nantalika } });
  expect(responsibilities.map(({ classCode }) => classCode)).toContain('C');
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Africa/Maputo' }).format(salama.now());
  const given = { params: { id: command }, body: { areaId: area.id, what: { classCode: 'C' }, from: today } };
  await expect(post.call('giveResponsibility', given)).rejects.toMatchObject({ code: 'access.denied' });
  const { deedId } = await coordinator.call('giveResponsibility', given);
  const goesTo = async (text: string): Promise<string[]> => {
    await tell(salama, salama.handset(`+2588000${told++}`), text);
    const { rows } = await salama.sql.query<{ post: string }>(
      'select post_id as post from respond_brief order by released_at desc limit 1',
    );
    return rows.map(({ post: at }) => at);
  };
  expect(await goesTo('Roubo gado em Nantalika')).toEqual([command]);
  await coordinator.call('undoDeed', { params: { id: deedId } });
  expect(await goesTo('Burla em Nantalika')).toEqual([nantalika]);
});
