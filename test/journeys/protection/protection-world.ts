// Two districts side by side, each with coordinator, post and district command, and every other role: the world of the protection tests.
import type pg from 'pg';
import { DEMONSTRATION_PASSWORD } from '../../../src/server/app/demonstration/sign-in-page.ts';
import { asOwner } from '../../../src/server/app/set-up.ts';
import { createPasswords, makeUser } from '../../../src/server/rooms/protect/index.ts';
import { contract, type RouteName } from '../../../src/shared/contract/index.ts';
import type { Role } from '../../../src/shared/domain/role.ts';
import { newId } from '../../../src/shared/kit/ids.ts';
import type { Client } from '../../client.ts';
import { type GatewayGiven, type Salama, startSalama } from '../../salama.ts';

export const PEMBA = 'ar_mz-cd-cidade-de-pemba';
export const MACOMIA = 'ar_mz-cd-macomia';
export const POST = 'po_demo-police-nantalika';
export const OTHER_POST = 'po_demo-police-nakirwe';
export const COMMAND = 'po_demo-cd-cidade-de-pemba';

/** Login of the one who stands for a role in Pemba; the others are the neighbours in Macomia. */
export const loginOf: Readonly<Record<Role, string>> = {
  administrator: 'admin',
  coordinator: 'coordenador.distrital',
  'post-commander': 'comandante',
  'district-commander': 'comandante.distrital',
  'protection-officer': 'proteccao',
  listener: 'escuta',
  auditor: 'auditora',
};

const neighbours = [
  { login: 'admin.dois', role: 'administrator' },
  { login: 'coordenador.macomia', role: 'coordinator', areaId: MACOMIA },
  { login: 'comandante.nakirwe', role: 'post-commander', postId: OTHER_POST },
  { login: 'comandante.macomia', role: 'district-commander', postId: 'po_demo-cd-macomia' },
  { login: 'escuta.dois', role: 'listener', language: 'vmw' },
] as const;

export type ProtectionWorld = Salama & {
  sql: pg.Pool;
  /** A copy of a real row under a new id, changed where said: every deed of a test gets a fresh object. */
  copy(table: string, id: string, changes: Record<string, unknown>): Promise<string>;
  /** Sends one text from a number that nobody knows yet, through the handset's door. */
  text(number: string, text: string): Promise<void>;
};

export async function openProtectionWorld(gateways: readonly GatewayGiven[] = []): Promise<ProtectionWorld> {
  const salama = await startSalama({ gateways });
  const passwords = await createPasswords();
  for (const person of neighbours)
    await asOwner({ owner: salama.sql }, 'demonstration', (ctx) =>
      makeUser(ctx, { ...person, name: `Vizinha ${person.login}`, password: DEMONSTRATION_PASSWORD }, passwords),
    );
  return {
    ...salama,
    copy: (table, id, changes) => copyRow(salama.sql, { table, id, changes }),
    text: (number, text) => salama.handset(number).send(text),
  };
}

const kinds = {
  respond_concern: 'concern',
  respond_brief: 'brief',
  respond_referral: 'deed',
  know_todo: 'todo',
  protect_user: 'user',
  know_post: 'post',
} as const;

async function copyRow(
  sql: pg.Pool,
  { table, id, changes }: { table: string; id: string; changes: Record<string, unknown> },
): Promise<string> {
  const [, kind = 'deed'] = Object.entries(kinds).find(([name]) => name === table) ?? [];
  const fresh = newId(kind);
  const { rows } = await sql.query<{ names: string }>(
    `select string_agg(quote_ident(column_name), ', ') as names from information_schema.columns
     where table_name = $1 and table_schema = 'public' and is_generated = 'NEVER' and is_identity = 'NO'`,
    [table],
  );
  const names = rows[0]?.names ?? '';
  const { rowCount } = await sql.query(
    `insert into ${table} (${names}) select ${names} from jsonb_populate_record(null::${table},
       (select to_jsonb(t) from ${table} t where t.id = $1) || $2::jsonb)`,
    [id, JSON.stringify({ ...changes, id: fresh })],
  );
  if (rowCount !== 1) throw new Error(`no row to copy in ${table}`);
  return fresh;
}

/** One value of one row, for what no door tells. */
export async function one<T>(sql: pg.Pool, query: string, values: readonly unknown[] = []): Promise<T> {
  const { rows } = await sql.query<{ value: T }>(query, [...values]);
  const [row] = rows;
  if (row === undefined) throw new Error(`no row: ${query}`);
  return row.value;
}

export type Reply = { status: number; body: string; headers: Headers };

/** A route by name, without the client's own parsing: status, body and headers as they came. */
export async function ask(
  client: Pick<Client, 'fetch'>,
  name: RouteName,
  given: {
    id?: string | undefined;
    reportId?: string | undefined;
    body?: object | undefined;
    query?: string;
    headers?: Record<string, string>;
  } = {},
): Promise<Reply> {
  const { method, path } = contract[name];
  const hasBody = given.body !== undefined && method !== 'GET';
  const answer = await client.fetch(
    path.replace(':id', given.id ?? '').replace(':reportId', given.reportId ?? '') + (given.query ?? ''),
    {
      method,
      headers: { ...(hasBody ? { 'content-type': 'application/json' } : {}), ...given.headers },
      ...(hasBody ? { body: JSON.stringify(given.body) } : {}),
    },
  );
  return { status: answer.status, body: await answer.text(), headers: answer.headers };
}
