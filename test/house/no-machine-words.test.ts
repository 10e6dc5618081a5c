// Nothing of the machine on which a file was written stays in it: no package host, no folder of its own.
import { expect, test } from 'vitest';
import { z } from 'zod';
import { findMatches, listFiles, read } from './tree.ts';

const binary = /\.(?:png|jpe?g|gif|ico|woff2?|ttf|otf|pdf|zip|gz|xlsx)$/;

const patterns: [what: string, pattern: RegExp][] = [
  ['a package host', /https?:\/\/[\w.-]*(?:registry|artifactory|verdaccio|nexus)[\w.-]*/i],
  ['a package host in settings', /^\s*(?:@[\w-]+:)?registry\s*=/m],
  ['a folder of one machine', /(?:^|[\s"'`(=:])\/(?:work|root|Users)\/[\w.-]/m],
  ['an absolute home', /(?:^|[\s"'`(=:])\/home\/[a-z][\w-]*\//m],
];

function machineWords(path: string, text: string): string[] {
  return patterns.flatMap(([what, pattern]) => findMatches(path, text, pattern).map(({ where }) => `${where} ${what}`));
}

test('no file names a package host or a folder of the machine it was written on', () => {
  const files = listFiles('.').filter((path) => !binary.test(path));
  expect(files.flatMap((path) => machineWords(path, read(path)))).toEqual([]);
});

test.each([
  `see https://${'registry'}.example.org/zod`,
  `@x:${'registry'}=abc`,
  `const at = '/${'work'}/main/src';`,
  `cd /${'root'}/salama`,
  `/${'home'}/ana/salama/`,
])('the planted words %s are found', (text) => {
  expect(machineWords('planted.ts', text)).toHaveLength(1);
});

test('a folder called work inside the project is no machine path', () => {
  expect(machineWords('planted.ts', "import '../work/runner.ts'; // src/server/work/runner.ts")).toEqual([]);
});

test('the lock file says what and how intact, never from where', () => {
  const lock = z
    .object({ packages: z.record(z.string(), z.looseObject({})) })
    .parse(JSON.parse(read('package-lock.json')));
  const entries = Object.entries(lock.packages).filter(([path]) => path !== '');
  expect(entries.filter(([, entry]) => 'resolved' in entry).map(([path]) => path)).toEqual([]);
  expect(entries.filter(([, entry]) => !('integrity' in entry)).map(([path]) => path)).toEqual([]);
});
