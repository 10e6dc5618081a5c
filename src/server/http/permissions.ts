// The permission matrix: one CSV, read by the server and by the test that walks every route as every role.
import { z } from 'zod';
import type { RouteName } from '../../shared/contract/index.ts';
import { type Role, roles } from '../../shared/domain/role.ts';

/** `all` = whatever the row; `own` = what row-level security leaves visible; `-` = never. */
const permissions = ['all', 'own', '-'] as const;
export type Permission = (typeof permissions)[number];
export type Permissions = Readonly<Record<string, Readonly<Record<Role, Permission>>>>;

export function parsePermissions(csv: string): Permissions {
  const [header = '', ...lines] = csv.trim().split('\n');
  const columns = header.split(',').slice(1);
  if (columns.join() !== roles.join()) throw new Error('permissions.csv: the columns must be the roles, in order');
  return Object.fromEntries(lines.map((line) => readRow(line)));
}

function readRow(line: string): [string, Record<Role, Permission>] {
  const [name = '', ...cells] = line.split(',');
  const row = Row.safeParse(Object.fromEntries(roles.map((role, index) => [role, cells[index]])));
  if (!row.success) throw new Error(`permissions.csv: ${line}`, { cause: row.error });
  return [name, row.data];
}

const Row = z.record(z.enum(roles), z.enum(permissions));

/** A route without a row is refused to everybody. */
export function mayCall(permissions: Permissions, name: RouteName, role: Role): boolean {
  return (permissions[name]?.[role] ?? '-') !== '-';
}
