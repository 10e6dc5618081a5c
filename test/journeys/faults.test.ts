// What goes wrong in the field: the gateway is down, an answer is lost, the database is away, the disk is full, everything comes twice.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type EmbeddedPostgres, openEmbeddedPostgres } from '../../src/server/db/embedded.ts';
import { migrate } from '../../src/server/db/migrate.ts';
import { type ConnectionSettings, openPool } from '../../src/server/db/pool.ts';
import { testPasswords } from '../database.ts';
import { type Salama, startSalama } from '../salama.ts';
import { until } from '../until.ts';
import { aTold, bring, type FarSide, gatewayTo, openFarSide, type Told } from './gateway-calls.ts';
import { outcomesOf, secondsUntilHour } from './journey-world.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

const kindsOf = async (salama: Salama): Promise<string[]> => {
  const administrator = await salama.signIn('admin');
  return (await administrator.call('listTodos', { query: {} })).todos.map(({ kind }) => kind);
};
type Outbound = { state: string; attempts: number; wait: number; last_problem: string | null };
const outboundOf = async (salama: Salama): Promise<Outbound | undefined> =>
  (
    await salama.sql.query<Outbound>(
      `select state, attempts, last_problem, extract(epoch from not_before - now())::float as wait from listen_outbound where template = 'receipt.first'`,
    )
  ).rows[0];

describe('the gateway that should carry our answer', () => {
  let salama: Salama;
  let far: FarSide;
  const start = async (): Promise<void> => {
    far = await openFarSide();
    salama = await startSalama({ gateways: [gatewayTo(far.url)] });
    closing.push(far.close, salama.close);
  };

  test('is down: the text waits, longer each time, and goes once when it is up again', async () => {
    await start();
    expect(await bring(salama.url, aTold())).toMatchObject({ status: 200 });
    await until(async () => (await outboundOf(salama))?.last_problem === 'unreached', 'the first attempt');
    for (let attempt = 2; attempt <= 6; attempt += 1) {
      const waiting = await outboundOf(salama);
      expect(waiting).toMatchObject({ state: 'queued', last_problem: 'unreached' });
      await salama.advance({ seconds: 2 ** (attempt + 1) });
    }
    const late = await outboundOf(salama);
    expect(late?.attempts).toBeGreaterThanOrEqual(4);
    await far.listen('takes');
    await salama.advance({ minutes: 5 });
    expect(await outboundOf(salama)).toMatchObject({ state: 'sent' });
    await salama.advance({ hours: 2 });
    expect(far.taken).toHaveLength(1);
    expect((await salama.journal()).map(({ event }) => event)).toEqual(
      expect.arrayContaining(['gateway.down', 'gateway.up']),
    );
  });

  test('is down while her hours pass: nothing reaches her phone outside them, it goes when they come again', async () => {
    await start();
    await salama.advance({ seconds: secondsUntilHour(salama.now(), 7) });
    const hours = aTold('SO 06-08');
    await far.listen('takes');
    await bring(salama.url, hours);
    await salama.drained();
    await far.close();
    await bring(salama.url, { ...aTold(), from: hours.from });
    await until(async () => (await outboundOf(salama))?.last_problem === 'unreached', 'the first attempt');
    await salama.advance({ minutes: 70, steps: 4 });
    await far.listen('takes');
    await salama.advance({ hours: 6, steps: 6 });
    expect(far.taken).toHaveLength(1);
    expect(await outboundOf(salama)).toMatchObject({ state: 'queued', last_problem: 'safe-hours' });
    await salama.advance({ seconds: secondsUntilHour(salama.now(), 6) + 60 });
    expect(far.taken).toHaveLength(2);
  });

  test('stays down: an administrator is told after ten minutes, and a text past its time is never sent', async () => {
    await start();
    await bring(salama.url, aTold());
    await until(async () => (await outboundOf(salama))?.last_problem === 'unreached', 'the first attempt');
    await salama.advance({ minutes: 9 });
    expect(await kindsOf(salama)).toEqual([]);
    await salama.advance({ minutes: 2 });
    expect(await kindsOf(salama)).toEqual(['gateway-down']);
    await salama.advance({ hours: 25, steps: 5 });
    expect(await outboundOf(salama)).toMatchObject({ state: 'expired', last_problem: 'too-old' });
    await far.listen('takes');
    await salama.advance({ hours: 2 });
    expect(far.taken).toEqual([]);
    expect((await kindsOf(salama)).toSorted()).toEqual(['gateway-down', 'message-undelivered']);
    // The next text that gets through mends it: the task ends by itself.
    await bring(salama.url, aTold());
    await salama.advance({ minutes: 1 });
    expect(far.taken).toHaveLength(1);
    expect(await kindsOf(salama)).toEqual(['message-undelivered']);
    const gateways = (await (await salama.signIn('admin')).call('listGateways', {})).gateways;
    const seen = gateways.find(({ id }) => id.endsWith('agregador'));
    expect(seen).toMatchObject({ downSince: null });
    expect(Date.parse(seen?.lastInAt ?? '')).toBeGreaterThan(salama.now().getTime() - 10 * 60_000);
    expect(Date.parse(seen?.lastOutAt ?? '')).toBeGreaterThan(salama.now().getTime() - 10 * 60_000);
  });

  test('that gives every text the same id: all are sent once, and its report is about the newest', async () => {
    await start();
    await far.listen('numbers-all-alike');
    for (let text = 0; text < 3; text += 1) await bring(salama.url, aTold());
    await salama.drained();
    const states = async (): Promise<string[]> =>
      (
        await salama.sql.query<{ state: string }>(
          `select state from listen_outbound where template = 'receipt.first' order by seq`,
        )
      ).rows.map(({ state }) => state);
    expect(await states()).toEqual(['sent', 'sent', 'sent']);
    expect(far.taken).toHaveLength(3);
    await bring(salama.url, { kind: 'delivery', id: '7', state: 'delivered' });
    await salama.drained();
    expect(await states()).toEqual(['sent', 'sent', 'delivered']);
    expect(salama.logged()).not.toContain('courier.fault');
  });

  test('takes the text and its answer is lost: uncertain, told to a person, never sent a second time', async () => {
    await start();
    await far.listen('loses');
    await bring(salama.url, aTold());
    await until(async () => (await outboundOf(salama))?.state === 'uncertain', 'the lost answer');
    await far.listen('takes');
    await salama.advance({ hours: 30, steps: 3 });
    expect(far.taken).toHaveLength(1);
    expect(await outboundOf(salama)).toMatchObject({ state: 'uncertain', last_problem: 'unanswered' });
    expect(await kindsOf(salama)).toEqual(['message-undelivered']);
  });
});

