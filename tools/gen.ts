// `npm run gen`: row types, schema.md, openapi.json and the browser's routes from a freshly migrated scratch database and the contract.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedPostgres } from '../src/server/db/embedded.ts';
import { migrate } from '../src/server/db/migrate.ts';
import { openPool } from '../src/server/db/pool.ts';
import { openApiText } from './openapi-text.ts';
import { routesText } from './routes-text.ts';
import { readColumns, schemaPage, schemaTypes } from './schema-text.ts';

const folder = await mkdtemp(join(tmpdir(), 'salama-gen-'));
const embedded = await openEmbeddedPostgres({ dataFolder: folder, log: () => undefined });
const pool = openPool({ ...embedded.connection, max: 2, onLost: () => undefined });
try {
  await migrate(pool, { intake: 'a', web: 'b', worker: 'c', courier: 'd' });
  const columns = await readColumns(pool);
  await writeFile(new URL('../src/server/db/schema.gen.ts', import.meta.url), schemaTypes(columns));
  await writeFile(new URL('../docs/db/schema.md', import.meta.url), schemaPage(columns));
  await writeFile(new URL('../docs/api/openapi.json', import.meta.url), openApiText());
  await writeFile(new URL('../src/web/kit/routes.gen.ts', import.meta.url), routesText());
} finally {
  await pool.end();
  await embedded.stop();
  await rm(folder, { recursive: true, force: true });
}
