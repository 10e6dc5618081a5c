// The last wall, as it stands in the live catalogue: who may touch which column, and that no door beside the doors is open.
// A change that is meant: `SALAMA_WRITE=access npm run house`, then read the difference line by line.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openScratchDatabase, type ScratchDatabase } from '../database.ts';
import { readAccess, runtimeRoles } from './access.ts';
import { read, root } from './tree.ts';

const CSV = 'test/house/access.csv';

let scratch: ScratchDatabase;
beforeAll(async () => {
  scratch = await openScratchDatabase();
});
afterAll(() => scratch?.close());

/** The first column of the answer. */
async function list(question: string, values: unknown[] = []): Promise<string[]> {
  const { rows } = await scratch.owner.query<{ found: string }>(
    `select found from (${question}) as q order by 1`,
    values,
  );
  return rows.map(({ found }) => found);
}

const ours = `n.nspname in ('public', 'ctx')`;
const notOfExtensions = (catalogue: string, oid: string): string =>
  `not exists (select from pg_depend d where d.classid = '${catalogue}'::regclass and d.objid = ${oid} and d.deptype = 'e')`;

test('every role may do to every column exactly what access.csv says', async () => {
  const now = await readAccess(scratch.owner);
  if (process.env['SALAMA_WRITE'] === 'access') writeFileSync(join(root, CSV), now);
  expect(now).toBe(read(CSV));
});

test('a right that nobody wrote down is noticed', async () => {
  await scratch.owner.query('grant update (text_ct) on listen_inbound to salama_post');
  try {
    expect(await readAccess(scratch.owner)).not.toBe(read(CSV));
  } finally {
    await scratch.owner.query('revoke update (text_ct) on listen_inbound from salama_post');
  }
});

test('the journal is changed by nobody, and only who gives numbers out reads routes', () => {
  const rows = read(CSV)
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  const journal = rows.filter(([relation]) => relation === 'public.journal');
  expect(journal.length).toBeGreaterThan(5);
  expect(
    journal.filter(([, , , , update, remove, truncate]) => [update, remove, truncate].some((cell) => cell !== '-')),
  ).toEqual([]);
  const seesRoutes = rows.filter(
    ([relation, , select = '']) => relation === 'public.protect_route' && /\*|\bsealed\b/.test(select),
  );
  expect(seesRoutes.map(([, role]) => role)).toEqual(['courier']);
  const seesVault = rows.filter(
    ([relation, , select = '']) => relation === 'public.protect_vault' && /\*|\bsealed\b/.test(select),
  );
  expect(seesVault).toEqual([]);
});

test('nobody may empty a table', () => {
  const truncates = read(CSV)
    .trim()
    .split('\n')
    .slice(1)
    .filter((line) => !line.endsWith(',-'));
  expect(truncates).toEqual([]);
});

test('row-level security is enabled and forced on every table', async () => {
  const open = await list(`select c.relname as found from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where ${ours} and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)`);
  expect(open).toEqual([]);
});

test('a token of another class sees nothing in any table that a signed-in class may touch', async () => {
  const unguarded = await list(
    `select distinct c.relname as found from pg_class c, unnest($1::text[]) as r (role)
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and r.role not in ('salama_intake', 'salama_worker', 'salama_courier', 'salama_web', 'salama_door')
      and has_any_column_privilege(r.role, c.oid, 'SELECT, INSERT, UPDATE')
      and not exists (select from pg_policy p where p.polrelid = c.oid and not p.polpermissive and r.role::regrole = any(p.polroles))`,
    [runtimeRoles],
  );
  expect(unguarded).toEqual([]);
});

test('no runtime role is a superuser, passes row security by, makes roles or databases, or owns anything', async () => {
  expect(await list('select rolname::text as found from pg_roles where rolname = any($1)', [runtimeRoles])).toEqual(
    runtimeRoles.toSorted(),
  );
  const strong = await list(
    `select rolname::text as found from pg_roles where rolname = any($1)
    and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`,
    [runtimeRoles],
  );
  expect(strong).toEqual([]);
  const owned = await list(
    `select c.relname::text as found from pg_class c where pg_get_userbyid(c.relowner) = any($1)
    union all select p.proname::text from pg_proc p where pg_get_userbyid(p.proowner) = any($1)
    union all select n.nspname::text from pg_namespace n where pg_get_userbyid(n.nspowner) = any($1)`,
    [runtimeRoles],
  );
  expect(owned).toEqual([]);
});

