// One type, or all of a class, turned in an area from a day on. What nobody answers for cannot be turned on, and it says who is missing.
import { Alert } from '@mantine/core';
import { IconUserQuestion } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { AreaView } from '../../../shared/contract/shapes.ts';
import type { TypeStateView } from '../../../shared/contract/type-switches.ts';
import { type SwitchWord, switchWords, TO_POLICE_BY_PERSON_ONLY } from '../../../shared/domain/type-switch.ts';
import { ask } from '../../kit/api.ts';
import { localToday } from '../../kit/day.ts';
import { useDeed } from '../../kit/deed.ts';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import { useNow } from '../../kit/now.ts';
import { useSession } from '../../kit/session.ts';
import { useTypes } from '../../kit/types.ts';
import { DayField } from '../../kit/widgets/day-field.tsx';
import { Dialog } from '../../kit/widgets/dialog.tsx';
import { OptionList } from '../../kit/widgets/option-list.tsx';
import { Missing } from './missing.tsx';
import type { Turning } from './standing.ts';

type Props = { area: AreaView; turning: Turning; onClose: () => void };

export function SwitchDialog({ area, turning, onClose }: Props): ReactNode {
  const { t } = useWords();
  const today = localToday(useNow());
  const [word, setWord] = useState<SwitchWord>();
  const [from, setFrom] = useState(today);
  const turn = useTurn(area, turning);
  const lone = word === undefined ? [] : turning.types.filter((type) => !mayBe(type, word));
  const able = turning.types.filter((type) => !lone.includes(type));
  return (
    <Dialog
      title={`${turning.name}: ${area.name}`}
      deed={t('types.keep', { count: able.length })}
      disabled={word === undefined || able.length === 0 || from < today}
      onDeed={async () => word !== undefined && turn({ word, from, types: able })}
      onClose={onClose}
    >
      <OptionList
        label={t('types.how')}
        value={word}
        onPick={setWord}
        options={wordsFor(turning, area).map((value) => ({
          value,
          label: t(`types.word.${value}`),
          description: t(`types.wordMeans.${value}`),
        }))}
      />
      <DayField label={t('duty.from')} min={today} required value={from} onDay={setFrom} />
      {lone.length === 0 ? null : <Lone lone={lone} />}
    </Dialog>
  );
}

/** A country has no wider area; who flees is never told to police by rule; restricted lanes never are. */
function wordsFor({ types }: Turning, area: AreaView): readonly SwitchWord[] {
  const ordinary = types.some(({ answeredBy }) => answeredBy.includes('post'));
  const kept = types.every(({ code }) => TO_POLICE_BY_PERSON_ONLY.includes(code));
  return switchWords.filter(
    (word) =>
      !(word === 'inherit' && area.kind === 'country') &&
      !(word === 'on-without-police' && !ordinary) &&
      !(word === 'on' && kept),
  );
}

/** The server has the last word: it knows who answers beside police. */
function mayBe(type: TypeStateView, word: SwitchWord): boolean {
  if (word === 'on' && TO_POLICE_BY_PERSON_ONLY.includes(type.code)) return false;
  if (word === 'off' || word === 'inherit') return true;
  return type.answered || (word === 'on' && type.state === 'on-without-police');
}

function Lone({ lone }: { lone: readonly TypeStateView[] }): ReactNode {
  const { t } = useWords();
  const { typeName } = useTypes();
  const { grant } = useSession();
  const byPost = lone.some(({ answeredBy }) => answeredBy.includes('post'));
  const mayMend = byPost || grant.role !== 'coordinator';
  return (
    <Alert icon={<IconUserQuestion size={20} aria-hidden />} title={t('types.nobodyTitle')} role="status">
      <ul className="plain-list stack tight">
        {lone.map((type) => (
          <li key={type.code}>
            <strong>{typeName(type.code)}</strong>: <Missing type={type} />
          </li>
        ))}
      </ul>
      {mayMend ? (
        <Link to={byPost ? '/posts' : '/referral-services'} className="mantine-focus-auto link-line">
          {t(byPost ? 'types.mendPost' : 'types.mendService')}
        </Link>
      ) : null}
    </Alert>
  );
}

type Turn = { word: SwitchWord; from: string; types: readonly TypeStateView[] };

function useTurn(area: AreaView, { name }: Turning): (turn: Turn) => Promise<boolean> {
  const { t } = useWords();
  const format = useFormat();
  const { act } = useDeed();
  return ({ word, from, types }) =>
    act({
      subjectId: types.map(({ code }) => `type-${code}`),
      label: t('types.turned', { what: name, word: t(`types.word.${word}`), when: format.date(from) }),
      send: () =>
        ask('switchTypes', { params: { id: area.id }, body: { typeCodes: types.map(({ code }) => code), word, from } }),
      refreshes: ['listTypeStates'],
    });
}
