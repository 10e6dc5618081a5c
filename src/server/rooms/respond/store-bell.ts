// SQL of the bell: until when a person has looked, danger to life that nobody has taken, and a post's own list in numbers.
import { sql } from 'kysely';
import type { BellPart } from '../../../shared/domain/bell.ts';
import type { WebCtx } from '../../kit/handle.ts';

export async function findLooked(ctx: WebCtx): Promise<Date | undefined> {
  const row = await ctx.tx.selectFrom('respondBell').select('lookedAt').executeTakeFirst();
  return row?.lookedAt;
}

/** An older page that is closed later takes nothing back. */
export async function keepLooked(ctx: WebCtx, lookedAt: Date): Promise<void> {
  const { userId, role } = ctx.person;
  await sql`
    insert into respond_bell (user_id, role, looked_at) values (${userId}, ${role}, ${lookedAt})
    on conflict (user_id, role) do update set looked_at = greatest(respond_bell.looked_at, excluded.looked_at)`.execute(
    ctx.tx,
  );
}

export type Danger = {
  id: string;
  ref: string;
  typeCode: string | null;
  areaId: string | null;
  postId: string | null;
  openedAt: Date | null;
};

/** Ladders that no person of the programme has answered, newest first. */
export async function listUnansweredDangers(ctx: WebCtx, most: number): Promise<Danger[]> {
  const { rows } = await sql<Danger>`
    select c.id, c.ref, c.type_code, c.area_id, null as post_id, c.opened_at
    from respond_ladder l join respond_concern c on c.id = l.concern_id
    where l.answered_at is null and c.lane = 'ordinary' and c.state in ('triage', 'open', 'answered')
      and c.scope_id = any((select ctx.areas())::text[])
    order by c.opened_at desc, c.id limit ${most}`.execute(ctx.tx);
  return rows;
}

/** In the restricted lanes, which have no ladder: before the protection officer. */
export async function listRestrictedDangers(ctx: WebCtx, most: number): Promise<Danger[]> {
  const { rows } = await sql<Danger>`
    select id, ref, type_code, area_id, null as post_id, opened_at from respond_concern
    where lane in ('protection', 'oversight') and danger and state = 'triage' and origin not in ('replay', 'import')
    order by opened_at desc, id limit ${most}`.execute(ctx.tx);
  return rows;
}

const mine = sql`post_id = any((select ctx.posts())::text[])`;
const active = sql`state in ('new', 'seen', 'going')`;
const unseenDanger = sql`kind = 'danger' and state = 'new' and origin not in ('replay', 'import')`;

/** Danger briefs that nobody at a post of the reader's own has seen. */
export async function listUnseenDangers(ctx: WebCtx, most: number): Promise<Danger[]> {
  const { rows } = await sql<Danger>`
    select id, ref, type_code, area_id, post_id, null as opened_at from respond_brief
    where ${mine} and ${active} and ${unseenDanger}
    order by seen_shown_at desc, id limit ${most}`.execute(ctx.tx);
  return rows;
}

export type BriefCount = {
  part: BellPart;
  kind: 'brief' | 'hand-over';
  count: number;
  fresh: number;
  subjectId: string;
};

/**
 * As the post reads its list, by the due times that it is shown. New is what nobody there has seen: the moment of a release is not
 * a post's to know.
 */
export async function countBriefs(ctx: WebCtx, since: Date): Promise<BriefCount[]> {
  const { rows } = await sql<BriefCount>`
    select case when due_at < ${ctx.now} then 'late' when unseen then 'new' else 'other' end as part, kind, count(*)::int as count,
      (count(*) filter (where unseen or (due_at > ${since} and due_at < ${ctx.now})))::int as fresh, min(id) as subject_id
    from (
      select id, 'brief' as kind, state = 'new' as unseen, case when state = 'new' then seen_shown_at else decide_shown_at end as due_at
      from respond_brief where ${mine} and ${active} and not (${unseenDanger})
      union all
      select id, 'hand-over', true, hand_over_due_at from respond_brief
      where hand_over_to = any((select ctx.posts())::text[]) and not ${mine} and hand_over_due_at is not null and ${active}) as b
    group by 1, 2`.execute(ctx.tx);
  return rows;
}
