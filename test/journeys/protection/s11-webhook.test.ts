// S11: what a gateway's door is given that no gateway would send. Refused from the catalogue, never a fault, never a row.
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { problems } from '../../../src/shared/domain/problems.ts';
import { type Salama, startSalama } from '../../salama.ts';
import { one } from './protection-world.ts';
import { aText, door, signatureOf, signedGateway } from './signed-call.ts';

const KANNEL_TOKEN = 'k'.repeat(40);
const kannel = {
  id: 'operador',
  channelId: 'kannel',
  settings: {
    token: KANNEL_TOKEN,
    sendsmsUrl: 'http://127.0.0.1:9/cgi-bin/sendsms',
    username: 'salama',
    password: 'palavra',
    from: '1490',
    callbackUrl: 'http://127.0.0.1:9/gateway/operador',
  },
  sends: false,
};
const kannelDoor = `/gateway/operador/${KANNEL_TOKEN}`;

let salama: Salama;
beforeAll(async () => {
  salama = await startSalama({ gateways: [signedGateway, kannel] });
});
afterAll(() => salama.close());
afterEach(() => expect(salama.logged()).not.toMatch(/"level":(50|60)/));

const countRows = (): Promise<number> =>
  one(
    salama.sql,
    `select ((select count(*) from listen_inbound) + (select count(*) from listen_part) + (select count(*) from task)
       + (select count(*) from protect_contact) + (select count(*) from journal where event = 'delivery.reported'))::int as value`,
  );

type Call = {
  path?: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array<ArrayBuffer>;
};

async function call({
  path = door,
  method = 'POST',
  headers = {},
  body,
}: Call): Promise<{ status: number; text: string; type: string }> {
  const given = await fetch(new URL(path, salama.url), { method, headers, ...(body === undefined ? {} : { body }) });
  return { status: given.status, text: await given.text(), type: given.headers.get('content-type') ?? '' };
}

const Refusal = z.looseObject({ code: z.string() });
/** Refused in the catalogue's words, with the catalogue's status, and nothing is kept. */
async function expectRefused(given: Call, codes: readonly string[]): Promise<void> {
  const before = await countRows();
  const answer = await call(given);
  const { code } = Refusal.parse(JSON.parse(answer.text));
  expect(codes).toContain(code);
  expect(answer.type).toBe('application/problem+json; charset=utf-8');
  const entry = Object.entries(problems).find(([known]) => known === code)?.[1];
  expect(answer.status).toBe(entry?.status);
  expect(answer.status).toBeLessThan(500);
  expect(await countRows()).toBe(before);
}

const json = (value: unknown): string => JSON.stringify(value);
const signed = (value: unknown, headers: Record<string, string> = {}): Call => {
  const body = json(value);
  return { body, headers: { ...signatureOf(body), ...headers } };
};

test('a text signed as agreed is taken, once: the same call again is a replay, the same text anew changes nothing', async () => {
  const before = await one<number>(salama.sql, 'select count(*)::int as value from listen_inbound');
  const given = signed(aText());
  expect(await call(given)).toMatchObject({ status: 200, text: '{"accepted":1}' });
  await expectRefused(given, ['gateway.replayed']);
  const again = { ...given, headers: signatureOf(given.body ?? '') };
  expect((await call(again)).status).toBe(200);
  expect(await one(salama.sql, 'select count(*)::int as value from listen_inbound')).toBe(before + 1);
});

test('the same key with another text is refused aloud', async () => {
  const text = aText();
  await call(signed(text));
  await salama.drained();
  await expectRefused(signed({ ...text, text: 'outra coisa' }), ['message.key-reused']);
});

describe('a signature', () => {
  const body = json(aText());
  const headers = signatureOf(body);
  const minutes = (n: number): Date => new Date(Date.now() + n * 60_000);
  const { 'x-salama-nonce': _nonce, ...withoutNonce } = headers;
  const { 'x-salama-signature': mark = '', ...unsigned } = headers;
  test.each<[string, Call, string]>([
    ['by another secret', { body, headers: signatureOf(body, { secret: `${'z'.repeat(40)}` }) }, 'gateway.unsigned'],
    ['over another body', { body: body.replace('Nakirwe', 'Nakirwo'), headers }, 'gateway.unsigned'],
    [
      'over the same keys in another order',
      { body: json(reordered(aText())), headers: signatureOf(json(aText())) },
      'gateway.unsigned',
    ],
    ['over the same body with a space more', { body: `${body} `, headers }, 'gateway.unsigned'],
    ['of six minutes ago', { body, headers: signatureOf(body, { at: minutes(-6) }) }, 'gateway.stale'],
    ['of six minutes from now', { body, headers: signatureOf(body, { at: minutes(6) }) }, 'gateway.stale'],
    [
      'with its timestamp moved on',
      { body, headers: { ...headers, 'x-salama-timestamp': '9999999999' } },
      'gateway.unsigned',
    ],
    ['without its nonce', { body, headers: withoutNonce }, 'gateway.unsigned'],
    ['that is missing', { body, headers: unsigned }, 'gateway.unsigned'],
    ['that is empty', { body, headers: { ...unsigned, 'x-salama-signature': '' } }, 'gateway.unsigned'],
    ['cut short', { body, headers: { ...unsigned, 'x-salama-signature': mark.slice(0, 40) } }, 'gateway.unsigned'],
    ['given twice', { body, headers: { ...unsigned, 'x-salama-signature': `${mark}, ${mark}` } }, 'gateway.unsigned'],
    [
      'with a nonce that begins a body',
      { body, headers: { ...headers, 'x-salama-nonce': '{"id":1' } },
      'gateway.unsigned',
    ],
  ])('%s opens nothing', (_name, given, code) => expectRefused(given, [code]));
});

