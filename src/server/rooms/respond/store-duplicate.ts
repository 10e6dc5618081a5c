// Concerns that look like the same matter. Compared only within the ordinary lane, one district and a window; never a scan.

import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { Origin } from '../../../shared/domain/origin.ts';
import type { RespondDuplicateTable } from '../../db/schema.gen.ts';
import type { Ctx, Reader } from '../../db/tx.ts';

const MOST_COMPARED = 200;
const MOST_OFFERED = 3;
const LEAST_SAME_CLASS = 0.3;
const LEAST_OTHER_CLASS = 0.5;
/** The same type in the same place is alike whatever the words. */
const SAME_MATTER = 0.6;

export type Likeness = { otherId: string; score: number };

/** The most alike concerns among the newest of the district, best first. */
export async function findAlike(ctx: Ctx, asked: Asked): Promise<Likeness[]> {
  return (await alikeQuery(asked).execute(ctx.tx)).rows;
}

type Asked = { concernId: string; scopeId: string; since: Date };

export const alikeQuery = (asked: Asked): RawBuilder<Likeness> => sql<Likeness>`
    with mine as (select folded, type_code, area_id from respond_concern where id = ${asked.concernId}),
    near as (
      select id, folded, type_code, area_id from respond_concern
      where scope_id = ${asked.scopeId} and lane = 'ordinary' and state in ('triage', 'open', 'answered')
        and opened_at > ${asked.since} and id <> ${asked.concernId}
      order by opened_at desc limit ${MOST_COMPARED}),
    judged as (
      select near.id, left(near.type_code, 1) = left(mine.type_code, 1) as same_class,
        greatest(
          case when near.type_code = mine.type_code and near.area_id = mine.area_id then ${SAME_MATTER}::real else 0 end,
          coalesce(similarity(near.folded, mine.folded), 0),
          coalesce((word_similarity(near.folded, mine.folded) + word_similarity(mine.folded, near.folded)) / 2, 0)) as score
      from near, mine)
    select id as other_id, least(score, 1)::float8 as score from judged
    where score >= case when same_class then ${LEAST_SAME_CLASS}::real else ${LEAST_OTHER_CLASS}::real end
    order by score desc, id limit ${MOST_OFFERED}`;

export async function insertDuplicate(
  ctx: Ctx,
  pair: {
    concernId: string;
    otherId: string;
    score: number;
    scopeId: string | null;
    state?: 'offered' | 'refused';
  },
): Promise<boolean> {
  const made = await ctx.tx
    .insertInto('respondDuplicate')
    .values({ ...pair, at: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('otherId')
    .executeTakeFirst();
  return made !== undefined;
}

export type Duplicate = Selectable<RespondDuplicateTable>;

export async function listDuplicates(ctx: Ctx, concernId: string): Promise<Duplicate[]> {
  return ctx.tx
    .selectFrom('respondDuplicate')
    .selectAll()
    .where('state', '=', 'offered')
    .where((eb) => eb.or([eb('concernId', '=', concernId), eb('otherId', '=', concernId)]))
    .orderBy('score', 'desc')
    .execute();
}

/** How alike the words of this concern and each of those are; of one without words there is nothing to compare. */
export async function listWordings(
  ctx: Ctx,
  concernId: string,
  otherIds: readonly string[],
): Promise<Map<string, number>> {
  if (otherIds.length === 0) return new Map();
  const { rows } = await sql<{ id: string; wording: number }>`
    select other.id, greatest(similarity(other.folded, mine.folded),
      (word_similarity(other.folded, mine.folded) + word_similarity(mine.folded, other.folded)) / 2)::float8 as wording
    from respond_concern mine join respond_concern other on other.id = any(${[...otherIds]}::text[])
    where mine.id = ${concernId} and mine.folded is not null and other.folded is not null`.execute(ctx.tx);
  return new Map(rows.map(({ id, wording }) => [id, wording]));
}

export type Neighbour = { typeCode: string | null; areaId: string | null };
const MOST_NEIGHBOURS = 15;

/** What the newest concerns of the district that a person or a clean reading settled were, those with the most alike words first. */
export async function listNeighbours(ctx: Ctx, concern: { id: string; scopeId: string }): Promise<Neighbour[]> {
  const { rows } = await sql<Neighbour>`
    with near as (
      select type_code, area_id, folded from respond_concern
      where scope_id = ${concern.scopeId} and lane = 'ordinary' and state in ('triage', 'open', 'answered')
        and id <> ${concern.id} and type_code is not null
      order by opened_at desc limit ${MOST_COMPARED})
    select near.type_code, near.area_id from near, respond_concern mine where mine.id = ${concern.id}
    order by coalesce(word_similarity(mine.folded, near.folded), 0) desc limit ${MOST_NEIGHBOURS}`.execute(ctx.tx);
  return rows;
}

export async function deleteDuplicatesOf(ctx: Ctx, concernId: string): Promise<void> {
  await ctx.tx
    .deleteFrom('respondDuplicate')
    .where((eb) => eb.or([eb('concernId', '=', concernId), eb('otherId', '=', concernId)]))
    .execute();
}

export async function findDuplicate(ctx: Ctx, pair: readonly [string, string]): Promise<Duplicate | undefined> {
  return ctx.tx
    .selectFrom('respondDuplicate')
    .selectAll()
    .where('concernId', 'in', pair)
    .where('otherId', 'in', pair)
    .executeTakeFirst();
}

/** Whichever of the two was the newer. */
export async function setDuplicate(
  ctx: Ctx,
  pair: readonly [string, string],
  state: 'offered' | 'joined' | 'refused',
): Promise<void> {
  await ctx.tx
    .updateTable('respondDuplicate')
    .set({ state })
    .where('concernId', 'in', pair)
    .where('otherId', 'in', pair)
    .execute();
}

/** For the report on a replay: how many pairs were offered. */
export async function countDuplicates(reader: Reader, origin: Origin): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from respond_duplicate d join respond_concern c on c.id = d.concern_id
    where c.origin = ${origin}`.execute(reader);
  return rows[0]?.n ?? 0;
}
