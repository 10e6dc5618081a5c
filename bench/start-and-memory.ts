// Warm start to a usable page, and the memory of parent, serve and courier together.
import { request } from 'node:http';
import { spread } from './load.ts';
import { familyOf, pssMiB } from './process-cost.ts';
import { startWorld } from './world.ts';

const RUNS = 5;

export async function startAndMemory(): Promise<string[]> {
  const first = await startWorld();
  const { folder } = first;
  const starts: number[] = [];
  const memory: number[] = [];
  const database: number[] = [];
  await first.rest();
  for (let run = 0; run < RUNS; run += 1) {
    const startedAt = performance.now();
    const world = await startWorld(folder);
    await openPage(world.port);
    starts.push((performance.now() - startedAt) / 1000);
    const family = familyOf(world.pid);
    const nodes = family.filter((one) => one.command.includes('node')).map((one) => one.pid);
    memory.push(pssMiB(nodes));
    database.push(pssMiB(family.map((one) => one.pid).filter((pid) => !nodes.includes(pid))));
    await (run === RUNS - 1 ? world.stop() : world.rest());
  }
  return [
    `Warm start to the console's page answered: ${spread(starts, 2)} s.`,
    `Parent, serve and courier together (PSS): ${spread(memory)} MiB. PostgreSQL: ${spread(database)} MiB.`,
  ];
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
