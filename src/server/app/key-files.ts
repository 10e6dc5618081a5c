// Where the key ring lies: a folder of its own beside the data folder, 0700, its files 0400, so that no copy of the data carries
// the keys. Every refusal says in its cause, in plain words, what the operator has to do.
import { constants } from 'node:fs';
import { link, lstat, mkdir, open, readdir, realpath, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import type { ProblemCode } from '../../shared/domain/problems.ts';
import { newId } from '../../shared/kit/ids.ts';
import { problem } from '../../shared/kit/problem.ts';

export const keyFileNames = ['serve.json', 'courier.json'] as const;
export type KeyFileName = (typeof keyFileNames)[number];

/** Both files or neither is the caller's wish; both are new or nothing is written. */
export async function createKeyFiles(
  folder: string,
  dataFolder: string,
  texts: Readonly<Record<KeyFileName, string>>,
): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await checkFolder(folder);
  await checkBeside(folder, dataFolder);
  for (const name of keyFileNames) {
    if (await exists(join(folder, name))) throw existing(join(folder, name));
  }
  for (const name of keyFileNames) await createKeyFile(join(folder, name), texts[name]);
}

/** One file that must not exist yet (also a custodian's): whole or not at all, 0400, on the disk when this returns. */
export async function createKeyFile(path: string, text: string): Promise<void> {
  const draft = await writeDraft(path, text);
  try {
    await link(draft, path); // Unlike rename, link refuses to replace.
  } catch (cause) {
    if (isErrno(cause, 'EEXIST') || isErrno(cause, 'ENOENT')) throw existing(path);
    throw cause;
  } finally {
    await rm(draft, { force: true });
  }
  await syncFolder(dirname(path));
}

/** After a rotation. The old file's blocks are overwritten first; on flash memory that is a hope, not a promise. */
export async function replaceKeyFile(folder: string, name: KeyFileName, text: string): Promise<void> {
  const path = join(folder, name);
  await readKeyFile(folder, name);
  const draft = await writeDraft(path, text);
  const old = `${path}.old`;
  await clearKeyFolder(folder);
  await link(path, old);
  await rename(draft, path);
  await syncFolder(folder);
  await shred(old);
  await syncFolder(folder);
}

/** What a rotation that was killed left behind: a link to keys that should have been overwritten. */
export async function clearKeyFolder(folder: string): Promise<void> {
  await checkFolder(folder);
  for (const name of keyFileNames) {
    const old = join(folder, `${name}.old`);
    if (await exists(old)) await shredUnlessCurrent(old, join(folder, name));
  }
}

/** Killed before the new file took the place, the leftover is another name of the file in use: only the name goes. */
async function shredUnlessCurrent(old: string, current: string): Promise<void> {
  const [left, used] = await Promise.all([lstat(old), lstat(current)]);
  if (left.ino === used.ino) await rm(old);
  else await shred(old);
}

/** Refuses, before anything is started, when there are no keys to start with. Reads none of them. */
export async function checkKeyFiles(folder: string): Promise<void> {
  await checkFolder(folder);
  for (const name of keyFileNames) await (await openForReading(join(folder, name))).close();
}

/** The text of one key file, refused when anyone but its owner could have read it. */
export async function readKeyFile(folder: string, name: KeyFileName): Promise<string> {
  await checkFolder(folder);
  const path = join(folder, name);
  const file = await openForReading(path);
  try {
    const { mode } = await file.stat();
    if ((mode & 0o077) !== 0) throw exposed(path, mode, '400');
    return await file.readFile('utf8');
  } finally {
    await file.close();
  }
}

async function openForReading(path: string) {
  try {
    return await open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  } catch (cause) {
    if (isErrno(cause, 'ENOENT')) {
      throw refuse(
        'keys.missing',
        path,
        `Falta o ficheiro de chaves ${path}. Sem ele nada do que foi selado se lê: reponha-o, ou comece um programa novo com "salama init". / There is no key file ${path}. Without it nothing sealed can be read: restore it, or start a new programme with "salama init".`,
      );
    }
    throw refuse(
      'keys.unreadable',
      path,
      `The key file ${path} cannot be read by this user. It must be a plain file that belongs to the user who runs Salama.`,
    );
  }
}

async function checkFolder(folder: string): Promise<void> {
  const found = await lstat(folder).catch(() => undefined);
  if (!found?.isDirectory())
    throw refuse(
      'keys.missing',
      folder,
      `Não há pasta de chaves ${folder}. Para um programa novo: salama init --name "Nome do programa". Se já havia programa, reponha a pasta. / There is no key folder ${folder}. For a new programme: salama init --name "Name of the programme". If there was a programme, restore the folder.`,
    );
  if ((found.mode & 0o077) !== 0) throw exposed(folder, found.mode, '700');
}

async function checkBeside(folder: string, dataFolder: string): Promise<void> {
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  const [keys, data] = await Promise.all([realpath(folder), realpath(dataFolder)]);
  if (isWithin(keys, data) || isWithin(data, keys)) {
    throw refuse(
      'keys.misplaced',
      folder,
      `The key folder ${keys} and the data folder ${data} must lie beside each other: a copy of the data must not carry the keys.`,
    );
  }
}

function isWithin(inner: string, outer: string): boolean {
  const way = relative(outer, inner);
  return way === '' || !(way === '..' || way.startsWith('../') || way.startsWith('/'));
}

// Each writer has a draft of its own; whatever a crash left is swept first, for it was never used and may hold a key.
async function writeDraft(path: string, text: string): Promise<string> {
  const [folder, stem] = [dirname(path), `.${basename(path)}.`];
  const drafts = (await readdir(folder)).filter((name) => name.startsWith(stem) && name.endsWith('.new'));
  for (const name of drafts) await rm(join(folder, name), { force: true });
  const draft = join(folder, `${stem}${newId('task')}.new`);
  const file = await open(draft, 'wx', 0o400);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  return draft;
}

async function shred(path: string): Promise<void> {
  const reader = await open(path, constants.O_RDONLY);
  const { size } = await reader.stat();
  await reader.chmod(0o600);
  await reader.close();
  const file = await open(path, 'r+');
  try {
    await file.write(Buffer.alloc(size), 0, size, 0);
    await file.sync();
  } finally {
    await file.close();
    await rm(path);
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const exists = async (path: string): Promise<boolean> => (await lstat(path).catch(() => undefined)) !== undefined;
const isErrno = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

const existing = (path: string) =>
  refuse(
    'keys.exists',
    path,
    `The key file ${path} exists already. It is never overwritten: what it sealed could not be read again.`,
  );

const exposed = (path: string, mode: number, wanted: string) =>
  refuse(
    'keys.exposed',
    path,
    `Others on this machine can read ${path} (mode ${(mode & 0o777).toString(8)}). Run "chmod ${wanted} ${path}", and consider whether its keys are still secret.`,
  );

const refuse = (code: ProblemCode, path: string, words: string) =>
  problem(code, { file: basename(path) }, { cause: new Error(words) });
