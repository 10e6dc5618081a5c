// Where the place column of an imported row points: one of our areas, or the reason why nobody can say.
import type { RowReason } from '../../../shared/domain/import.ts';
import type { Ctx } from '../../db/tx.ts';
import { isOwnScope } from '../know/index.ts';
import { choosePlace } from './choose-place.ts';
import { findPlaces } from './grammars/find-places.ts';
import { toTokens } from './grammars/read-concepts.ts';
import { wordFor } from './grammars/words-of.ts';
import type { RowPlace } from './read-report-rows.ts';
import type { UnderstandWorld } from './understand-text.ts';

export async function findCellPlace(
  ctx: Ctx,
  words: { place: string; district: string },
  { world, anywhere }: { world: UnderstandWorld; anywhere: boolean },
): Promise<RowPlace | undefined | { reason: RowReason }> {
  if (words.place === '' && words.district === '') return undefined;
  const chosen = await chooseByCells(ctx, words, world);
  if (chosen.ambiguous) return { reason: 'place-ambiguous' };
  if (chosen.areaId === null || chosen.scopeId === null || chosen.placeBy === 'none')
    return { reason: 'place-unknown' };
  if (!anywhere && !(await isOwnScope(ctx, chosen.scopeId))) return { reason: 'place-outside' };
  return { areaId: chosen.areaId, scopeId: chosen.scopeId, name: chosen.name };
}

const signs = {
  here: wordFor(({ places }) => places.here),
  village: wordFor(({ places }) => places.nouns.village),
  district: wordFor(({ places }) => places.nouns.district),
};

/** A cell for places holds a place: what would need a sign in a text needs none here. */
async function chooseByCells(
  ctx: Ctx,
  { place, district }: { place: string; district: string },
  world: UnderstandWorld,
) {
  const inDistrict = `${signs.district} ${district}`;
  const beside = district === '' ? '' : `, ${inDistrict}`;
  const asked = place === '' ? [inDistrict] : [`${signs.here} ${place}${beside}`, `${signs.village} ${place}${beside}`];
  for (const text of asked) {
    const { places } = findPlaces(text, toTokens(text), world.places);
    // The district alone is not the place that the cell names.
    const own = place === '' ? places : places.filter(({ nth }) => nth === 0);
    const chosen = await choosePlace(ctx, own, undefined);
    if (chosen.ambiguous || chosen.placeBy !== 'none') {
      const name = places.find(({ areaId }) => areaId === chosen.areaId)?.name ?? place;
      return { ...chosen, name };
    }
  }
  return { areaId: null, scopeId: null, placeBy: 'none' as const, ambiguous: false, name: '' };
}
