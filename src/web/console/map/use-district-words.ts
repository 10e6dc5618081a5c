// A district in one sentence: what the drawing shows, for the eye that rests on it and for who cannot see it.

import type { MapDistrict } from '../../../shared/contract/map.ts';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';

export function useDistrictWords(): (district: MapDistrict) => string {
  const { t } = useWords();
  const format = useFormat();
  return (district) => {
    const said =
      district.rate === null
        ? t(`map.state.${district.state}`)
        : t('map.rateOf', { rate: format.number(district.rate), told: format.number(district.told ?? 0) });
    const heard = t('map.heardOf', { reporting: district.reporting, councils: district.councils });
    const now = `${t('map.waitingNow', { count: district.waiting })}, ${t('map.postsNow', { count: district.posts })}`;
    return `${district.area.name}: ${said}. ${heard}. ${now}.`;
  };
}
