// A district in one sentence: what the drawing shows, for the eye that rests on it and for who cannot see it.

import type { MapDistrict } from '../../../shared/contract/map.ts';
import type { RateBase } from '../../../shared/domain/map.ts';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import { neighbourOf } from './frontier.ts';
import { rateOf } from './rate.ts';

export function useDistrictWords(per: RateBase): (district: MapDistrict) => string {
  const { t } = useWords();
  const format = useFormat();
  return (district) => {
    const rate = rateOf(district, per);
    const said =
      rate === null
        ? t(`map.state.${district.state}`)
        : t(`map.rateOf.${per}`, { rate: format.rate(rate), told: format.number(district.told ?? 0) });
    const heard = t('map.heardOf', { reporting: district.reporting, councils: district.councils });
    const now = `${t('map.waitingNow', { count: district.waiting })}, ${t('map.postsNow', { count: district.posts })}`;
    const planned = district.planned === 0 ? '' : ` ${t('map.plannedNow', { count: district.planned })}.`;
    const across = neighbourOf(district.code);
    const pair = across === undefined ? '' : ` ${t('map.pair', { name: across.name })}`;
    return `${district.area.name}: ${said}. ${heard}.${planned} ${now}.${pair}`;
  };
}
