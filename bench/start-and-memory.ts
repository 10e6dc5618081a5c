// Warm start to a usable page, and the memory of parent, serve and courier together.
import { request } from 'node:http';
import { runLoad, spread } from './load.ts';
import { memoryOf } from './process-cost.ts';
import { sender, text } from './texts.ts';
import { startWorld, type World } from './world.ts';

const RUNS = 3;
const FLOOD = 2_000;

export async function startAndMemory(): Promise<string[]> {
  const first = await startWorld();
  const { folder } = first;
  const starts: number[] = [];
  const memory: number[] = [];
  const loaded: number[] = [];
  const database: number[] = [];
  await first.rest();
  for (let run = 0; run < RUNS; run += 1) {
    const startedAt = performance.now();
    const world = await startWorld(folder);
    await openPage(world.port);
    starts.push((performance.now() - startedAt) / 1000);
    const fresh = memoryOf(world.pid);
    memory.push(fresh.salama);
    database.push(fresh.postgres);
    await flood(world, run);
    loaded.push(memoryOf(world.pid).salama);
    await (run === RUNS - 1 ? world.stop() : world.rest());
  }
  return [
    `Warm start to the console's page answered: ${spread(starts, 2)} s.`,
    `Parent, serve and courier together (PSS): ${spread(memory)} MiB after the start, ${spread(loaded)} MiB right after ${FLOOD} texts at full speed. PostgreSQL: ${spread(database)} MiB after the start.`,
  ];
}

async function flood(world: World, run: number): Promise<void> {
  const { failed } = await runLoad({
    port: world.port,
    senders: 32,
    calls: FLOOD,
    accept: (status) => status === 200,
    make: (index) => world.call(`s-${run}-${index}`, sender(index % 500), text(index)),
  });
  if (failed > 0) throw new Error(`${failed} texts of the flood were not taken`);
}

function openPage(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path: '/' }, (answer) => {
      answer.resume();
      answer.on('end', resolve);
    })
      .on('error', reject)
      .end();
  });
}
