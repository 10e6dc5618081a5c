// S11 on the bare wire: half a body, a body by the minute, two calls in one breath, numbers that lie. Others are served meanwhile.
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Salama, startSalama } from '../../salama.ts';
import { one } from './protection-world.ts';
import { aText, door, signatureOf, signedGateway } from './signed-call.ts';

let salama: Salama;
beforeAll(async () => {
  salama = await startSalama({ gateways: [signedGateway] });
});
afterAll(() => salama.close());

type Wire = { socket: Socket; said(): string; closed: Promise<void> };

async function open(): Promise<Wire> {
  const { hostname, port } = new URL(salama.url);
  const socket = connect(Number(port), hostname);
  let said = '';
  socket.on('data', (data) => {
    said += data.toString('latin1');
  });
  // A connection that is cut is what these tests are about.
  socket.on('error', () => undefined);
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
  return { socket, said: () => said, closed };
}

function head(headers: Record<string, string | number>, line = `POST ${door} HTTP/1.1`): string {
  const lines = Object.entries({ host: 'salama', ...headers }).map(([name, value]) => `${name}: ${value}`);
  return `${[line, ...lines].join('\r\n')}\r\n\r\n`;
}

function signedCall(): { headers: Record<string, string | number>; body: string } {
  const body = JSON.stringify(aText());
  return { headers: { ...signatureOf(body), 'content-length': Buffer.byteLength(body) }, body };
}

/** A caller's fault is no alarm for the operator. */
const alarms = (): string[] =>
  salama
    .logged()
    .split('\n')
    .filter((line) => /"level":(50|60)/.test(line))
    .slice(0, 3);
const countTexts = (): Promise<number> => one(salama.sql, 'select count(*)::int as value from listen_inbound');
/** Connections of the intake and the web that are doing anything at all. */
const countBusy = (): Promise<number> =>
  one(
    salama.sql,
    `select count(*)::int as value from pg_stat_activity where datname = current_database()
       and usename in ('salama_intake', 'salama_web') and state <> 'idle'`,
  );
const isServed = async (): Promise<boolean> => (await fetch(new URL('/api/programme', salama.url))).ok;

describe('bodies and headers that do not end', () => {
  const waiting: Wire[] = [];
  const dribbles: NodeJS.Timeout[] = [];
  let before = 0;

  /** Half a body and silence; a body that promises more and comes by the letter; a header that does. */
  const dribble = (socket: Socket, how: number): void => {
    const { headers, body } = signedCall();
    const begun = [
      head(headers) + body.slice(0, 10),
      head({ ...headers, 'content-length': 9_000 }) + body,
      `POST ${door} HTTP/1.1\r\nhost: salama\r\nx-a: `,
    ];
    socket.write(begun[how] ?? '');
    if (how !== 0) dribbles.push(setInterval(() => socket.writable && socket.write('a'), 400));
  };

  beforeAll(async () => {
    before = await countTexts();
    for (let n = 0; n < 60; n += 1) waiting.push(await open());
    for (const [n, wire] of waiting.entries()) dribble(wire.socket, n % 3);
  });
  afterAll(() => {
    for (const timer of dribbles) clearInterval(timer);
    for (const { socket } of waiting) socket.destroy();
  });

  test('hold no connection of the database, and nobody else is kept waiting', async () => {
    expect(await isServed()).toBe(true);
    const seen = [];
    for (let times = 0; times < 20; times += 1) seen.push(await countBusy());
    expect(Math.max(...seen)).toBe(0);
    const { headers, body } = signedCall();
    const given = await fetch(new URL(door, salama.url), {
      method: 'POST',
      body,
      headers: Object.fromEntries(
        Object.entries(headers)
          .filter(([name]) => name !== 'content-length')
          .map(([name, value]) => [name, String(value)]),
      ),
    });
    expect(given.status).toBe(200);
    expect(await countTexts()).toBe(before + 1);
  });

  test('are cut within half a minute, told that they were too slow, and leave no row', async () => {
    await Promise.all(waiting.map(({ closed }) => closed));
    const told = waiting.filter(({ said }) => said().startsWith('HTTP/1.1 408 '));
    expect(told.length).toBe(waiting.length);
    expect(told[0]?.said()).toContain('request.too-slow');
    expect(told[0]?.said()).toContain('x-content-type-options: nosniff');
    expect(await countTexts()).toBe(before + 1);
  }, 30_000);
});

