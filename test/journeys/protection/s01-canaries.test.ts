// S01: 500 tellings full of numbers, names, addresses and documents, by every door. Then everything that anybody can read is read.
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { contract, type RouteName } from '../../../src/shared/contract/index.ts';
import { hitsIn, makeCanaries } from './canaries.ts';
import { canariesByDoor, tellAll } from './canary-doors.ts';
import { ask, openProtectionWorld, type ProtectionWorld } from './protection-world.ts';
import { secret } from './signed-call.ts';

const canaries = makeCanaries(500);
const sent: { to: string; text: string }[] = [];
const Message = z.object({ to: z.string(), text: z.string() });
let road: Server;
let world: ProtectionWorld;

beforeAll(async () => {
  road = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString('utf8');
      const to = request.headers['x-kannel-to'];
      sent.push(typeof to === 'string' ? { to, text: body } : Message.parse(JSON.parse(body)));
      response.writeHead(202, { 'content-type': 'application/json' }).end(JSON.stringify({ id: `g${sent.length}` }));
    });
  });
  await new Promise<void>((resolve) => road.listen(0, '127.0.0.1', resolve));
  const at = road.address();
  const port = typeof at === 'object' ? at?.port : 0;
  world = await openProtectionWorld(canariesByDoor.gateways(`http://127.0.0.1:${port}`, secret));
  await tellAll(world, canaries);
  await world.until(() => world.drained().then(() => true), 'all that 500 tellings set off', 200_000);
}, 240_000);
afterAll(async () => {
  await world.close();
  road.close();
});

test('all 500 were taken, and understood to one end each', async () => {
  const { rows } = await world.sql.query<{ told: number; ended: number }>(
    `select (select count(*) from listen_inbound)::int as told, (select count(*) from listen_outcome)::int as ended`,
  );
  expect(rows).toEqual([{ told: 500, ended: 500 }]);
});

const demonstrationOnly = /^\/api\/handsets/;
/** The phones of the demonstration show what was typed on them: they are the tellers' own, not a reading of tellings. */
const lists = Object.entries(contract)
  .filter(([, route]) => route.method === 'GET' && !route.path.includes(':id') && !demonstrationOnly.test(route.path))
  .map(([name]) => name)
  .filter((name): name is RouteName => name in contract);
const probe = canaries[0];
const queries: Partial<Record<RouteName, readonly string[]>> = {
  listConcerns: [
    '?limit=100',
    `?q=${probe?.name}`,
    `?q=${probe?.number}`,
    '?state=open&limit=100',
    '?q=gado&limit=100',
  ],
  listBriefs: ['?state=all&limit=100', '?state=open'],
  listTodos: ['?limit=100'],
  readJournal: ['?limit=200', '?kind=read', `?subject=${probe?.number}`],
  findAreas: [`?q=${probe?.name}`, '?q=Nantalika'],
  listPosts: [`?q=${probe?.name}`],
};

const Page = z.looseObject({ next: z.string().nullish() });

/** One reader, who keeps all that she is shown: bodies and headers. */
async function openReader(login: string) {
  const client = await world.signIn(login);
  const read: string[] = [];
  return {
    all: () => read.join('\n'),
    keep: async (name: RouteName, given: Parameters<typeof ask>[2]): Promise<string> => {
      const { body, headers } = await ask(client, name, given);
      read.push(body, [...headers.entries()].join('\n'));
      return body;
    },
  };
}
type Reader = Awaited<ReturnType<typeof openReader>>;

async function readPages(reader: Reader, name: RouteName, query: string): Promise<void> {
  let address = query;
  for (;;) {
    const { next } = Page.parse(JSON.parse(await reader.keep(name, { query: address })));
    if (!next) return;
    address = `${query}${query ? '&' : '?'}cursor=${encodeURIComponent(next)}`;
  }
}

/** Every page of every list, every object by its id, every refusal: as one text, headers included. */
async function readAs(login: string): Promise<string> {
  const reader = await openReader(login);
  for (const name of lists) for (const query of queries[name] ?? ['']) await readPages(reader, name, query);
  const concerns = await world.sql.query<{ id: string }>('select id from respond_concern');
  for (const { id } of concerns.rows) await reader.keep('getConcern', { id });
  const briefs = await world.sql.query<{ id: string }>('select id from respond_brief');
  for (const { id } of briefs.rows) await reader.keep('getBrief', { id });
  for (const name of ['releaseConcern', 'getBrief', 'takeTodo'] as const)
    await reader.keep(name, { id: probe?.number ?? '', body: { narrative: probe?.text } });
  return reader.all();
}

