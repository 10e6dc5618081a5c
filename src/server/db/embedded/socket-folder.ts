// The short private folder of the Unix socket: a socket's path may have at most 107 bytes, the data folder's may be longer.
import { chmodSync, lchownSync, lstatSync, mkdirSync, rmdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Account, isRoot } from './account.ts';
import { EmbeddedPostgresFault } from './fault.ts';
import { errorCode } from './processes.ts';
import { port } from './settings.ts';

export type SocketFolder = { path: string; socket: string; empty(): void; remove(): void };

export function makeSocketFolder(name: string, account: Account): SocketFolder {
  const tried = listBases();
  for (const base of tried) {
    const path = join(base, name);
    if (isFit(path) && claim(path, account)) return toSocketFolder(path);
  }
  throw new EmbeddedPostgresFault('socket.no-folder', { about: tried.join(', ') });
}

// /run for root: no one else can squat a name there and no cleaner sweeps it. For a user not /run/user: it goes at log-out.
function listBases(): string[] {
  return [...(isRoot() ? ['/run'] : []), tmpdir(), '/tmp', '/var/tmp', '/dev/shm'];
}

// PostgreSQL reads the setting as a list with commas and quotes.
function isFit(path: string): boolean {
  return Buffer.byteLength(join(path, socketName)) <= 103 && /^[\w/.+@-]+$/.test(path);
}

const socketName = `.s.PGSQL.${port}`;

/** Makes the folder, or takes a left one if it truly is a folder of that account which no one else may enter. */
function claim(path: string, account: Account): boolean {
  try {
    mkdirSync(path, { mode: 0o700 });
    chmodSync(path, 0o700);
    if (account.kind === 'user') lchownSync(path, account.uid, account.gid);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return isPrivate(path, account);
    if (['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'EROFS', 'ENOSPC'].includes(errorCode(error))) return false;
    throw error;
  }
}

function isPrivate(path: string, account: Account): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return false;
  return found.uid === account.uid && (found.mode & 0o077) === 0;
}

function toSocketFolder(path: string): SocketFolder {
  const socket = join(path, socketName);
  // By name, not recursively: as root, nothing but these two is ever removed here.
  const empty = (): void => {
    for (const file of [socket, `${socket}.lock`]) rmSync(file, { force: true });
  };
  return {
    path,
    socket,
    empty,
    remove() {
      empty();
      try {
        rmdirSync(path);
      } catch (error) {
        if (!['ENOENT', 'ENOTEMPTY'].includes(errorCode(error))) throw error;
      }
    },
  };
}
