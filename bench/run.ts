// `npm run bench -- [name …]`: every figure Salama states, with its spread, by one command. Prints, writes into bench/results.md, and fails where a bar is missed.
// Without a name all but `desk`, in about half an hour; `desk` first makes eighteen months of a past, and is asked for by name.
import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { desk } from './desk.ts';
import { intake, timed } from './intake.ts';
import { kills } from './kills.ts';
import { latency } from './latency.ts';
import { type Report, toLines } from './report.ts';
import { startAndMemory } from './start-and-memory.ts';
import { understanding } from './understanding.ts';

const benches = { intake, latency, 'start-and-memory': startAndMemory, kills, understanding, desk } as const;
type Name = keyof typeof benches;
const names = ['intake', 'latency', 'start-and-memory', 'kills', 'understanding', 'desk'] as const satisfies Name[];
const results = new URL('./results.md', import.meta.url);

const asked = process.argv.slice(2);
const unknown = asked.filter((word) => !(word in benches));
if (unknown.length > 0) throw new Error(`there is no bench ${unknown.join(', ')}: ${names.join(', ')}`);

const machine = `${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB; Node ${process.version}`;
for (const name of names) {
  if (asked.length === 0 ? name === 'desk' : !asked.includes(name)) continue;
  process.stdout.write(`\n${name}\n`);
  let report: Report = { lines: [], bars: [] };
  const seconds = await timed(async () => {
    report = await benches[name]();
  });
  if (report.bars.some(({ held }) => !held)) process.exitCode = 1;
  const lines = toLines(report);
  lines.push(
    '',
    `${new Date().toISOString().slice(0, 10)}, ${machine}; \`npm run bench -- ${name}\`, ${seconds.toFixed(0)} s.`,
  );
  process.stdout.write(`${lines.join('\n')}\n`);
  await keep(name, lines);
}

/** The section of this bench is written anew; what others said stays. */
async function keep(name: Name, lines: readonly string[]): Promise<void> {
  const known = await readFile(results, 'utf8').catch(() => '');
  const sections = new Map(
    known
      .split(/^## /m)
      .slice(1)
      .map((text) => [text.split('\n', 1)[0] ?? '', text]),
  );
  sections.set(name, `${name}\n\n${lines.join('\n')}\n\n`);
  const all = names.flatMap((one) => sections.get(one) ?? []).map((text) => `## ${text}`);
  const head = '# Figures\n\nLoad generator, server and database share the machine. Made by `npm run bench`.\n\n';
  await writeFile(results, head + all.join(''));
}
