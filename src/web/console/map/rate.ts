// The rate of a district by what the reader chose to divide by; null where it would mislead.
import type { MapDistrict } from '../../../shared/contract/map.ts';
import type { RateBase } from '../../../shared/domain/map.ts';

type Rated = Pick<MapDistrict, 'rate' | 'perPeople'>;
export const rateOf = ({ rate, perPeople }: Rated, per: RateBase): number | null =>
  per === 'people' ? perPeople : rate;
