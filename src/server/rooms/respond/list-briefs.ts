// The post's list and one brief: most urgent first, due times as coarse as decisions.md 2 wants them.
import { z } from 'zod';
import type { BriefRow, BriefView } from '../../../shared/contract/briefs.ts';
import type { AreaView } from '../../../shared/contract/shapes.ts';
import { type BriefState, cannotReasons } from '../../../shared/domain/concern.ts';
import { problem } from '../../../shared/kit/problem.ts';
import type { Ctx } from '../../db/tx.ts';
import { readCursor, writeCursor } from '../../kit/cursor.ts';
import type { WebCtx } from '../../kit/handle.ts';
import { listAreaViews, listPostNames } from '../know/index.ts';
import { findPostBrief, listPostBriefs, type PostBrief } from './store-post-list.ts';
import { listTimeline } from './store-timeline.ts';
import type { RespondTools } from './telling.ts';
import { postsOfFacts, toPostTimeline } from './to-timeline.ts';

// As PostgreSQL writes a moment.
const Moment = z.string().regex(/^[\d :.+-]{10,40}$/);
const Place = z.tuple([z.number(), z.number(), Moment, z.string()]);
const Why = z.record(z.string(), z.string());

export async function listBriefs(
  ctx: WebCtx,
  asked: { state: 'open' | 'all'; post?: string | undefined; cursor?: string | undefined; limit: number },
): Promise<{ briefs: BriefRow[]; next: string | null }> {
  const at = asked.cursor === undefined ? undefined : readCursor(asked.cursor, Place);
  const after = at && { closed: at[0] === 1, severity: at[1], shownAt: at[2], id: at[3] };
  const rows = await listPostBriefs(ctx, { state: asked.state, postId: asked.post, limit: asked.limit + 1, after });
  const page = rows.slice(0, asked.limit);
  const last = rows.length > asked.limit ? page.at(-1) : undefined;
  const areas = await listAreaViews(
    ctx,
    page.flatMap((brief) => brief.areaId ?? []),
  );
  const posts = await listPostNames(
    ctx,
    page.map((brief) => brief.postId),
  );
  return {
    briefs: page.map((brief) => toBriefRow(ctx, brief, { areas, posts })),
    next: last ? writeCursor([last.closed ? 1 : 0, last.severity, last.shownText, last.id]) : null,
  };
}

type Names = { areas: ReadonlyMap<string, AreaView>; posts: ReadonlyMap<string, string> };

function toBriefRow(ctx: Ctx, brief: PostBrief, { areas, posts }: Names): BriefRow {
  return {
    id: brief.id,
    kind: brief.kind,
    ref: brief.ref,
    typeCode: brief.typeCode,
    severity: brief.severity,
    area: (brief.areaId && areas.get(brief.areaId)) || null,
    timeBand: brief.timeBand,
    toldOn: brief.toldOn,
    sources: brief.sources,
    state: brief.state,
    postId: brief.postId,
    postName: posts.get(brief.postId) ?? '',
    due: dueOf(ctx, brief),
    reopened: brief.reopenedAt !== null,
    offeredToMe: brief.offered,
    origin: brief.origin,
  };
}

const waitingStates: readonly BriefState[] = ['new', 'seen', 'going'];

function dueOf(ctx: Ctx, brief: PostBrief): BriefRow['due'] {
  if (!waitingStates.includes(brief.state)) return null;
  const grain = brief.severity >= 4 ? ('quarter-hour' as const) : ('day' as const);
  if (brief.offered && brief.handOverDueAt)
    return toDue(ctx, { step: 'hand-over', at: brief.handOverDueAt, grain: 'quarter-hour' });
  if (brief.state === 'new') return toDue(ctx, { step: 'seen', at: brief.seenShownAt, grain });
  return toDue(ctx, { step: 'decision', at: brief.decideShownAt, grain });
}

type Due = { step: 'seen' | 'decision' | 'hand-over'; at: Date; grain: 'quarter-hour' | 'day' };
const toDue = (ctx: Ctx, due: Due) => ({ ...due, at: due.at.toISOString(), late: due.at < ctx.now });

export async function getBrief(ctx: WebCtx, id: string, { timeZone }: RespondTools): Promise<BriefView> {
  const brief = await findPostBrief(ctx, id);
  if (!brief || brief.state === 'withdrawn') throw problem('brief.not-found', { briefId: id });
  const areas = await listAreaViews(ctx, brief.areaId ? [brief.areaId] : []);
  const facts = (await listTimeline(ctx, [id])).filter(({ event }) => event !== 'brief.clock-missed');
  const posts = await listPostNames(ctx, [
    brief.postId,
    ...(brief.handOverTo ? [brief.handOverTo] : []),
    ...postsOfFacts(facts),
  ]);
  return {
    ...toBriefRow(ctx, brief, { areas, posts }),
    narrative: brief.narrative,
    why: Why.parse(brief.why),
    cannotReason: cannotReasons.find((known) => known === brief.cannotReason) ?? null,
    handOverTo: brief.handOverTo && (posts.get(brief.handOverTo) ?? null),
    timeline: toPostTimeline(facts, { posts, severity: brief.severity, timeZone }),
  };
}
