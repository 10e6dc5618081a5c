// The clocks, looked at every few seconds in small batches: what a post missed, what a person missed, what nobody answered.
import type { Ctx } from '../../db/tx.ts';
import { dueText } from '../../kit/programme-time.ts';
import { findDuty, openTodo } from '../know/index.ts';
import { climbLadder } from './climb-ladder.ts';
import { expireHandOver } from './hear-hand-over.ts';
import { NEVER_ON_ONE_SOURCE } from './judge-telling.ts';
import { type Brief, takeDecisionMissed, takeHandOversMissed, takeSeenMissed, updateBrief } from './store-brief.ts';
import { type Concern, takeTriageMissed, updateConcern } from './store-concern.ts';
import { recountDays } from './store-day.ts';
import { takeLaddersDue } from './store-ladder.ts';
import { aboutBrief, aboutConcern } from './tell.ts';
import { tellDigests } from './tell-digests.ts';
import type { RespondTools } from './telling.ts';

const BATCH = 50;
/** Batches of the roll-up a tick: an import of many thousand tellings is counted over some ticks, not in one long transaction. */
const COUNTS = 4;

/** Each miss is told once. Two workers may tick at once: rows are taken with skip locked. */
export async function tickClocks(ctx: Ctx, tools: RespondTools): Promise<void> {
  for (const due of await takeLaddersDue(ctx, BATCH)) await climbLadder(ctx, due, tools);
  for (const concern of await takeTriageMissed(ctx, BATCH)) await tellTriageMissed(ctx, concern, tools);
  for (const brief of await takeHandOversMissed(ctx, BATCH)) await expireHandOver(ctx, brief, tools);
  for (const brief of await takeSeenMissed(ctx, BATCH)) await tellMissed(ctx, brief, 'seen');
  for (const brief of await takeDecisionMissed(ctx, BATCH)) await tellMissed(ctx, brief, 'decision');
  await tellDigests(ctx, tools);
  for (let batch = 0; batch < COUNTS; batch += 1) if (!(await recountDays(ctx, tools.timeZone))) break;
}

async function tellMissed(ctx: Ctx, brief: Brief, clock: 'seen' | 'decision'): Promise<void> {
  await updateBrief(ctx, brief.id, clock === 'seen' ? { seenMissedAt: ctx.now } : { decideMissedAt: ctx.now });
  // Without the post's id: the exact minute of a miss, less the clock, is the minute of release.
  const { postId: _post, ...unseen } = aboutBrief(brief);
  await ctx.emit('brief.clock-missed', unseen, { briefId: brief.id, clock });
  await openTodo(ctx, {
    kind: 'clock-missed',
    role: 'coordinator',
    subjectId: brief.concernId,
    scopeId: brief.scopeId,
    dueAt: brief.decideDueAt > ctx.now ? brief.decideDueAt : null,
    origin: brief.origin,
  });
  const single = brief.typeCode === NEVER_ON_ONE_SOURCE && brief.sources === 'one';
  // A slight matter that is merely unread is the coordinator's to ask about; one that is undecided is the superior's.
  const slight = clock === 'seen' && brief.severity < 4;
  if (single || slight || brief.kind === 'escalation') return;
  const about = { subjectId: brief.concernId, lane: 'ordinary', scopeId: brief.scopeId, origin: brief.origin } as const;
  await ctx.emit('concern.escalated', about, {
    concernId: brief.concernId,
    briefId: brief.id,
    cause: `${clock}-clock`,
  });
}

/** The task stands already and shows late; the deputy is told, so that one person's night does not hold it. */
async function tellTriageMissed(ctx: Ctx, concern: Concern, tools: RespondTools): Promise<void> {
  await updateConcern(ctx, concern.id, { triageMissedAt: ctx.now });
  await ctx.emit('concern.triage-missed', aboutConcern(concern), { concernId: concern.id });
  const areaId = concern.areaId ?? concern.scopeId;
  if (concern.lane !== 'ordinary' || !areaId || !concern.triageDueAt) return;
  const deputy = await findDuty(ctx, areaId, 'deputy');
  const contactId = deputy && (await tools.findStaffContact(ctx, deputy.userId));
  if (!contactId) return;
  const params = { due: dueText(concern.triageDueAt, 5, tools.timeZone) };
  await ctx.emit(
    'message.wanted',
    { subjectId: concern.id, origin: concern.origin },
    { contactId, template: 'duty.task', params, subjectId: concern.id, urgency: concern.severity },
  );
}
