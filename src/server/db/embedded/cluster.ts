// The folder that PostgreSQL keeps: made whole or not at all, owned by the account that runs it.
import { spawn } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  lchownSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Account } from './account.ts';
import type { Programs } from './binaries.ts';
import { EmbeddedPostgresFault } from './fault.ts';
import { endProcess, listProcesses } from './processes.ts';
import { removeWhole } from './remove-whole.ts';
import { hostRules, owner } from './settings.ts';

export type ClusterPlace = { dataFolder: string; account: Account; programs: Programs; say(chunk: Buffer): void };

export function toClusterPath(dataFolder: string): string {
  return join(dataFolder, 'postgres');
}

export function findClusterOwner(dataFolder: string): number | undefined {
  return statSync(toClusterPath(dataFolder), { throwIfNoEntry: false })?.uid;
}

export async function prepareCluster(place: ClusterPlace): Promise<'made' | 'found'> {
  const cluster = toClusterPath(place.dataFolder);
  await removeHalfMade(place.dataFolder);
  if (existsSync(cluster)) {
    checkVersion(cluster, place.programs);
    giveTo(place.account, cluster);
    return 'found';
  }
  const making = `${cluster}.new-${process.pid}`;
  mkdirSync(making);
  chmodSync(making, 0o700);
  if (place.account.kind === 'user') lchownSync(making, place.account.uid, place.account.gid);
  await runInitdb(making, place);
  writeFileSync(join(making, 'pg_hba.conf'), hostRules);
  renameSync(making, cluster);
  syncFolder(place.dataFolder);
  return 'made';
}

async function runInitdb(folder: string, { account, programs, say, dataFolder }: ClusterPlace): Promise<void> {
  const wanted = [
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
    '--data-checksums',
    '-U',
    owner,
    '-A',
    'trust',
    '--no-instructions',
  ];
  const { file, args, options } = account.toLaunch(programs.initdb, ['-D', folder, ...wanted]);
  const said: Buffer[] = [];
  const code = await new Promise<number | null>((resolve, reject) => {
    // Its own session: Ctrl-C reaches us, and we decide.
    const child = spawn(file, args, { ...options, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    child.on('error', reject);
    child.on('close', resolve);
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => said.push(chunk));
  });
  if (code === 0) return;
  const text = Buffer.concat(said);
  say(text);
  await removeWhole(folder);
  if (text.includes('No space left')) throw new EmbeddedPostgresFault('disk.full', { about: dataFolder });
  throw new EmbeddedPostgresFault('start.failed', { about: join(dataFolder, 'postgres.log') });
}

// Left by a kill in the middle of the first start. An initdb that still runs there would make its folder anew.
async function removeHalfMade(dataFolder: string): Promise<void> {
  const half = `${toClusterPath(dataFolder)}.new-`;
  const works = ({ pid, command }: { pid: number; command: string }): boolean =>
    command.includes(`initdb -D ${half}`) || dwells(pid, half);
  for (const seen of listProcesses().filter(works)) {
    if (!(await endProcess(seen, killInitdb))) throw new EmbeddedPostgresFault('remains.alive', { about: seen.pid });
  }
  for (const name of readdirSync(dataFolder).filter((each) => join(dataFolder, each).startsWith(half))) {
    // Its child ends with the pipe between them, a moment later, and removes files of its own meanwhile.
    await removeWhole(join(dataFolder, name));
  }
}

/** The server that initdb had started stands in the folder; its command line does not name it. Linux only: elsewhere it ends by itself. */
function dwells(pid: number, half: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`).startsWith(half);
  } catch {
    return false;
  }
}

const killInitdb = [{ signal: 'SIGKILL', waitMs: 5000 }] as const;

function checkVersion(cluster: string, programs: Programs): void {
  const found = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (found !== programs.version.split('.')[0]) throw new EmbeddedPostgresFault('data.other-version', { about: found });
}

/** Root may run it under another account than last time. The folder itself goes last, so a kill in between is resumed. */
function giveTo(account: Account, cluster: string): void {
  if (statSync(cluster).uid === account.uid) return;
  for (const name of readdirSync(cluster, { recursive: true, encoding: 'utf8' })) {
    lchownSync(join(cluster, name), account.uid, account.gid);
  }
  lchownSync(cluster, account.uid, account.gid);
}

function syncFolder(path: string): void {
  const folder = openSync(path, 'r');
  fsyncSync(folder);
  closeSync(folder);
}
