// What every answer carries, whoever asks and whatever it is: page, asset, API, refusal, gateway, nothing there.
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../../client.ts';
import { type Salama, startSalama } from '../../salama.ts';

const secret = 'um segredo de prova com trinta e dois ou mais';
let salama: Salama;
let coordinator: Client;

beforeAll(async () => {
  salama = await startSalama({
    gateways: [{ id: 'agregador', channelId: 'http-gateway', settings: { secret }, sends: false }],
  });
  coordinator = await salama.signIn('coordenadora');
});
afterAll(() => salama.close());

const visit = (path: string, init: RequestInit = {}): Promise<Response> => fetch(new URL(path, salama.url), init);
const assetOf = async (): Promise<string> => /\/assets\/[\w.-]+\.js/.exec(await (await visit('/')).text())?.[0] ?? '';

const answers: Readonly<Record<string, () => Promise<Response>>> = {
  'the page': () => visit('/'),
  'a page of the console': () => visit('/assuntos/qualquer'),
  'the page to follow a code': () => visit('/seguir'),
  'the page to write on': () => visit('/escrever'),
  'a telling that is refused': () => visit('/escrever', { method: 'POST', body: new URLSearchParams({ words: '' }) }),
  'a code that opens nothing': () => visit('/seguir', { method: 'POST', body: new URLSearchParams({ code: 'AAAA' }) }),
  'an asset': async () => visit(await assetOf()),
  'an asset that is not there': () => visit('/assets/nada.js'),
  'the API': () => coordinator.fetch('/api/concerns'),
  'a refusal': () => coordinator.fetch('/api/journal'),
  'a request of nobody': () => visit('/api/session'),
  'a body that is no JSON': () =>
    visit('/api/session', {
      method: 'POST',
      body: '{',
      headers: { 'x-salama': '1', 'content-type': 'application/json' },
    }),
  'a forged request': () => visit('/api/session', { method: 'POST', body: '{}' }),
  health: () => visit('/health'),
  'a gateway refused': () =>
    visit('/gateway/agregador/in', {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    }),
  'an unknown gateway': () => visit('/gateway/ninguem/in'),
  'an API path that is not there': () => visit('/api/nada'),
  'a method that is not there': () => visit('/api/concerns', { method: 'PUT' }),
  'a file that is not there': () => visit('/.env'),
  'a path that climbs': () => visit('/assets/..%2f..%2findex.html'),
  'a path that is not text': () => visit('/api/concerns/%E0%A4%A'),
};

