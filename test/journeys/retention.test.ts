// What is forgotten, when, and what must not be: over the test's own clock, through phones, screens and the database.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { forgetNow } from '../../src/server/app/retention.ts';
import { asOwner } from '../../src/server/app/set-up.ts';
import type { Client } from '../client.ts';
import type { Handset } from '../handset.ts';
import { type Salama, startSalama } from '../salama.ts';
import { HELD, newestConcern, say, tell } from './journey-world.ts';

let salama: Salama;
let post: Client;
let coordinator: Client;
let phones = 0;

beforeAll(async () => {
  salama = await startSalama();
  post = await salama.signIn('comandante');
  coordinator = await salama.signIn('coordenadora');
});
afterAll(() => salama.close());

const aNewPhone = (): Handset => {
  phones += 1;
  return salama.handset(`+2588000009${String(phones).padStart(2, '0')}`);
};

type Kept = { id: string; contact: string; text: boolean; words: boolean; route: boolean; erased: boolean };
/** What is still there of the last text that this phone brought. */
async function keptOf(id: string): Promise<Kept | undefined> {
  const { rows } = await salama.sql.query<Kept>(
    `select i.id, i.contact_id as contact, i.text_ct is not null as text,
       exists (select from listen_report_message m join listen_report r on r.id = m.report_id
         where m.message_id = i.id and (r.masked is not null or r.masked_ct is not null)) as words,
       exists (select from protect_route p where p.contact_id = i.contact_id) as route,
       c.erased_at is not null as erased
     from listen_inbound i join protect_contact c on c.id = i.contact_id where i.id = $1`,
    [id],
  );
  return rows[0];
}

async function lastText(): Promise<string> {
  const { rows } = await salama.sql.query<{ id: string }>(
    'select id from listen_inbound order by received_at desc limit 1',
  );
  return rows[0]?.id ?? '';
}

/** Told, released by rule, done by the post; then silence until it is closed. */
async function aClosedMatter(text: string): Promise<{ phone: Handset; id: string; concernId: string }> {
  const phone = aNewPhone();
  expect(await tell(salama, phone, text)).toBe('report');
  const id = await lastText();
  const { id: concernId } = await newestConcern(coordinator);
  const [brief] = (await post.call('listBriefs', { query: {} })).briefs;
  await post.call('finishBrief', { params: { id: brief?.id ?? '' } });
  await salama.advance(HELD);
  await salama.advance({ days: 35, steps: 5 });
  expect(await coordinator.call('getConcern', { params: { id: concernId } })).toMatchObject({ state: 'closed' });
  return { phone, id, concernId };
}

const lines = async () => (await salama.journal('retention')).filter(({ event }) => event === 'retention.done');
const countAll = async (): Promise<unknown> =>
  (
    await salama.sql.query(
      'select count(*) as texts, (select count(*) from respond_concern) as concerns from listen_inbound',
    )
  ).rows[0];

test('a matter that closed: her way back goes after thirty days, her text after 180, the narrative after two years; the counts stay', async () => {
  const { phone, id, concernId } = await aClosedMatter('Roubo gado em Nantalika, levaram dois bois');
  expect(await keptOf(id)).toMatchObject({ text: true, words: true, route: true });
  const counts = await countAll();

  await salama.advance({ days: 31 });
  expect(await keptOf(id)).toMatchObject({ text: true, words: true, route: false, erased: true });

  // The same phone is somebody new, with a way back of its own: nobody is left unanswered for having been forgotten.
  const earlier = await keptOf(id);
  expect(await tell(salama, phone, 'Burla em Nantalika')).toBe('report');
  const again = await keptOf(await lastText());
  expect(again).toMatchObject({ route: true, erased: false });
  expect(again?.contact).not.toBe(earlier?.contact);
  expect((await phone.texts()).at(-1)).toBe(say('receipt.first'));

  await salama.advance({ days: 120, steps: 2 });
  expect(await keptOf(id)).toMatchObject({ text: false, words: true });
  expect((await coordinator.call('getConcern', { params: { id: concernId } })).tellings).toHaveLength(1);

  await salama.advance({ days: 560, steps: 4 });
  expect(await keptOf(id)).toMatchObject({ text: false, words: false });
  const { rows } = await salama.sql.query(
    'select narrative, narrative_ct, released_narrative, type_code, voices from respond_concern where id = $1',
    [concernId],
  );
  expect(rows).toEqual([
    { narrative: null, narrative_ct: null, released_narrative: null, type_code: expect.any(String), voices: 1 },
  ]);
  const { rows: briefs } = await salama.sql.query('select narrative from respond_brief where concern_id = $1', [
    concernId,
  ]);
  expect(briefs).toEqual([{ narrative: null }]);
  expect(await countAll()).toEqual({ ...(counts as object), texts: '2', concerns: '2' });
}, 240_000);

