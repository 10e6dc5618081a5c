// Data that tests may read but that is not copied here: beside the project, or where SALAMA_SHARED says.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const folder = resolve(process.env['SALAMA_SHARED'] ?? join(import.meta.dirname, '../../shared'));

/** The path of a shared file; undefined where it is not there, and the test that needs it is skipped by name. */
export function findShared(path: string): string | undefined {
  const found = join(folder, path);
  return existsSync(found) ? found : undefined;
}
