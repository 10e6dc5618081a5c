// S16 whole: SIGKILL of every part and of all, in turn, under load. Nothing acknowledged is lost, nothing is there twice.
import { openKillWorld, type Part } from '../test/kill-world.ts';
import { quantile } from './load.ts';
import { atLeast, never, type Report } from './report.ts';

const KILLS = Number(process.env['BENCH_KILLS'] ?? 200);
/** Acknowledged between two kills: 10,000 texts in all. */
const BETWEEN = 50;
/** A crowded machine kills less often, and says so, instead of longer. */
const LONGEST_MS = Number(process.env['BENCH_KILL_MINUTES'] ?? 40) * 60_000;

const parts: readonly Part[] = ['serve', 'postgres', 'backend', 'courier', 'parent', 'all'];

export async function kills(): Promise<Report> {
  const world = await openKillWorld();
  const back = new Map<Part, number[]>(parts.map((part) => [part, []]));
  const deadline = performance.now() + LONGEST_MS;
  try {
    let kill = 0;
    for (; kill < KILLS && performance.now() < deadline; kill += 1) {
      const part = parts[kill % parts.length] ?? 'all';
      back.get(part)?.push(await world.kill(part, BETWEEN));
    }
    const { acknowledged, stored, ended, invented, understoodTwice, buried, postmasters } = await world.settle();
    const lines = [
      `${kill} of ${KILLS} kills, ${acknowledged} texts acknowledged. Of them stored ${stored}: lost ${acknowledged - stored}; with their one end ${ended}.`,
      `Stored and never acknowledged ${invented}; understood twice ${understoodTwice}; work given up ${buried}; PostgreSQL servers on the folder ${postmasters}.`,
      '',
      `| killed | times | s until ${BETWEEN} more texts were acknowledged, median | longest |`,
      '|---|---|---|---|',
      ...[...back].map(([part, ms]) => row(part, ms)),
    ];
    return {
      lines,
      bars: [
        atLeast('kills', kill, KILLS),
        never('acknowledged texts lost', acknowledged - stored),
        never('acknowledged texts without their one end', acknowledged - ended),
        never('texts understood twice', understoodTwice),
        never('pieces of work given up', buried),
      ],
    };
  } finally {
    await world.stop();
  }
}

function row(part: Part, ms: readonly number[]): string {
  const seconds = ms.map((one) => one / 1000).toSorted((a, b) => a - b);
  return `| ${part} | ${seconds.length} | ${quantile(seconds, 0.5).toFixed(1)} | ${(seconds.at(-1) ?? 0).toFixed(1)} |`;
}
