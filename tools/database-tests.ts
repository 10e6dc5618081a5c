// Finds the unit and house tests that open a database: what a second round on another PostgreSQL must repeat.
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { root } from './run-step.ts';

const DATABASE = 'test/database.ts';

/** Paths from the root. By import, through the worlds in test/: no list that somebody could forget. */
export async function findDatabaseTests(): Promise<string[]> {
  const worlds = await openers(await listFiles('test', false), new Set([DATABASE]));
  const tests = (await Promise.all([listFiles('src', true), listFiles('test/house', true)])).flat();
  const found = await openers(tests, worlds);
  return tests.filter((path) => path.endsWith('.test.ts') && found.has(path)).sort();
}

/** Those of these files that import one of `known`, directly or through one another; and `known` itself. */
async function openers(paths: readonly string[], known: ReadonlySet<string>): Promise<Set<string>> {
  const imports = new Map(await Promise.all(paths.map(async (path) => [path, await importsOf(path)] as const)));
  const found = new Set(known);
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const [path, opened] of imports) if (opened.some((one) => found.has(one))) found.add(path);
  }
  return found;
}

async function importsOf(path: string): Promise<string[]> {
  const source = await readFile(join(root, path), 'utf8');
  return [...source.matchAll(/\bfrom '(\.[^']+)'/g)].map(([, to = '']) => normalize(join(dirname(path), to)));
}

async function listFiles(folder: string, recursive: boolean): Promise<string[]> {
  const entries = await readdir(join(root, folder), { recursive, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.ts'));
  return files.map((entry) => normalize(join(entry.parentPath, entry.name)).slice(normalize(root).length));
}
