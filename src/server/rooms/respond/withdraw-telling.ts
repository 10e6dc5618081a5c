// She takes it back: her telling counts no more, her words are gone from the concern, and an empty concern ends.
import type { Ctx } from '../../db/tx.ts';
import { closeConcern } from './ask-solved.ts';
import { checkHarm } from './check-harm.ts';
import { answerLadder } from './climb-ladder.ts';
import { holdConcern } from './hold-concern.ts';
import { recount } from './join-telling.ts';
import { narrativeFor, readTold } from './open-concern.ts';
import { withdrawBriefsOf } from './route-concern.ts';
import { updateBriefsOf } from './store-brief.ts';
import { type Concern, lockConcern, readNarrative, updateConcern } from './store-concern.ts';
import { findTelling, listStanding, updateTelling } from './store-telling.ts';
import type { RespondTools, Told } from './telling.ts';

/** Hears `report.withdrawn`. */
export async function withdrawTelling(
  ctx: Ctx,
  { reportId }: { reportId: string },
  tools: RespondTools,
): Promise<void> {
  const telling = await findTelling(ctx, reportId);
  if (!telling || telling.withdrawnAt) return;
  await updateTelling(ctx, reportId, { withdrawnAt: ctx.now, answerDueAt: null, solvedDueAt: null });
  const concern = await lockConcern(ctx, telling.concernId);
  if (!concern) return;
  const left = await forgetWords(ctx, { concern: await recount(ctx, concern), reportId }, tools);
  if (left.voices === 0) await endEmpty(ctx, left);
}

/** The narrative was hers: nobody reads it any more, posts included. The coordinator reads the next telling's words in its place. */
export async function forgetWords(
  ctx: Ctx,
  { concern, reportId }: { concern: Concern; reportId: string },
  tools: RespondTools,
): Promise<Concern> {
  const text = await readNarrative(ctx, concern.id);
  if (text?.narrativeOf !== reportId) return concern;
  await updateBriefsOf(ctx, concern.id, { narrative: null });
  const gone = { narrative: null, narrativeCt: null, narrativeOf: null, releasedNarrative: null };
  const next = await findNext(ctx, concern, tools);
  if (!next) {
    await updateConcern(ctx, concern.id, gone);
    return concern;
  }
  const words = { ...narrativeFor(concern.id, next, tools), narrativeOf: next.telling.reportId };
  await updateConcern(ctx, concern.id, { ...gone, ...words });
  await holdIfHarmful(ctx, { concern, told: next });
  return concern;
}

async function findNext(ctx: Ctx, concern: Concern, tools: RespondTools): Promise<Told | undefined> {
  const [next] = await listStanding(ctx, concern.id);
  const telling = next && (await tools.readTelling(ctx, next.reportId));
  return telling && { ...(await readTold(ctx, telling)), lane: concern.lane };
}

/** It joined a matter that was before a post already; now the matter stands on it alone, and is judged by it alone. */
async function holdIfHarmful(ctx: Ctx, { concern, told }: { concern: Concern; told: Told }): Promise<void> {
  if (concern.lane !== 'ordinary') return;
  const reasons = checkHarm({ ...told, sources: concern.sources });
  if (concern.state === 'triage') {
    const holdReasons = [...new Set([...concern.holdReasons, ...reasons])];
    return updateConcern(ctx, concern.id, { holdReasons });
  }
  if (reasons.length > 0 && concern.state === 'open') {
    await withdrawBriefsOf(ctx, concern.id);
    return holdConcern(ctx, concern, { reasons });
  }
}

async function endEmpty(ctx: Ctx, concern: Concern): Promise<void> {
  await withdrawBriefsOf(ctx, concern.id);
  await closeConcern(ctx, concern, 'withdrawn');
  await answerLadder(ctx, concern.id, 'withdrawn');
}
