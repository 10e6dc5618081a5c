// What kind of service it is, whom it treats, and whether its entry can still be trusted.
import type { ReactNode } from 'react';
import type { ReferralServiceView } from '../../../shared/contract/recipients.ts';
import { useWords } from '../../kit/i18n.ts';

export function ServiceMarks({ service }: { service: ReferralServiceView }): ReactNode {
  const { t } = useWords();
  return (
    <>
      <span className="tag">{t(`referralKind.${service.kind}`)}</span>
      {service.children ? <span className="tag">{t('referralServices.children')}</span> : null}
      {service.survivors ? <span className="tag">{t('referralServices.survivors')}</span> : null}
      {service.state === 'now' ? null : <span className="tag">{t(`posts.dutyState.${service.state}`)}</span>}
      {service.stale && service.state !== 'over' ? (
        <span className="tag warn">{t('referralServices.stale')}</span>
      ) : null}
    </>
  );
}
