// The certificate of an installation that is reached from other machines.
import { readFile } from 'node:fs/promises';

export async function readTls(
  files: { cert: string; key: string } | undefined,
): Promise<{ cert: string; key: string } | undefined> {
  if (!files) return undefined;
  const [cert, key] = await Promise.all([readFile(files.cert, 'utf8'), readFile(files.key, 'utf8')]);
  return { cert, key };
}
