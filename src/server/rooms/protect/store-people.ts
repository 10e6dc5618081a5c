// SQL of the people as administration lists them, of the codes that are out, and of what waits for a second person.
import { sql } from 'kysely';
import { z } from 'zod';
import type { PersonState } from '../../../shared/domain/person.ts';
import type { Role } from '../../../shared/domain/role.ts';
import { fold } from '../../../shared/kit/text.ts';
import type { Ctx } from '../../db/tx.ts';
import type { User } from './store-users.ts';

export type HeldGrant = { id: string; role: Role; scope: string | null; language: string | null };
export type PersonRow = Pick<User, 'id' | 'login' | 'name' | 'state' | 'leavesAt'> & {
  grants: HeldGrant[];
  signedIn: boolean;
  lastSeenOn: string | null;
  leavesOn: string | null;
};
export type PeoplePage = {
  q?: string | undefined;
  role?: Role | undefined;
  area?: string | undefined;
  state: PersonState | 'here';
  after?: { name: string; id: string } | undefined;
  limit: number;
  timeZone: string;
  /** Whoever was seen since then, and has a session, is signed in. */
  seenAfter: Date;
};

const hasLeft = (now: Date) => sql<boolean>`(u.state = 'revoked' or coalesce(u.leaves_at <= ${now}, false))`;

/** The roles of somebody who has left are shown as they were at the end. */
export async function pagePeople(ctx: Ctx, page: PeoplePage): Promise<PersonRow[]> {
  const { now } = ctx;
  const left = hasLeft(now);
  const letters = `%${fold(page.q ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  const after = page.after ? sql`(u.name, u.id) > (${page.after.name}, ${page.after.id})` : sql`true`;
  const inState = {
    here: sql`not ${left}`,
    left,
    invited: sql`u.state = 'invited' and not ${left}`,
    active: sql`u.state = 'active' and not ${left}`,
    locked: sql`u.state = 'locked' and not ${left}`,
  }[page.state];
  const holds = sql`exists (select from protect_grant g where g.user_id = u.id and (g.valid_to is null or g.valid_to > ${now} or ${left})
    and (${page.role ?? null}::text is null or g.role = ${page.role ?? null})
    and (${page.area ?? null}::text is null or g.id = any((select ctx.grants_in(${page.area ?? null}))::text[])))`;
  const wanted = page.role === undefined && page.area === undefined ? sql`true` : holds;
  const { rows } = await sql<PersonRow>`
    select u.id, u.login, u.name, u.state, u.leaves_at,
      (select coalesce(json_agg(json_build_object('id', g.id, 'role', g.role, 'scope', ctx.scope_name(g.area_id, g.post_id), 'language', g.language) order by g.valid_from, g.id), '[]')
        from protect_grant g where g.user_id = u.id and (g.valid_to is null or g.valid_to > ${now} or ${left})) as grants,
      exists (select from protect_session s where s.user_id = u.id and s.revoked_at is null and s.expires_at > ${now} and s.seen_at > ${page.seenAfter}) as signed_in,
      (select to_char(max(s.seen_at) at time zone ${page.timeZone}, 'YYYY-MM-DD') from protect_session s where s.user_id = u.id) as last_seen_on,
      to_char((u.leaves_at - interval '1 second') at time zone ${page.timeZone}, 'YYYY-MM-DD') as leaves_on
    from protect_user u
    where ${after} and ${inState} and ${wanted} and (unaccent(lower(u.name)) like ${letters} or u.login like ${letters})
    order by u.name, u.id limit ${page.limit}`.execute(ctx.tx);
  return rows;
}

export type InvitationRow = {
  id: string;
  role: Role;
  scope: string | null;
  language: string | null;
  inviter: string | null;
  waits: boolean;
  begun: boolean;
  expiresAt: Date;
};

/** Codes that became no grant yet: those that hold, and those that ran out since. */
export async function listInvitationRows(ctx: Ctx, since: Date): Promise<InvitationRow[]> {
  const { rows } = await sql<InvitationRow>`
    select i.id, i.role, ctx.scope_name(i.area_id, i.post_id) as scope, i.language, u.name as inviter, i.expires_at,
      i.role in ('administrator', 'protection-officer', 'auditor') and i.confirmed_by is null and i.invited_by <> 'init' as waits,
      i.used_by is not null as begun
    from protect_invitation i left join protect_user u on u.id = i.invited_by
    where i.expires_at > ${since} and not exists (select from protect_grant g where g.id = 'gr' || substr(i.id, 3))
    order by i.expires_at desc, i.id limit 200`.execute(ctx.tx);
  return rows;
}

/** False when there is none that still holds, or that is not this person's to take back. */
export async function expireInvitation(ctx: Ctx, id: string): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('protectInvitation')
    .set({ expiresAt: sql`now()` })
    .where('id', '=', id)
    .where(sql<boolean>`expires_at > now() and invited_by <> 'init'`)
    .where(sql<boolean>`not exists (select from protect_grant g where g.id = 'gr' || substr(protect_invitation.id, 3))`)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

export type Confirmable = {
  id: string;
  kind: 'invitation' | 'password' | 'second-factor';
  role: Role | null;
  person: string | null;
  askedBy: string;
  mine: boolean;
  expiresAt: Date;
};

export async function listConfirmable(ctx: Ctx): Promise<Confirmable[]> {
  const { rows } = await sql<Confirmable>`select * from ctx.list_confirmable()`.execute(ctx.tx);
  return rows;
}

const Ending = z.enum([
  'may',
  'planned',
  'locked',
  'locked-for-two',
  'denied',
  'unknown',
  'last-administrator',
  'both-lost',
]);
export type Ending = z.output<typeof Ending>;

/** May this person's access be shortened by this actor? Comes one after the other with every other such question. */
export async function checkEnding(ctx: Ctx, userId: string): Promise<Ending> {
  const { rows } = await sql<{ outcome: string }>`select ctx.check_ending(${userId}) as outcome`.execute(ctx.tx);
  return Ending.parse(rows[0]?.outcome);
}

/** The first moment after the last day, by the programme's clock. */
export async function planLeavingRow(
  ctx: Ctx,
  { userId, on, timeZone }: { userId: string; on: string | null; timeZone: string },
): Promise<Ending> {
  const { rows } = await sql<{ outcome: string }>`
    select ctx.plan_leaving(${userId}, (${on}::date + 1)::timestamp at time zone ${timeZone}) as outcome`.execute(
    ctx.tx,
  );
  return Ending.parse(rows[0]?.outcome);
}

type Lock = { id: string; userId: string; lost: 'password' | 'second-factor'; codeHash: Buffer; expiresAt: Date };

export async function lockUserRow(ctx: Ctx, lock: Lock): Promise<Ending> {
  const { rows } = await sql<{ outcome: string }>`
    select ctx.lock_user(${lock.id}, ${lock.userId}, ${lock.lost}, ${lock.codeHash}, ${lock.expiresAt}) as outcome`.execute(
    ctx.tx,
  );
  return Ending.parse(rows[0]?.outcome);
}
