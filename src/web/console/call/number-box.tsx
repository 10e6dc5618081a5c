// The number itself, big, for a quarter of an hour; or why there is none.
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { CallView } from '../../../shared/contract/calls.ts';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import { canMakeKey } from '../../kit/page-key.ts';
import { Section } from '../../kit/widgets/section.tsx';
import { Warning } from './before-call.tsx';
import look from './call.module.css';
import type { HerNumber } from './use-number.ts';

type Props = { call: CallView; her: HerNumber; onEndTask: () => void };

export function NumberBox({ call, her, onEndTask }: Props): ReactNode {
  const { t } = useWords();
  return (
    <Section level={2} title={t('call.number')}>
      <div role="status" className="stack">
        <Inside call={call} her={her} />
      </div>
      {!call.reachable || her.state === 'no-way-back' ? (
        <div>
          <Button variant="default" onClick={onEndTask}>
            {t('call.endHere')}
          </Button>
        </div>
      ) : null}
    </Section>
  );
}

function Inside({ call, her }: Omit<Props, 'onEndTask'>): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  if (her.number !== undefined) return <Shown number={her.number} until={her.until ?? ''} />;
  if (!call.reachable) return <Warning text={t('call.gone')} />;
  if (call.notBefore !== null)
    return <Warning text={t(`call.wait.${call.notBefore.why}`, { when: format.moment(call.notBefore.at) })} />;
  return canMakeKey() ? <Asking her={her} /> : <Warning text={t('call.noCrypto')} />;
}

function Asking({ her }: { her: HerNumber }): ReactNode {
  const { t } = useWords();
  const busy = her.asking || her.state === 'waiting';
  const refused = busy ? undefined : her.state;
  return (
    <>
      {refused === undefined ? null : <Warning text={t(`call.state.${refused}`)} />}
      {refused === 'no-way-back' ? null : (
        <div>
          <Button loading={busy} onClick={her.ask}>
            {t(refused === undefined ? 'call.ask' : 'call.askAgain')}
          </Button>
        </div>
      )}
      <p className="quiet small">{t(busy ? 'call.asking' : 'call.hint')}</p>
    </>
  );
}

function Shown({ number, until }: { number: string; until: string }): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  const [hidden, setHidden] = useState(false);
  return (
    <>
      <div className="row apart">
        <output className={look['number']}>{hidden ? '• • •' : spaced(number)}</output>
        <Button variant="default" onClick={() => setHidden(!hidden)}>
          {t(hidden ? 'call.show' : 'call.hide')}
        </Button>
      </div>
      <p>{t('call.until', { when: format.time(until) })}</p>
    </>
  );
}

/** `+258 84 123 4567`: as it is typed. */
const spaced = (number: string): string => number.replace(/^(\+258)(\d{2})(\d{3})(\d{4})$/, '$1 $2 $3 $4');
