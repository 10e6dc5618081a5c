// What stands on top of a printed concern: neutral; on paper it belongs to whoever holds it.
import { Button, Checkbox } from '@mantine/core';
import { IconLink, IconPrinter } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { flushSync } from 'react-dom';
import type { ConcernView } from '../../../shared/contract/concerns.ts';
import { useCommands } from '../../kit/commands.ts';
import { showTrouble } from '../../kit/deed.ts';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import { useNow } from '../../kit/now.ts';
import { useSession } from '../../kit/session.ts';
import { showToast } from '../../kit/toasts.ts';
import { Dialog } from '../../kit/widgets/dialog.tsx';
import look from './concern-desk.module.css';
import type { DeskKind } from './desk-kind.ts';

export function PrintHead({ concern }: { concern: ConcernView }): ReactNode {
  const { t } = useWords();
  const { programme } = useSession();
  const format = useFormat();
  const now = useNow();
  return (
    <div className={look['printHead']}>
      <strong>{programme.name}</strong>
      <span>
        {t('print.record', { ref: concern.ref })} · {format.date(now.toISOString())}, {format.time(now.toISOString())}
      </span>
    </div>
  );
}

type Props = {
  concern: ConcernView;
  kind: DeskKind /** The words of a restricted lane come along only when she says so, this once. */;
  onWords: (printed: boolean) => void;
};

export function PrintAndLink({ concern, kind, onWords }: Props): ReactNode {
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  const print = (words: boolean): void => {
    flushSync(() => onWords(words));
    globalThis.print();
    onWords(false);
  };
  const begin = (): void => (kind === 'protection' ? setAsking(true) : print(true));
  const copy = (): void => {
    const { origin, pathname } = globalThis.location;
    navigator.clipboard
      .writeText(`${origin}${pathname}?id=${concern.id}&state=all`)
      .then(() => showToast({ text: t('views.copied'), until: Date.now() + 4_000 }))
      .catch((error: unknown) => showTrouble(error, t('views.notCopied')));
  };
  useCommands('record', [
    { id: 'record.print', label: t('print.print', { ref: concern.ref }), run: begin },
    { id: 'record.link', label: t('print.link', { ref: concern.ref }), run: copy },
  ]);
  return (
    <div className="row no-print" style={{ gap: 4, marginLeft: 'auto' }}>
      <Button size="compact-sm" variant="subtle" leftSection={<IconPrinter size={16} aria-hidden />} onClick={begin}>
        {t('print.short')}
      </Button>
      <Button size="compact-sm" variant="subtle" leftSection={<IconLink size={16} aria-hidden />} onClick={copy}>
        {t('print.linkShort')}
      </Button>
      {asking ? <AskWords onPrint={print} onClose={() => setAsking(false)} /> : null}
    </div>
  );
}

function AskWords({ onPrint, onClose }: { onPrint: (words: boolean) => void; onClose: () => void }): ReactNode {
  const { t } = useWords();
  const [words, setWords] = useState(false);
  const go = async (): Promise<boolean> => {
    onClose();
    setTimeout(() => onPrint(words), 250);
    return true;
  };
  return (
    <Dialog title={t('print.title')} deed={t('print.short')} onDeed={go} onClose={onClose}>
      <p>{t('print.warning')}</p>
      <Checkbox
        label={t('print.withWords')}
        checked={words}
        onChange={(event) => setWords(event.currentTarget.checked)}
      />
    </Dialog>
  );
}
