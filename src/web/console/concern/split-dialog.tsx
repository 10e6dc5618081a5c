// One telling becomes a concern of its own: what will happen is said before it is done.
import type { ReactNode } from 'react';
import type { ConcernView } from '../../../shared/contract/concerns.ts';
import { useWords } from '../../kit/i18n.ts';
import { Dialog } from '../../kit/widgets/dialog.tsx';
import type { ConcernDeeds } from './use-concern-deeds.ts';

type Props = { concern: ConcernView; reportId: string; deeds: ConcernDeeds; onClose: () => void };

export function SplitDialog({ concern, reportId, deeds, onClose }: Props): ReactNode {
  const { t } = useWords();
  const telling = concern.tellings.find((one) => one.reportId === reportId);
  const staying = concern.tellings.filter((one) => !one.withdrawn && one.reportId !== reportId).length;
  return (
    <Dialog title={t('split.title')} deed={t('tellings.split')} onDeed={() => deeds.split(reportId)} onClose={onClose}>
      <blockquote className="card" style={{ margin: 0, padding: '10px 14px' }}>
        {telling?.masked ?? t('tellings.sealed')}
      </blockquote>
      <ul style={{ margin: 0, paddingLeft: 22 }}>
        <li>{t('split.own')}</li>
        <li>{t('split.stays', { ref: concern.ref, count: staying })}</li>
        <li>{t(concern.briefs.length > 0 ? 'split.posts' : 'split.noPost')}</li>
        <li>{t('split.never')}</li>
      </ul>
    </Dialog>
  );
}
