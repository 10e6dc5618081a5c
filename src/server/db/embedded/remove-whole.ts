// Takes a folder away although another process still takes files out of it: `rmSync` holds a file that vanished before it for the end of its work.
import { existsSync, rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { EmbeddedPostgresFault } from './fault.ts';

/** Gone when it resolves. Asks again for two seconds, then throws what stood in the way. */
export async function removeWhole(folder: string): Promise<void> {
  for (let round = 1; round <= rounds; round += 1) {
    try {
      rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      if (round === rounds) throw new EmbeddedPostgresFault('folder.stays', { about: folder, cause: error });
    }
    if (!existsSync(folder)) return;
    await pause(pauseMs);
  }
  throw new EmbeddedPostgresFault('folder.stays', { about: folder });
}

const rounds = 40;
const pauseMs = 50;
