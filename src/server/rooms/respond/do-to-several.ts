// One deed for several concerns: each its own deed with its own line in the journal; what one refuses stops none of the others.
import type { BulkDeed } from '../../../shared/contract/concerns.ts';
import type { HoldReason } from '../../../shared/domain/concern.ts';
import { Problem, problem } from '../../../shared/kit/problem.ts';
import { UNDO_SECONDS } from '../../db/tx.ts';
import type { WebCtx } from '../../kit/handle.ts';
import { answerConcern, escalateConcern } from './answer-concern.ts';
import { getOwnConcern } from './get-own-concern.ts';
import { mergeConcern } from './merge-concern.ts';
import { releaseConcern } from './release-concern.ts';
import { placeConcern, typeConcern } from './sort-concern.ts';
import { keepingApart } from './store-timeline.ts';
import type { RespondTools } from './telling.ts';
import { undoDeed } from './undo-deed.ts';

type Refused = { id: string; code: string };

export async function doToSeveral(
  ctx: WebCtx,
  asked: { ids: readonly string[]; act: BulkDeed },
  tools: RespondTools,
): Promise<{ undoUntil: string; done: { id: string; deedId: string }[]; refused: Refused[] }> {
  const done: { id: string; deedId: string }[] = [];
  // Locked in one order, so that two people with overlapping selections do not wait for each other for ever.
  const refused = await each(ctx, [...new Set(asked.ids)].sort(), async (id) => {
    done.push({ id, deedId: await perform(ctx, { id, act: asked.act }, tools) });
  });
  return { undoUntil: new Date(ctx.now.getTime() + UNDO_SECONDS * 1000).toISOString(), done, refused };
}

/** The newest first: a deed that stands on another must go before it. */
export async function undoSeveral(
  ctx: WebCtx,
  deedIds: readonly string[],
): Promise<{ undone: string[]; refused: Refused[] }> {
  const undone: string[] = [];
  const refused = await each(ctx, deedIds.toReversed(), async (id) => {
    await undoDeed(ctx, id);
    undone.push(id);
  });
  return { undone, refused };
}

async function each(ctx: WebCtx, ids: readonly string[], deed: (id: string) => Promise<void>): Promise<Refused[]> {
  const refused: Refused[] = [];
  for (const id of ids) {
    try {
      await keepingApart(ctx, () => deed(id));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      refused.push({ id, code: error.code });
    }
  }
  return refused;
}

/** Type, place and time only: nobody has read the words of them all. What was held to protect somebody asks for a look of its own. */
async function releaseBare(ctx: WebCtx, id: string): Promise<string> {
  const concern = await getOwnConcern(ctx, id);
  if (concern.holdReasons.some((reason) => wantsLook.includes(reason)))
    throw problem('concern.needs-look', { concernId: id });
  return releaseConcern(ctx, id, { narrative: '' });
}

const wantsLook: readonly string[] = [
  'worse',
  'minor',
  'harm-by-official',
  'one-witness',
  'small-settlement',
  'protection-word',
  'oversight-word',
  'raised',
] satisfies readonly HoldReason[];

function perform(ctx: WebCtx, { id, act }: { id: string; act: BulkDeed }, tools: RespondTools): Promise<string> {
  switch (act.deed) {
    case 'release':
      return releaseBare(ctx, id);
    case 'escalate':
      return escalateConcern(ctx, id);
    case 'type':
      return typeConcern(ctx, { id, typeCode: act.typeCode }, tools);
    case 'place':
      return placeConcern(ctx, id, act.areaId);
    case 'merge':
      return mergeConcern(ctx, id, act.into);
    case 'answer':
      return answerConcern(ctx, id, act.answer);
  }
}
