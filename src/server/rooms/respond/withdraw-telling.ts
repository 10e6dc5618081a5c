// She takes it back: her telling counts no more, her words are gone from the concern, and an empty concern ends.
import type { Ctx } from '../../db/tx.ts';
import { closeConcern } from './ask-solved.ts';
import { answerLadder } from './climb-ladder.ts';
import { recount } from './join-telling.ts';
import { withdrawBrief } from './route-concern.ts';
import { listBriefsOf, updateBriefsOf } from './store-brief.ts';
import { type Concern, lockConcern, readNarrative, updateConcern } from './store-concern.ts';
import { findTelling, updateTelling } from './store-telling.ts';

/** Hears `report.withdrawn`. */
export async function withdrawTelling(ctx: Ctx, { reportId }: { reportId: string }): Promise<void> {
  const telling = await findTelling(ctx, reportId);
  if (!telling || telling.withdrawnAt) return;
  await updateTelling(ctx, reportId, { withdrawnAt: ctx.now, answerDueAt: null, solvedDueAt: null });
  const concern = await lockConcern(ctx, telling.concernId);
  if (!concern) return;
  await forgetWords(ctx, concern, reportId);
  const { voices } = await recount(ctx, concern);
  if (voices === 0) await endEmpty(ctx, concern);
}

/** The narrative was hers: nobody reads it any more, posts included. */
export async function forgetWords(ctx: Ctx, concern: Concern, reportId: string): Promise<void> {
  const text = await readNarrative(ctx, concern.id);
  if (text?.narrativeOf !== reportId) return;
  await updateConcern(ctx, concern.id, { narrative: null, narrativeCt: null, releasedNarrative: null });
  await updateBriefsOf(ctx, concern.id, { narrative: null });
}

async function endEmpty(ctx: Ctx, concern: Concern): Promise<void> {
  for (const brief of await listBriefsOf(ctx, concern.id))
    if (brief.state !== 'withdrawn') await withdrawBrief(ctx, brief);
  await closeConcern(ctx, concern, 'withdrawn');
  await answerLadder(ctx, concern.id, 'withdrawn');
}
