// Warm start to a usable page, and the memory of parent, serve and courier together.
import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { chromiumPath, openChromium } from '../tools/open-chromium.ts';
import { runLoad, spread } from './load.ts';
import { memoryOf } from './process-cost.ts';
import { atMost, type Report } from './report.ts';
import { sender, text } from './texts.ts';
import { startWorld, type World } from './world.ts';

const RUNS = 3;
const FLOOD = 2_000;

export async function startAndMemory(): Promise<Report> {
  if (!existsSync(chromiumPath)) throw new Error('a usable page is one in Chromium, which is not here');
  const browser = await openChromium();
  const first = await startWorld();
  const { folder } = first;
  const starts: number[] = [];
  const memory: number[] = [];
  const loaded: number[] = [];
  const database: number[] = [];
  const passing: number[] = [];
  await first.rest();
  for (let run = 0; run < RUNS; run += 1) {
    const startedAt = performance.now();
    const world = await startWorld(folder);
    await openPage(browser, world.port);
    starts.push((performance.now() - startedAt) / 1000);
    const fresh = memoryOf(world.pid);
    memory.push(fresh.salama);
    database.push(fresh.postgres);
    passing.push(fresh.passing);
    await flood(world, run);
    loaded.push(memoryOf(world.pid).salama);
    await (run === RUNS - 1 ? world.stop() : world.rest());
  }
  await browser.close();
  const lines = [
    `Warm start to the sign-in page ready to type in, in Chromium: ${spread(starts, 2)} s.`,
    `Parent, serve and courier together (PSS): ${spread(memory)} MiB after the start, ${spread(loaded)} MiB right after ${FLOOD} texts at full speed. PostgreSQL: ${spread(database)} MiB after the start. A child that looks whether the demonstration's past is whole, and ends: ${spread(passing)} MiB.`,
  ];
  return {
    lines,
    bars: [
      atMost('warm start to a usable page, longest, s', Math.max(...starts), 10),
      atMost('parent, serve and courier after the start, MiB (300 MB)', Math.max(...memory), 286),
    ],
  };
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

async function openPage(browser: Browser, port: number): Promise<void> {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${port}/`);
  await page.locator('input[name="login"]').fill('coordenadora');
  await page.close();
}
