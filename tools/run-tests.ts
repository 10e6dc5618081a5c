// Runs vitest and counts by its own report: what passed, what failed, and every skipped test by its name.
import { spawn } from 'node:child_process';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { endWithUs, readText, root, say, withFolder } from './run-step.ts';

export type Counts = { passed: number; failed: number; skipped: string[] };

const Report = z.object({
  success: z.boolean(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

export const nothing: Counts = { passed: 0, failed: 0, skipped: [] };

/** `args`: projects and filters, as vitest takes them. Its own words go to the screen while it runs. */
export async function runTests(name: string, args: readonly string[]): Promise<Counts> {
  const startedAt = performance.now();
  const counts = await withFolder(async (folder) => {
    const file = join(folder, 'report.json');
    const code = await runVitest([...args, '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`]);
    return judge(name, code, countsOf(await readText(file)));
  });
  say({ ok: counts.failed === 0, seconds: (performance.now() - startedAt) / 1000 }, name);
  return counts;
}

export function merge(all: readonly Counts[]): Counts {
  return {
    passed: all.reduce((sum, { passed }) => sum + passed, 0),
    failed: all.reduce((sum, { failed }) => sum + failed, 0),
    skipped: all.flatMap(({ skipped }) => skipped),
  };
}

/** The last words of a run. Returns the exit code: a run in which nothing ran has not succeeded. */
export function tell({ passed, failed, skipped }: Counts): number {
  for (const name of skipped) process.stdout.write(`skipped: ${name}\n`);
  process.stdout.write(`${passed} passed, ${failed} failed, ${skipped.length} skipped\n`);
  return failed > 0 || passed === 0 ? 1 : 0;
}

/** vitest ends badly without a failed test when a file did not load or something was thrown outside: that is a failure too. */
function judge(name: string, code: number, counts: Counts | undefined): Counts {
  if (!counts) {
    process.stdout.write(`${name}: the tests did not run\n`);
    return { ...nothing, failed: 1 };
  }
  if (code !== 0 && counts.failed === 0) return { ...counts, failed: 1 };
  return counts;
}

function countsOf(text: string): Counts | undefined {
  if (text === '') return undefined;
  const { testResults } = Report.parse(JSON.parse(text));
  return merge(testResults.map(countFile));
}

type FileResult = z.infer<typeof Report>['testResults'][number];

function countFile({ name, status, assertionResults }: FileResult): Counts {
  const having = (wanted: (status: string) => boolean) => assertionResults.filter((test) => wanted(test.status));
  const failed = having((each) => each === 'failed').length;
  const skipped = having((each) => each !== 'passed' && each !== 'failed');
  return {
    passed: having((each) => each === 'passed').length,
    // A file that did not load, or whose preparation failed, has no failed test of its own.
    failed: status === 'failed' && failed === 0 ? 1 : failed,
    skipped: skipped.map((test) => `${relative(root, name)}: ${test.fullName.trim()}`),
  };
}

function runVitest(args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const script = join(root, 'node_modules/vitest/vitest.mjs');
    const child = spawn(process.execPath, [script, 'run', '--no-color', ...args], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    endWithUs(child);
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}
