// What the shades and patterns mean, and that the marks are no places.
import { type ReactNode, useId } from 'react';
import type { MapDistrict } from '../../../shared/contract/map.ts';
import { type HeardState, heardStates, type RateBase } from '../../../shared/domain/map.ts';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import type { Marks } from './district-map.tsx';
import look from './map.module.css';
import { rateOf } from './rate.ts';
import type { Shade } from './shades.ts';

type Props = { shades: readonly Shade[]; districts: readonly MapDistrict[]; marks: Marks; per: RateBase };
const withoutRate: readonly HeardState[] = heardStates.filter((state) => state !== 'rate');

export function Legend({ shades, districts, marks, per }: Props): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  const id = useId();
  const unrated = districts.filter((district) => rateOf(district, per) === null);
  return (
    <section className={look['legend']} aria-labelledby={id}>
      <h2 id={id} className={look['heading']}>
        {t(`map.legend.${per}`)}
      </h2>
      <ul className={`plain-list ${look['keys']}`}>
        {shades.map(({ from, to }, shade) => (
          <Key key={from} shade={String(shade)}>
            {from === to ? format.rate(from) : t('map.fromTo', { from: format.rate(from), to: format.rate(to) })}
          </Key>
        ))}
        {withoutRate.map((state) => (
          <Key key={state} shade={state}>
            {t(`map.state.${state}`)} ({unrated.filter((district) => district.state === state).length})
          </Key>
        ))}
      </ul>
      {per === 'people' ? <p className="small">{t('map.peopleAre')}</p> : null}
      <p className="small quiet">{t(`map.marksAre.${marks}`)}</p>
      <p className="small quiet">{t('map.across')}</p>
    </section>
  );
}

function Key({ shade, children }: { shade: string; children: ReactNode }): ReactNode {
  return (
    <li className={look['key']}>
      <svg width="26" height="18" aria-hidden className={look['district']} data-shade={shade}>
        <path d="M1,1H25V17H1Z" />
      </svg>
      <span className="small">{children}</span>
    </li>
  );
}
