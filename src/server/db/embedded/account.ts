// Under whose account PostgreSQL runs. It refuses root, and an account without a name; so root lends it one that can
// reach both the data and the programs, or, below a folder only root may enter, a namespace in which root has another name.
import { type SpawnOptions, spawn } from 'node:child_process';
import { chmodSync, readFileSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname } from 'node:path';
import { copyPrograms, type Programs } from './binaries.ts';
import { EmbeddedPostgresFault } from './fault.ts';
import { errorCode } from './processes.ts';

export type Account = {
  kind: 'self' | 'user' | 'namespace';
  /** Owner of the files, as seen from here. */
  uid: number;
  gid: number;
  toLaunch(program: string, args: readonly string[]): Launch;
};

export type Launch = { file: string; args: string[]; options: SpawnOptions };

/** Tries each account by doing with it what PostgreSQL will do: enter the data folder and run a program. */
export async function chooseAccount(place: Place): Promise<{ account: Account; programs: Programs }> {
  const accounts = listAccounts(place);
  for (const account of accounts) {
    const programs = await findRunnable(account, place);
    if (programs) return { account, programs };
  }
  if (isRoot() && openToOthers(place.dataFolder)) {
    for (const account of accounts.filter(({ kind }) => kind === 'user')) {
      const programs = await findRunnable(account, place);
      if (programs) return { account, programs };
    }
  }
  const code = isRoot() ? 'folder.unreachable' : 'programs.unusable';
  throw new EmbeddedPostgresFault(code, { about: place.dataFolder });
}

/** `clusterOwner`: who owns the data that are there already. */
type Place = { dataFolder: string; clusterOwner: number | undefined; programs: Programs };

type Person = { name: string; uid: number; gid: number };

function listAccounts({ dataFolder, clusterOwner }: Place): Account[] {
  const people = listPeople();
  const nobody = people.find(({ name }) => name === 'nobody') ?? people.find(({ uid }) => uid !== 0);
  const namespace = nobody ? [asNamespace(nobody)] : [];
  if (!isRoot()) {
    if (clusterOwner !== undefined && clusterOwner !== ownUid()) {
      throw new EmbeddedPostgresFault('folder.foreign', { about: dataFolder });
    }
    if (hasName()) return [asSelf()];
    if (namespace.length === 0) throw new EmbeddedPostgresFault('user.unknown', { about: ownUid() });
    return namespace;
  }
  const gatekeeper = findGatekeeper(dataFolder);
  const wanted = [
    people.find(({ uid }) => uid === clusterOwner),
    ...['salama', 'postgres', 'nobody'].map((name) => people.find((person) => person.name === name)),
    people.find(({ uid }) => uid === gatekeeper),
  ];
  const users = wanted
    .filter((person) => person !== undefined)
    .filter(({ uid }) => uid !== 0)
    .map(asUser);
  return clusterOwner === 0 ? [...namespace, ...users] : [...users, ...namespace];
}

async function findRunnable(account: Account, place: Place): Promise<Programs | undefined> {
  const first = await probe(account, place.dataFolder, place.programs);
  if (first === 'runs') return place.programs;
  if (first === 'no-folder') return undefined;
  const copied = copyPrograms(place.programs, place.dataFolder);
  return (await probe(account, place.dataFolder, copied)) === 'runs' ? copied : undefined;
}

const probeScript = 'cd -- "$1" || exit 3; "$2" --version >/dev/null && "$3" --version >/dev/null || exit 4';

function probe(account: Account, folder: string, programs: Programs): Promise<'runs' | 'no-folder' | 'no-program'> {
  const script = ['-c', probeScript, 'probe', folder, programs.postgres, programs.initdb];
  const { file, args, options } = account.toLaunch('/bin/sh', script);
  return new Promise((resolve) => {
    const child = spawn(file, args, { ...options, stdio: 'ignore' });
    // The account itself cannot be taken (no such right in this container, no unshare): same answer as unreachable.
    child.on('error', () => resolve('no-folder'));
    child.on('exit', (code) => {
      if (code === 0) resolve('runs');
      else resolve(code === 4 ? 'no-program' : 'no-folder');
    });
  });
}

// A clean environment: PGPORT, PGDATA or a locale of the caller must not reach PostgreSQL.
const base: SpawnOptions = {
  cwd: '/',
  env: { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/local/bin:/usr/bin:/bin:/run/current-system/sw/bin' },
};

function asSelf(): Account {
  const gid = process.getgid?.() ?? 0;
  return {
    kind: 'self',
    uid: ownUid(),
    gid,
    toLaunch: (program, args) => ({ file: program, args: [...args], options: base }),
  };
}

function asUser({ uid, gid }: Person): Account {
  const options = { ...base, uid, gid };
  return { kind: 'user', uid, gid, toLaunch: (program, args) => ({ file: program, args: [...args], options }) };
}

function asNamespace({ uid, gid }: Person): Account {
  const names = ['--user', `--map-user=${uid}`, `--map-group=${gid}`, '--'];
  return {
    kind: 'namespace',
    uid: ownUid(),
    gid: process.getgid?.() ?? 0,
    toLaunch: (program, args) => ({ file: 'unshare', args: [...names, program, ...args], options: base }),
  };
}

/** The user, not root, whose folder on the way lets nobody else in: started by root below someone's home. */
function findGatekeeper(folder: string): number | undefined {
  const { uid, mode } = statSync(folder);
  const above = dirname(folder);
  const higher = above === folder ? undefined : findGatekeeper(above);
  if (higher !== undefined) return higher;
  return uid !== 0 && (mode & 0o001) === 0 ? uid : undefined;
}

/** Lets others pass through the data folder (not list it); what lies in it keeps its own modes. */
function openToOthers(folder: string): boolean {
  const { mode } = statSync(folder);
  if ((mode & 0o001) !== 0) return false;
  chmodSync(folder, (mode & 0o7777) | 0o011);
  return true;
}

function listPeople(): Person[] {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  return lines.flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    return name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : [];
  });
}

function hasName(): boolean {
  try {
    return userInfo().username !== '';
  } catch (error) {
    if (errorCode(error) === 'ERR_SYSTEM_ERROR') return false;
    throw error;
  }
}

export function isRoot(): boolean {
  return ownUid() === 0;
}

function ownUid(): number {
  return process.getuid?.() ?? -1;
}
