// The parts of the supervisor that need no PostgreSQL. Its life and deaths are in test/journeys/embedded-postgres.test.ts.
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { Account } from './embedded/account.ts';
import { copyPrograms, findPrograms } from './embedded/binaries.ts';
import { holdFolder } from './embedded/lock.ts';
import { openLogFile } from './embedded/log-file.ts';
import { findProcess, isAlive } from './embedded/processes.ts';
import { makeSocketFolder } from './embedded/socket-folder.ts';

const left: string[] = [];

afterEach(() => {
  for (const path of left.splice(0)) rmSync(path, { recursive: true, force: true });
});

test('a process is told from another that got its number later', () => {
  const own = findProcess(process.pid);
  expect(own).toMatchObject({ pid: process.pid, uid: process.getuid?.() });
  expect(isAlive({ pid: process.pid, startedAt: own?.startedAt ?? '' })).toBe(true);
  expect(isAlive({ pid: process.pid, startedAt: `${own?.startedAt}1` })).toBe(false);
});

test('the mark of a dead opener is taken away, also when its number lives again in another process', async () => {
  const folder = aFolder();
  writeFileSync(join(folder, `opened-by.${process.ppid}.abcdef01-1`), '');
  writeFileSync(join(folder, `opened-by.${process.pid}.abcdef01-1`), '');
  const lock = await holdFolder(folder);
  expect(readdirSync(folder)).toEqual([`opened-by.${process.pid}.${findProcess(process.pid)?.startedAt}`]);
  lock.release();
  expect(readdirSync(folder)).toEqual([]);
});

test('the mark of a living opener refuses the next one, who leaves no mark behind', async () => {
  const folder = aFolder();
  const parent = findProcess(process.ppid);
  const mark = `opened-by.${parent?.pid}.${parent?.startedAt}`;
  writeFileSync(join(folder, mark), '');
  await expect(holdFolder(folder)).rejects.toMatchObject({ name: 'FolderInUse', holderPid: process.ppid });
  expect(readdirSync(folder)).toEqual([mark]);
});

test('the log of PostgreSQL never grows past two files of bounded size', () => {
  const path = join(aFolder(), 'postgres.log');
  const log = openLogFile(path, () => undefined);
  for (let line = 0; line < 500; line += 1) log.write(Buffer.alloc(10_000, 'x'));
  log.close();
  log.write(Buffer.from('after the end'));
  expect([path, `${path}.1`].map((each) => statSync(each).size <= 1_020_000)).toEqual([true, true]);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('a log that a symbolic link leads elsewhere is not written to', () => {
  const folder = aFolder();
  writeFileSync(join(folder, 'elsewhere'), '');
  symlinkSync(join(folder, 'elsewhere'), join(folder, 'postgres.log'));
  expect(() => openLogFile(join(folder, 'postgres.log'), () => undefined)).toThrow(/ELOOP/);
});

test('the socket folder is private, and a link that somebody put at its name is not followed', () => {
  const first = makeSocketFolder(`salama-test-${process.pid}-first`, asMyself);
  left.push(first.path);
  expect(statSync(first.path).mode & 0o777).toBe(0o700);
  first.remove();
  expect(existsSync(first.path)).toBe(false);

  const trap = aFolder();
  symlinkSync(trap, first.path);
  const second = makeSocketFolder(basename(first.path), asMyself);
  left.push(second.path);
  expect(second.path).not.toBe(first.path);
  expect(lstatSync(first.path).isSymbolicLink()).toBe(true);
});

test('a socket folder that others may enter is left alone, and another place is taken', () => {
  const first = makeSocketFolder(`salama-test-${process.pid}-open`, asMyself);
  first.remove();
  mkdirSync(first.path, { mode: 0o755 });
  left.push(first.path);
  const second = makeSocketFolder(`salama-test-${process.pid}-open`, asMyself);
  left.push(second.path);
  expect(second.path).not.toBe(first.path);
});

test('copied programs run where they are, with the libraries that the install script would have linked', () => {
  const folder = aFolder();
  const copied = copyPrograms(findPrograms(), folder);
  expect(copied.postgres.startsWith(folder)).toBe(true);
  for (const program of [copied.postgres, copied.initdb]) {
    expect(execFileSync(program, ['--version'], { encoding: 'utf8', cwd: '/' })).toContain('(PostgreSQL) 18');
  }
  expect(lstatSync(join(copied.folder, 'lib', 'libpq.so.5')).isSymbolicLink()).toBe(true);
  expect(copyPrograms(findPrograms(), folder)).toEqual(copied);
});

const asMyself: Account = {
  kind: 'self',
  uid: process.getuid?.() ?? 0,
  gid: process.getgid?.() ?? 0,
  toLaunch: (program, args) => ({ file: program, args: [...args], options: {} }),
};

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'salama-unit-'));
  left.push(folder);
  return folder;
}
