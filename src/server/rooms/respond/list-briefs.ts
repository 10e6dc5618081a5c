// The post's list and one brief: most urgent first, due times as coarse as decisions.md 2 wants them.
import { z } from 'zod';
import type { BriefRow, BriefView } from '../../../shared/contract/briefs.ts';
import type { AreaView, TimelineEntry } from '../../../shared/contract/shapes.ts';
import { type BriefState, cannotReasons } from '../../../shared/domain/concern.ts';
import { problem } from '../../../shared/kit/problem.ts';
import type { Ctx } from '../../db/tx.ts';
import { readCursor, writeCursor } from '../../kit/cursor.ts';
import type { WebCtx } from '../../kit/handle.ts';
import { findPost, listAreaViews } from '../know/index.ts';
import { findPostBrief, listPostBriefs, type PostBrief } from './store-post-list.ts';
import { listTimeline } from './store-timeline.ts';
import { toFacts } from './to-timeline.ts';

const Place = z.tuple([z.number(), z.iso.datetime(), z.string()]);
const Why = z.record(z.string(), z.string());

export async function listBriefs(
  ctx: WebCtx,
  asked: { state: 'open' | 'all'; cursor?: string | undefined; limit: number },
): Promise<{ briefs: BriefRow[]; next: string | null }> {
  const at = asked.cursor === undefined ? undefined : readCursor(asked.cursor, Place);
  const after = at && { severity: at[0], releasedAt: at[1], id: at[2] };
  const rows = await listPostBriefs(ctx, { state: asked.state, limit: asked.limit + 1, ...(after ? { after } : {}) });
  const page = rows.slice(0, asked.limit);
  const last = rows.length > asked.limit ? page.at(-1) : undefined;
  const areas = await listAreaViews(
    ctx,
    page.flatMap((brief) => brief.areaId ?? []),
  );
  const posts = await namePosts(
    ctx,
    page.map((brief) => brief.postId),
  );
  return {
    briefs: page.map((brief) => toBriefRow(ctx, brief, { areas, posts })),
    next: last ? writeCursor([last.severity, last.releasedAt, last.id]) : null,
  };
}

/** Names of a few posts: as many questions as there are posts, not rows. */
export async function namePosts(ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const id of new Set(ids)) names.set(id, (await findPost(ctx, id))?.name ?? '');
  return names;
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
    offeredToMe: !brief.own,
    origin: brief.origin,
  };
}

const waitingStates: readonly BriefState[] = ['new', 'seen', 'going'];

function dueOf(ctx: Ctx, brief: PostBrief): BriefRow['due'] {
  if (!waitingStates.includes(brief.state)) return null;
  const grain = brief.severity >= 4 ? ('quarter-hour' as const) : ('day' as const);
  if (!brief.own && brief.handOverDueAt)
    return toDue(ctx, { step: 'hand-over', at: brief.handOverDueAt, grain: 'quarter-hour' });
  if (brief.state === 'new') return toDue(ctx, { step: 'seen', at: brief.seenShownAt, grain });
  return toDue(ctx, { step: 'decision', at: brief.decideShownAt, grain });
}

type Due = { step: 'seen' | 'decision' | 'hand-over'; at: Date; grain: 'quarter-hour' | 'day' };
const toDue = (ctx: Ctx, due: Due) => ({ ...due, at: due.at.toISOString(), late: due.at < ctx.now });

export async function getBrief(ctx: WebCtx, id: string): Promise<BriefView> {
  const brief = await findPostBrief(ctx, id);
  if (!brief || brief.state === 'withdrawn') throw problem('brief.not-found', { briefId: id });
  const areas = await listAreaViews(ctx, brief.areaId ? [brief.areaId] : []);
  const posts = await namePosts(ctx, brief.handOverTo ? [brief.postId, brief.handOverTo] : [brief.postId]);
  const timeline: TimelineEntry[] = (await listTimeline(ctx, [id])).map((fact) => ({
    id: fact.id,
    at: fact.at.toISOString(),
    event: fact.event,
    role: fact.role,
    // A post knows posts; who in the programme did what is not its business.
    actorName: (fact.role.endsWith('-commander') && fact.postId && posts.get(fact.postId)) || null,
    facts: toFacts(fact.payload),
  }));
  return {
    ...toBriefRow(ctx, brief, { areas, posts }),
    narrative: brief.narrative,
    why: Why.parse(brief.why),
    cannotReason: cannotReasons.find((known) => known === brief.cannotReason) ?? null,
    handOverTo: brief.handOverTo && (posts.get(brief.handOverTo) ?? null),
    timeline,
  };
}
