// What a check is: the static laws two at a time, then the unit and house tests.
import { runSteps, type Step } from './run-step.ts';
import { type Counts, runTests } from './run-tests.ts';

const types = (project: string): Step => ({
  name: `types of ${project}`,
  script: 'typescript-7/bin/tsc',
  // One thread: several checkers on two cores look at the same types again. What was checked before is kept beside the packages.
  args: [
    '-p',
    `tsconfig.${project}.json`,
    '--singleThreaded',
    '--incremental',
    '--tsBuildInfoFile',
    `node_modules/.cache/types/${project}.tsbuildinfo`,
  ],
  // It lives for seconds: less collecting, a little more memory.
  env: { GOGC: '400' },
});

const laws: readonly Step[] = [
  types('server'),
  types('web'),
  types('shared'),
  types('browser'),
  { name: 'style and lint (biome)', script: '@biomejs/biome/bin/biome', args: ['check', '--error-on-warnings', '.'] },
  {
    name: 'walls (dependency-cruiser)',
    script: 'dependency-cruiser/bin/dependency-cruiser.mjs',
    args: ['src', 'locales'],
  },
  { name: 'dead code (knip)', script: 'knip/bin/knip.js', args: ['--no-progress'] },
];

export async function check(): Promise<Counts> {
  const startedAt = performance.now();
  const lawful = await runSteps(laws);
  const counts = await runTests('unit and house tests', ['--project', 'unit', '--project', 'house']);
  process.stdout.write(`check: ${((performance.now() - startedAt) / 1000).toFixed(1)} s\n`);
  // A broken law counts as one failure, so that the last line never says that all is well.
  return lawful ? counts : { ...counts, failed: counts.failed + 1 };
}