function reordered(text: object): object {
  return Object.fromEntries(Object.entries(text).reverse());
}

describe('a body', () => {
  const big = json({ ...aText(), text: 'a'.repeat(10 * 1024 * 1024) });
  const bomb = new Uint8Array(gzipSync(Buffer.alloc(20 * 1024 * 1024, ' ')));
  const deep = `${'['.repeat(7_000)}${']'.repeat(7_000)}`;
  const deepObject = `${'{"a":'.repeat(2_500)}1${'}'.repeat(2_500)}`;
  const plain = json(aText());
  const raw = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}): Call => ({
    body,
    headers: { ...signatureOf(body), ...headers },
  });
  test.each<[string, Call, readonly string[]]>([
    ['of ten megabytes', raw(big), ['request.too-large']],
    [
      'that unpacks to twenty megabytes',
      raw(bomb, { 'content-encoding': 'gzip' }),
      ['request.unsupported-media', 'request.too-large'],
    ],
    [
      'said to be packed and small',
      raw(new Uint8Array(gzipSync(plain)), { 'content-encoding': 'gzip' }),
      ['request.unsupported-media'],
    ],
    ['said to be packed by brotli', raw(plain, { 'content-encoding': 'br, gzip' }), ['request.unsupported-media']],
    [
      'in another charset',
      raw(plain, { 'content-type': 'application/json; charset=utf-16' }),
      ['request.unsupported-media'],
    ],
    ['of another type', raw(plain, { 'content-type': 'text/plain' }), ['request.unsupported-media']],
    [
      'of a form',
      raw('id=1&from=2', { 'content-type': 'application/x-www-form-urlencoded' }),
      ['request.unsupported-media'],
    ],
    ['of a type that is none', raw(plain, { 'content-type': ';;;' }), ['request.unsupported-media']],
    ['that is empty', raw(''), ['request.malformed', 'request.unsupported-media']],
    [
      'of bytes that are no text',
      raw(Uint8Array.from({ length: 900 }, (_, n) => (n * 7 + 128) % 256)),
      ['request.malformed'],
    ],
    [
      'cut in the middle of a letter',
      raw(Uint8Array.from([...Buffer.from('{"id":"1","text":"'), 0xc3])),
      ['request.malformed'],
    ],
    ['nested seven thousand deep', raw(deep), ['request.invalid', 'request.malformed']],
    ['of objects in objects', raw(deepObject), ['request.invalid', 'request.malformed']],
    ['that is null', raw('null'), ['request.invalid']],
    ['that is a number', raw('1e999'), ['request.invalid']],
    [
      'with a prototype in it',
      raw('{"__proto__":{"kind":"text"},"constructor":{"prototype":{}}}'),
      ['request.invalid'],
    ],
    ['with more texts than a call may bring', signed(Array.from({ length: 51 }, () => aText())), ['request.invalid']],
    ['with no text in the list', signed([]), ['request.invalid']],
    ['without a sender', signed({ id: '1', text: 'ola' }), ['request.invalid']],
    ['with a sender of a thousand letters', signed({ ...aText(), from: '8'.repeat(1000) }), ['request.invalid']],
    [
      'with a part beyond its number',
      signed({ ...aText(), part: { reference: 'a', number: 3, of: 2 } }),
      ['request.invalid'],
    ],
    ['one good text and one bad: neither is taken', signed([aText(), { id: '', from: '1' }]), ['request.invalid']],
  ])('%s is refused', (_name, given, codes) => expectRefused(given, codes));

  test('said to be packed by nothing at all is taken', async () => {
    expect((await call(signed(aText(), { 'content-encoding': 'identity' }))).status).toBe(200);
    await salama.drained();
  });

  test('of odd but honest characters is taken whole', async () => {
    const text = { ...aText('roubo\u0000 de \ud800 gado 😀 em Nakirwe'), sentAt: 'ontem' };
    expect((await call(signed(text))).status).toBe(200);
    await salama.drained();
  });
});

