// `npm run bench -- [name …]`: every figure Salama states, with its spread, by one command. Prints and writes bench/results.md.
import { writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { desk } from './desk.ts';
import { intake } from './intake.ts';
import { kills } from './kills.ts';
import { latency } from './latency.ts';
import { startAndMemory } from './start-and-memory.ts';
import { understanding } from './understanding.ts';

const benches = { intake, latency, 'start-and-memory': startAndMemory, kills, understanding, desk } as const;
type Name = keyof typeof benches;
const isName = (word: string): word is Name => word in benches;

const asked = process.argv.slice(2).filter(isName);
const names = asked.length > 0 ? asked : (Object.keys(benches) as Name[]);
const lines = [
  '# Figures',
  '',
  `Machine: ${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB; Node ${process.version}. Load generator, server and database share it. Made by \`npm run bench\`.`,
  '',
];
for (const name of names) {
  process.stdout.write(`\n${name}\n`);
  const result = await benches[name]();
  for (const line of result) process.stdout.write(`${line}\n`);
  lines.push(`## ${name}`, '', ...result, '');
}
if (asked.length === 0) await writeFile(new URL('./results.md', import.meta.url), lines.join('\n'));
