// Briefs as the post's own class may read them: coarse times, no concern, no exact clock. Nothing else of this room is open to it.
import { type Selectable, sql } from 'kysely';
import type { RespondBriefTable } from '../../db/schema.gen.ts';
import type { Ctx } from '../../db/tx.ts';

const columns = [
  'id',
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
  'seenShownAt',
  'decideShownAt',
  'seenAt',
  'decidedAt',
  'cannotReason',
  'reopenedAt',
  'handOverTo',
  'handOverDueAt',
  'handedFrom',
  'origin',
] as const satisfies readonly (keyof RespondBriefTable)[];

/** `own`: of a post of mine or below me; otherwise it is only offered to me. */
export type PostBrief = Pick<Selectable<RespondBriefTable>, (typeof columns)[number]> & { own: boolean };

const own = sql<boolean>`post_id = any((select ctx.posts())::text[])`;
// An offer stands until it is answered; an accepted one has become a brief of the other post's own.
const offered = sql<boolean>`(hand_over_due_at is not null and state in ('new', 'seen', 'going'))`;
const query = (ctx: Ctx) =>
  ctx.tx.selectFrom('respondBrief').select(columns).select(own.as('own')).where(sql<boolean>`(${own} or ${offered})`);

export async function findPostBrief(ctx: Ctx, id: string): Promise<PostBrief | undefined> {
  return query(ctx).where('id', '=', id).executeTakeFirst();
}

export async function lockPostBrief(ctx: Ctx, id: string): Promise<PostBrief | undefined> {
  return query(ctx).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Undo looks at rows whose offer was just answered, too. */
export async function lockAnyPostBrief(
  ctx: Ctx,
  id: string,
): Promise<Pick<PostBrief, 'id' | 'state' | 'handOverDueAt'> | undefined> {
  return ctx.tx
    .selectFrom('respondBrief')
    .select(['id', 'state', 'handOverDueAt'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function listPostBriefs(
  ctx: Ctx,
  page: { state: 'open' | 'all'; after?: { severity: number; releasedAt: string; id: string }; limit: number },
): Promise<PostBrief[]> {
  const { after } = page;
  return query(ctx)
    .$if(page.state === 'open', (q) => q.where('state', 'in', ['new', 'seen', 'going']))
    .$if(after !== undefined, (q) =>
      q.where(
        sql<boolean>`(severity < ${after?.severity ?? 0} or (severity = ${after?.severity ?? 0} and (released_at, id) > (${after?.releasedAt ?? ''}::timestamptz, ${after?.id ?? ''})))`,
      ),
    )
    .orderBy('severity', 'desc')
    .orderBy('releasedAt')
    .orderBy('id')
    .limit(page.limit)
    .execute();
}
