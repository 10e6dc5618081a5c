// The coordinator's desk: words found however they are spelt, several concerns at once, views under a name, the board's columns.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openRespondWorld, type RespondWorld } from '../../../../test/respond-world.ts';

let world: RespondWorld;
beforeAll(async () => {
  world = await openRespondWorld();
});
afterAll(() => world.close());
beforeEach(() => world.later(40 * 24 * 60));

type Who = 'coordinator' | 'officer';
const found = async (q: string, more: object = {}, who: Who = 'coordinator'): Promise<string[]> => {
  const { concerns } = await world.ask(who, 'GET /api/concerns', { query: { limit: 100, q, ...more } });
  return concerns.map((row: { id: string }) => row.id);
};
const idOf = async (telling: Parameters<RespondWorld['concernOf']>[0]): Promise<string> =>
  (await world.concernOf(telling)).id;
const several = (ids: readonly string[], act: object) =>
  world.ask('coordinator', 'POST /api/concerns/several', { body: { ids, act } });

test('a word is found without its accents, in capitals, or misspelt', async () => {
  const id = await idOf(await world.tell({ masked: 'a ponte sobre o rio Messalo está destruída pelas águas' }));
  for (const q of ['destruida', 'ÁGUAS', 'aguas ponte', 'mesalo', 'distruida']) expect(await found(q), q).toContain(id);
  expect(await found('ponte helicoptero')).not.toContain(id);
});

test('the name of the place, of the type, and the reference find it too, mixed with words of the text', async () => {
  const telling = await world.tell({ typeCode: 'C04', masked: 'levaram sete bois com carroça vermelha' });
  const { id, ref } = await world.concernOf(telling);
  for (const q of ['nanjua carroca', 'nanjwa carroca', 'C04 carroca', ref.toLowerCase(), 'Mueda carroça'])
    expect(await found(q), q).toContain(id);
});

test('looked for through the years, the newest stands first; of what waits, the gravest; and pages go on without a gap', async () => {
  const ids: string[] = [];
  for (const [typeCode, word] of [
    ['B03', 'grave'],
    ['C04', 'leve'],
    ['C04', 'leve'],
  ] as const) {
    ids.push(await idOf(await world.tell({ typeCode, masked: `tamarindo ${word} caiu na machamba` })));
    world.later(4 * 24 * 60);
  }
  const [grave = '', light = '', newest = ''] = ids;
  expect(await found('tamarindo', { state: 'waiting' })).toEqual([grave, light, newest]);
  await world.rows(`update respond_concern set state = 'closed' where id = $1`, [grave]);
  expect(await found('tamarindo')).toEqual([newest, light, grave]);
  const seen: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const query = { q: 'tamarindo', limit: 1, ...(cursor === undefined ? {} : { cursor }) };
    const page = await world.ask('coordinator', 'GET /api/concerns', { query });
    seen.push(...page.concerns.map((row: { id: string }) => row.id));
    cursor = page.next;
  }
  expect(seen).toEqual([newest, light, grave]);
});

test('a search never crosses into another lane or another province', async () => {
  const hidden = { lane: 'protection', typeCode: 'D01', masked: undefined, maskedCt: Buffer.from('x') } as const;
  const restricted = await world.concernOf(await world.tell(hidden));
  const far = await idOf(
    await world.tell({ masked: 'papagaio azul roubado', scopeId: 'ar_nampula', areaId: undefined }),
  );
  expect(await found(restricted.ref)).toEqual([]);
  expect(await found('papagaio')).not.toContain(far);
  const doors = await world
    .as('commander', (ctx) => ctx.tx.selectFrom('respondView').selectAll().execute())
    .catch(String);
  expect(doors).toMatch(/permission denied/);
});

test('one deed for several: each its own line in the journal, refusals one by one, one undo for the whole', async () => {
  const held = { typeBy: 'free-text', residue: true } as const;
  const [one, two] = [await world.tell(held), await world.tell({ ...held, typeCode: 'C01' })];
  const [first, second] = [await idOf(one), await idOf(two)];
  const merged = await idOf(await world.tell({ ...held, typeCode: 'C02' }));
  await world.rows(`update respond_concern set state = 'merged' where id = $1`, [merged]);
  const done = await several([first, second, merged, first], { deed: 'release' });
  expect(done.done.map((each: { id: string }) => each.id).toSorted()).toEqual([first, second].toSorted());
  expect(done.refused).toEqual([{ id: merged, code: 'concern.state' }]);
  const lines = await world.rows(
    `select subject_id from journal where event = 'concern.released' and subject_id = any($1)`,
    [[first, second, merged]],
  );
  expect(lines).toHaveLength(2);
  const deedIds = done.done.map((each: { deedId: string }) => each.deedId);
  const back = await world.ask('coordinator', 'POST /api/deeds/undo', { body: { deedIds } });
  expect(back.undone).toHaveLength(2);
  expect((await world.concernOf(one)).state).toBe('triage');
  expect((await world.concernOf(two)).state).toBe('triage');
  await world.drain();
  expect(await world.briefsOf(one)).toEqual([]);
});

