// A single-use code, large enough to be read aloud or copied by hand; on paper with nothing else beside it than what it is for.
import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../i18n.ts';
import look from './code-slip.module.css';

type Props = {
  code: string;
  /** On the screen alone: that it is shown this once. */
  once: string;
  /** Above the code on paper; absent where the paper must not say whose it is. */
  paper?: string;
  /** What whoever holds it does with it; also on the paper. */
  use: string;
  /** What ends it: "I gave it", "I kept it". */
  done: string;
  onClose: () => void;
  children?: ReactNode;
};

export function CodeSlip({ code, once, paper, use, done, onClose, children }: Props): ReactNode {
  const { t } = useWords();
  return (
    <div className={`stack ${look['slip'] ?? ''}`}>
      {paper === undefined ? null : <p className={look['paper']}>{paper}</p>}
      <p className="no-print">{once}</p>
      <output className={`card ${look['code'] ?? ''}`}>{code}</output>
      <p>{use}</p>
      {children}
      <div className="row no-print" style={{ justifyContent: 'flex-end' }}>
        <Button
          variant="default"
          leftSection={<IconPrinter size={18} aria-hidden />}
          onClick={() => globalThis.print()}
        >
          {t('print.short')}
        </Button>
        <Button onClick={onClose}>{done}</Button>
      </div>
    </div>
  );
}
