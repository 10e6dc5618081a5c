// Refer out to a named body, with the teller's consent on record. Without consent nothing leaves.
import { Radio, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../kit/i18n.ts';
import { Dialog } from '../../kit/widgets/dialog.tsx';
import type { ConcernDeeds } from './use-concern-deeds.ts';

export function ReferDialog({ deeds, onClose }: { deeds: ConcernDeeds; onClose: () => void }): ReactNode {
  const { t } = useWords();
  const [body, setBody] = useState('');
  const [consent, setConsent] = useState<string>();
  const told = consent === 'given' || consent === 'not-needed' ? consent : undefined;
  const refer = async (): Promise<boolean> => (told === undefined ? false : deeds.refer(body.trim(), told));
  return (
    <Dialog
      title={t('refer.title')}
      deed={t('action.refer')}
      onDeed={refer}
      onClose={onClose}
      disabled={told === undefined || body.trim().length < 3}
    >
      <TextInput
        data-autofocus
        label={t('refer.body')}
        description={t('refer.bodyHint')}
        required
        maxLength={80}
        value={body}
        onChange={(event) => setBody(event.currentTarget.value)}
      />
      <Radio.Group label={t('refer.consent')} required value={consent ?? ''} onChange={setConsent}>
        <div className="stack" style={{ paddingTop: 10 }}>
          <Radio value="given" label={t('consent.given')} description={t('refer.givenHint')} />
          <Radio value="not-needed" label={t('consent.not-needed')} description={t('refer.notNeededHint')} />
          <Radio value="refused" label={t('refer.refused')} description={t('refer.refusedHint')} />
        </div>
      </Radio.Group>
    </Dialog>
  );
}
