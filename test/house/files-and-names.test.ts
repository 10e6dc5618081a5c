// Small files with names that say what they are: what a newcomer reads first.
import { basename, dirname } from 'node:path';
import { expect, test } from 'vitest';
import { rooms } from './law.ts';
import { isCode, isTest, listFiles, listProductCode, read } from './tree.ts';

const ours = listFiles('src', 'test', 'tools', 'locales').filter((path) => !path.startsWith('test/fixtures/'));
const lines = (path: string): number => read(path).trimEnd().split('\n').length;

test('no file is longer than 400 lines and half of them are at most 120', () => {
  const sizes = listProductCode().map((path) => ({ path, lines: lines(path) }));
  expect(sizes.filter((file) => file.lines > 400)).toEqual([]);
  const sorted = sizes.map((file) => file.lines).sort((a, b) => a - b);
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(120);
});

test('names are kebab-case, migrations are numbered', () => {
  const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9-]+)*$/;
  const odd = ours.filter(
    (path) => basename(path) !== 'README.md' && !path.endsWith('.sql') && !kebab.test(basename(path)),
  );
  expect(odd).toEqual([]);
  const migrations = ours
    .filter((path) => path.endsWith('.sql') && path.includes('/migrations/'))
    .map((p) => basename(p));
  expect(migrations.filter((name) => !/^\d{4}_[a-z0-9_]+\.sql$/.test(name))).toEqual([]);
  // Numbers may leave gaps, for those who work at the same time; none is given twice.
  const numbers = migrations.map((name) => Number(name.slice(0, 4)));
  expect(numbers).toEqual([...new Set(numbers)].sort((left, right) => left - right));
});

test('no file and no folder is called by a word that says nothing', () => {
  const empty = /^(?:utils?|utilit(?:y|ies)|helpers?|managers?|services?|common|misc|stuff|info)$/;
  const said = ours.filter((path) =>
    path.split('/').some((part) =>
      part
        .replace(/\..*$/, '')
        .split('-')
        .some((word) => empty.test(word)),
    ),
  );
  expect(said).toEqual([]);
});

test('every room has a door and says in a few lines what it owns, hears, says and never does', () => {
  const standing = rooms.filter((room) => ours.some((path) => path.startsWith(`src/server/rooms/${room}/`)));
  const faults = standing.flatMap((room) => {
    const folder = `src/server/rooms/${room}`;
    const missing = ['index.ts', 'README.md'].map((name) => `${folder}/${name}`).filter((path) => !ours.includes(path));
    return missing.length > 0 ? missing.map((path) => `${path} is missing`) : readmeFaults(`${folder}/README.md`);
  });
  expect(faults).toEqual([]);
});

/** Files beside the door, tests and folders apart (docs/decisions/0108-large-rooms.md). A room that is not named has forty. */
const bounds: Readonly<Record<string, number>> = { listen: 106, respond: 84, protect: 50 };

test('a room stays within its bound: what grows moves into a folder of one subject', () => {
  const own = (room: string): number =>
    ours.filter((path) => dirname(path) === `src/server/rooms/${room}` && isCode(path) && !isTest(path)).length;
  const outgrown = rooms
    .filter((room) => own(room) > (bounds[room] ?? 40))
    .map((room) => `${room}: ${own(room)} files`);
  expect(outgrown).toEqual([]);
});

function readmeFaults(path: string): string[] {
  const text = read(path);
  const unsaid = ['owns', 'hears', 'says', 'never'].filter((word) => !new RegExp(`\\b${word}\\b`, 'i').test(text));
  const faults = unsaid.map((word) => `${path} does not say what the room ${word === 'never' ? 'never does' : word}`);
  if (lines(path) > 40) faults.push(`${path} is longer than 40 lines: ten will do`);
  return faults;
}

test('every file of code but a test, whose names say it, begins by saying why it exists', () => {
  const silent = ours.filter(
    (path) => isCode(path) && !isTest(path) && !/^(?:#!.*\n)?(?:\/\/|\/\*\*?)\s*\S/.test(read(path)),
  );
  expect(silent).toEqual([]);
});

test('a promise to do it later has a number', () => {
  const later = new RegExp(`\\b(?:TO${'DO'}|FIX${'ME'}|XX${'X'}|HA${'CK'})\\b(?!\\(#\\d+\\))`);
  const promises = ours
    .filter((path) => isCode(path) || path.endsWith('.sql'))
    .flatMap((path) =>
      read(path)
        .split('\n')
        .flatMap((line, n) => (later.test(line) ? [`${path}:${n + 1}`] : [])),
    );
  expect(promises).toEqual([]);
});

test('a test lies beside what it tests', () => {
  const lone = listFiles('src')
    .filter(isTest)
    .filter((path) => !listFiles(dirname(path)).some((other) => isCode(other) && !isTest(other)));
  expect(lone).toEqual([]);
});

test('a method names no exception to the type checker', () => {
  const silenced = ours.filter((path) => isCode(path) && new RegExp(`@ts-(?:ignore|no${'check'})`).test(read(path)));
  expect(silenced).toEqual([]);
});