test('only the web login becomes somebody else, and takes nothing over unasked', async () => {
  const members = await list(
    `select m.rolname || ' → ' || g.rolname as found from pg_auth_members a
    join pg_roles m on m.oid = a.member join pg_roles g on g.oid = a.roleid
    where m.rolname = any($1) and not (m.rolname = 'salama_web' and not m.rolinherit and g.rolname = any($1) and not g.rolcanlogin)`,
    [runtimeRoles],
  );
  expect(members).toEqual([]);
});

test('PUBLIC has nothing: no table, no schema, no function of ours', async () => {
  const open = await list(`
    select 'relation ' || c.relname as found from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) x where ${ours} and x.grantee = 0
    union all select 'column ' || c.relname || '.' || a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
      join pg_namespace n on n.oid = c.relnamespace, aclexplode(a.attacl) x where ${ours} and x.grantee = 0
    union all select 'schema ' || n.nspname from pg_namespace n, aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) x where ${ours} and x.grantee = 0
    union all select 'function ' || p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) x
      where ${ours} and x.grantee = 0 and ${notOfExtensions('pg_proc', 'p.oid')}`);
  expect(open).toEqual([]);
});

/** Functions that run as the owner, past row security: each checks its caller itself. */
const asOwner = [
  'agree_opening',
  'areas',
  'ask_number',
  'ask_opening',
  'call_back',
  'called',
  'class',
  'check_ending',
  'close_district',
  'close_post',
  'confirm_invitation',
  'confirm_reset',
  'count_reporting',
  'count_seers',
  'count_waiting',
  'drop_given_phone',
  'end_absence',
  'end_own_phone',
  'end_sessions_of',
  'end_stale_phones',
  'find_by_code',
  'find_person',
  'flood_senders',
  'forget_phone',
  'follow_telling',
  'grants_in',
  'held_grants',
  'languages',
  'list_absences',
  'list_covers',
  'list_team',
  'list_confirmable',
  'lock_user',
  'look_at_call',
  'may_close',
  'may_cover',
  'may_say_by_code',
  'may_send_away',
  'may_tell_by_page',
  'may_move',
  'move_area',
  'move_lane',
  'open_code',
  'outbound_counts',
  'own_council',
  'own_phones',
  'phone_asks',
  'plan_leaving',
  'posts',
  'prove_phone',
  'refs_of',
  'replaceable',
  'role',
  'scope_name',
  'search_concerns',
  'service_complaints',
  'session',
  'set_absence',
  'speak_as_user',
  'spoken',
  'stamp_areas',
  'subjects_of',
  'touch_days',
  'type_states',
  'types_for',
  'unplace',
  'user_id',
];

test('functions that run as the owner are these, and every function of ours has its search path fixed', async () => {
  const functions = `from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${ours} and ${notOfExtensions('pg_proc', 'p.oid')}`;
  expect(await list(`select p.proname::text as found ${functions} and p.prosecdef`)).toEqual(asOwner.toSorted());
  const loose = await list(`select p.proname::text as found ${functions}
    and not exists (select from unnest(p.proconfig) as s where s like 'search\\_path=pg\\_catalog%')`);
  expect(loose).toEqual([]);
});

test('a policy asks who is asking once a statement, not once a row', async () => {
  const policies =
    await list(`select p.polname || ' on ' || c.relname || ': ' || coalesce(pg_get_expr(p.polqual, c.oid), '') || ' ; '
      || coalesce(pg_get_expr(p.polwithcheck, c.oid), '') as found
    from pg_policy p join pg_class c on c.oid = p.polrelid`);
  expect(policies.some((policy) => policy.includes('SELECT ctx.'))).toBe(true);
  const perRow = policies.filter((policy) => /\bctx\./.test(policy.replace(/\( SELECT ctx\.\w+\(\) AS \w+\)/g, '')));
  expect(perRow).toEqual([]);
});

test('every view shows only what its reader may see', async () => {
  const views =
    await list(`select c.relname::text as found from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where ${ours} and c.relkind in ('v', 'm') and ${notOfExtensions('pg_class', 'c.oid')}
      and not coalesce('security_invoker=true' = any(c.reloptions), false)`);
  expect(views).toEqual([]);
});

test('every foreign key is indexed: an erasure must not walk through a table', async () => {
  const bare = await list(`select k.conrelid::regclass || ' ' || k.conname as found from pg_constraint k
    where k.contype = 'f' and k.connamespace = 'public'::regnamespace and not exists (
      select from pg_index i where i.indrelid = k.conrelid
        and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) ~ '^\\(\\w+ IS NOT NULL\\)$')
        and (string_to_array(i.indkey::text, ' ')::int2[])[1] = any(k.conkey))`);
  expect(bare).toEqual([]);
});
