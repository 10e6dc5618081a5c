// The code of an invitation or of a way back in: until when it serves, and whether a second person must still agree.
import type { ReactNode } from 'react';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import { useSession } from '../../kit/session.ts';
import { CodeSlip } from '../../kit/widgets/code-slip.tsx';

type Props = {
  given: { code: string; needsSecondPerson: boolean; expiresAt: string };
  /** What whoever holds it does with it; also on the paper. */
  use: string;
  onClose: () => void;
};

export function OneTimeCode({ given, use, onClose }: Props): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  const { programme } = useSession();
  return (
    <CodeSlip
      code={given.code}
      once={t('people.codeOnce')}
      paper={programme.name}
      use={use}
      done={t('people.codeKept')}
      onClose={onClose}
    >
      <p className="quiet">{t('people.codeUntil', { when: format.moment(given.expiresAt) })}</p>
      {given.needsSecondPerson ? (
        <p className="tag warn" style={{ borderRadius: 8 }}>
          {t('people.needsSecond')}
        </p>
      ) : null}
    </CodeSlip>
  );
}
