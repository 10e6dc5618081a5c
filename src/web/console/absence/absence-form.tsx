// Who is away, from when to when, and who stands in: only people of the same role, near enough, can be chosen.
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Colleague } from '../../../shared/contract/absences.ts';
import { ask } from '../../kit/api.ts';
import { useWords } from '../../kit/i18n.ts';
import { refresh, useAsk } from '../../kit/query.ts';
import { showToast } from '../../kit/toasts.ts';
import { DayField } from '../../kit/widgets/day-field.tsx';
import { Section } from '../../kit/widgets/section.tsx';
import { FormTrouble } from '../../kit/widgets/trouble.tsx';
import { useRoleWords } from '../person/role-words.ts';

/** From here on a name is quicker typed than looked for. */
const MANY = 12;
const blank = { who: '', cover: '', from: '', to: '' };

export function AbsenceForm(): ReactNode {
  const { t } = useWords();
  const [q, setQ] = useState('');
  const [form, setForm] = useState(blank);
  const [trouble, setTrouble] = useState<unknown>();
  const [letters] = useDebouncedValue(q, 300);
  const team = useAsk('listTeam', { query: { q: letters } }).data?.team ?? [];
  const who = team.find((one) => one.grantId === form.who) ?? team[0];
  const covers = useCovers(who);
  const cover = covers?.find((one) => one.grantId === form.cover) ?? covers?.[0];
  const set = (key: keyof typeof blank) => (value: string) => setForm((before) => ({ ...before, [key]: value }));
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (who === undefined || cover === undefined) return;
    setTrouble(undefined);
    const body = { grantId: who.grantId, coverGrantId: cover.grantId, from: form.from, to: form.to };
    await ask('setAbsence', { body }).then(() => {
      showToast({ text: t('absence.set'), until: Date.now() + 4_000 });
      setForm(blank);
    }, setTrouble);
    await refresh('listAbsences', 'listTodos');
  };
  return (
    <Section title={t('absence.new')}>
      <form className="stack" onSubmit={(event) => void save(event)}>
        {team.length > MANY || q !== '' ? (
          <TextInput label={t('people.search')} value={q} onChange={(event) => setQ(event.currentTarget.value)} />
        ) : null}
        <PersonSelect label={t('absence.who')} people={team} chosen={who} onChange={set('who')} />
        <div className="row" style={{ alignItems: 'flex-end' }}>
          <DayField label={t('absence.from')} required value={form.from} onDay={set('from')} />
          <DayField label={t('absence.to')} required min={form.from} value={form.to} onDay={set('to')} />
        </div>
        {covers?.length === 0 ? <p className="quiet">{t('absence.nobody')}</p> : null}
        {covers === undefined || covers.length === 0 ? null : (
          <PersonSelect label={t('absence.cover')} people={covers} chosen={cover} onChange={set('cover')} />
        )}
        <FormTrouble error={trouble} />
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button type="submit" disabled={cover === undefined || form.from === '' || form.to === ''}>
            {t('absence.save')}
          </Button>
        </div>
      </form>
    </Section>
  );
}

function useCovers(who: Colleague | undefined): readonly Colleague[] | undefined {
  const params = { id: who?.grantId ?? '' };
  return useAsk('listCovers', { params }, { enabled: who !== undefined }).data?.covers;
}

type SelectProps = {
  label: string;
  people: readonly Colleague[];
  chosen: Colleague | undefined;
  onChange: (grantId: string) => void;
};

function PersonSelect({ label, people, chosen, onChange }: SelectProps): ReactNode {
  const { t } = useWords();
  const roleWords = useRoleWords();
  return (
    <NativeSelect
      label={label}
      value={chosen?.grantId ?? ''}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={people.map((one) => ({
        value: one.grantId,
        label: `${one.mine ? t('absence.me') : one.name} · ${roleWords(one)}`,
      }))}
    />
  );
}