test('a matter that is still open keeps the words it is worked with and her way back, however old; not the raw text', async () => {
  const phone = aNewPhone();
  await tell(salama, phone, 'Roubo mota em Nantalika');
  const id = await lastText();
  await salama.advance({ days: 800, steps: 4 });
  expect(await keptOf(id)).toMatchObject({ text: false, words: true, route: true, erased: false });
}, 240_000);

test('a text that waits for a person, or that nobody understood yet, is not forgotten unread', async () => {
  const phone = aNewPhone();
  await tell(salama, phone, 'Kodi mwakumbuka zija zinachitika ku munda wathu dzulo usiku');
  const unread = await lastText();
  await salama.advance({ days: 190, steps: 2 });
  const { rows } = await salama.sql.query<{ kind: string }>(
    `select kind from know_todo where message_id = $1 and state <> 'done'`,
    [unread],
  );
  expect(rows.length).toBeGreaterThan(0);
  expect(await keptOf(unread)).toMatchObject({ text: true, route: true });
}, 240_000);

test('who said stop is known by that stop for as long as the programme lasts, and by INICIAR can be answered again', async () => {
  const phone = aNewPhone();
  await tell(salama, phone, 'PARAR');
  await salama.advance({ days: 300, steps: 3 });
  expect(await keptOf(await lastText())).toMatchObject({ text: false, route: false, erased: false });
  await tell(salama, phone, 'Acidente em Nantalika');
  expect(await phone.texts()).toEqual([say('opted-out')]);
  await tell(salama, phone, 'INICIAR');
  expect((await phone.texts()).at(-1)).toBe(say('opted-in'));
}, 240_000);

test('each run is one line of counts; looking counts the same and changes nothing', async () => {
  const told = await lines();
  expect(told.length).toBeGreaterThan(5);
  for (const { payload } of told) expect(Object.values(payload).every((value) => Number.isInteger(value))).toBe(true);
  const phone = aNewPhone();
  await tell(salama, phone, 'ola bom dia');
  const id = await lastText();
  class Rollback extends Error {}
  let looked: unknown;
  salama.serving.runner.poke();
  const before = await lines();
  await asOwner({ owner: salama.sql }, 'live', async (ctx) => {
    const later = { ...ctx, now: new Date(salama.now().getTime() + 200 * 86_400_000) };
    looked = await forgetNow(later, 'doubted');
    throw new Rollback();
  }).catch((error: unknown) => {
    if (!(error instanceof Rollback)) throw error;
  });
  expect(looked).toMatchObject({ texts: expect.any(Number) });
  expect(await keptOf(id)).toMatchObject({ text: true });
  expect(await lines()).toHaveLength(before.length);
}, 240_000);

test('a clock that jumped years ahead forgets nothing, and a person is told', async () => {
  const phone = aNewPhone();
  await tell(salama, phone, 'ola boa tarde');
  const id = await lastText();
  const far = { now: new Date(salama.now().getTime() + 900 * 86_400_000) };
  await expect(
    asOwner({ owner: salama.sql }, 'live', (ctx) => forgetNow({ ...ctx, ...far }, 'doubted')),
  ).rejects.toMatchObject({ code: 'keys.clock' });
  expect(await keptOf(id)).toMatchObject({ text: true });
}, 240_000);