test('what one refuses leaves nothing behind: its type stays when the whole is half refused', async () => {
  const [mine, far] = [await world.tell(), await world.tell({ scopeId: 'ar_nampula', areaId: undefined })];
  const done = await several([await idOf(mine), await idOf(far)], { deed: 'type', typeCode: 'C01' });
  expect(done.refused).toEqual([{ id: await idOf(far), code: 'concern.not-found' }]);
  expect((await world.concernOf(mine)).type_code).toBe('C01');
  expect((await world.concernOf(far)).type_code).toBe('C04');
});

test('more than a hundred at once is refused before anything is done', async () => {
  const route = 'POST /api/concerns/several';
  const { contract } = await import('../../../shared/contract/index.ts');
  const ids = Array.from({ length: 101 }, (_, at) => `cn_${String(at).padStart(4, '0')}`);
  expect(contract.doToSeveral.body?.safeParse({ ids, act: { deed: 'release' } }).success, route).toBe(false);
});

test('a view is mine until I share it with my role; nobody else drops it', async () => {
  const keep = (who: Who, name: string, shared: boolean) =>
    world.ask(who, 'POST /api/views', { body: { name, query: 'state=late', shared } });
  const names = async (who: Who): Promise<string[]> =>
    (await world.ask(who, 'GET /api/views')).views.map((view: { name: string }) => view.name);
  const mine = await keep('coordinator', 'Tarde em Mueda', false);
  await keep('officer', 'Só protecção', true);
  expect(await names('coordinator')).toEqual(['Tarde em Mueda']);
  expect(await names('officer')).toEqual(['Só protecção']);
  const drop = (who: Who) => world.ask(who, 'DELETE /api/views/:id', { params: { id: mine.id } });
  await expect(drop('officer')).rejects.toThrow('view.not-found');
  await drop('coordinator');
  expect(await names('coordinator')).toEqual([]);
  await expect(keep('coordinator', 'ligar 84 123 4567', false)).rejects.toThrow('text.unsafe');
});

test('every concern under way stands in exactly one column, and the counts say how many', async () => {
  await world.rows(
    `update respond_concern set state = 'closed', closed_at = '2020-01-01' where state in ('triage', 'open', 'answered')`,
  );
  for (const typeCode of ['C04', 'I02', 'A03', 'H02', 'B01']) await world.tell({ typeCode, typeBy: 'free-text' });
  await world.tell({ typeCode: 'C04' });
  await world.drain();
  world.later(90);
  const { columns } = await world.ask('coordinator', 'GET /api/concerns/counts', { query: {} });
  const placed: string[] = [];
  for (const { clock, count } of columns) {
    const { concerns } = await world.ask('coordinator', 'GET /api/concerns', { query: { clock, limit: 100 } });
    expect(concerns, clock).toHaveLength(count);
    if (clock === 'late') expect(concerns.every((row: { clock: { late: boolean } }) => row.clock.late)).toBe(true);
    placed.push(...concerns.map((row: { id: string }) => row.id));
  }
  const all = (await world.ask('coordinator', 'GET /api/concerns', { query: { state: 'waiting', limit: 100 } }))
    .concerns;
  expect(placed.toSorted()).toEqual(all.map((row: { id: string }) => row.id).toSorted());
  expect(placed.length).toBeGreaterThan(3);
});

test('the filters of whom it waits for, service and reopening part the queue', async () => {
  const at = async (query: object): Promise<string[]> => found('', query);
  const held = await idOf(await world.tell({ typeBy: 'free-text', residue: true }));
  const out = await idOf(await world.tell({ typeCode: 'C02' }));
  await world.drain();
  expect([(await at({ waits: 'us' })).includes(held), (await at({ waits: 'us' })).includes(out)]).toEqual([
    true,
    false,
  ]);
  expect([(await at({ waits: 'post' })).includes(held), (await at({ waits: 'post' })).includes(out)]).toEqual([
    false,
    true,
  ]);
  expect(await at({ service: 'police', state: 'open' })).toContain(out);
  expect(await at({ service: 'water', state: 'open' })).not.toContain(out);
  expect(await at({ post: 'po_mueda' })).toContain(out);
  await world.rows('update respond_concern set reopened = 1 where id = $1', [out]);
  expect(await at({ reopened: 'yes' })).toEqual([out]);
});

test('a duplicate says why it is offered; the likeliest type and place come from what sounds alike', async () => {
  const masked = 'roubaram a bomba de água do poço da escola';
  await world.tell({ masked, typeCode: 'C03', typeBy: 'free-text', residue: true });
  const other = await idOf(await world.tell({ masked, typeCode: undefined, typeBy: undefined, residue: true }));
  await world.rows(
    `insert into respond_duplicate (concern_id, other_id, score, scope_id, at)
    select $1, id, 0.9, 'ar_mueda', now() from respond_concern where narrative = $2 and id <> $1 on conflict do nothing`,
    [other, masked],
  );
  const view = await world.ask('coordinator', 'GET /api/concerns/:id', { params: { id: other } });
  expect(view.duplicates[0].why).toMatchObject({ sameType: false, samePlace: true, daysApart: 0, wording: 1 });
  expect(view.likely.typeCodes).toContain('C03');
  expect(view.likely.areas.map((area: { name: string }) => area.name)).toContain('Nanjua');
});
