// Salama on the local network: an authority of its own, TLS for everybody else, plain on the machine itself, as an operator does it.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { request } from 'node:https';
import { connect } from 'node:net';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { afterAll, expect, test } from 'vitest';
import { anOperator, clearAway, run } from './command-line.ts';

// One of its own: another Salama may stand on the usual one.
const port = 20_000 + (process.pid % 20_000);
process.env['SALAMA_LAN_PORT'] = String(port);
afterAll(clearAway);

type Answer = { status: number; headers: Record<string, unknown>; body: string };
const get = (url: string, ca: string): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const call = request(url, { ca: [ca] }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => {
        body += text;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    call.on('error', reject).end();
  });

test('serve before init says what to do, in Portuguese and English, and leaves nothing behind', async () => {
  const operator = anOperator();
  const serve = run(operator, 'serve');
  expect(await serve.ended).toBe(1);
  expect(serve.printed()).toMatch(/Para um programa novo: salama init --name/);
  expect(serve.printed()).toMatch(/For a new programme: salama init --name/);
  expect(readdirSync(operator.folder)).toEqual([]);
});

test('salama --help tells every word in both languages', async () => {
  const help = run(anOperator(), '--help');
  expect(await help.ended).toBe(0);
  for (const word of ['demo', 'init', 'serve', 'migrate', 'gateway', 'retention', 'replay'])
    expect(help.printed()).toMatch(new RegExp(`salama ${word}.*\\n {6}.+\\n {6}.+`));
});

test('init --lan, serve: a client that trusts only this authority is served; the machine itself as before; no HSTS', async () => {
  const operator = anOperator();
  const init = run(operator, 'init', '--name', 'Programa de prova', '--lan');
  expect([await init.ended, init.printed()]).toEqual([0, expect.stringContaining('salama-lan.crt')]);
  const folder = join(operator.folder, 'dados-lan');
  for (const file of readdirSync(folder)) expect([file, statSync(join(folder, file)).mode & 0o077]).toEqual([file, 0]);
  expect(statSync(folder).mode & 0o077).toBe(0);
  const authority = readFileSync(join(folder, 'salama-lan.crt'), 'utf8');

  const serve = run(operator, 'serve');
  const plain = await serve.url();
  expect(plain).toMatch(/^http:\/\/127\.0\.0\.1:/);
  const safe = `https://localhost:${port}`;
  const health = await get(`${safe}/health`, authority);
  expect(health).toMatchObject({ status: 200 });
  expect(Object.keys(health.headers)).not.toContain('strict-transport-security');
  const stranger = 'unable to verify|self-signed|unable to get';
  await expect(get(`${safe}/health`, rootCertificates.join('\n'))).rejects.toThrow(new RegExp(stranger));
  // Two listeners, one server: what is refused is refused the same way.
  expect((await get(`${safe}/api/nao-ha`, authority)).status).toBe(404);
  expect(await (await fetch(`${plain}/lan/salama-lan.crt`)).text()).toBe(authority);
  expect(await plainOverTls()).not.toContain('200');
  serve.interrupt();
  expect(await serve.ended).toBe(0);

  const again = run(operator, 'init', '--lan');
  expect(await again.ended).not.toBe(0);
  expect(readFileSync(join(folder, 'salama-lan.crt'), 'utf8')).toBe(authority);
}, 120_000);

/** A client that forgot the s. */
const plainOverTls = (): Promise<string> =>
  new Promise((resolve) => {
    let heard = '';
    const socket = connect(port, '127.0.0.1', () => socket.write('GET /health HTTP/1.1\r\nhost: x\r\n\r\n'));
    socket.on('data', (data) => {
      heard += data.toString('latin1');
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(heard));
  });
