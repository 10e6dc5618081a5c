// Finds our district by what a file calls it: names, old names and spellings, never a p-code (two vintages clash: domain.md 0.1).
import type { AreaName } from '../../../../shared/domain/area.ts';
import { words } from '../../../../shared/kit/text.ts';

export type DistrictMatch = { district: AreaName } | { reason: 'district-unknown' | 'district-ambiguous' };

/** @example const match = makeDistrictMatcher(areas); match('Mecuburi', 'Nampula') */
export function makeDistrictMatcher(areas: readonly AreaName[]): (name: string, province: string) => DistrictMatch {
  const byName = new Map<string, AreaName[]>();
  const provinces = new Map(areas.filter(({ kind }) => kind === 'province').map((area) => [keyOf(area.name), area.id]));
  for (const district of areas.filter(({ kind }) => kind === 'district'))
    for (const key of new Set([district.name, ...district.aliases].map(keyOf)))
      byName.set(key, [...(byName.get(key) ?? []), district]);
  return (name, province) => {
    const within = provinces.get(keyOf(province));
    const named = byName.get(keyOf(name)) ?? [];
    const own =
      province === '' ? named : named.filter(({ lineage }) => within !== undefined && lineage.includes(within));
    // The name itself goes before an alias that another district has.
    const exact = own.filter((district) => keyOf(district.name) === keyOf(name));
    const [only, second] = exact.length === 1 ? exact : own;
    if (!only) return { reason: 'district-unknown' };
    return second ? { reason: 'district-ambiguous' } : { district: only };
  };
}

const keyOf = (name: string): string => words(name).join(' ');
