// Why this was not released by rule, in words that say what to look at.
import { IconHandStop } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ConcernView } from '../../../shared/contract/concerns.ts';
import { isRestricted } from '../../../shared/domain/lane.ts';
import { useWords } from '../../kit/i18n.ts';
import { Section } from '../../kit/widgets/section.tsx';

export function Held({ concern }: { concern: ConcernView }): ReactNode {
  const { t } = useWords();
  if (concern.state !== 'triage' || concern.holdReasons.length === 0) return null;
  // A case is never released: what is next where others release is another thing there.
  const next = (reason: string): string => {
    const ofConcern = t(`holdNext.${reason}`, { defaultValue: '' });
    return isRestricted(concern.lane) ? t(`holdNextCase.${reason}`, { defaultValue: ofConcern }) : ofConcern;
  };
  return (
    <Section title={t('concern.held')}>
      <ul className="plain-list stack tight">
        {concern.holdReasons.map((reason) => (
          <li key={reason} className="row" style={{ alignItems: 'flex-start', flexWrap: 'nowrap' }}>
            <IconHandStop size={18} aria-hidden style={{ flex: 'none', marginTop: 2 }} className="quiet" />
            <span>
              <strong>{t(`hold.${reason}`, { defaultValue: t('hold.other') })}.</strong>{' '}
              <span className="quiet">{next(reason)}</span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
