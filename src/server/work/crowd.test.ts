import { expect, test } from 'vitest';
import { openCrowd } from './crowd.ts';

/** A door whose clock stands until it is moved. */
function aDoor() {
  const at = { ms: 0 };
  const crowd = openCrowd(() => at.ms);
  const come = (calls: number): void => Array.from({ length: calls }, crowd.comes) && undefined;
  const go = (calls: number): void => Array.from({ length: calls }, crowd.goes) && undefined;
  return { at, crowd, come, go };
}

test('eleven calls at once are no crowd, twelve are', () => {
  const { crowd, come } = aDoor();
  come(11);
  expect(crowd.isHere()).toBe(false);
  come(1);
  expect(crowd.isHere()).toBe(true);
});

test('between two waves the crowd has not gone; a quarter of a second later it has', () => {
  const { at, crowd, come, go } = aDoor();
  come(32);
  at.ms = 1_000;
  go(32);
  at.ms = 1_249;
  expect(crowd.isHere()).toBe(true);
  at.ms = 1_250;
  expect(crowd.isHere()).toBe(false);
});
