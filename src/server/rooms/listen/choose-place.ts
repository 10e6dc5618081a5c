// Where a telling is about: the place she named; of two homonyms the one in her council's district; else her council's own area.
import type { PlaceMention } from '../../../shared/domain/understanding.ts';
import type { Ctx } from '../../db/tx.ts';
import { type CouncilOfContact, findArea, findRootArea } from '../know/index.ts';

export type Place = {
  areaId: string | null;
  scopeId: string | null;
  placeBy: 'name' | 'alias' | 'council' | 'none';
  ambiguous: boolean;
};

export async function choosePlace(
  ctx: Ctx,
  mentions: readonly PlaceMention[],
  council: CouncilOfContact | undefined,
): Promise<Place> {
  const [best] = mentions;
  if (!best) return fallBack(ctx, council, false);
  const equals = mentions.filter((mention) => mention.score === best.score);
  if (equals.length === 1) return placeAt(ctx, best);
  const near = council ? await firstWithin(ctx, equals, council.scopeId) : undefined;
  return near ? placeAt(ctx, near) : fallBack(ctx, undefined, true);
}

async function placeAt(ctx: Ctx, mention: PlaceMention): Promise<Place> {
  const area = await findArea(ctx, mention.areaId);
  if (!area) return fallBack(ctx, undefined, false);
  return { areaId: area.id, scopeId: area.scopeId, placeBy: mention.by, ambiguous: false };
}

async function firstWithin(
  ctx: Ctx,
  mentions: readonly PlaceMention[],
  scopeId: string,
): Promise<PlaceMention | undefined> {
  for (const mention of mentions) if ((await findArea(ctx, mention.areaId))?.lineage.includes(scopeId)) return mention;
  return undefined;
}

/** What has no place belongs to the whole country, so that somebody can see it. */
async function fallBack(ctx: Ctx, council: CouncilOfContact | undefined, ambiguous: boolean): Promise<Place> {
  if (!council) return { areaId: null, scopeId: (await findRootArea(ctx))?.id ?? null, placeBy: 'none', ambiguous };
  return { areaId: council.areaId, scopeId: council.scopeId, placeBy: 'council', ambiguous };
}
