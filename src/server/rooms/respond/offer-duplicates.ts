// Likely the same matter: offered to the coordinator, never merged silently, never across lanes (decisions.md 17, 20).
import { offerWindowHours } from '../../../shared/domain/triage.ts';
import type { Ctx } from '../../db/tx.ts';
import { toSeverity } from './hold-concern.ts';
import type { Concern } from './store-concern.ts';
import { findAlike, insertDuplicate } from './store-duplicate.ts';
import { aboutConcern } from './tell.ts';

export async function offerDuplicates(ctx: Ctx, concern: Concern): Promise<void> {
  const { scopeId } = concern;
  if (concern.lane !== 'ordinary' || !scopeId) return;
  const since = new Date(ctx.now.getTime() - offerWindowHours(toSeverity(concern.severity)) * 3_600_000);
  for (const { otherId, score } of await findAlike(ctx, { concernId: concern.id, scopeId, since })) {
    if (await insertDuplicate(ctx, { concernId: concern.id, otherId, score, scopeId }))
      await ctx.emit('duplicate.offered', aboutConcern(concern), { concernId: concern.id, otherId });
  }
}
