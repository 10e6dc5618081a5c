// S03: misconduct told in a post's own area, in all the phrasings of the fixture. The post and its chain learn nothing, by any door.
import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openPool } from '../../../src/server/db/pool.ts';
import { contract, type RouteName } from '../../../src/shared/contract/index.ts';
import { newId } from '../../../src/shared/kit/ids.ts';
import type { Client } from '../../client.ts';
import { testPasswords } from '../../database.ts';
import { ask, openProtectionWorld, type ProtectionWorld } from './protection-world.ts';

const Told = z.array(z.object({ id: z.string(), text: z.string(), language: z.enum(['pt', 'en']), lane: z.string() }));
const fixture = await readFile(new URL('../../fixtures/messages/oversight.csv', import.meta.url), 'utf8');
const told = Told.parse(parse(fixture, { columns: true }));
const servants = ['comandante', 'comandante.distrital', 'comandante.nakirwe', 'comandante.macomia'] as const;
const coordinators = [
  'coordenadora',
  'coordenador.distrital',
  'coordenador.macomia',
  'coordenadora.provincial',
] as const;

let world: ProtectionWorld;
let concerns: { id: string; ref: string; lane: string }[] = [];
let hidden: string[] = [];
const clients = new Map<string, Client>();
const as = (login: string): Client => {
  const client = clients.get(login);
  if (!client) throw new Error(`nobody ${login}`);
  return client;
};

beforeAll(async () => {
  world = await openProtectionWorld();
  for (const login of [...servants, ...coordinators, 'proteccao', 'admin', 'auditora', 'escuta'])
    clients.set(login, await world.signIn(login));
  for (const [n, { text, language }] of told.entries())
    await world.text(
      `+258800${100 + n}000`,
      `${text} ${language === 'pt' ? 'no bairro Nantalika' : 'in bairro Nantalika'}`,
    );
  await world.drained();
  concerns = (await world.sql.query(`select id, ref, lane from respond_concern`)).rows;
  hidden = (
    await world.sql.query<{ id: string }>(
      `select id from respond_concern union select ref from respond_concern union select id from respond_brief
       union select report_id from respond_telling union select id from listen_inbound union select id from know_todo`,
    )
  ).rows.map(({ id }) => id);
}, 180_000);
afterAll(() => world.close());

test('every phrasing became an oversight concern, or waits for the protection officer: none is in the ordinary lane', () => {
  expect(concerns.filter(({ lane }) => lane === 'ordinary')).toEqual([]);
  expect(concerns.length).toBe(told.length);
});

test('no brief was made of any of them', async () => {
  expect((await world.sql.query('select id from respond_brief')).rows).toEqual([]);
});

/** All that a person can read without knowing an id; the words of the tellings as search, where there is one. */
const readings: readonly [RouteName, string][] = [
  ['listBriefs', '?state=all&limit=100'],
  ['listBriefs', ''],
  ['listConcerns', '?limit=100'],
  ['listConcerns', '?q=policia&limit=100'],
  ['listConcerns', '?q=police&lane=oversight&limit=100'],
  ['listConcerns', '?lane=oversight'],
  ['listConcerns', '?type=J01'],
  ['listTodos', '?limit=100'],
  ['readJournal', '?limit=200'],
  ['findAreas', '?q=Nantalika'],
  ['listPosts', ''],
  ['listOwnPosts', ''],
  ['listPostStates', '?limit=100'],
  ['listClosures', ''],
  ['getSession', ''],
];

describe.each(servants)('%s', (login) => {
  test('reads nothing of them in any list, count or search', async () => {
    for (const [name, query] of readings) {
      const { body, status } = await ask(as(login), name, { query });
      expect([name, query, status < 500]).toEqual([name, query, true]);
      expect([name, query, hidden.filter((id) => body.includes(id))]).toEqual([name, query, []]);
      if (name === 'listBriefs') expect(JSON.parse(body)).toEqual({ briefs: [], next: null });
    }
  });

  test('finds by no id and no reference what an unknown one would not find too', async () => {
    const reads = readNames();
    for (const name of reads)
      for (const { id, ref } of concerns.slice(0, 12)) {
        const known = await ask(as(login), name, { id, body: bodyOf(name) });
        const strange = newId('concern');
        const unknown = await ask(as(login), name, { id: strange, body: bodyOf(name) });
        expect([name, known.status, known.body.replaceAll(id, '')]).toEqual([
          name,
          unknown.status,
          unknown.body.replaceAll(strange, ''),
        ]);
        expect(known.body).not.toContain(ref);
        expect([403, 404]).toContain(known.status);
      }
  });

  test('counts no row of them with SQL of her own class, in any table that she may read', async () => {
    const rows = await readAll(login);
    expect(hidden.filter((id) => rows.includes(id))).toEqual([]);
  });
});

