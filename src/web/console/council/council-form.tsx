// What is known of a council, said for the first time or anew. No name of a member is asked for.
import { Checkbox, NumberInput, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { CouncilSaid, CouncilWhole } from '../../../shared/contract/councils.ts';
import type { AreaView } from '../../../shared/contract/shapes.ts';
import { languages } from '../../../shared/domain/language.ts';
import { ask } from '../../kit/api.ts';
import { localToday } from '../../kit/day.ts';
import { useDeed } from '../../kit/deed.ts';
import { useWords } from '../../kit/i18n.ts';
import { useNow } from '../../kit/now.ts';
import { DayField } from '../../kit/widgets/day-field.tsx';
import { Dialog } from '../../kit/widgets/dialog.tsx';
import { PlaceField } from '../../kit/widgets/place-field.tsx';

type Draft = CouncilSaid & { area: AreaView | undefined; since: string };
type Props = { council: CouncilWhole | undefined; onKept?: (id: string) => void; onClose: () => void };

export function CouncilForm({ council, onKept, onClose }: Props): ReactNode {
  const { t } = useWords();
  const today = localToday(useNow());
  const [draft, setDraft] = useState<Draft>(() => draftOf(council, today));
  const set = (change: Partial<Draft>): void => setDraft((now) => ({ ...now, ...change }));
  const keep = useKeep(council?.id, onKept);
  return (
    <Dialog
      title={council === undefined ? t('councils.propose') : council.name}
      deed={t('councils.keep')}
      disabled={draft.name.trim().length < 2 || draft.area === undefined || draft.since === ''}
      onDeed={() => keep(draft)}
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        label={t('councils.name')}
        required
        maxLength={120}
        value={draft.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      {council === undefined ? (
        <>
          <PlaceField label={t('councils.where')} area={draft.area} onArea={(area) => set({ area })} />
          <DayField
            label={t('councils.proposedOn')}
            max={today}
            required
            value={draft.since}
            onDay={(since) => set({ since })}
          />
        </>
      ) : null}
      <TextInput
        label={t('councils.meetingPlace')}
        description={t('councils.meetingPlaceHint')}
        maxLength={120}
        value={draft.meetingPlace ?? ''}
        onChange={(event) => set({ meetingPlace: event.currentTarget.value })}
      />
      <Languages spoken={draft.languages} onSpoken={(spoken) => set({ languages: spoken })} />
      <NumberInput
        label={t('councils.size')}
        description={t('councils.sizeHint')}
        min={1}
        max={1000}
        allowDecimal={false}
        value={draft.size ?? ''}
        onChange={(said) => set({ size: typeof said === 'number' ? said : null })}
      />
      {(['foundedOn', 'confirmedOn', 'conductOn'] as const).map((day) => (
        <DayField
          key={day}
          label={t(`councils.${day}`)}
          max={today}
          value={draft[day] ?? ''}
          onDay={(said) => set({ [day]: said === '' ? null : said })}
        />
      ))}
    </Dialog>
  );
}

type Spoken = CouncilSaid['languages'];

/** The first that is ticked is the one it is written to in. */
function Languages({ spoken, onSpoken }: { spoken: Spoken; onSpoken: (spoken: Spoken) => void }): ReactNode {
  const { t } = useWords();
  return (
    <fieldset className="stack tight" style={{ border: 0, padding: 0, margin: 0 }}>
      <legend className="small">{t('councils.languages')}</legend>
      <div className="row">
        {languages.map((language) => (
          <Checkbox
            key={language}
            label={t(`language.${language}`)}
            checked={spoken.includes(language)}
            onChange={(event) =>
              onSpoken(
                event.currentTarget.checked ? [...spoken, language] : spoken.filter((known) => known !== language),
              )
            }
          />
        ))}
      </div>
    </fieldset>
  );
}

function draftOf(council: CouncilWhole | undefined, today: string): Draft {
  if (council !== undefined) return council;
  const none = { meetingPlace: null, size: null, foundedOn: null, confirmedOn: null, conductOn: null };
  return { ...none, name: '', languages: [], area: undefined, since: today };
}

function useKeep(id: string | undefined, onKept?: (id: string) => void): (draft: Draft) => Promise<boolean> {
  const { t } = useWords();
  const { act } = useDeed();
  return async ({ name, meetingPlace, languages: spoken, size, foundedOn, confirmedOn, conductOn, area, since }) => {
    const said = {
      name,
      meetingPlace: meetingPlace?.trim() || null,
      languages: spoken,
      size,
      foundedOn,
      confirmedOn,
      conductOn,
    };
    let kept = id;
    const done = await act({
      subjectId: id ?? 'new',
      label: t('councils.kept', { council: name }),
      send: async () => {
        const answer =
          id === undefined
            ? await ask('proposeCouncil', { body: { ...said, areaId: area?.id ?? '', since } })
            : await ask('changeCouncil', { params: { id }, body: said });
        kept = answer.id;
        return answer;
      },
      refreshes: ['getCouncil', 'listCouncils'],
    });
    if (done && id === undefined && kept !== undefined) onKept?.(kept);
    return done;
  };
}
