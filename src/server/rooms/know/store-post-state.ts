// Posts as the programme sees them: those of the asker's area, what needs a person first; and what one of them answers for.
import { sql } from 'kysely';
import { fold } from '../../../shared/kit/text.ts';
import type { Ctx } from '../../db/tx.ts';
import type { PostKind } from './store-post.ts';

export type PostStateRow = {
  id: string;
  name: string;
  service: PostKind;
  areaId: string;
  scopeId: string;
  standing: 'open' | 'closed' | 'outside-its-time';
};
/** `everywhere`: the asker's role is not cut by area. */
export type PostPage = {
  q?: string | undefined;
  only: 'all' | 'closed' | 'lacking';
  /** Posts past a time, as the room knows that works them. */
  late: readonly string[];
  after?: { need: number; name: string; id: string } | undefined;
  limit: number;
  everywhere: boolean;
};

/** A circle of superiors would be a fault of whoever wrote it down: it is read to here. */
const MOST_STEPS = 6;

const columns = (at: Date) => sql`p.id, p.name, p.service, p.area_id, p.scope_id,
  case when not p.active then 'closed' when p.valid_from > ${at} or p.valid_to <= ${at} then 'outside-its-time' else 'open' end as standing`;
const within = (everywhere: boolean) => (everywhere ? sql`true` : sql`p.scope_id = any((select ctx.areas())::text[])`);
const narrowed = {
  all: sql`true`,
  closed: sql`not p.active`,
  lacking: sql`exists (select from know_capacity c where c.post_id = p.id and c.until is null
    and coalesce(c.fuel_since, c.vehicle_since, c.radio_since, c.people_since) is not null)`,
} as const;

/** Switched off, then past a time, then in want of something; the others by name. */
const needOf = (
  late: readonly string[],
) => sql`case when not p.active then 0 when p.id = any(${[...late]}::text[]) then 1
  when ${narrowed.lacking} then 2 else 3 end`;

export async function pagePosts(ctx: Ctx, page: PostPage): Promise<(PostStateRow & { need: number })[]> {
  const letters = `%${fold(page.q ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  const need = needOf(page.late);
  const { after: at } = page;
  const after = at ? sql`(${need}, p.name, p.id) > (${at.need}::int, ${at.name}, ${at.id})` : sql`true`;
  const { rows } = await sql<PostStateRow & { need: number }>`
    select ${columns(ctx.now)}, ${need} as need from know_post p
    where ${within(page.everywhere)} and ${narrowed[page.only]} and ${after} and unaccent(lower(p.name)) like ${letters}
    order by need, p.name, p.id limit ${page.limit}`.execute(ctx.tx);
  return rows;
}

export async function findPostState(ctx: Ctx, id: string, everywhere: boolean): Promise<PostStateRow | undefined> {
  const { rows } = await sql<PostStateRow>`
    select ${columns(ctx.now)} from know_post p where p.id = ${id} and ${within(everywhere)}`.execute(ctx.tx);
  return rows[0];
}

/** The chain of command of a post, the nearest superior first: where what it leaves goes next. */
export async function listSuperiors(ctx: Ctx, id: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    with recursive above as (
      select p.superior_id as id, 1 as step from know_post p where p.id = ${id}
      union all select p.superior_id, above.step + 1 from above join know_post p on p.id = above.id where above.step < ${MOST_STEPS})
    select p.id, p.name from above join know_post p on p.id = above.id order by above.step`.execute(ctx.tx);
  return rows;
}
