// What a council is, in a word: plain while it works, marked where somebody should look.
import type { ReactNode } from 'react';
import type { CouncilStatus } from '../../../shared/domain/council.ts';
import { useWords } from '../../kit/i18n.ts';

const looks: Readonly<Record<CouncilStatus, string>> = {
  proposed: 'tag',
  established: 'tag',
  active: '',
  dormant: 'tag warn',
  suspended: 'tag warn',
  displaced: 'tag warn',
  're-activated': '',
  closed: 'tag',
};

export function StatusMark({ status }: { status: CouncilStatus }): ReactNode {
  const { t } = useWords();
  return <span className={looks[status]}>{t(`councilStatus.${status}`)}</span>;
}
