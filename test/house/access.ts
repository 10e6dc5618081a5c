// Who may do what to which column, read from the live catalogue: one line a relation and role, in the form of access.csv.
import type pg from 'pg';
import { classes, logins } from '../../src/server/db/roles.ts';

export const runtimeRoles: readonly string[] = [...logins, ...classes].map((name) => `salama_${name}`);
const privileges = ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE'] as const;

type Row = { relation: string; role: string; whole: string[]; single: Record<string, string[]> };

/** Roles without any right on a relation have no line. `*` is every column, also a future one. */
export async function readAccess(owner: pg.Pool): Promise<string> {
  const { rows } = await owner.query<Row>(ACCESS, [runtimeRoles, [...privileges]]);
  const lines = rows.map(lineOf).filter((line) => !line.endsWith(',-,-,-,-,-'));
  return `${['relation,role,select,insert,update,delete,truncate', ...lines].join('\n')}\n`;
}

function lineOf({ relation, role, whole, single }: Row): string {
  const cells = privileges.map((privilege) => {
    if (whole.includes(privilege)) return '*';
    const columns = single[privilege] ?? [];
    return columns.length === 0 ? '-' : columns.toSorted().join(' ');
  });
  return [relation, role.replace('salama_', ''), ...cells].join(',');
}

const ACCESS = `
  select n.nspname || '.' || c.relname as relation, r.role,
    array(select p from unnest($2::text[]) as p where has_table_privilege(r.role, c.oid, p)) as whole,
    (select coalesce(jsonb_object_agg(p, columns), '{}') from (
      select p, array_agg(a.attname::text) as columns
      from unnest(array['SELECT', 'INSERT', 'UPDATE']) as p, pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and has_column_privilege(r.role, c.oid, a.attnum, p)
      group by p) as by_privilege) as single
  from pg_class c join pg_namespace n on n.oid = c.relnamespace, unnest($1::text[]) with ordinality as r (role, place)
  where n.nspname in ('public', 'ctx') and c.relkind in ('r', 'p', 'v', 'm', 'f')
  order by 1, r.place`;
