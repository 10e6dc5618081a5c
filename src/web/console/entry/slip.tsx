// The code she takes with her, on a slip that says nothing of what it is for.
import type { ReactNode } from 'react';
import { useWords } from '../../kit/i18n.ts';
import { CodeSlip } from '../../kit/widgets/code-slip.tsx';
import { Sheet } from '../../kit/widgets/sheet.tsx';

export function Slip({ code, onClose }: { code: string; onClose: () => void }): ReactNode {
  const { t } = useWords();
  return (
    <Sheet title={t('entry.slipTitle')} size="md" onClose={onClose}>
      <CodeSlip
        code={code}
        once={t('entry.slipOnce')}
        use={t('entry.slipUse')}
        done={t('entry.slipGiven')}
        onClose={onClose}
      />
    </Sheet>
  );
}
