// Beside every file of the bundle its compressed twins: a phone on a slow link fetches a quarter of the bytes, and the server
// compresses nothing while it answers.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

export async function compressFolder(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!/\.(?:js|css|svg)$/.test(name)) continue;
    const file = await readFile(join(folder, name));
    await writeFile(join(folder, `${name}.br`), brotliCompressSync(file));
    await writeFile(join(folder, `${name}.gz`), gzipSync(file, { level: 9 }));
  }
}
