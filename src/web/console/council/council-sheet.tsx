// One council whole: what it is and where, what is known of it, what it was.
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { CouncilWhole } from '../../../shared/contract/councils.ts';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import { useAsk } from '../../kit/query.ts';
import { Section } from '../../kit/widgets/section.tsx';
import { Sheet } from '../../kit/widgets/sheet.tsx';
import { Trouble } from '../../kit/widgets/trouble.tsx';
import { Waiting } from '../../kit/widgets/waiting.tsx';
import { noon } from '../absence/days.ts';
import { CouncilFacts } from './council-facts.tsx';
import { CouncilForm } from './council-form.tsx';
import { StatusDialog } from './status-dialog.tsx';
import { StatusMark } from './status-mark.tsx';

export function CouncilSheet({ id, onClose }: { id: string; onClose: () => void }): ReactNode {
  const { t } = useWords();
  const council = useAsk('getCouncil', { params: { id } });
  return (
    <Sheet title={council.data?.name ?? t('councils.one')} size="xl" onClose={onClose}>
      {council.isPending ? <Waiting rows={3} height={80} /> : null}
      {council.isError ? <Trouble error={council.error} retry={() => void council.refetch()} /> : null}
      {council.data === undefined ? null : <Whole council={council.data} />}
    </Sheet>
  );
}

function Whole({ council }: { council: CouncilWhole }): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  const [open, setOpen] = useState<'status' | 'facts'>();
  return (
    <div className="stack wide">
      <div className="row apart">
        <p>
          <StatusMark status={council.status} />{' '}
          <span className="quiet">
            {t('councils.sinceDay', { day: format.date(noon(council.since)) })} ·{' '}
            {[council.area.name, council.area.within].filter(Boolean).join(', ')}
          </span>
        </p>
        <Button onClick={() => setOpen('status')}>{t('councils.change')}</Button>
      </div>
      <Section title={t('councils.facts')}>
        <CouncilFacts council={council} />
        <Button variant="default" style={{ alignSelf: 'flex-start' }} onClick={() => setOpen('facts')}>
          {t('councils.edit')}
        </Button>
      </Section>
      <Section title={t('councils.past')}>
        <Past council={council} />
      </Section>
      {open === 'status' ? <StatusDialog council={council} onClose={() => setOpen(undefined)} /> : null}
      {open === 'facts' ? <CouncilForm council={council} onClose={() => setOpen(undefined)} /> : null}
    </div>
  );
}

function Past({ council }: { council: CouncilWhole }): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  return (
    <ol className="plain-list stack tight">
      {council.history.map(({ id, status, since, area, reason, said }) => (
        <li key={id}>
          <span className="numbers quiet">{format.date(noon(since))}</span>{' '}
          <strong>{t(`councilStatus.${status}`)}</strong>
          {reason === null ? '' : ` · ${t(`councilReason.${reason}`)}`}
          {area.id === council.area.id ? '' : ` · ${area.name}`}
          {said.by === null ? null : (
            <span className="quiet small">
              {' · '}
              {t('councils.saidBy', { who: said.by, when: format.date(said.at) })}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
