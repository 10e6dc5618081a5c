// All SQL of a room lies in its store, and nobody reads another room's tables: so a query cannot reach a teller by chance.
import { expect, test } from 'vitest';
import { sqlFaults } from './law.ts';
import { listProductCode, read } from './tree.ts';

test('SQL lies in stores and db alone, and a room names only its own tables', () => {
  expect(listProductCode().flatMap((path) => sqlFaults(path, read(path)))).toEqual([]);
});

const planted: [path: string, code: string, fault: RegExp | undefined][] = [
  ['src/server/rooms/respond/close-concern.ts', 'const a = sql`select 1`;', /SQL/],
  ['src/server/rooms/respond/close-concern.ts', "const a = tx.selectFrom('respondConcern');", /SQL/],
  ['src/server/http/session.ts', "await pool.query('select 1');", /SQL/],
  ['src/server/rooms/respond/store.ts', "const a = tx.selectFrom('listenInbound');", /table of listen/],
  ['src/server/rooms/respond/store.ts', 'const a = sql`select number from protect_vault`;', /table of protect/],
  ['src/server/db/journal.ts', 'const a = sql`select 1 from respond_concern`;', /table of respond/],
  ['src/server/rooms/respond/store.ts', "const a = tx.selectFrom('respondConcern as c');", undefined],
  ['src/server/rooms/respond/store-brief.ts', 'const a = sql<Row>`select * from respond_brief`;', undefined],
  ['src/server/rooms/respond/close-concern.ts', "// respond_concern is ours\nconst at = 'respond';", undefined],
  ['src/server/rooms/listen/inbox.ts', "const sealedTo = { table: 'listen_inbound' };", undefined],
  ['src/server/rooms/respond/deed.ts', "const sealedTo = { table: 'listen_inbound' };", /table of listen/],
  ['src/server/db/journal.ts', "const a = tx.insertInto('journal');", undefined],
];

test.each(planted)('a query planted in %s is judged: %s', (path, code, fault) => {
  const faults = sqlFaults(path, code).join('\n');
  if (fault === undefined) expect(faults).toBe('');
  else expect(faults).toMatch(fault);
});
