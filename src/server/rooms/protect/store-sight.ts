// SQL over the catalogue, not over anybody's rows: which class may read which kind of column, by the tags every column carries.
import { sql } from 'kysely';
import type { Ctx } from '../../db/tx.ts';

export async function listReadable(ctx: Ctx): Promise<{ className: string; holding: string }[]> {
  const { rows } = await sql<{ className: string; holding: string }>`
    select distinct r.rolname::text as class_name, substr(d.description, 5) as holding
    from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      join pg_description d on d.objoid = c.oid and d.classoid = 'pg_class'::regclass and d.objsubid = a.attnum and d.description like 'pii:%'
      join pg_roles r on r.rolname in ('salama_administrator', 'salama_coordinator', 'salama_post', 'salama_protection', 'salama_listener', 'salama_auditor')
    where c.relkind in ('r', 'p') and d.description <> 'pii:none' and has_column_privilege(r.oid, c.oid, a.attnum, 'SELECT')`.execute(
    ctx.tx,
  );
  return rows;
}
