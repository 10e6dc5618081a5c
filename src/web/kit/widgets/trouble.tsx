// An error in words: what happened, what was kept, what to do. The code is small print.
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconPlugConnectedX } from '@tabler/icons-react';
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

/** Why a form was not taken, above its button. Nothing while there is no reason. */
export function FormTrouble({ error }: { error: unknown }): ReactNode {
  if (error === undefined) return null;
  return (
    <div role="alert" className="row" style={{ alignItems: 'flex-start', flexWrap: 'nowrap' }}>
      <span className="mark danger" style={{ marginTop: 2 }}>
        <IconAlertTriangle size={20} aria-hidden />
      </span>
      <TroubleWords error={error} />
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
