// `npm test`: the check, then everything with real doors: journeys, the console in Chromium, the real Kannel. The last line counts.
import { parseArgs } from 'node:util';
import { buildConsole } from './build-console.ts';
import { check } from './check-steps.ts';
import { findDatabaseTests } from './database-tests.ts';
import { installPrograms } from './install-programs.ts';
import { type Counts, merge, nothing, runTests, tell } from './run-tests.ts';

/** `database`: the unit and house tests that need one; for a second round on another PostgreSQL. */
const parts = ['check', 'database', 'journeys', 'browser', 'kannel'] as const;
type Part = (typeof parts)[number];

const usual: readonly Part[] = ['check', 'journeys', 'browser', 'kannel'];

/** In one run, so that no worker waits for the last file of one kind before the next begins. */
const throughDoors: readonly Part[] = ['journeys', 'browser', 'kannel'];

process.exitCode = tell(await runParts(chosen()));

function chosen(): readonly Part[] {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  if (values.only === undefined) return usual;
  const names = values.only.split(',');
  const unknown = names.filter((name) => !parts.some((part) => part === name));
  if (unknown.length > 0) throw new Error(`--only takes ${parts.join(', ')}; not ${unknown.join(', ')}`);
  return parts.filter((part) => names.includes(part));
}

async function runParts(wanted: readonly Part[]): Promise<Counts> {
  const counts: Counts[] = [];
  if (wanted.includes('browser') || wanted.includes('kannel')) await installPrograms();
  if (wanted.includes('browser') || wanted.includes('journeys')) counts.push(await build());
  if (wanted.includes('check')) counts.push(await check());
  if (wanted.includes('database')) counts.push(await checkDatabase());
  const doors = wanted.filter((part) => throughDoors.includes(part));
  if (doors.length > 0) counts.push(await runTests(doors.join(', '), projectsOf(doors)));
  return merge(counts);
}

async function checkDatabase(): Promise<Counts> {
  return runTests('tests of the database', [...projectsOf(['unit', 'house']), ...(await findDatabaseTests())]);
}

function projectsOf(names: readonly string[]): string[] {
  return names.flatMap((name) => ['--project', name]);
}

/** A console that cannot be built is a failure; what does not need it is still tried. */
async function build(): Promise<Counts> {
  try {
    await buildConsole();
    return nothing;
  } catch (error) {
    process.stdout.write(`FAIL  the console: ${error instanceof Error ? error.message : String(error)}\n`);
    return { ...nothing, failed: 1 };
  }
}
