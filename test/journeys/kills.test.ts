// kill -9, eight times, of every part and of all, while gateways bring texts: it comes back by itself, and what was acknowledged is there once.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type KillWorld, openKillWorld, type Part } from '../kill-world.ts';

/** Acknowledged between two kills: the load runs before, during and after each. */
const BETWEEN = 12;
const MINUTE = 60_000;

const kills: readonly Part[] = ['serve', 'courier', 'postgres', 'parent', 'all', 'serve', 'backend', 'all'];

let world: KillWorld;
beforeAll(async () => {
  world = await openKillWorld();
}, 2 * MINUTE);
afterAll(() => world?.stop());

test('after eight kills every acknowledged text is there exactly once, with exactly one end', {
  timeout: 4 * MINUTE,
}, async () => {
  for (const part of kills) {
    const back = await world.kill(part, BETWEEN);
    process.stdout.write(`kill -9 ${part}: ${Math.round(back)} ms until ${BETWEEN} more\n`);
  }
  const { acknowledged, ...found } = await world.settle();
  expect(acknowledged).toBeGreaterThanOrEqual(BETWEEN * kills.length);
  // Nothing was invented, no fact was told twice, no work was buried, and one database stands.
  expect(found).toEqual({
    stored: acknowledged,
    ended: acknowledged,
    invented: 0,
    understoodTwice: 0,
    buried: 0,
    postmasters: 1,
  });
});
