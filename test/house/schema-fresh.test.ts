// What is derived is never edited and never stale: the committed files are what `npm run gen` would write now.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApiText } from '../../tools/openapi-text.ts';
import { routesText } from '../../tools/routes-text.ts';
import { readColumns, schemaPage, schemaTypes } from '../../tools/schema-text.ts';
import { openScratchDatabase, type ScratchDatabase } from '../database.ts';
import { read } from './tree.ts';

let scratch: ScratchDatabase;
let columns: Awaited<ReturnType<typeof readColumns>>;
beforeAll(async () => {
  scratch = await openScratchDatabase();
  columns = await readColumns(scratch.owner);
});
afterAll(() => scratch?.close());

const stale = 'stale: run `npm run gen`';

test('row types are those of the migrated database', () => {
  expect(read('src/server/db/schema.gen.ts'), stale).toBe(schemaTypes(columns));
});

test('the page of tables is that of the migrated database', () => {
  expect(read('docs/db/schema.md'), stale).toBe(schemaPage(columns));
});

test('the browser’s routes are those of the contract', () => {
  expect(read('src/web/kit/routes.gen.ts'), stale).toBe(routesText());
});

test('openapi.json is that of the contract', () => {
  expect(read('docs/api/openapi.json'), stale).toBe(openApiText());
});