describe.each(Object.keys(answers))('%s', (name) => {
  test('is not sniffed, framed, referred, shared with another origin or given a device', async () => {
    const { headers } = await answer(name);
    expect(
      Object.fromEntries(['x-content-type-options', 'referrer-policy'].map((key) => [key, headers.get(key)])),
    ).toEqual({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    for (const device of ['camera', 'microphone', 'geolocation'])
      expect(headers.get('permissions-policy')).toContain(`${device}=()`);
    const policy = headers.get('content-security-policy') ?? '';
    for (const part of ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"])
      expect(policy).toContain(part);
    expect(policy).not.toMatch(/unsafe-|\*|https?:/);
  });

  test('tells nothing of what runs here', async () => {
    const { headers } = await answer(name);
    for (const banner of ['server', 'x-powered-by', 'via', 'access-control-allow-origin'])
      expect([banner, headers.get(banner)]).toEqual([banner, null]);
  });

  test('stays in no cache, unless its name is of its content', async () => {
    const given = await answer(name);
    const expected = name === 'an asset' ? 'public, max-age=31536000, immutable' : 'no-store';
    expect(given.headers.get('cache-control')).toBe(expected);
  });
});

const answer = async (name: string): Promise<Response> => {
  const given = await answers[name]?.();
  if (!given) throw new Error(`no answer ${name}`);
  return given;
};

/** A person without a program reads it: the refusal is a page. */
const pages: readonly string[] = ['a code that opens nothing', 'a telling that is refused'];

test('every refusal to a program is a problem document of the catalogue, to a person a page, with nothing of ours in it', async () => {
  for (const [name, ask] of Object.entries(answers)) {
    const given = await ask();
    if (given.status < 400) continue;
    const text = await given.text();
    const type = pages.includes(name) ? 'text/html' : 'application/problem+json';
    expect([name, given.headers.get('content-type')]).toEqual([name, `${type}; charset=utf-8`]);
    if (!pages.includes(name))
      expect(JSON.parse(text)).toMatchObject({
        status: given.status,
        type: expect.stringMatching(/^urn:salama:problem:/),
      });
    expect(text).not.toMatch(/node_modules|\.ts\b|at \w|Error|select .* from |relation/);
  }
});

test('each page has a nonce of its own, and no script stands in it without', async () => {
  const seen = new Set<string>();
  for (let times = 0; times < 5; times += 1) {
    const page = await visit('/');
    const policy = page.headers.get('content-security-policy') ?? '';
    const nonce = /script-src 'self' 'nonce-([\w-]{32,})'/.exec(policy)?.[1] ?? '';
    seen.add(nonce);
    const html = await page.text();
    expect(html).not.toContain('__CSP_NONCE__');
    for (const [tag = ''] of html.matchAll(/<script\b[^>]*>/g)) expect(tag).toMatch(/\bsrc="\/assets\//);
    expect(html).not.toMatch(/<script\b[^>]*>[^<]|\son\w+=|javascript:|\sstyle="/);
    for (const [address = ''] of html.matchAll(/(?:src|href)="[^"]*"/g))
      expect(address).not.toMatch(/="(https?:)?\/\//);
  }
  expect([seen.size, seen.has('')]).toEqual([5, false]);
});

test('the session cookie is for this host alone, unreadable to scripts, and its ending clears what the browser kept', async () => {
  const body = JSON.stringify({ login: 'auditora', password: salama.people['auditora']?.password });
  const headers = { 'x-salama': '1', 'content-type': 'application/json' };
  const opened = await visit('/api/session', { method: 'POST', headers, body });
  const [cookie = '', ...more] = opened.headers.getSetCookie();
  expect(more).toEqual([]);
  expect(cookie).toMatch(/^__Host-salama=[\w-]{43}; /);
  for (const flag of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Strict', 'Expires=']) expect(cookie).toContain(flag);
  expect(cookie).not.toMatch(/Domain=/i);
  const closed = await visit('/api/session', {
    method: 'DELETE',
    headers: { 'x-salama': '1', cookie: cookie.split(';')[0] ?? '' },
  });
  expect(closed.headers.getSetCookie()[0]).toMatch(/^__Host-salama=;.*(Expires=Thu, 01 Jan 1970|Max-Age=0)/);
  expect(closed.headers.get('clear-site-data')).toBe('"cache", "storage"');
});

test('a refused sign-in sets no cookie and says the same for a name that exists and one that does not', async () => {
  const refused = async (login: string): Promise<[number, string, string[]]> => {
    const body = JSON.stringify({ login, password: 'certamente nao esta' });
    const headers = { 'x-salama': '1', 'content-type': 'application/json' };
    const given = await visit('/api/session', { method: 'POST', headers, body });
    return [given.status, await given.text(), given.headers.getSetCookie()];
  };
  const known = await refused('proteccao');
  expect(known).toEqual(await refused('ninguem.aqui'));
  expect(known[0]).toBe(401);
  expect(known[2]).toEqual([]);
});

test('what a browser would not send, a raw host name or an odd method, is answered the same way', async () => {
  const trace = await new Promise<{ status: number; headers: NodeJS.Dict<string | string[]> }>((resolve, reject) => {
    const sent = request(new URL('/api/session', salama.url), { method: 'TRACE', headers: { cookie: 'segredo=1' } });
    sent.on('response', (given) => {
      given.resume();
      resolve({ status: given.statusCode ?? 0, headers: given.headers });
    });
    sent.on('error', reject);
    sent.end();
  });
  expect(trace.status).toBeGreaterThanOrEqual(400);
  expect(JSON.stringify(trace.headers)).not.toContain('segredo');
});
