// The queue and the post's list as people page and filter them, and what the exact times of a post's list may not tell.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openRespondWorld, type RespondWorld } from '../../../../test/respond-world.ts';

let world: RespondWorld;
beforeAll(async () => {
  world = await openRespondWorld();
});
afterAll(() => world.close());
beforeEach(() => world.later(40 * 24 * 60));

type Row = { id: string; ref: string; clock: { late: boolean } | null };
const queue = async (query: object, who: 'coordinator' | 'officer' = 'coordinator'): Promise<Row[]> =>
  (await world.ask(who, 'GET /api/concerns', { query: { limit: 100, ...query } })).concerns;
const say = (who: 'commander' | 'district', id: string, [word, body]: readonly [string, object?]) =>
  world.ask(who, `POST /api/briefs/:id/${word}`, { params: { id }, ...(body ? { body } : {}) });

async function everyPage(who: 'coordinator' | 'commander', route: string, query: object): Promise<string[]> {
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await world.ask(who, route, { query: { limit: 2, ...query, ...(cursor ? { cursor } : {}) } });
    seen.push(...(page.concerns ?? page.briefs).map((row: { id: string }) => row.id));
    cursor = page.next ?? undefined;
  } while (cursor && seen.length < 100);
  return seen;
}

test('page by page nothing is missing or twice, though severity and time are the same to the microsecond', async () => {
  const tellings = [];
  for (const typeCode of ['C01', 'C02', 'C03', 'C04', 'C05']) tellings.push(await world.tell({ typeCode }));
  await world.drain();
  const ids = await Promise.all(tellings.map(async (telling) => (await world.concernOf(telling)).id));
  await world.rows(`update respond_concern set opened_at = '2020-01-01 10:00:00.123456+00' where id = any($1)`, [ids]);
  await world.rows(
    `update respond_brief set decide_shown_at = '2020-01-01 10:00:00.123456+00', released_at = '2020-01-01 10:00:00.123456+00' where concern_id = any($1)`,
    [ids],
  );
  const pages = await everyPage('coordinator', 'GET /api/concerns', { state: 'open', severity: 2 });
  expect(pages.length).toBe(new Set(pages).size);
  expect(pages).toEqual(expect.arrayContaining(ids));
  const briefs = (await world.rows('select id from respond_brief where concern_id = any($1)', [ids])).map(
    ({ id }) => id,
  );
  for (const state of ['open', 'all']) {
    const listed = await everyPage('commander', 'GET /api/briefs', { state });
    expect(listed.length).toBe(new Set(listed).size);
    expect(listed).toEqual(expect.arrayContaining(briefs));
  }
});

test('in the whole list what still waits comes first', async () => {
  const done = await world.tell({ typeCode: 'I02' });
  const slight = await world.tell();
  await world.drain();
  const [doneId, slightId] = [(await world.briefsOf(done))[0].id, (await world.briefsOf(slight))[0].id];
  await say('commander', doneId, ['done']);
  const listed = await everyPage('commander', 'GET /api/briefs', { state: 'all' });
  expect(listed).toContain(slightId);
  expect(listed.indexOf(slightId)).toBeLessThan(listed.indexOf(doneId));
});

test('a class is a filter, and a type is', async () => {
  const { id } = await world.concernOf(await world.tell({ typeCode: 'C05' }));
  for (const [type, among] of [
    ['C', true],
    ['C05', true],
    ['C04', false],
    ['A', false],
  ] as const)
    expect((await queue({ type })).some((row) => row.id === id)).toBe(among);
});

test('a district finds what was told in its villages', async () => {
  const telling = await world.tell();
  const { id } = await world.concernOf(telling);
  expect((await queue({ area: 'ar_mueda' })).map((row) => row.id)).toContain(id);
  expect((await queue({ area: 'ar_palma' })).map((row) => row.id)).not.toContain(id);
});

test('waiting is what is held or open; late is exactly what its own clock calls late', async () => {
  const open = await world.tell({ areaId: 'ar_palma', scopeId: 'ar_palma' });
  const held = await world.tell({ accused: ['police'] });
  await world.drain();
  const ids = [(await world.concernOf(open)).id, (await world.concernOf(held)).id];
  expect((await queue({ state: 'waiting' })).map((row) => row.id)).toEqual(expect.arrayContaining(ids));
  for (const minutes of [0, 25 * 60, 20 * 24 * 60]) {
    world.later(minutes);
    const late = (await queue({ state: 'waiting' })).filter((row) => row.clock?.late).map((row) => row.id);
    expect((await queue({ state: 'late' })).map((row) => row.id)).toEqual(late);
  }
  expect((await queue({ state: 'late' })).map((row) => row.id)).toEqual(expect.arrayContaining(ids));
});

