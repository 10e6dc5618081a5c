// Before the superior post: by the clock, or by a person. The brief only, one step up the chain, once (decisions.md 9). A command that
// is closed is stepped over; where nobody is left above, a person decides.
import { isHistory } from '../../../shared/domain/origin.ts';
import { clockOf } from '../../../shared/domain/severity.ts';
import type { Ctx } from '../../db/tx.ts';
import { dueText } from '../../kit/programme-time.ts';
import { findOpenSuperior, getTypeIn, openTodo } from '../know/index.ts';
import { answerLadder } from './climb-ladder.ts';
import { minutesAfter, toSeverity } from './hold-concern.ts';
import { mayGoTo } from './judge-telling.ts';
import { clocksFrom } from './route-concern.ts';
import { insertBrief, isActive, listBriefsOf, lockBrief } from './store-brief.ts';
import { type Concern, lockConcern } from './store-concern.ts';
import { aboutConcern, tellPost } from './tell.ts';
import type { RespondTools } from './telling.ts';

/** Hears `concern.escalated`. */
export async function bringBeforeSuperior(
  ctx: Ctx,
  heard: { concernId: string; briefId: string; cause: string },
  { timeZone }: RespondTools,
): Promise<void> {
  const concern = await lockConcern(ctx, heard.concernId);
  if (concern?.state !== 'open' || concern.lane !== 'ordinary') return;
  if (heard.cause === 'person') await answerLadder(ctx, concern.id, 'person');
  const brief = await lockBrief(ctx, heard.briefId);
  if (!brief || !isActive(brief) || brief.kind === 'escalation') return;
  const superior = await findOpenSuperior(ctx, brief.postId);
  const type = await getTypeIn(ctx, brief.typeCode, brief.areaId ?? brief.scopeId);
  if (!superior || !mayGoTo(type, superior.service)) return leaveToPerson(ctx, concern);
  const standing = await listBriefsOf(ctx, concern.id);
  if (standing.some(({ postId, state }) => postId === superior.id && state !== 'withdrawn')) return;
  const id = ctx.id('brief');
  const clocks = clocksFrom(ctx.now, concern.severity, timeZone);
  const own = { id, postId: superior.id, kind: 'escalation', state: 'new', seenAt: null } as const;
  const why = JSON.stringify({ rule: 'escalated', cause: heard.cause, service: superior.service });
  await insertBrief(ctx, {
    ...brief,
    ...own,
    ...clocks,
    why,
    reopenedAt: null,
    handOverTo: null,
    handOverDueAt: null,
    handedFrom: null,
  });
  await ctx.emit('concern.routed', aboutConcern(concern), { concernId: concern.id, briefId: id, postId: superior.id });
  const { ref, severity, origin } = concern;
  const template = severity >= 5 ? 'post.urgent' : 'post.new-brief';
  const due = dueText(clocks.seenShownAt, severity, timeZone);
  await tellPost(ctx, superior.id, { template, ref, severity, due, subjectId: id, origin });
}

async function leaveToPerson(ctx: Ctx, { id, scopeId, severity, origin }: Concern): Promise<void> {
  const dueAt = isHistory(origin) ? null : minutesAfter(ctx.now, clockOf(toSeverity(severity)).seenMinutes);
  await openTodo(ctx, { kind: 'nobody-above', role: 'coordinator', subjectId: id, scopeId, dueAt, origin });
}
