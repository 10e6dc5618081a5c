// What menu and page offer to choose instead of words, and what they withhold: no referral, no question (ADR 0076).

import { scopeKind } from '../../../shared/domain/area.ts';
import { firstLanguage } from '../../../shared/domain/language.ts';
import { flows } from './flows/index.ts';
import { typeOfChoice } from './transcript.ts';
import { type UnderstandWorld, understandText } from './understand-text.ts';

type On = ReadonlySet<string>;

const whats: readonly string[] = (() => {
  const item = flows['tell']?.items['what'];
  return item?.kind === 'choice' ? item.choices.map(({ value }) => value) : [];
})();

/** Where her words must say what it was the choice names no type, and it is always offered. */
function isOffered(what: string, on: On): boolean {
  const type = typeOfChoice[what];
  return type === undefined || on.has(type);
}

/** What may be chosen where these types are asked about. */
export const listWhats = (on: On): string[] => whats.filter((what) => isOffered(what, on));
export const listWithheld = (on: On): string[] => whats.filter((what) => !isOffered(what, on));

type Places = Pick<UnderstandWorld, 'places'>;

/** Names of districts, for whoever cannot spell a place. */
export const listDistrictNames = (world: Places): string[] =>
  [...districts(world).keys()].toSorted((a, b) => a.localeCompare(b, firstLanguage));

/** Which place a form names: the chosen district, or the one place that its words can only mean. */
export function findChosenPlace(
  world: UnderstandWorld,
  { place, district }: { place: string; district: string },
): string | undefined {
  const chosen = districts(world).get(district);
  if (chosen !== undefined || place === '') return chosen;
  const named = new Set(understandText(`em ${place}`, world).places.map(({ areaId }) => areaId));
  const [only] = named;
  return named.size === 1 ? only : undefined;
}

const districts = ({ places }: Places): ReadonlyMap<string, string> =>
  new Map(
    [...places.byFirst.values()].flatMap((entries) =>
      entries.flatMap(({ area }) => (area.kind === scopeKind ? [[area.name, area.id] as const] : [])),
    ),
  );