test('a call that is broken off in the middle of its body is as if it had not been', async () => {
  const before = await countTexts();
  const { headers, body } = signedCall();
  const { socket, closed } = await open();
  await new Promise<void>((resolve) => socket.write(head(headers) + body.slice(0, -5), () => resolve()));
  socket.destroy();
  await closed;
  expect(await isServed()).toBe(true);
  expect([await countTexts(), await countBusy()]).toEqual([before, 0]);
  expect(alarms()).toEqual([]);
});

test('a gateway that hangs up before its answer has still told: what was whole is kept', async () => {
  const before = await countTexts();
  const { headers, body } = signedCall();
  const { socket } = await open();
  await new Promise<void>((resolve) => socket.write(head(headers) + body, () => resolve()));
  socket.end();
  await salama.until(async () => (await countTexts()) === before + 1, 'the text of the gateway that hung up');
});

test('three calls in one breath are three texts, answered in order', async () => {
  const before = await countTexts();
  const calls = [signedCall(), signedCall(), signedCall()];
  const { socket, said } = await open();
  socket.write(calls.map(({ headers, body }) => head(headers) + body).join(''));
  await salama.until(() => said().split('HTTP/1.1 200').length === 4, 'three answers');
  socket.destroy();
  expect(await countTexts()).toBe(before + 3);
});

describe('what lies about its own length', () => {
  const { headers, body } = { headers: signatureOf('{}'), body: '{}' };
  const chunked = { ...headers, 'transfer-encoding': 'chunked' };
  test.each<[string, string]>([
    ['a length that is no number', head({ ...headers, 'content-length': 'muito' }) + body],
    ['a length below zero', head({ ...headers, 'content-length': -1 }) + body],
    ['a length as a sum', head({ ...headers, 'content-length': '1+1' }) + body],
    ['two lengths', head({ ...headers, 'content-length': 2, 'Content-Length': 3 }) + body],
    ['a length and pieces', head({ ...chunked, 'content-length': 2 }) + body],
    ['pieces that are rubbish', `${head(chunked)}zz\r\n{}\r\n0\r\n\r\n`],
    ['a piece without end', `${head(chunked)}FFFFFFFFFFFFFFFFF\r\n`],
    ['pieces under another name', `${head({ ...headers, 'transfer-encoding': 'xchunked' })}${body}`],
    ['a header with a line break', `POST ${door} HTTP/1.1\r\nhost: a\r\nx: 1\n\rX-Salama-Nonce: b\r\n\r\n`],
    ['a header without a name', `POST ${door} HTTP/1.1\r\nhost: a\r\n: b\r\n\r\n`],
    ['a protocol nobody speaks', `POST ${door} HTTP/9.9\r\nhost: a\r\n\r\n`],
    ['not HTTP at all', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
    ['no host', `POST ${door} HTTP/1.1\r\ncontent-length: 0\r\n\r\n`],
    ['a header that fills the memory', `POST ${door} HTTP/1.1\r\nhost: a\r\nx: ${'a'.repeat(100_000)}`],
  ])('%s is refused and cut', async (_name, bytes) => {
    const before = await countTexts();
    const { socket, said, closed } = await open();
    // What follows on the same connection must never be taken for a call of its own.
    const smuggled = signedCall();
    socket.write(bytes);
    socket.write(`GET /api/smuggled HTTP/1.1\r\nhost: a\r\n\r\n${head(smuggled.headers)}${smuggled.body}`);
    await closed;
    expect(said()).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(said().split('HTTP/1.1').length).toBe(2);
    expect(await isServed()).toBe(true);
    expect(await countTexts()).toBe(before);
    expect(alarms()).toEqual([]);
  });
});
