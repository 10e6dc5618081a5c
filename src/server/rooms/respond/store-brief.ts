// Rows of briefs, as the unattended login keeps them: made, renewed, withdrawn, overdue.
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { RespondBriefTable } from '../../db/schema.gen.ts';
import type { Ctx } from '../../db/tx.ts';

const columns = [
  'id',
  'concernId',
  'postId',
  'scopeId',
  'kind',
  'ref',
  'typeCode',
  'severity',
  'areaId',
  'timeBand',
  'toldOn',
  'sources',
  'narrative',
  'why',
  'state',
  'releasedAt',
  'seenDueAt',
  'decideDueAt',
  'seenShownAt',
  'decideShownAt',
  'seenAt',
  'decidedAt',
  'cannotReason',
  'reopenedAt',
  'seenMissedAt',
  'decideMissedAt',
  'handOverTo',
  'handOverDueAt',
  'handedFrom',
  'origin',
] as const satisfies readonly (keyof RespondBriefTable)[];

export type Brief = Pick<Selectable<RespondBriefTable>, (typeof columns)[number]>;
export type BriefChange = Updateable<RespondBriefTable>;

const active = sql<boolean>`state in ('new', 'seen', 'going')`;
export const isActive = (brief: Pick<Brief, 'state'>): boolean => ['new', 'seen', 'going'].includes(brief.state);

export async function lockBrief(ctx: Ctx, id: string): Promise<Brief | undefined> {
  return ctx.tx.selectFrom('respondBrief').select(columns).where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function listBriefsOf(ctx: Ctx, concernId: string): Promise<Brief[]> {
  return ctx.tx
    .selectFrom('respondBrief')
    .select(columns)
    .where('concernId', '=', concernId)
    .orderBy('releasedAt')
    .orderBy('id')
    .execute();
}

/** Newest first: a reference may be used again when its concern is long closed. */
export async function listBriefsByRef(ctx: Ctx, ref: string): Promise<Brief[]> {
  return ctx.tx
    .selectFrom('respondBrief')
    .select(columns)
    .where('ref', '=', ref)
    .where('state', 'not in', ['withdrawn', 'handed-over'])
    .orderBy('releasedAt', 'desc')
    .limit(10)
    .forUpdate()
    .execute();
}

/** What stands with a post, or is offered to it: the first `most`. */
export async function listOpenOfPost(
  ctx: Ctx,
  postId: string,
  most: number,
): Promise<{ id: string; concernId: string }[]> {
  return ctx.tx
    .selectFrom('respondBrief')
    .select(['id', 'concernId'])
    .where(active)
    .where((eb) => eb.or([eb('postId', '=', postId), eb('handOverTo', '=', postId)]))
    .orderBy('id')
    .limit(most)
    .execute();
}

export async function insertBrief(ctx: Ctx, brief: Insertable<RespondBriefTable>): Promise<void> {
  await ctx.tx.insertInto('respondBrief').values(brief).execute();
}

export async function updateBrief(ctx: Ctx, id: string, change: BriefChange): Promise<void> {
  await ctx.tx.updateTable('respondBrief').set(change).where('id', '=', id).execute();
}

export async function updateBriefsOf(ctx: Ctx, concernId: string, change: BriefChange): Promise<void> {
  await ctx.tx
    .updateTable('respondBrief')
    .set(change)
    .where('concernId', '=', concernId)
    .where('state', '<>', 'withdrawn')
    .execute();
}

// A replay starts no clock (decisions.md 19).
const ticking = sql<boolean>`origin not in ('replay', 'import')`;

export async function takeSeenMissed(ctx: Ctx, most: number): Promise<Brief[]> {
  return ctx.tx
    .selectFrom('respondBrief')
    .select(columns)
    .where('state', '=', sql.lit('new'))
    .where('seenMissedAt', 'is', null)
    .where('seenDueAt', '<=', ctx.now)
    .where(ticking)
    .orderBy('seenDueAt')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute();
}

export async function takeDecisionMissed(ctx: Ctx, most: number): Promise<Brief[]> {
  return ctx.tx
    .selectFrom('respondBrief')
    .select(columns)
    .where(active)
    .where('decideMissedAt', 'is', null)
    .where('decideDueAt', '<=', ctx.now)
    .where(ticking)
    .orderBy('decideDueAt')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute();
}

export async function takeHandOversMissed(ctx: Ctx, most: number): Promise<Brief[]> {
  return ctx.tx
    .selectFrom('respondBrief')
    .select(columns)
    .where('handOverTo', 'is not', null)
    .where('handOverDueAt', '<=', ctx.now)
    .where(active)
    .orderBy('handOverDueAt')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute();
}
