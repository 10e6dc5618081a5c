// Absences: what stands and what is to come, and saying a new one, for oneself or for those one answers for.
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { AbsenceView } from '../../../shared/contract/absences.ts';
import { ask } from '../../kit/api.ts';
import { useDeed } from '../../kit/deed.ts';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import { ActBadge } from '../../kit/widgets/act-badge.tsx';
import { Section } from '../../kit/widgets/section.tsx';
import { Sheet } from '../../kit/widgets/sheet.tsx';
import { useRoleWords } from '../person/role-words.ts';
import { AbsenceForm } from './absence-form.tsx';
import { noon } from './days.ts';
import { useAbsences } from './use-absences.ts';

export function AbsenceSheet({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useWords();
  const absences = useAbsences();
  return (
    <Sheet title={t('absence.title')} onClose={onClose}>
      <div className="stack wide">
        <p className="quiet">{t('absence.intro')}</p>
        {absences.length === 0 ? null : (
          <Section title={t('absence.known')}>
            <ul className="plain-list stack tight">
              {absences.map((one) => (
                <AbsenceLine key={one.id} one={one} />
              ))}
            </ul>
          </Section>
        )}
        <AbsenceForm />
      </div>
    </Sheet>
  );
}

function AbsenceLine({ one }: { one: AbsenceView }): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  const { act } = useDeed();
  const roleWords = useRoleWords();
  const days = t('absence.days', { from: format.date(noon(one.from)), to: format.date(noon(one.to)) });
  const end = (): Promise<boolean> =>
    act({
      subjectId: one.id,
      label: t('absence.ended'),
      send: () => ask('endAbsence', { params: { id: one.id } }),
      refreshes: ['listAbsences', 'listTodos', 'listBriefs', 'listConcerns'],
    });
  const deed = t(one.iCover ? 'absence.stepBack' : 'absence.end');
  return (
    <li className="card row apart" style={{ padding: '10px 14px' }}>
      <div className="grow">
        <strong>{one.name}</strong> <ActBadge subjectId={one.id} />
        <div className="small">{t('absence.coveredBy', { cover: one.cover })}</div>
        <div className="quiet small">
          {roleWords(one)} · {days} · {t(one.standing ? 'absence.standing' : 'absence.toCome')}
        </div>
      </div>
      {one.mayEnd ? (
        <Button
          variant="default"
          size="compact-md"
          onClick={() => void end()}
          aria-label={`${deed}: ${one.name}, ${days}`}
        >
          {deed}
        </Button>
      ) : null}
    </li>
  );
}
