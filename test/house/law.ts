// house.json, parsed: the law as tests read it, and the faults a file commits against its fences.
import { z } from 'zod';
import house from '../../house.json' with { type: 'json' };
import { findMatches, listFiles, read, withoutComments } from './tree.ts';

const fence = z.object({
  what: z.string(),
  pattern: z.string(),
  in: z.string(),
  only: z.array(z.string()),
  instead: z.string(),
});

export const law = z
  .object({
    zones: z.record(z.string(), z.object({ npm: z.array(z.string()) })),
    rooms: z.record(z.string(), z.object({ npm: z.array(z.string()) })),
    ports: z.record(z.string(), z.object({ npm: z.array(z.string()) })),
    kit: z.record(z.string(), z.array(z.string())),
    fences: z.array(fence),
    /** Files that may cast, each with its reason. */
    casts: z.record(z.string(), z.string().min(20)),
    sql: z.object({ pattern: z.string(), only: z.array(z.string()), tables: z.string() }),
  })
  .parse(house);

export const rooms = Object.keys(law.rooms);

/** What stands in this file though a fence keeps it out; one sentence each, with the way out. */
export function fenceFaults(path: string, source: string): string[] {
  const fences = law.fences.filter((f) => path.startsWith(f.in) && !f.only.some((place) => path.startsWith(place)));
  if (fences.length === 0) return [];
  const code = withoutComments(path, source);
  return fences.flatMap((f) =>
    findMatches(path, code, new RegExp(f.pattern)).map(({ where }) => `${where} ${f.what}: ${f.instead}`),
  );
}

const sqlPlaces = law.sql.only.map((place) => new RegExp(`^${place}${place.endsWith('/') ? '' : '$'}`));

/** SQL outside the stores, and tables of a room named outside that room's stores. */
export function sqlFaults(path: string, source: string): string[] {
  const code = withoutComments(path, source);
  const faults: string[] = [];
  const mayWriteSql = sqlPlaces.some((place) => place.test(path));
  if (!mayWriteSql) {
    for (const { where, text } of findMatches(path, code, new RegExp(law.sql.pattern)))
      faults.push(`${where} SQL (${text.trim()}): move it to the room's store.ts`);
  }
  for (const room of rooms) {
    // Inside its own room a table's name may also be a label (what a seal is bound to); SQL there is refused above.
    if (path.startsWith(`src/server/rooms/${room}/`)) continue;
    for (const { where, text } of findMatches(path, code, tableOf(room)))
      faults.push(
        `${where} table of ${room} (${text.replace(/\W/g, '')}): only rooms/${room} may name it; ask its door`,
      );
  }
  return faults;
}

/** Every table a migration makes; the part before the first `_` is the room that owns it. */
export const tables: readonly string[] = listFiles(law.sql.tables).flatMap((path) =>
  [...read(path).matchAll(/^\s*create table (?:if not exists )?(\w+)/gim)].map((match) => match[1] ?? ''),
);

/** `respond_concern` in SQL, `'respondConcern'` as Kysely's camel case names it. */
function tableOf(room: string): RegExp {
  const own = tables.filter((table) => table.startsWith(`${room}_`));
  const camel = own.map((table) => table.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()));
  const none = '(?!)';
  return new RegExp(`\\b(?:${own.join('|') || none})\\b|['"\`](?:${camel.join('|') || none})(?=['"\`. ])`);
}
