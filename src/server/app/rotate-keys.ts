// Peppers, route keys and the LAN's certificate in their time. Runs in the short-lived process that may read both key files, at the
// start and once a day: serve holds one file, the courier the other, and neither may read the other's.
import {
  parseCourierKeys,
  parseServeKeys,
  printCourierKeys,
  printServeKeys,
  type Rotation,
  rotateKeys,
} from '../rooms/protect/index.ts';
import { clearKeyFolder, readKeyFile, replaceKeyFile } from './key-files.ts';

/** Undefined when nothing was due. May be killed anywhere: each file is old or new and whole, and the next call finishes. */
export async function rotateKeyFiles(folder: string, now: Date): Promise<Rotation | undefined> {
  await clearKeyFolder(folder);
  const before = {
    serve: parseServeKeys(await readKeyFile(folder, 'serve.json')),
    courier: parseCourierKeys(await readKeyFile(folder, 'courier.json')),
  };
  const { ring, rotation } = rotateKeys(before, now);
  if (ring.serve === before.serve && ring.courier === before.courier) return undefined;
  if (ring.courier !== before.courier) await replaceKeyFile(folder, 'courier.json', printCourierKeys(ring.courier));
  if (ring.serve !== before.serve) await replaceKeyFile(folder, 'serve.json', printServeKeys(ring.serve));
  return rotation;
}
