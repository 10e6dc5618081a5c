// A coordinator adds a council to the registry, or says anew what is known of it.
import type { CouncilSaid } from '../../../../shared/contract/councils.ts';
import { problem } from '../../../../shared/kit/problem.ts';
import type { Ctx } from '../../../db/tx.ts';
import { getArea } from '../store-area.ts';
import { isOwnScope } from '../store-name.ts';
import { findCouncil, insertCouncil, insertStatus, updateCouncil } from '../store-registry.ts';

/** `today` is the programme's day. Throws `area.not-found`, also for a place outside the asker's area; `request.invalid` for a day to come. */
export async function proposeCouncil(
  ctx: Ctx,
  { areaId, since, ...said }: CouncilSaid & { areaId: string; since: string },
  today: string,
): Promise<string> {
  const area = await getArea(ctx, areaId);
  if (!(await isOwnScope(ctx, area.scopeId))) throw problem('area.not-found', { areaId });
  if (since > today) throw problem('request.invalid', { field: 'since' });
  mustBeOver(said, today);
  const id = ctx.id('council');
  await insertCouncil(ctx, { id, areaId, scopeId: area.scopeId }, said);
  const first = { status: 'proposed', since, areaId, reason: null } as const;
  await insertStatus(ctx, { id: ctx.id('councilStatus'), councilId: id, ...first });
  await ctx.emit('council.kept', about({ id, scopeId: area.scopeId }), { councilId: id });
  return id;
}

/** Throws `council.not-found` outside the asker's area, `request.invalid` for a day to come. */
export async function changeCouncil(
  ctx: Ctx,
  { id, ...said }: CouncilSaid & { id: string },
  today: string,
): Promise<void> {
  const council = await findCouncil(ctx, id, true);
  if (!council) throw problem('council.not-found', { councilId: id });
  mustBeOver(said, today);
  await updateCouncil(ctx, id, said);
  await ctx.emit('council.kept', about(council), { councilId: id });
}

function mustBeOver(said: CouncilSaid, today: string): void {
  for (const field of ['foundedOn', 'confirmedOn', 'conductOn'] as const)
    if ((said[field] ?? '') > today) throw problem('request.invalid', { field });
}

const about = ({ id, scopeId }: { id: string; scopeId: string }) => ({
  subjectId: id,
  lane: 'ordinary' as const,
  scopeId,
});
