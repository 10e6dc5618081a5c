// A folder that two processes remove at once: what a kill in the middle of the first start leaves.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { removeWhole } from './remove-whole.ts';

test('a folder out of which another process takes its own files meanwhile is gone whole', async () => {
  const home = mkdtempSync(join(tmpdir(), 'salama-remove-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true, maxRetries: 5 }));
  const left: number[] = [];
  for (let round = 0; round < 6; round += 1) {
    const folder = join(home, `half-${round}`);
    fill(folder);
    // The other end takes files one by one, in another order than ours.
    const other = spawn('sh', ['-c', 'echo ready; for f in */f*; do rm -f "$f"; done'], { cwd: folder });
    const ended = once(other, 'close');
    await once(other.stdout, 'data');
    await removeWhole(folder);
    if (existsSync(folder)) left.push(round);
    await ended;
  }
  expect(left).toEqual([]);
});

function fill(folder: string): void {
  for (let inner = 0; inner < 10; inner += 1) {
    mkdirSync(join(folder, `d${inner}`), { recursive: true });
    for (let file = 0; file < 20; file += 1) writeFileSync(join(folder, `d${inner}`, `f${file}`), '');
  }
}
