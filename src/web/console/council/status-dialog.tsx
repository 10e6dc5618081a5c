// From a day on the council is something else, for a reason, and perhaps somewhere else.
import { NativeSelect } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { CouncilWhole } from '../../../shared/contract/councils.ts';
import {
  type CouncilReason,
  type CouncilStatus,
  followersOf,
  movesWith,
  reasonsOf,
} from '../../../shared/domain/council.ts';
import { ask } from '../../kit/api.ts';
import { localToday } from '../../kit/day.ts';
import { useDeed } from '../../kit/deed.ts';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import { useNow } from '../../kit/now.ts';
import { DayField } from '../../kit/widgets/day-field.tsx';
import { Dialog } from '../../kit/widgets/dialog.tsx';
import { PlaceField } from '../../kit/widgets/place-field.tsx';
import { noon } from '../absence/days.ts';

type Props = { council: CouncilWhole; onClose: () => void };

export function StatusDialog({ council, onClose }: Props): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  const { act } = useDeed();
  const today = localToday(useNow());
  const followers = followersOf[council.status];
  const [status, setStatus] = useState<CouncilStatus>(followers[0] ?? council.status);
  const [reason, setReason] = useState<CouncilReason>(reasonsOf[status][0] ?? 'other');
  const [since, setSince] = useState(today);
  const [area, setArea] = useState(council.area);
  const moves = movesWith.includes(status);
  const choose = (said: string): void => {
    const chosen = followers.find((known) => known === said);
    if (chosen === undefined) return;
    setStatus(chosen);
    setReason(reasonsOf[chosen][0] ?? 'other');
  };
  const set = (): Promise<boolean> =>
    act({
      subjectId: council.id,
      label: t('councils.changed', { status: t(`councilStatus.${status}`), when: format.date(noon(since)) }),
      send: () =>
        ask('setCouncilStatus', {
          params: { id: council.id },
          body: { status, since, reason, ...(moves ? { areaId: area.id } : {}) },
        }),
      refreshes: ['getCouncil', 'listCouncils'],
    });
  return (
    <Dialog
      title={t('councils.changeOf', { council: council.name })}
      deed={t('councils.keep')}
      disabled={since === ''}
      onDeed={set}
      onClose={onClose}
    >
      <NativeSelect
        label={t('councils.becomes')}
        value={status}
        onChange={(event) => choose(event.currentTarget.value)}
        data={followers.map((value) => ({ value, label: t(`councilStatus.${value}`) }))}
      />
      <p className="quiet small">{t(`councilStatusMeaning.${status}`)}</p>
      <NativeSelect
        label={t('councils.why')}
        value={reason}
        onChange={(event) =>
          setReason(reasonsOf[status].find((known) => known === event.currentTarget.value) ?? reason)
        }
        data={reasonsOf[status].map((value) => ({ value, label: t(`councilReason.${value}`) }))}
      />
      <DayField label={t('councils.from')} min={council.since} max={today} required value={since} onDay={setSince} />
      {moves ? (
        <PlaceField
          label={t('councils.whereNow')}
          area={area}
          likely={[council.area, ...council.history.map((past) => past.area)].filter(
            (one, at, all) => all.findIndex(({ id }) => id === one.id) === at,
          )}
          onArea={setArea}
        />
      ) : null}
    </Dialog>
  );
}
