// An error in words: what happened, what was kept, what to do. The code is small print.
import { Button } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ApiProblem } from '../api.ts';
import { useWords } from '../i18n.ts';

export function Trouble({ error, retry }: { error: unknown; retry?: () => void }): ReactNode {
  const { t } = useWords();
  return (
    <div role="alert" className="stack" style={{ padding: 24, maxWidth: 560 }}>
      <div className="mark danger">
        <IconPlugConnectedX size={18} aria-hidden />
        {t('trouble.title')}
      </div>
      <TroubleWords error={error} />
      {retry === undefined ? null : (
        <div>
          <Button variant="default" onClick={retry}>
            {t('trouble.retry')}
          </Button>
        </div>
      )}
    </div>
  );
}

export function TroubleWords({ error }: { error: unknown }): ReactNode {
  const { t, exists } = useWords();
  const code = error instanceof ApiProblem ? error.code : 'client.fault';
  const key = exists(`problem.${code}.what`) ? code : 'server.fault';
  return (
    <div className="stack tight">
      <p>{t(`problem.${key}.what`)}</p>
      <p className="quiet">{t(`problem.${key}.next`)}</p>
      <p className="quiet small">{t('trouble.code', { code })}</p>
    </div>
  );
}
