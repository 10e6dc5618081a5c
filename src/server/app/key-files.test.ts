import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Problem } from '../../shared/kit/problem.ts';
import { createKeyFile, createKeyFiles, readKeyFile, replaceKeyFile } from './key-files.ts';

const texts = { 'serve.json': '{"serve":1}', 'courier.json': '{"courier":1}' };
let home = '';
let keys = '';
let data = '';

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'salama-keys-'));
  keys = join(home, 'keys');
  data = join(home, 'data');
});
afterEach(() => rm(home, { recursive: true, force: true }));

const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);
async function refusalOf(deed: Promise<unknown>): Promise<{ code: string; words: string }> {
  const error = await deed.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof Problem && error.cause instanceof Error) return { code: error.code, words: error.cause.message };
  throw error ?? new Error('it was not refused');
}

test('new key files are readable by their owner alone, in a folder only he may enter', async () => {
  await createKeyFiles(keys, data, texts);
  expect([
    await modeOf(keys),
    await modeOf(join(keys, 'serve.json')),
    await modeOf(join(keys, 'courier.json')),
  ]).toEqual(['700', '400', '400']);
  expect(await readKeyFile(keys, 'serve.json')).toBe(texts['serve.json']);
  expect((await readdir(keys)).sort()).toEqual(['courier.json', 'serve.json']);
});

test('existing keys are never overwritten, and a refused attempt writes nothing', async () => {
  await createKeyFiles(keys, data, texts);
  const { code, words } = await refusalOf(createKeyFiles(keys, data, { 'serve.json': 'new', 'courier.json': 'new' }));
  expect(code).toBe('keys.exists');
  expect(words).toContain('never overwritten');
  await rm(join(keys, 'serve.json'));
  expect((await refusalOf(createKeyFiles(keys, data, { 'serve.json': 'new', 'courier.json': 'new' }))).code).toBe(
    'keys.exists',
  );
  expect(await readdir(keys)).toEqual(['courier.json']);
  expect(await readKeyFile(keys, 'courier.json')).toBe(texts['courier.json']);
});

test('of two that create the same file at once, one wins and its file is whole', async () => {
  await mkdir(keys, { mode: 0o700 });
  const results = await Promise.allSettled(
    ['a'.repeat(4000), 'b'.repeat(4000)].map((text) => createKeyFile(join(keys, 'serve.json'), text)),
  );
  expect(results.filter((result) => result.status === 'fulfilled').length).toBe(1);
  expect(await readKeyFile(keys, 'serve.json')).toMatch(/^(a{4000}|b{4000})$/);
});

test('a draft left by a crash is no key file and does not stand in the way', async () => {
  await mkdir(keys, { mode: 0o700 });
  await writeFile(join(keys, '.serve.json.ta_cut.new'), '{"ser', { mode: 0o400 });
  expect((await refusalOf(readKeyFile(keys, 'serve.json'))).code).toBe('keys.missing');
  await createKeyFiles(keys, data, texts);
  expect(await readKeyFile(keys, 'serve.json')).toBe(texts['serve.json']);
  expect((await readdir(keys)).sort()).toEqual(['courier.json', 'serve.json']);
});

test('keys within the data folder, or data within the key folder, are refused', async () => {
  for (const [folder, dataFolder] of [
    [join(data, 'keys'), data],
    [data, data],
    [keys, join(keys, 'data')],
  ] as const) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await chmod(folder, 0o700);
    expect((await refusalOf(createKeyFiles(folder, dataFolder, texts))).code).toBe('keys.misplaced');
    expect(await readdir(folder)).not.toContain('serve.json');
  }
});

test('a link into the data folder does not hide where the keys would lie', async () => {
  await mkdir(join(data, 'inner'), { recursive: true, mode: 0o700 });
  await symlink(data, join(home, 'alias'));
  expect((await refusalOf(createKeyFiles(join(home, 'alias', 'inner'), data, texts))).code).toBe('keys.misplaced');
});

test('a folder beside the data whose name begins alike is beside it', async () => {
  await createKeyFiles(`${data}..keys`, data, texts);
  expect(await readKeyFile(`${data}..keys`, 'serve.json')).toBe(texts['serve.json']);
});

test.each(['0440', '0404', '0420'])('a key file of mode %s is refused with the command that mends it', async (mode) => {
  await createKeyFiles(keys, data, texts);
  await chmod(join(keys, 'serve.json'), Number.parseInt(mode, 8));
  const { code, words } = await refusalOf(readKeyFile(keys, 'serve.json'));
  expect(code).toBe('keys.exposed');
  expect(words).toContain(`chmod 400 ${join(keys, 'serve.json')}`);
});

test('a key folder that others may enter is refused', async () => {
  await createKeyFiles(keys, data, texts);
  await chmod(keys, 0o750);
  expect(await refusalOf(readKeyFile(keys, 'serve.json'))).toMatchObject({
    code: 'keys.exposed',
    words: expect.stringContaining('chmod 700'),
  });
});

test('a missing file, a folder or a link in its place is refused in plain words', async () => {
  expect((await refusalOf(readKeyFile(keys, 'serve.json'))).code).toBe('keys.missing');
  await createKeyFiles(keys, data, texts);
  await rm(join(keys, 'serve.json'));
  expect((await refusalOf(readKeyFile(keys, 'serve.json'))).words).toContain('salama init');
  await symlink(join(keys, 'courier.json'), join(keys, 'serve.json'));
  expect((await refusalOf(readKeyFile(keys, 'serve.json'))).code).toBe('keys.unreadable');
});

test('after a rotation the file holds the new text alone, and the old text is gone from the folder', async () => {
  await createKeyFiles(keys, data, texts);
  await replaceKeyFile(keys, 'serve.json', '{"serve":2}');
  expect(await readKeyFile(keys, 'serve.json')).toBe('{"serve":2}');
  expect(await modeOf(join(keys, 'serve.json'))).toBe('400');
  expect((await readdir(keys)).sort()).toEqual(['courier.json', 'serve.json']);
});

test('the blocks of the replaced file are overwritten, as one who kept it open can see', async () => {
  await createKeyFiles(keys, data, texts);
  const { open } = await import('node:fs/promises');
  const kept = await open(join(keys, 'serve.json'));
  await replaceKeyFile(keys, 'serve.json', '{"serve":2}');
  const { buffer, bytesRead } = await kept.read(Buffer.alloc(100), 0, 100, 0);
  await kept.close();
  expect(buffer.subarray(0, bytesRead)).toEqual(Buffer.alloc(texts['serve.json'].length));
});

test('a rotation cut off between its steps is finished by the next one', async () => {
  await createKeyFiles(keys, data, texts);
  await writeFile(join(keys, 'serve.json.old'), 'left over', { mode: 0o400 });
  await writeFile(join(keys, '.serve.json.ta_cut.new'), 'left over', { mode: 0o400 });
  await replaceKeyFile(keys, 'serve.json', '{"serve":3}');
  expect(await readFile(join(keys, 'serve.json'), 'utf8')).toBe('{"serve":3}');
  expect((await readdir(keys)).sort()).toEqual(['courier.json', 'serve.json']);
});

test('a key that does not exist yet cannot be replaced', async () => {
  await mkdir(keys, { mode: 0o700 });
  expect((await refusalOf(replaceKeyFile(keys, 'serve.json', 'x'))).code).toBe('keys.missing');
});
