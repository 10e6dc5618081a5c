// A message that no grammar could place, read by the person who took it; the reading is in the journal.
import { IconEyeCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ask } from '../../kit/api.ts';
import { showTrouble } from '../../kit/deed.ts';
import { useWords } from '../../kit/i18n.ts';
import { refresh, useAsk } from '../../kit/query.ts';
import { showToast } from '../../kit/toasts.ts';
import { type Marking, MarkingForm } from '../../kit/widgets/marking-form.tsx';
import { Sheet } from '../../kit/widgets/sheet.tsx';
import { Trouble } from '../../kit/widgets/trouble.tsx';
import { Waiting } from '../../kit/widgets/waiting.tsx';

export function UnclearSheet({ todoId, onClose }: { todoId: string; onClose: () => void }): ReactNode {
  const { t } = useWords();
  // Asked once per opening: every reading writes a line in the journal.
  const message = useAsk('readUnclear', { params: { id: todoId } }, { staleTime: Number.POSITIVE_INFINITY });
  const onMark = async (marking: Marking): Promise<boolean> => {
    try {
      await ask('markUnclear', { params: { id: todoId }, body: marking });
    } catch (error) {
      showTrouble(error, t('listening.notKept'));
      return false;
    }
    showToast({ text: t('listening.kept'), until: Date.now() + 4_000 });
    onClose();
    await refresh('listTodos', 'listConcerns');
    return true;
  };
  return (
    <Sheet onClose={onClose} title={t('unclear.title')}>
      <div className="stack wide">
        <p className="mark plain" style={{ whiteSpace: 'normal' }}>
          <IconEyeCheck size={16} aria-hidden />
          {t('listening.journalled')}
        </p>
        {message.isPending ? <Waiting rows={1} height={80} /> : null}
        {message.isError ? <Trouble error={message.error} retry={() => void message.refetch()} /> : null}
        {message.data === undefined ? null : (
          <>
            <blockquote style={{ margin: 0, fontSize: '1.125rem', lineHeight: 1.5, whiteSpace: 'pre-wrap' }}>
              {message.data.text}
            </blockquote>
            <MarkingForm withTranslation={false} onMark={onMark} />
          </>
        )}
      </div>
    </Sheet>
  );
}
