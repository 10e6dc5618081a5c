// Keys change while the programme lives: a process that is killed in the middle leaves both files whole.
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createKeyFiles } from '../../src/server/app/key-files.ts';
import { rotateKeyFiles } from '../../src/server/app/rotate-keys.ts';
import {
  createKeyRing,
  openRoute,
  parseCourierKeys,
  parseServeKeys,
  printCourierKeys,
  printServeKeys,
} from '../../src/server/rooms/protect/index.ts';
import { sealRoute } from '../../src/server/rooms/protect/seal.ts';

const DAY_MS = 86_400_000;
const start = new Date('2026-11-23T08:00:00Z');
const day = (n: number): Date => new Date(start.getTime() + n * DAY_MS);
const her = { msisdn: '+258841234567', channel: 'sms', language: 'pt' } as const;
let root: string;
let keys: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'salama-rotate-'));
  keys = join(root, 'keys');
  const ring = await createKeyRing(start, 'demonstration');
  await createKeyFiles(keys, join(root, 'data'), {
    'serve.json': printServeKeys(ring.serve),
    'courier.json': printCourierKeys(ring.courier),
  });
});
afterEach(() => rm(root, { recursive: true, force: true }));

const serve = async () => parseServeKeys(await readFile(join(keys, 'serve.json'), 'utf8'));
const courier = async () => parseCourierKeys(await readFile(join(keys, 'courier.json'), 'utf8'));
const sealHer = async () => sealRoute(await serve(), her, 'ro_1');

test('kill -9 in the middle, six times: both files stay whole, and the courier opens what serve seals', async () => {
  const script = join(import.meta.dirname, '../fixtures/rotate-for-ever.ts');
  let from = day(31);
  for (let kill = 0; kill < 6; kill += 1) {
    const child = spawn(process.execPath, [script, keys, from.toISOString()], { stdio: ['ignore', 'pipe', 'inherit'] });
    const lines: string[] = [];
    await new Promise<void>((resolve) => {
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        lines.push(...text.trim().split('\n'));
        // After the first whole round, at a moment that differs each time.
        setTimeout(() => child.kill('SIGKILL'), kill * 5);
      });
      child.once('exit', () => resolve());
    });
    from = new Date(lines.at(-1) ?? from);
    const sealed = await sealHer();
    expect(openRoute(await courier(), sealed, 'ro_1')).toEqual(her);
  }
  await rotateKeyFiles(keys, new Date(from.getTime() + 62 * DAY_MS));
  expect((await readdir(keys)).toSorted()).toEqual(['courier.json', 'serve.json']);
}, 120_000);
