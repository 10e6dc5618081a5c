// What a post's word means for the concern and its tellers. Heard after the ten seconds in which it can be taken back.
import type { AnswerCode } from '../../../shared/domain/answer.ts';
import { mayMoveConcern } from '../../../shared/domain/concern.ts';
import type { Ctx } from '../../db/tx.ts';
import { openTodo } from '../know/index.ts';
import { minutesAfter } from './hold-concern.ts';
import type { BriefVerb } from './move-brief.ts';
import { withdrawBrief } from './route-concern.ts';
import { type Brief, isActive, listBriefsOf, lockBrief } from './store-brief.ts';
import { type Concern, lockConcern, updateConcern } from './store-concern.ts';
import { aboutConcern } from './tell.ts';
import { tellGoing } from './tell-answer.ts';

/** Hears `brief.seen`, `.going`, `.done`, `.cannot`. A word that was followed by another is old news. */
export async function hearBrief(ctx: Ctx, heard: { briefId: string; verb: BriefVerb }): Promise<void> {
  const brief = await lockBrief(ctx, heard.briefId);
  if (!brief || brief.state !== heard.verb || brief.state === 'seen') return;
  const concern = await lockConcern(ctx, brief.concernId);
  if (concern?.lane !== 'ordinary') return;
  if (brief.state === 'going') return hearGoing(ctx, concern);
  if (brief.state === 'cannot') await askCoordinator(ctx, concern, brief);
  await hearDecision(ctx, concern, brief);
}

async function hearGoing(ctx: Ctx, concern: Concern): Promise<void> {
  if (concern.state !== 'open') return;
  await updateConcern(ctx, concern.id, { answerCode: 'going' });
  await tellGoing(ctx, concern);
}

/** A post's reason goes upwards as a need, not as a failure; what is not theirs needs somebody else's. */
async function askCoordinator(ctx: Ctx, concern: Concern, brief: Brief): Promise<void> {
  if (brief.cannotReason === 'not-found') return;
  await openTodo(ctx, {
    kind: 'post-cannot',
    role: 'coordinator',
    subjectId: concern.id,
    scopeId: concern.scopeId,
    dueAt: minutesAfter(ctx.now, 24 * 60),
    origin: concern.origin,
  });
}

async function hearDecision(ctx: Ctx, concern: Concern, brief: Brief): Promise<void> {
  const others = (await listBriefsOf(ctx, concern.id)).filter((other) => other.id !== brief.id && isActive(other));
  // One post cannot, but another still has it: there is no answer yet.
  if (brief.state === 'cannot' && others.length > 0) return;
  // A concern taken back to triage ("worse", words of harm) is answered by a person.
  if (concern.state === 'triage' || !mayMoveConcern(concern.state, 'answered')) return;
  if (brief.state === 'done') for (const other of others) await withdrawBrief(ctx, other);
  const answer = answerOf(brief);
  await updateConcern(ctx, concern.id, { state: 'answered', answerCode: answer, answeredAt: ctx.now });
  await ctx.emit('concern.answered', aboutConcern(concern), { concernId: concern.id, answer });
}

function answerOf(brief: Brief): AnswerCode {
  if (brief.state === 'done') return 'done';
  return brief.cannotReason === 'not-ours' ? 'not-ours' : 'cannot';
}
