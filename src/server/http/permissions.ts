// The permission matrix: one CSV, read by the server and by the test that walks every route as every role.
import { type Role, roles } from '../../shared/domain/role.ts';
import type { RouteName } from '../../shared/contract/index.ts';

/** `all` = whatever the row; `own` = what row-level security leaves visible; `-` = never. */
export type Permission = 'all' | 'own' | '-';
export type Permissions = Readonly<Record<string, Readonly<Record<Role, Permission>>>>;

export function parsePermissions(csv: string): Permissions {
  const [header = '', ...lines] = csv.trim().split('\n');
  const columns = header.split(',').slice(1);
  if (columns.join() !== roles.join()) throw new Error('permissions.csv: the columns must be the roles, in order');
  return Object.fromEntries(lines.map((line) => readRow(line)));
}

function readRow(line: string): [string, Record<Role, Permission>] {
  const [name = '', ...cells] = line.split(',');
  const row = Object.fromEntries(roles.map((role, index) => [role, cellOf(cells[index], line)]));
  return [name, row as Record<Role, Permission>];
}

function cellOf(cell: string | undefined, line: string): Permission {
  if (cell === 'all' || cell === 'own' || cell === '-') return cell;
  throw new Error(`permissions.csv: ${line}`);
}

/** A route without a row is refused to everybody. */
export function mayCall(permissions: Permissions, name: RouteName, role: Role): boolean {
  return (permissions[name]?.[role] ?? '-') !== '-';
}