test('the protection officer finds a reference, and only that', async () => {
  const restricted = { lane: 'protection', typeCode: 'D01', masked: undefined, maskedCt: Buffer.from('x') } as const;
  const wanted = await world.concernOf(await world.tell(restricted));
  await world.tell(restricted);
  expect((await queue({ q: wanted.ref.toLowerCase() }, 'officer')).map((row) => row.id)).toEqual([wanted.id]);
  expect(await queue({ q: 'nada disto' }, 'officer')).toEqual([]);
});

test('nothing a post reads tells the minute in which the telling came in', async () => {
  for (const typeCode of ['C04', 'I02']) await world.tell({ typeCode });
  await world.drain();
  world.later(4 * 24 * 60);
  await world.tick();
  await world.drain();
  const exact = (
    await world.rows(`select released_at, seen_due_at, decide_due_at from respond_brief where extract(minute from released_at)::int % 15 <> 0
      and extract(minute from released_at)::int <> 59`)
  ).flatMap((row) => Object.values(row).map((at) => new Date(String(at)).toISOString().slice(0, 16)));
  const page = await world.ask('commander', 'GET /api/briefs', { query: { state: 'all', limit: 1 } });
  const cursor = Buffer.from(page.next, 'base64url').toString();
  expect(cursor).toMatch(/^\[/);
  const { briefs } = await world.ask('commander', 'GET /api/briefs', { query: { state: 'all' } });
  const views = [];
  for (const { id } of briefs) {
    await say('commander', id, ['going']).catch(() => undefined);
    views.push(await world.ask('commander', 'GET /api/briefs/:id', { params: { id } }));
  }
  const read = JSON.stringify([cursor, briefs, views]);
  for (const minute of exact) expect(read).not.toContain(minute.slice(0, 16));
  expect(views.flatMap((view) => view.timeline.map((line: { event: string }) => line.event))).not.toContain(
    'brief.clock-missed',
  );
  for (const view of views)
    for (const line of view.timeline) {
      const at = new Date(line.at);
      expect(view.severity >= 4 ? at.getTime() % 900_000 : (at.getTime() + 7_200_000) % 86_400_000).toBe(0);
    }
  const missedRows = await world.as('commander', (ctx) =>
    ctx.tx.selectFrom('journal').select('id').where('event', '=', 'brief.clock-missed').execute(),
  );
  expect(missedRows).toEqual([]);
  await expect(
    world.as('commander', (ctx) => ctx.tx.selectFrom('respondBrief').select('releasedAt').execute()),
  ).rejects.toThrow(/permission denied/);
});

test('the commander of a district over both posts accepts for one what the other offers; both names are shown', async () => {
  const telling = await world.tell();
  await world.drain();
  const [{ id }] = await world.briefsOf(telling);
  await say('commander', id, ['hand-over', { toPostId: 'po_awasse' }]);
  await world.drain();
  const seen = await world.ask('awasse', 'GET /api/briefs/:id', { params: { id } });
  expect(seen).toMatchObject({ offeredToMe: true, handOverTo: 'Posto de Awasse', postName: 'Esquadra de Mueda' });
  const offered = await world.ask('commander', 'GET /api/briefs/:id', { params: { id } });
  expect(offered.timeline).toMatchObject([
    { event: 'hand-over.offered', actorName: 'Esquadra de Mueda', facts: { toPostId: 'Posto de Awasse' } },
  ]);
  await say('district', id, ['accept']);
  await world.drain();
  expect((await world.briefsOf(telling)).map((row) => `${row.post_id} ${row.state}`).sort()).toEqual([
    'po_awasse seen',
    'po_mueda handed-over',
  ]);
});

async function seers(telling: Parameters<RespondWorld['concernOf']>[0]): Promise<string[]> {
  const view = await world.ask('coordinator', 'GET /api/concerns/:id', {
    params: { id: (await world.concernOf(telling)).id },
  });
  return view.seenBy.map((seer: { who: string; sees: string }) => `${seer.who}: ${seer.sees}`);
}

test('who sees what: an offer is read by the other post, a danger brief carries no words until a person adds them', async () => {
  const theft = await world.tell();
  await world.drain();
  await say('commander', (await world.briefsOf(theft))[0].id, ['hand-over', { toPostId: 'po_awasse' }]);
  expect(await seers(theft)).toEqual(
    expect.arrayContaining(['Posto de Awasse: fields', 'Esquadra de Mueda: fields', 'protection-officer: nothing']),
  );
  const attack = await world.tell({ typeCode: 'A01', danger: true });
  await world.drain();
  expect(await seers(attack)).toEqual(
    expect.arrayContaining(['Esquadra de Mueda: fields', 'Comando Distrital de Mueda: fields']),
  );
  const { id } = await world.concernOf(attack);
  await world.ask('coordinator', 'POST /api/concerns/:id/release', { params: { id }, body: { narrative: 'Ataque.' } });
  await world.drain();
  expect(await seers(attack)).toEqual(
    expect.arrayContaining(['Esquadra de Mueda: brief', 'Comando Distrital de Mueda: brief']),
  );
});
