// One opener per data folder. Each opener leaves a mark named after itself; who sees no other living mark holds the folder.
// A dead opener's mark names a process that can never live again, so removing it is safe whoever else does the same.
import { closeSync, openSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { EmbeddedPostgresFault, FolderInUse } from './fault.ts';
import { errorCode, findProcess, isAlive } from './processes.ts';

export type FolderLock = { release(): void };

export async function holdFolder(folder: string): Promise<FolderLock> {
  const own = findProcess(process.pid);
  if (!own) throw new Error('this process cannot be seen in the process table');
  const path = leaveMark(folder, own);
  const release = (): void => rmSync(path, { force: true });
  // Both may have left a mark at once: the younger withdraws, the older waits for that. Neither sees the other: impossible,
  // since each looks only after its own mark stands.
  const deadline = performance.now() + 1000;
  for (;;) {
    const rival = findRival(folder, own);
    if (!rival) return { release };
    if (isElder(rival, own) || performance.now() > deadline) {
      release();
      throw new FolderInUse(folder, { holderPid: rival.pid });
    }
    await delay(10);
  }
}

type Mark = { pid: number; startedAt: string };

const markShape = /^opened-by\.(\d+)\.([\w-]+)$/;

function leaveMark(folder: string, own: Mark): string {
  const path = join(folder, `opened-by.${own.pid}.${own.startedAt}`);
  try {
    closeSync(openSync(path, 'wx', 0o600));
    return path;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') throw new FolderInUse(folder, { holderPid: own.pid, cause: error });
    if (errorCode(error) === 'ENOSPC') throw new EmbeddedPostgresFault('disk.full', { about: folder, cause: error });
    throw new EmbeddedPostgresFault('folder.unwritable', { about: folder, cause: error });
  }
}

function findRival(folder: string, own: Mark): Mark | undefined {
  for (const name of readdirSync(folder)) {
    const mark = readMark(name);
    if (!mark || (mark.pid === own.pid && mark.startedAt === own.startedAt)) continue;
    if (isAlive(mark)) return mark;
    rmSync(join(folder, name), { force: true });
  }
  return undefined;
}

function readMark(name: string): Mark | undefined {
  const [, pid, startedAt] = markShape.exec(name) ?? [];
  return pid && startedAt ? { pid: Number(pid), startedAt } : undefined;
}

function isElder(rival: Mark, own: Mark): boolean {
  return `${rival.startedAt}.${rival.pid}` < `${own.startedAt}.${own.pid}`;
}
