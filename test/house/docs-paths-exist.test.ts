// A document that names a file which is gone sends its reader astray: every path in the documents exists.
import { existsSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';
import { listFiles, read, root } from './tree.ts';

const tree = listFiles('.').map((path) => normalize(path));
const names = new Set(tree.map((path) => basename(path)));
const folders = new Set(tree.flatMap((path) => parents(path)));
const known = /\.(?:tsx?|cjs|mjs|js|json|jsonl|md|csv|sql|css|html|ya?ml|toml|sh|typ|svg|png)$/;

/** Where a path in a document may start: the root, the document's own folder, or a folder everybody means. */
const starts = ['', 'src', 'src/server', 'src/server/rooms', 'src/web', 'src/shared'];

function parents(path: string): string[] {
  const folder = dirname(path);
  return folder === '.' ? [] : [folder, ...parents(folder)];
}

const documents = tree.filter(
  (path) =>
    /^(?:README|ARCHITECTURE|CONTRIBUTING|GLOSSARY|SECURITY|THREATS|CHANGELOG)(?:\.[a-z]{2})?\.md$/.test(path) ||
    /^docs\/.*\.md$/.test(path) ||
    /^src\/.*\/README\.md$/.test(path),
);

/** Backticked words and link targets that look like a path of ours. */
function listPaths(text: string): string[] {
  const prose = text.replace(/^```[\s\S]*?^```/gm, '');
  const quoted = [...prose.matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? '');
  const linked = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? '');
  return [...quoted, ...linked].map((token) => token.replace(/[#?].*$/, '').replace(/:\d+$/, '')).filter(isPath);
}

function isPath(token: string): boolean {
  if (token === '' || /[\s<>{}*…$|=()'",:@]/.test(token)) return false;
  if (/^(?:\/|~|[a-z]+:)/i.test(token)) return false;
  if (token === 'node_modules' || /^(?:node_modules|dist|\.salama|coverage|test-results)(?:\/|$)/.test(token))
    return false;
  if (known.test(token)) return true;
  const first = token.split('/')[0] ?? '';
  return token.includes('/') && starts.some((start) => folders.has(normalize(join(start, first))));
}

function stands(document: string, path: string): boolean {
  const clean = path.replace(/\/$/, '');
  if (!clean.includes('/') && names.has(clean)) return true;
  return [dirname(document), ...starts].some((start) => existsSync(join(root, start, clean)));
}

test('every path that a document names exists', () => {
  const missing = documents.flatMap((document) =>
    listPaths(read(document))
      .filter((path) => !stands(document, path))
      .map((path) => `${document}: ${path}`),
  );
  expect(missing).toEqual([]);
});

test('the Kannel of the documents calls a door that there is', () => {
  const [, called = ''] = /^post-url = "http:\/\/[^/]+([^?]+)\?/m.exec(read('docs/operate/kannel.conf')) ?? [];
  const [, door = ''] = /url: '([^']+)'/.exec(read('src/server/http/gateway-doors.ts')) ?? [];
  expect(called.split('/').length).toBe(door.split('/').length);
  expect(called.startsWith(door.slice(0, door.indexOf(':')))).toBe(true);
});

test('a lost file is noticed; placeholders, globs, addresses and media types are not taken for files', () => {
  const text = [
    'See `src/server/gone.ts`, [the law](house.json), [lost](docs/lost.md#part) and `lost-name.ts`.',
    '`rooms/listen/channels/<name>.ts` `src/**/*.ts` `/api/reports` `application/json` `npm run new channel x`',
    '[away](https://example.org/a.html) `.salama/keys.json` `@hpke/core` `src/server/db`',
  ].join('\n');
  const lost = listPaths(text).filter((path) => !stands('README.md', path));
  expect(lost).toEqual(['src/server/gone.ts', 'lost-name.ts', 'docs/lost.md']);
});
