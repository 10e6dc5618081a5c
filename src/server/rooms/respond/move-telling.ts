// A telling is another contact's from now on, or is hers again: answers follow it, and a code that was in other hands ends.
import type { Ctx } from '../../db/tx.ts';
import { letRouteLive } from './keep-code.ts';
import { findTelling, updateTelling } from './store-telling.ts';
import type { RespondTools } from './telling.ts';

/** Hears `report.moved`. */
export async function moveTelling(
  ctx: Ctx,
  { reportId, codeEnds }: { reportId: string; codeEnds: boolean },
  tools: RespondTools,
): Promise<void> {
  const telling = await tools.readTelling(ctx, reportId);
  if (!telling || !(await findTelling(ctx, reportId))) return;
  const { contactId, wayBack } = telling;
  await updateTelling(ctx, reportId, {
    contactId,
    wayBack,
    ...(codeEnds ? { codeHash: null, codeMadeAt: null } : {}),
  });
  await letRouteLive(ctx, contactId);
}
