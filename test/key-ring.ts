// A key ring for tests that only need keys. Stretching the custodians' passphrases takes half a second: one ring for a whole process.
import { createKeyRing } from '../src/server/rooms/protect/index.ts';

let ring: ReturnType<typeof createKeyRing> | undefined;

export function getKeyRing(): ReturnType<typeof createKeyRing> {
  ring ??= createKeyRing(new Date(), 'demonstration');
  return ring;
}
