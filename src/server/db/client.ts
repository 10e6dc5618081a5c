// The query builder over a pool. Apart from the pool, so that the parent, which only opens connections, does not carry it.
import { Kysely } from 'kysely';
import type pg from 'pg';
import { NamingDialect, namesOfRows } from './names.ts';
import type { Database } from './schema.gen.ts';

export type Db = Kysely<Database>;

export function openDb(pool: pg.Pool): Db {
  return new Kysely<Database>({
    dialect: new NamingDialect({ pool }),
    plugins: [namesOfRows],
  });
}
