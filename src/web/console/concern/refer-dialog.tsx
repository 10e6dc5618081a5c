// A service of the directory for this place. What she answered when asked decides: sent, offered, or nothing leaves.
import { type ReactNode, useState } from 'react';
import type { ConcernView } from '../../../shared/contract/concerns.ts';
import type { ReferralServiceView } from '../../../shared/contract/recipients.ts';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import { useAsk } from '../../kit/query.ts';
import { Dialog } from '../../kit/widgets/dialog.tsx';
import { OptionList } from '../../kit/widgets/option-list.tsx';
import { Trouble } from '../../kit/widgets/trouble.tsx';
import { Waiting } from '../../kit/widgets/waiting.tsx';
import { ServiceMarks } from '../referral/recipient-marks.tsx';
import type { ConcernDeeds } from './use-concern-deeds.ts';

type Props = { concern: ConcernView; deeds: ConcernDeeds; onClose: () => void };
type May = 'send' | 'offer' | 'nothing';

function mayOf({ lane, consent }: ConcernView): May {
  if (consent.state === 'yes' || lane === 'oversight') return 'send';
  return consent.state === 'not-asked' ? 'offer' : 'nothing';
}

export function ReferDialog({ concern, deeds, onClose }: Props): ReactNode {
  const { t } = useWords();
  const describe = useDescribe();
  const list = useAsk('listServicesOf', { params: { id: concern.id } });
  const [chosen, setChosen] = useState<string>();
  const services = list.data?.services ?? [];
  const service = services.find(({ id }) => id === chosen);
  const may = mayOf(concern);
  const refer = async (): Promise<boolean> =>
    service === undefined || may === 'nothing' ? false : deeds.refer(service, may === 'send');
  return (
    <Dialog
      title={t('refer.title')}
      deed={t(may === 'offer' ? 'refer.offer' : 'action.refer')}
      onDeed={refer}
      onClose={onClose}
      disabled={service === undefined || may === 'nothing'}
    >
      <div className="card stack tight" style={{ padding: '12px 14px' }}>
        <strong>{t(`consented.state.${concern.consent.state}`)}</strong>
        <p className="small">{t(`refer.${concern.lane === 'oversight' ? 'oversight' : concern.consent.state}`)}</p>
      </div>
      {may !== 'nothing' && list.isPending ? <Waiting rows={3} height={64} /> : null}
      {list.isError ? <Trouble error={list.error} retry={() => void list.refetch()} /> : null}
      {may !== 'nothing' && list.isSuccess && services.length === 0 ? <p>{t('refer.none')}</p> : null}
      {may === 'nothing' || services.length === 0 ? null : (
        <OptionList
          label={t('refer.service')}
          value={chosen}
          onPick={setChosen}
          options={services.map((one) => ({
            value: one.id,
            label: one.name,
            description: describe(one),
            beside: (
              <div className="row" style={{ gap: 6, paddingLeft: 32 }}>
                <ServiceMarks service={one} />
              </div>
            ),
          }))}
        />
      )}
    </Dialog>
  );
}

/** How it is reached, when, and when somebody last made sure of it. */
function useDescribe(): (service: ReferralServiceView) => string {
  const { t } = useWords();
  const format = useFormat();
  return ({ reach, hours, confirmedOn }) =>
    [reach, hours, t('referralServices.confirmed', { when: format.date(confirmedOn) })]
      .filter((said) => said !== '')
      .join(' · ');
}
