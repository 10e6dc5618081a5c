// What a person of the programme says: an answer to the tellers, "I have the danger", "let the superior see this".
import type { AnswerCode } from '../../../shared/domain/answer.ts';
import { problem } from '../../../shared/kit/problem.ts';
import type { WebCtx } from '../../kit/handle.ts';
import { getOwnConcern, mustMove, refused } from './get-own-concern.ts';
import { NEVER_ON_ONE_SOURCE } from './judge-telling.ts';
import { isActive, listBriefsOf } from './store-brief.ts';
import { updateConcern } from './store-concern.ts';
import { endLadder, findLadder } from './store-ladder.ts';
import { aboutConcern } from './tell.ts';

/** Also the second explanation of what was not clear: an answered matter may be answered again. */
export async function answerConcern(ctx: WebCtx, id: string, answer: AnswerCode): Promise<string> {
  const concern = await getOwnConcern(ctx, id);
  if (concern.state !== 'answered') mustMove(concern, 'answered');
  const closing = answer !== 'going';
  await updateConcern(
    ctx,
    id,
    closing ? { state: 'answered', answerCode: answer, answeredAt: ctx.now } : { answerCode: answer },
  );
  const from = `${concern.state} ${concern.answerCode ?? ''}`.trim();
  return ctx.emit('concern.answered', aboutConcern(concern), { concernId: id, answer, from });
}

/** The ladder stops here and now: the next rung must not be woken while the ten seconds run. */
export async function answerDanger(ctx: WebCtx, id: string): Promise<string> {
  const concern = await getOwnConcern(ctx, id);
  const ladder = await findLadder(ctx, id);
  if (!ladder || ladder.answeredAt) throw refused(concern);
  await endLadder(ctx, id, ctx.person.userId);
  return ctx.emit('danger.answered', aboutConcern(concern), { concernId: id });
}

export async function escalateConcern(ctx: WebCtx, id: string): Promise<string> {
  const concern = await getOwnConcern(ctx, id);
  if (concern.typeCode === NEVER_ON_ONE_SOURCE && concern.sources < 2) throw refused(concern);
  const brief = (await listBriefsOf(ctx, id)).find((one) => isActive(one) && one.kind !== 'escalation');
  if (concern.state !== 'open' || !brief) throw problem('concern.state', { concernId: id, state: concern.state });
  return ctx.emit('concern.escalated', aboutConcern(concern), { concernId: id, briefId: brief.id, cause: 'person' });
}
