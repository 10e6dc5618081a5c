// A service of the directory: what it is, where it serves, how staff reach it, from when to when.
import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { ReferralServiceView } from '../../../shared/contract/recipients.ts';
import { referralKinds } from '../../../shared/domain/referral.ts';
import { ask } from '../../kit/api.ts';
import { localToday } from '../../kit/day.ts';
import { useDeed } from '../../kit/deed.ts';
import { useWords } from '../../kit/i18n.ts';
import { useNow } from '../../kit/now.ts';
import { Dialog } from '../../kit/widgets/dialog.tsx';
import type { Draft } from './draft.ts';
import { ServiceDays } from './recipient-days.tsx';
import { ServicePlaces } from './recipient-places.tsx';

type Props = { service: ReferralServiceView | undefined; onClose: () => void };
export function ServiceForm({ service, onClose }: Props): ReactNode {
  const { t } = useWords();
  const today = localToday(useNow());
  const [draft, setDraft] = useState<Draft>(() => draftOf(service, today));
  const keep = useKeep(service?.id);
  const set = (change: Partial<Draft>): void => setDraft((now) => ({ ...now, ...change }));
  return (
    <Dialog
      title={service === undefined ? t('referralServices.add') : service.name}
      deed={t('referralServices.keep')}
      disabled={!isWhole(draft)}
      onDeed={() => keep(draft)}
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        label={t('referralServices.name')}
        required
        maxLength={80}
        value={draft.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('referralServices.kind')}
        value={draft.kind}
        onChange={(event) =>
          set({ kind: referralKinds.find((known) => known === event.currentTarget.value) ?? draft.kind })
        }
        data={referralKinds.map((value) => ({ value, label: t(`referralKind.${value}`) }))}
      />
      <ServicePlaces areas={draft.areas} onAreas={(areas) => set({ areas })} />
      <Textarea
        label={t('referralServices.reach')}
        description={t('referralServices.reachHint')}
        required
        autosize
        minRows={2}
        maxLength={200}
        value={draft.reach}
        onChange={(event) => set({ reach: event.currentTarget.value })}
      />
      <TextInput
        label={t('referralServices.hours')}
        maxLength={120}
        value={draft.hours}
        onChange={(event) => set({ hours: event.currentTarget.value })}
      />
      <Checkbox
        label={t('referralServices.treatsChildren')}
        checked={draft.children}
        onChange={(event) => set({ children: event.currentTarget.checked })}
      />
      <Checkbox
        label={t('referralServices.treatsSurvivors')}
        checked={draft.survivors}
        onChange={(event) => set({ survivors: event.currentTarget.checked })}
      />
      <ServiceDays draft={draft} today={today} onDays={set} />
    </Dialog>
  );
}

function draftOf(service: ReferralServiceView | undefined, today: string): Draft {
  if (service) return service;
  const none = { name: '', areas: [], reach: '', hours: '', children: false, survivors: false };
  return { ...none, kind: 'medical', from: today, to: null, confirmedOn: today };
}

const isWhole = ({ name, reach, areas, from, to, confirmedOn }: Draft): boolean =>
  name.trim().length >= 3 &&
  reach.trim().length >= 3 &&
  areas.length > 0 &&
  from !== '' &&
  confirmedOn !== '' &&
  (to === null || to >= from);

function useKeep(id: string | undefined): (draft: Draft) => Promise<boolean> {
  const { t } = useWords();
  const { act } = useDeed();
  return ({ name, kind, areas, reach, hours, children, survivors, from, to, confirmedOn }) => {
    const areaIds = areas.map((area) => area.id);
    const body = { name, kind, areaIds, reach, hours, children, survivors, from, to, confirmedOn };
    return act({
      subjectId: id ?? 'new',
      label: t('referralServices.kept', { service: name }),
      send: () =>
        id === undefined ? ask('addReferralService', { body }) : ask('changeReferralService', { params: { id }, body }),
      refreshes: ['listReferralServices', 'listServicesOf'],
    });
  };
}
