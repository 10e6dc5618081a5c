// Lint rules move between groups and versions: each law that only Biome keeps is broken once, on purpose.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { plantTree, runTool } from './run-tool.ts';
import { read } from './tree.ts';

const long = (lines: number): string => Array.from({ length: lines }, (_, n) => `  tell(${n});`).join('\n');

const planted: [rule: string, path: string, code: string][] = [
  [
    'noFloatingPromises',
    'src/floating.ts',
    'async function go(): Promise<void> {}\nexport function run(): void {\n  go();\n}\n',
  ],
  [
    'noMisusedPromises',
    'src/misused.ts',
    'async function may(): Promise<boolean> {\n  return false;\n}\nexport function run(): number {\n  if (may()) return 1;\n  return 2;\n}\n',
  ],
  [
    'useExhaustiveSwitchCases',
    'src/switch.ts',
    "export function run(lane: 'a' | 'b'): number {\n  switch (lane) {\n    case 'a':\n      return 1;\n  }\n  return 2;\n}\n",
  ],
  ['noExplicitAny', 'src/any.ts', 'export const any: any = 1;\n'],
  ['noNonNullAssertion', 'src/bang.ts', 'export const first = (list: string[]): string => list[0]!;\n'],
  ['noDefaultExport', 'src/default.ts', 'export default 1;\n'],
  [
    'noExcessiveLinesPerFunction',
    'src/long-function.ts',
    `export function long(tell: (n: number) => void): void {\n${long(61)}\n}\n`,
  ],
  ['noExcessiveLinesPerFile', 'src/long-file.ts', `${'export {};\n'.repeat(401)}`],
  [
    'noExcessiveCognitiveComplexity',
    'src/complex.ts',
    `export function run(n: number): number {\n${Array.from({ length: 13 }, (_, i) => `  if (n === ${i}) return ${i + 1};`).join('\n')}\n  return 0;\n}\n`,
  ],
  [
    'useMaxParams',
    'src/params.ts',
    'export const run = (a: number, b: number, c: number, d: number): number => a + b + c + d;\n',
  ],
  ['noProcessEnv', 'src/env.ts', 'export const key = process.env.KEY;\n'],
  [
    'noRestrictedGlobals',
    'src/way-out.ts',
    "export const ask = (): Promise<Response> => fetch('https://example.org');\n",
  ],
  ['noConsole', 'src/console.ts', "console.log('said');\n"],
  ['noReExportAll', 'src/barrel.ts', "export * from './cycle.ts';\n"],
  [
    'noImportCycles',
    'src/cycle.ts',
    "import { back } from './cycle-back.ts';\nexport const there = (): number => back();\n",
  ],
  ['noNestedTernary', 'src/ternary.ts', 'export const pick = (n: number): number => (n > 1 ? 1 : n > 0 ? 2 : 3);\n'],
  ['useFilenamingConvention', 'src/camelCase.ts', 'export const a = 1;\n'],
  ['noFocusedTests', 'src/focused.test.ts', "import { test } from 'vitest';\ntest.only('a', () => {});\n"],
  ['noSkippedTests', 'src/skipped.test.ts', "import { test } from 'vitest';\ntest.skip('a', () => {});\n"],
  ['noEnum', 'src/enum.ts', 'export enum Lane {\n  Ordinary = 1,\n}\n'],
];

const innocent: Record<string, string> = {
  'src/cycle-back.ts': "import { there } from './cycle.ts';\nexport const back = (): number => there.length;\n",
  'src/innocent.ts': `export function short(tell: (n: number) => void): void {\n${long(57)}\n}\n`,
  'src/named-skip.test.ts':
    "import { test } from 'vitest';\nconst away = process.argv.length > 9;\ntest.skipIf(away)('a', () => {});\ntest.runIf(away)('b', () => {});\n",
  'src/server/kit/fetch.ts': 'export const out = (url: string): Promise<Response> => fetch(url);\n',
  'src/server/channel.ts': 'export const send = ({ fetch }: { fetch(url: string): number }): number => fetch("x");\n',
  'src/server/app/config.ts': 'export const settings = process.env;\n',
  'vitest.config.ts': 'export default {};\n',
};

const answer = z.object({
  diagnostics: z.array(z.object({ category: z.string(), location: z.object({ path: z.string() }) })),
});

let house: ReturnType<typeof plantTree>;
let said: string[] = [];

beforeAll(async () => {
  const biome = { ...z.record(z.string(), z.unknown()).parse(JSON.parse(read('biome.json'))), vcs: { enabled: false } };
  const files = Object.fromEntries(planted.map(([, path, code]) => [path, code]));
  house = plantTree({
    ...files,
    ...innocent,
    'biome.json': JSON.stringify(biome),
    'tsconfig.json': read('tsconfig.base.json'),
  });
  const { out } = await runTool('.bin/biome', ['lint', '--reporter=json', '--max-diagnostics=none', '.'], house.folder);
  const { diagnostics } = answer.parse(JSON.parse(out));
  said = diagnostics.map(({ category, location }) => `${location.path} ${category.split('/').at(-1)}`);
});

afterAll(() => house?.remove());

test.each(planted)('%s fires on %s', (rule, path) => {
  expect(said).toContain(`${path} ${rule}`);
});

test('what the house allows is not objected to', () => {
  const objections = said.filter((line) => line.split(' ')[0] !== 'src/cycle-back.ts');
  expect(objections.filter((line) => Object.keys(innocent).some((path) => line.startsWith(`${path} `)))).toEqual([]);
});
