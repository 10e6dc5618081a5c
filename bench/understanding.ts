// How many texts one core understands in a second, over labelled messages of all registers and languages.

import { understandText } from '../src/server/rooms/listen/understand-text.ts';
import { judge } from '../tools/evaluate-understanding.ts';
import { readWorld } from '../tools/understanding-world.ts';
import { median, spread } from './load.ts';
import { atLeast, type Report } from './report.ts';

const RUNS = 7;
const PER_RUN = 6_000;

export function understanding(): Promise<Report> {
  const world = readWorld();
  const texts = ['judging', 'tuning', 'oversight', 'voices-judging', 'voices-tuning'].flatMap((file) =>
    judge(file, world).map(({ row }) => row.text),
  );
  const rates: number[] = [];
  for (let run = 0; run <= RUNS; run += 1) {
    const before = process.cpuUsage();
    // The number keeps a text from being the very one that was read before.
    for (let index = 0; index < PER_RUN; index += 1)
      understandText(`${texts[index % texts.length]} caso ${run}${index}`, world);
    // The first run warms the compiler and is not counted.
    if (run > 0) rates.push(PER_RUN / cpuSeconds(before));
  }
  return Promise.resolve({
    lines: [`Messages understood on one core: ${spread(rates)} a second.`],
    bars: [atLeast('messages a second on one core, median', median(rates), 2_000)],
  });
}

/** Time of the processor, so that what else runs on the machine does not count. */
function cpuSeconds(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