describe('a gateway that repeats itself', () => {
  let salama: Salama;
  beforeAll(async () => {
    salama = await startSalama({ gateways: [gatewayTo()] });
  });
  afterAll(() => salama.close());

  test('two hundred times at once: one text, one report, one concern, one receipt', async () => {
    const told = aTold();
    const answers = await Promise.all(Array.from({ length: 200 }, () => bring(salama.url, told)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    await salama.drained();
    expect(await outcomesOf(salama)).toEqual(['report']);
    const { rows } = await salama.sql.query<{ n: string[] }>(
      `select array[(select count(*) from listen_report), (select count(*) from respond_concern), (select count(*) from protect_contact where kind = 'person'),
         (select count(*) from listen_outbound where template = 'receipt.first')]::text[] as n`,
    );
    expect(rows[0]?.n).toEqual(['1', '1', '1', '1']);
  });

  test('under a name or a short code, as banks and operators do: heard, never answered, and no task for anybody', async () => {
    const before = await kindsOf(salama);
    for (const from of ['Vodacom', '84100']) await bring(salama.url, { ...aTold('Roubo gado em Nantalika'), from });
    await salama.drained();
    const { rows } = await salama.sql.query<{ end: string }>(
      `select o.state || ' ' || o.last_problem as end from listen_outbound o
       where not exists (select from protect_route r where r.contact_id = o.contact_id) and o.template like 'receipt%'`,
    );
    expect(rows.map(({ end }) => end)).toEqual(['suppressed no-way-back', 'suppressed no-way-back']);
    expect(await kindsOf(salama)).toEqual(before);
  });

  test('with one reused key among several texts: refused loudly, and the others are kept', async () => {
    const told = aTold('Furto em Mirambela');
    await bring(salama.url, told);
    await salama.drained();
    const others = [aTold('Furto em Nantalika'), aTold('Burla em Nantalika')];
    const several = [others[0], { ...told, text: 'Furto em Napulubi' }, others[1]];
    const before = (await outcomesOf(salama)).length;
    for (let time = 0; time < 2; time += 1)
      expect(await bring(salama.url, several)).toMatchObject({ status: 409, code: 'message.key-reused' });
    await until(async () => (await outcomesOf(salama)).length === before + 2, 'the two others');
  });

  test('with another text under the same key: refused loudly, and the first one stands', async () => {
    const told = aTold('Furto em Mirambela');
    await bring(salama.url, told);
    const refused = await bring(salama.url, { ...told, text: 'Furto em Napulubi' });
    expect(refused).toMatchObject({ status: 409, code: 'message.key-reused' });
    expect(await bring(salama.url, told)).toMatchObject({ status: 200 });
    await salama.drained();
    expect(new Set(await outcomesOf(salama))).toEqual(new Set(['report']));
  });
});

type Own = { salama: Salama; database: EmbeddedPostgres; folder: string };

/** A Salama on a private PostgreSQL that a test may take away. */
async function startOnItsOwn(folder: string): Promise<Own> {
  const database = await openEmbeddedPostgres({ dataFolder: folder, log: () => undefined });
  const { user, ...place } = database.connection;
  const connection: ConnectionSettings & { user: string } = { ...place, user };
  const owner = openPool({ ...connection, max: 4, onLost: () => undefined });
  await migrate(owner, testPasswords);
  const salama = await startSalama({
    gateways: [gatewayTo()],
    database: { owner, connection, close: () => owner.end() },
  });
  return { salama, database, folder };
}

const expectAway = (answer: Awaited<ReturnType<typeof bring>>): void => {
  expect(answer).toMatchObject({ status: 503, type: 'application/problem+json; charset=utf-8' });
  expect(['database.away', 'database.full']).toContain(answer.code);
  expect(Number(answer.retryAfter)).toBeGreaterThan(0);
};

/** Every text of these is stored, once, and has its end. */
async function expectAllEnded(salama: Salama, acknowledged: readonly Told[]): Promise<void> {
  await until(async () => (await outcomesOf(salama)).length === acknowledged.length, 'every text to have its end');
  const { rows } = await salama.sql.query<{ n: number }>('select count(*)::int as n from listen_inbound');
  expect(rows).toEqual([{ n: acknowledged.length }]);
}

test('database away: 503 with what to do within two seconds; back, it goes on by itself and nothing is lost', {
  timeout: 120_000,
}, async () => {
  const folder = aFolder();
  const own = await startOnItsOwn(folder);
  let { database } = own;
  closing.push(() => database.stop(), own.salama.close);
  const before = Array.from({ length: 20 }, () => aTold());
  for (const told of before) expect(await bring(own.salama.url, told)).toMatchObject({ status: 200 });
  await database.stop();
  const waiting = aTold();
  for (const _ of [1, 2, 3]) {
    const answer = await bring(own.salama.url, waiting);
    expectAway(answer);
    expect(answer.ms).toBeLessThan(2_500);
  }
  database = await openEmbeddedPostgres({ dataFolder: folder, log: () => undefined });
  await until(async () => (await bring(own.salama.url, waiting)).status === 200, 'the gateway’s next try to be taken');
  await expectAllEnded(own.salama, [...before, waiting]);
});

const disk = mountSmallDisk();
test.skipIf(disk === undefined)(
  'disk full: 503, never an acknowledgement that is not kept; with room again it goes on by itself (needs root and mount)',
  { timeout: 180_000 },
  async () => {
    const folder = join(disk ?? '', 'dados');
    const own = await startOnItsOwn(folder);
    closing.push(own.database.stop, own.salama.close);
    const acknowledged: Told[] = [];
    const offer = async (): Promise<number> => {
      const told = aTold();
      const answer = await bring(own.salama.url, told);
      if (answer.status === 200) acknowledged.push(told);
      else expectAway(answer);
      return answer.status;
    };
    await offer();
    const ballast = join(disk ?? '', 'lastro');
    onTestFinished(() => rmSync(ballast, { force: true }));
    spawnSync('dd', ['if=/dev/zero', `of=${ballast}`, 'bs=64k'], { stdio: 'ignore' });
    await until(async () => (await offer()) === 503, 'the first refusal', 60_000);
    rmSync(ballast);
    await until(async () => (await offer()) === 200, 'room to be used again', 60_000);
    await expectAllEnded(own.salama, acknowledged);
  },
);

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'salama-fault-'));
  chmodSync(folder, 0o711);
  closing.push(async () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A disk of its own that is easily full; undefined where that is not allowed. */
function mountSmallDisk(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'salama-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=220m,mode=0711', 'tmpfs', folder]).status === 0;
  if (mounted) writeFileSync(join(folder, 'aqui'), '');
  afterAll(() => {
    if (mounted) spawnSync('umount', [folder]);
    rmSync(folder, { recursive: true, force: true });
  });
  return mounted ? folder : undefined;
}