describe('a call of the console', () => {
  const cursor = (...values: unknown[]): string => Buffer.from(json(values)).toString('base64url');
  test('to sign in with a character that no table holds is refused like any other', async () => {
    const refused = salama.visit().call('openSession', { body: { login: 'admin\u0000', password: 'x' } });
    await expect(refused).rejects.toMatchObject({ status: 400, code: 'request.invalid' });
  });
  test.each([
    ['comandante', '/api/briefs', cursor(0, 1e12, '2026-11-30 10:00:00+00', 'br_1')],
    ['comandante', '/api/briefs', cursor(0, 3, '2026-02-30 99:00:00+00', 'br_1')],
    ['coordenadora', '/api/concerns', cursor(3, '::::::::::', 'cn_1')],
    ['coordenadora', '/api/concerns', cursor(3, '2026-11-30 10:00:00+00', 'cn_\u0000')],
    ['coordenadora', '/api/todos', cursor(1, '9999999999-99', 'td_1')],
    ['auditora', '/api/journal', cursor('9'.repeat(19))],
  ])('%s with a forged place in %s is refused', async (login, path, forged) => {
    const person = await salama.signIn(login);
    const answer = await person.fetch(`${path}?cursor=${forged}`);
    expect(Refusal.parse(await answer.json()).code).toBe('request.invalid');
  });
});

describe('a call', () => {
  const body = json(aText());
  test.each<[string, Call, readonly string[]]>([
    [
      'to a gateway that does not exist',
      { path: '/gateway/ninguem/in', body, headers: signatureOf(body) },
      ['gateway.unknown'],
    ],
    [
      'to the simulated phones',
      { path: '/gateway/handset/in', body, headers: signatureOf(body) },
      ['gateway.unsigned', 'gateway.unknown', 'request.unsupported-media'],
    ],
    [
      'to a gateway with an odd name',
      { path: '/gateway/%00/in', body, headers: signatureOf(body) },
      ['gateway.unknown', 'request.malformed'],
    ],
    [
      'with a name of a thousand letters',
      { path: `/gateway/${'a'.repeat(1000)}/in`, body },
      ['gateway.unknown', 'request.not-found', 'request.malformed'],
    ],
    ['by GET', { method: 'GET' }, ['gateway.unsigned']],
    ['by PUT', { method: 'PUT', body, headers: signatureOf(body) }, ['request.not-found']],
    ['by DELETE', { method: 'DELETE', headers: signatureOf('') }, ['request.not-found', 'request.malformed']],
    [
      'that puts everything into the address',
      { method: 'GET', path: `${door}?id=1&from=841234567&text=ola` },
      ['gateway.unsigned'],
    ],
    [
      'to Kannel’s door without the word',
      {
        path: '/gateway/operador/x?id=12345678',
        body: 'ola',
        headers: { 'content-type': 'text/plain', 'x-kannel-from': '841234567' },
      },
      ['gateway.unsigned'],
    ],
    [
      'to Kannel’s door without an id',
      { path: kannelDoor, body: 'ola', headers: { 'content-type': 'text/plain', 'x-kannel-from': '841234567' } },
      ['request.invalid'],
    ],
    [
      'to Kannel’s door without a sender',
      { path: `${kannelDoor}?id=12345678`, body: 'ola', headers: { 'content-type': 'text/plain' } },
      ['request.invalid'],
    ],
    [
      'to Kannel’s door with a ring tone',
      {
        path: `${kannelDoor}?id=12345678`,
        body: new Uint8Array([0, 1, 2, 255]),
        headers: { 'content-type': 'application/octet-stream', 'x-kannel-from': '841234567' },
      },
      ['message.unreadable'],
    ],
    [
      'to Kannel’s door in a charset nobody has',
      {
        path: `${kannelDoor}?id=12345678`,
        body: 'ola',
        headers: { 'content-type': 'text/plain; charset=ebcdic', 'x-kannel-from': '841234567' },
      },
      ['request.unsupported-media'],
    ],
    [
      'to Kannel’s door about a delivery that is none',
      { path: `${kannelDoor}?dlr=77&out=ou_1`, method: 'GET' },
      ['request.invalid'],
    ],
    [
      'to Kannel’s door with an id given twice',
      {
        path: `${kannelDoor}?id=12345678&id=87654321`,
        body: 'ola',
        headers: { 'content-type': 'text/plain', 'x-kannel-from': '841234567' },
      },
      ['request.invalid'],
    ],
  ])('%s is refused', (_name, given, codes) => expectRefused(given, codes));

  test('by HEAD brings nothing', async () => {
    const before = await countRows();
    expect(await call({ method: 'HEAD', path: `${kannelDoor}?dlr=1&out=ou_1` })).toMatchObject({ status: 404 });
    expect(await countRows()).toBe(before);
  });

  test('with a header of forty kilobytes is refused on the wire', async () => {
    const before = await countRows();
    const given = await call({ body, headers: { ...signatureOf(body), 'x-much': 'a'.repeat(40_000) } });
    expect([given.status, Refusal.parse(JSON.parse(given.text)).code]).toEqual([413, 'request.too-large']);
    expect(await countRows()).toBe(before);
  });
});
