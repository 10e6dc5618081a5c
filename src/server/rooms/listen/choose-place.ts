// Where a telling is about: the place she named; of several with its name the one in her council's district; else her council's own area.
import type { PlaceMention } from '../../../shared/domain/understanding.ts';
import type { Ctx } from '../../db/tx.ts';
import { type Area, type CouncilOfContact, findRootArea, listAreas } from '../know/index.ts';

export type Place = {
  areaId: string | null;
  scopeId: string | null;
  placeBy: 'name' | 'alias' | 'council' | 'none';
  ambiguous: boolean;
};

type Named = { mention: PlaceMention; area: Area };

/**
 * Which of several places of one name her council's district tells is no word of hers: it counts as the council's (`placeBy`), and a
 * danger brief never shows it (decisions.md 1).
 */
export async function choosePlace(
  ctx: Ctx,
  mentions: readonly PlaceMention[],
  council: CouncilOfContact | undefined,
): Promise<Place> {
  const areas = await listAreas(
    ctx,
    mentions.map((mention) => mention.areaId),
  );
  const isOwn = ({ area }: Named): boolean => council !== undefined && area.lineage.includes(council.scopeId);
  const known = mentions.flatMap((mention) => {
    const area = areas.get(mention.areaId);
    const named = area && { mention, area };
    return named && (!mention.local || isOwn(named)) ? [named] : [];
  });
  const [best] = known;
  if (!best) return fallBack(ctx, council, false);
  const homonyms = known.filter(
    ({ mention }) => mention.nth === best.mention.nth && mention.score === best.mention.score,
  );
  if (homonyms.length === 1) return best.mention.local ? byCouncil(best) : toPlace(best);
  return oneOf(homonyms, isOwn) ?? fallBack(ctx, undefined, true);
}

/** The only one in her council's district; or, when all lie in one district, that district: it is what is sure. */
function oneOf(homonyms: readonly Named[], isOwn: (named: Named) => boolean): Place | undefined {
  const scopes = new Set(homonyms.map(({ area }) => area.scopeId));
  const [scopeId] = scopes;
  const [first] = homonyms;
  if (scopes.size === 1 && scopeId !== undefined && first) return { ...toPlace(first), areaId: scopeId };
  const own = homonyms.filter(isOwn);
  const [only] = own;
  if (!only) return undefined;
  return own.length === 1 ? byCouncil(only) : { ...byCouncil(only), areaId: only.area.scopeId };
}

const toPlace = ({ mention, area }: Named): Place => ({
  areaId: area.id,
  scopeId: area.scopeId,
  placeBy: mention.by,
  ambiguous: false,
});
const byCouncil = (named: Named): Place => ({ ...toPlace(named), placeBy: 'council' });

/** What has no place belongs to the whole country, so that somebody can see it. */
async function fallBack(ctx: Ctx, council: CouncilOfContact | undefined, ambiguous: boolean): Promise<Place> {
  if (!council) return { areaId: null, scopeId: (await findRootArea(ctx))?.id ?? null, placeBy: 'none', ambiguous };
  return { areaId: council.areaId, scopeId: council.scopeId, placeBy: 'council', ambiguous };
}