/** Everything of the contract that takes an id. */
const readNames = (): RouteName[] =>
  Object.entries(contract)
    .filter(([, route]) => route.path.includes(':id') && !route.path.startsWith('/api/users'))
    .map(([name]) => name)
    .filter((name): name is RouteName => name in contract);

const bodies: Partial<Record<RouteName, object>> = {
  declineBrief: { reason: 'no-fuel' },
  handOverBrief: { toPostId: 'po_demo-cd-macomia' },
  sayCapacity: { lacks: ['fuel'] },
};
const bodyOf = (name: RouteName): object | undefined => bodies[name];

/** A post that got at the database itself, with its own session: everything its class may select, as one text. */
async function readAll(login: string): Promise<string> {
  const { connection } = world;
  const pool = openPool({
    ...connection,
    user: 'salama_web',
    password: testPasswords.web,
    max: 1,
    onLost: () => undefined,
  });
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('role', 'salama_post', true), set_config('salama.token', $1, true)`, [
      as(login).cookie().split('=')[1] ?? '',
    ]);
    const { rows: tables } = await client.query<{ name: string; columns: string }>(
      `select c.oid::regclass::text as name, string_agg(quote_ident(a.attname), ', ') as columns
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v', 'm', 'p')
         and has_column_privilege(c.oid, a.attnum, 'select')
       group by c.oid`,
    );
    expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['respond_brief', 'journal', 'know_post']));
    const parts: string[] = [];
    for (const { name, columns } of tables)
      parts.push(JSON.stringify((await client.query(`select ${columns} from ${name}`)).rows));
    expect(parts.join('')).toContain('po_demo-police-nantalika');
    return parts.join('\n');
  } finally {
    await client.query('rollback');
    client.release();
    await pool.end();
  }
}

describe.each(coordinators)('%s', (login) => {
  test('sees none of them: not in the queue, not by id, not among the tasks', async () => {
    for (const [name, query] of readings) {
      const { body } = await ask(as(login), name, { query });
      expect([name, query, hidden.filter((id) => body.includes(id))]).toEqual([name, query, []]);
    }
    const { body } = await ask(as(login), 'listConcerns', { query: '?limit=100' });
    expect(JSON.parse(body)).toEqual({ concerns: [], next: null });
    for (const { id } of concerns.slice(0, 12)) expect((await ask(as(login), 'getConcern', { id })).status).toBe(404);
  });
});

test('the protection officer sees every one, opens each with its words, and each opening is in the journal', async () => {
  const officer = as('proteccao');
  const seen: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await officer.call('listConcerns', { query: { limit: 50, ...(cursor ? { cursor } : {}) } });
    seen.push(...page.concerns.map(({ id }) => id));
    cursor = page.next;
  }
  expect(seen.toSorted()).toEqual(concerns.map(({ id }) => id).toSorted());
  for (const { id } of concerns.slice(0, 5)) {
    const concern = await officer.call('getConcern', { params: { id } });
    expect(concern.narrative ?? concern.tellings[0]?.masked).toMatch(/nantalika/i);
    expect(concern.briefs).toEqual([]);
    expect((await world.journal(id)).filter(({ event }) => event === 'restricted.read')).toHaveLength(1);
  }
});

test('the tellers alone were texted, and only that it was received', async () => {
  const { rows } = await world.sql.query<{ kind: string; template: string }>(
    `select distinct c.kind, o.template from listen_outbound o join protect_contact c on c.id = o.contact_id`,
  );
  expect(rows.filter(({ kind }) => kind === 'post')).toEqual([]);
  expect(rows.filter(({ kind }) => kind === 'person').map(({ template }) => template)).toEqual(['receipt.first']);
});

test('a restricted id and one that nobody has take the same time to be refused', async () => {
  const client = as('comandante');
  const took = async (id: string): Promise<number> => {
    const from = performance.now();
    await ask(client, 'getBrief', { id });
    return performance.now() - from;
  };
  const median = (all: number[]): number => all.toSorted((a, b) => a - b)[all.length >> 1] ?? 0;
  const tell = async (): Promise<boolean> => {
    const [known, unknown]: [number[], number[]] = [[], []];
    for (let n = 0; n < 200; n += 1) {
      // Turn by turn, so that whatever slows the machine slows both.
      known.push(await took(concerns[n % concerns.length]?.id ?? ''));
      unknown.push(await took(newId('concern')));
    }
    // A lookup more would cost a whole question to the database (over half a millisecond here); noise on a busy machine is a fifth.
    return Math.abs(median(known) - median(unknown)) >= Math.max(0.5, 0.2 * median(unknown));
  };
  // What the machine does beside it comes and goes; a lookup more would tell them apart each time.
  expect((await tell()) && (await tell()) && (await tell())).toBe(false);
}, 60_000);