describe('what a person of the service, or one who only oversees, can read', () => {
  test.each([
    'comandante',
    'comandante.distrital',
    'comandante.nakirwe',
    'comandante.macomia',
    'auditora',
    'admin',
    'escuta',
  ])(
    '%s: no number, document or address, and no name',
    async (login) => {
      const read = await readAs(login);
      expect(read.length).toBeGreaterThan(1_000);
      expect(hitsIn(read, canaries)).toEqual({ secrets: [], names: [] });
    },
    60_000,
  );

  test('the post did read briefs: the silence above is not that of an empty list', async () => {
    const post = await world.signIn('comandante');
    const { briefs } = await post.call('listBriefs', { query: { state: 'all' } });
    expect(briefs.length).toBeGreaterThan(0);
  });
});

describe('what a person of the programme can read', () => {
  test.each(['coordenadora', 'coordenador.distrital', 'proteccao'])(
    '%s: no number, document or address; a name only where nothing shows that it is one',
    async (login) => {
      const { secrets, names } = hitsIn(await readAs(login), canaries);
      expect(secrets).toEqual([]);
      // Counted, not forgiven: a name that the mask missed is seen by few, and never released by rule.
      expect(names.length).toBeLessThanOrEqual(canaries.length / 100);
    },
    60_000,
  );

  test('the listener reads the words of the one text she took, never who sent it', async () => {
    const listener = await world.signIn('escuta');
    const { listening } = await listener.call('takeListening', { body: {} });
    const senders = canaries.map(({ number }) => number);
    const read = JSON.stringify(listening);
    expect(senders.filter((number) => read.includes(number))).toEqual([]);
    const others = canaries.filter(({ text }) => listening?.text !== text);
    expect(hitsIn(read, others)).toEqual({ secrets: [], names: [] });
  });
});

test('what was sent went to its own sender or to a post, and holds nothing of anybody', () => {
  const own = new Set(canaries.map(({ from }) => from));
  expect(sent.length).toBeGreaterThan(300);
  expect(sent.filter(({ to }) => !own.has(to))).toEqual([]);
  expect(hitsIn(sent.map(({ text }) => text).join('\n'), canaries)).toEqual({ secrets: [], names: [] });
});

test('what reached the post’s phone holds nothing of anybody', async () => {
  const texts = await world.handset('Telefone do Posto').texts();
  expect(texts.length).toBeGreaterThan(0);
  expect(hitsIn(texts.join('\n'), canaries)).toEqual({ secrets: [], names: [] });
});

test('the log holds nothing of anybody', () => {
  expect(hitsIn(world.logged(), canaries)).toEqual({ secrets: [], names: [] });
});

test.each(['journal', 'task'])('the table %s holds nothing of anybody', async (table) => {
  const { rows } = await world.sql.query<{ row: string }>(`select to_jsonb(t)::text as row from ${table} t`);
  expect(hitsIn(rows.map(({ row }) => row).join('\n'), canaries)).toEqual({ secrets: [], names: [] });
});

test('in the whole database no number, document or address stands in the open', async () => {
  const { rows: tables } = await world.sql.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public'`,
  );
  for (const { name } of tables) {
    const { rows } = await world.sql.query<{ row: string }>(`select to_jsonb(t)::text as row from ${name} t`);
    // The label of a phone that a test adds is its number: not a door of the product.
    const read = name === 'listen_handset' ? '' : rows.map(({ row }) => bytesRead(row)).join('\n');
    expect([name, hitsIn(read, canaries).secrets]).toEqual([name, []]);
  }
}, 180_000);

/** Sealed bytes as the bytes they are: written as hex, random ones spell nine digits now and then. */
function bytesRead(row: string): string {
  return row.replace(/\\\\x([0-9a-f]+)/g, (_, hex: string) => Buffer.from(hex, 'hex').toString('latin1'));
}
