import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fastify } from 'fastify';
import { expect, onTestFinished, test } from 'vitest';
import { serveConsole } from './files.ts';

async function aBuild(folder: string, name: string, at: number): Promise<void> {
  await rm(join(folder, 'assets'), { recursive: true, force: true });
  await mkdir(join(folder, 'assets'), { recursive: true });
  await writeFile(join(folder, 'assets', name), '1');
  await writeFile(join(folder, 'index.html'), `<html><script src="/assets/${name}"></script></html>`);
  await utimes(join(folder, 'index.html'), at, at);
}

async function aServer(folder: string) {
  const server = fastify();
  await serveConsole(server, folder, () => 'n');
  onTestFinished(() => server.close());
  return server;
}

const aFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'salama-files-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
};

test('a console that was built anew under a running server comes with its own scripts', async () => {
  const folder = await aFolder();
  await aBuild(folder, 'first.js', 1_000);
  const server = await aServer(folder);
  expect((await server.inject('/')).body).toContain('first.js');
  await aBuild(folder, 'second.js', 2_000);
  expect((await server.inject('/')).body).toContain('second.js');
  expect((await server.inject('/assets/second.js')).statusCode).toBe(200);
});

test('while the page is being written, the last whole one is served', async () => {
  const folder = await aFolder();
  await aBuild(folder, 'first.js', 1_000);
  const server = await aServer(folder);
  await writeFile(join(folder, 'index.html'), '<html><scr');
  expect((await server.inject('/')).body).toContain('first.js');
  await rm(join(folder, 'index.html'));
  expect((await server.inject('/')).body).toContain('first.js');
});

test('a browser that takes compressed files gets them, another the file itself', async () => {
  const folder = await aFolder();
  await aBuild(folder, 'first.js', 1_000);
  await writeFile(join(folder, 'assets', 'first.js.gz'), 'small');
  const server = await aServer(folder);
  const small = await server.inject({ url: '/assets/first.js', headers: { 'accept-encoding': 'gzip' } });
  expect([small.body, small.headers['content-encoding'], small.headers['content-type']]).toEqual([
    'small',
    'gzip',
    'application/javascript; charset=utf-8',
  ]);
  expect((await server.inject('/assets/first.js')).body).toBe('1');
});
