// The map, for the coordinator: where more is told than its councils would let expect, and where nobody is heard.

import { Button } from '@mantine/core';
import { IconInfoCircle, IconMap2, IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { MapView } from '../../../shared/contract/map.ts';
import { type RateBase, rateBases } from '../../../shared/domain/map.ts';
import { type Address, useAddress } from '../../kit/address.ts';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import { useAsk } from '../../kit/query.ts';
import { Choice } from '../../kit/widgets/choice.tsx';
import { Empty } from '../../kit/widgets/empty.tsx';
import { Trouble } from '../../kit/widgets/trouble.tsx';
import { Waiting } from '../../kit/widgets/waiting.tsx';
import { askedOf, type MapAsked } from '../map/asked.ts';
import { DistrictMap } from '../map/district-map.tsx';
import { DistrictTable } from '../map/district-table.tsx';
import { Legend } from '../map/legend.tsx';
import look from '../map/map.module.css';
import { PeriodChoice } from '../map/period-choice.tsx';
import { rateOf } from '../map/rate.ts';
import { shadesOf } from '../map/shades.ts';

export function MapScreen(): ReactNode {
  const { t } = useWords();
  const { values, change } = useAddress();
  const asked = askedOf(values);
  const map = useAsk(
    'getMap',
    { query: { weeks: asked.weeks, back: asked.back } },
    { staleTime: 60_000, inView: true },
  );
  return (
    <div className={`page ${look['page']}`}>
      <header className="row apart">
        <div>
          <h1>{t('screen.map')}</h1>
          {map.data === undefined ? null : <Period map={map.data} per={asked.per} />}
        </div>
        <PeriodChoice asked={asked} change={change} />
      </header>
      {map.isPending ? <Waiting rows={2} height={320} /> : null}
      {map.isError && map.data === undefined ? <Trouble error={map.error} retry={() => void map.refetch()} /> : null}
      {map.data?.districts.length === 0 ? (
        <Empty icon={IconMap2} title={t('map.emptyTitle')} next={t('map.emptyNext')} />
      ) : null}
      {map.data === undefined || map.data.districts.length === 0 ? null : (
        <Sheet map={map.data} asked={asked} choose={(changes) => change(changes, { replace: true })} />
      )}
    </div>
  );
}

function Period({ map, per }: { map: MapView; per: RateBase }): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  const day = (iso: string): string => format.date(`${iso}T12:00:00Z`);
  return <p className="quiet">{t(`map.between.${per}`, { from: day(map.from), to: day(map.to) })}</p>;
}

type SheetProps = { map: MapView; asked: MapAsked; choose: Address['change'] };

function Sheet({ map, asked: { marks, per }, choose }: SheetProps): ReactNode {
  const { t } = useWords();
  const shades = shadesOf(map.districts.flatMap((district) => rateOf(district, per) ?? []));
  const undrawn = map.districts.filter(({ code }) => code === null).length;
  return (
    <div className={look['pair']}>
      <div className={`card ${look['drawing']}`}>
        <div className="row apart no-print">
          <Choice
            label={t('map.per')}
            value={per}
            onChange={(next) => choose({ per: next })}
            choices={rateBases.map((value) => ({ value, label: t(`map.perOf.${value}`) }))}
          />
          <Choice
            label={t('map.marks')}
            value={marks}
            onChange={(next) => choose({ marks: next })}
            choices={[
              { value: 'waiting', label: t('map.waiting') },
              { value: 'posts', label: t('map.posts') },
              { value: 'planned', label: t('map.planned') },
            ]}
          />
          <Button
            variant="default"
            leftSection={<IconPrinter size={18} aria-hidden />}
            onClick={() => globalThis.print()}
          >
            {t('map.print')}
          </Button>
        </div>
        <p className={`small ${look['schematic']}`}>
          <IconInfoCircle size={16} aria-hidden />
          <span>{t('map.schematic')}</span>
        </p>
        <DistrictMap districts={map.districts} shades={shades} marks={marks} per={per} />
        <Legend shades={shades} districts={map.districts} marks={marks} per={per} />
        {map.elsewhere === 0 ? null : (
          <p className="small quiet">
            {map.elsewhere === null ? t('map.elsewhereFew') : t('map.elsewhere', { count: map.elsewhere })}
          </p>
        )}
        {undrawn === 0 ? null : <p className="small quiet">{t('map.undrawn', { count: undrawn })}</p>}
      </div>
      <div className="card">
        <DistrictTable districts={map.districts} per={per} />
      </div>
    </div>
  );
}
