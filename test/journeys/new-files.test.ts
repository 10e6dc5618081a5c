// The first step of a newcomer: `npm run new` in a copy of the project must give files that pass from the first minute.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { plantTree, runTool, type ToolAnswer } from '../house/run-tool.ts';
import { read, root } from '../house/tree.ts';

const counts = z.object({ numFailedTests: z.number(), numPassedTests: z.number() });

let copy: ReturnType<typeof plantTree>;

beforeAll(() => {
  const biome = { ...z.record(z.string(), z.unknown()).parse(JSON.parse(read('biome.json'))), vcs: { enabled: false } };
  copy = plantTree({
    'package.json': read('package.json'),
    'biome.json': JSON.stringify(biome),
    'docs/decisions/0007-seven.md': '# Seven\n',
  });
  for (const path of [
    'tools/new.ts',
    'src/shared',
    'src/server/rooms/listen',
    'src/server/db/migrations',
    'src/web/console/screens.ts',
    'locales',
  ]) {
    mkdirSync(dirname(join(copy.folder, path)), { recursive: true });
    cpSync(join(root, path), join(copy.folder, path), { recursive: true });
  }
});

afterAll(() => copy?.remove());

/** As `npm run check` looks at them. */
const lint = (...paths: string[]): Promise<ToolAnswer> =>
  runTool('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', ...paths], copy.folder);

const make = (...args: string[]): Promise<ToolAnswer> => runTool('../tools/new.ts', args, copy.folder);

test('a new channel is listed and passes the conformance suite at once', async () => {
  expect(await make('channel', 'rede-nova')).toMatchObject({ code: 0 });
  const list = readFileSync(join(copy.folder, 'src/server/rooms/listen/channels/index.ts'), 'utf8');
  expect(list).toMatch(/import \{ redeNova \} from '\.\/rede-nova\.ts';/);
  expect(list).toMatch(/= \[[^\]]*\bredeNova\b[^\]]*\]/);
  expect(await lint('src/server/rooms/listen/channels')).toMatchObject({ code: 0 });
  const suite = 'src/server/rooms/listen/channels.conformance.test.ts';
  const report = join(copy.folder, 'report.json');
  const args = ['run', '--root', copy.folder, suite, '-t', 'rede-nova', '--reporter=json', `--outputFile=${report}`];
  // The copy has no settings of ours: the patience of a unit test (random input on a busy machine) must be said here.
  args.push('--testTimeout=30000');
  const { code } = await runTool('.bin/vitest', args, copy.folder);
  const { numFailedTests, numPassedTests } = counts.parse(JSON.parse(readFileSync(report, 'utf8')));
  expect(numFailedTests).toBe(0);
  expect(numPassedTests).toBeGreaterThan(20);
  expect(code).toBe(0);
});

test('the next decision and the next migration have the next number', async () => {
  expect((await make('decision', 'no-cloud')).code).toBe(0);
  expect(existsSync(join(copy.folder, 'docs/decisions/0008-no-cloud.md'))).toBe(true);
  const answer = await make('migration', 'listen-more');
  expect(answer.out).toMatch(/migrations\/\d{4}_listen_more\.sql/);
});

test('a new language is read from its first word on, and one that nobody knew is let in everywhere at once', async () => {
  expect(await make('language', 'ny')).toMatchObject({ code: 0 });
  const list = readFileSync(join(copy.folder, 'src/server/rooms/listen/grammars/index.ts'), 'utf8');
  expect(list).toMatch(/import \{ nyGrammar \} from '\.\/ny\/index\.ts';/);
  expect(list).toMatch(/= \[[^\]]*\bnyGrammar\b[^\]]*\]/);
  expect(readFileSync(join(copy.folder, 'src/shared/domain/language.ts'), 'utf8')).toMatch(
    /languages = \[[^\]]*'ny'\]/,
  );
  const migration = readdirSync(join(copy.folder, 'src/server/db/migrations')).find((file) => file.endsWith('_ny.sql'));
  expect(readFileSync(join(copy.folder, 'src/server/db/migrations', migration ?? ''), 'utf8')).toContain(
    "'kde', 'ny'))",
  );
  expect(readFileSync(join(copy.folder, 'locales/console.pt.json'), 'utf8')).toContain('"ny": "Nianja"');
  expect(await lint('src/server/rooms/listen/grammars', 'src/shared/domain', 'locales')).toMatchObject({ code: 0 });
});

test('a language that the programme knows gets a grammar and nothing else', async () => {
  const answer = await make('language', 'kde');
  expect(answer).toMatchObject({ code: 0 });
  expect(answer.out).not.toMatch(/migrations|language\.ts|console/);
  expect((await make('language', 'kimakonde')).code).toBe(1);
});

test('a new screen is in the list, by the name that its file exports', async () => {
  mkdirSync(join(copy.folder, 'src/web/console/screens'), { recursive: true });
  expect(await make('screen', 'lost-cattle')).toMatchObject({ code: 0 });
  const list = readFileSync(join(copy.folder, 'src/web/console/screens.ts'), 'utf8');
  expect(list).toMatch(
    /path: '\/lost-cattle'[^}]*import\('\.\/screens\/lost-cattle\.tsx'\), 'LostCattleScreen'\),?\s*\},\n\] as const/,
  );
  const screen = readFileSync(join(copy.folder, 'src/web/console/screens/lost-cattle.tsx'), 'utf8');
  expect(await lint('src/web/console')).toMatchObject({ code: 0 });
  expect(screen).toContain('export function LostCattleScreen()');
  expect((await make('screen', 'lost-cattle')).code).toBe(1);
});

test('what exists is not overwritten, and a name that no file may have is refused', async () => {
  expect(await make('channel', 'kannel')).toMatchObject({ code: 1 });
  expect((await make('channel', 'Rede_Nova')).out).toContain('words-with-hyphens');
  expect((await make('gadget', 'x')).out).toContain('usage');
});
