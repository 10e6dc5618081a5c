// The listener's screen: one text at a time. No sender, no number, no search; every reading is in the journal.
import { Button } from '@mantine/core';
import { IconEarOff, IconEyeCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { z } from 'zod';
import type { ListeningView } from '../../../shared/contract/work.ts';
import { ask } from '../../kit/api.ts';
import { showTrouble } from '../../kit/deed.ts';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import { showToast } from '../../kit/toasts.ts';
import { Empty } from '../../kit/widgets/empty.tsx';
import { type Marking, MarkingForm } from '../../kit/widgets/marking-form.tsx';
import { Trouble } from '../../kit/widgets/trouble.tsx';

type Text = z.infer<typeof ListeningView>;

export function ListeningScreen(): ReactNode {
  const { t } = useWords();
  const [text, setText] = useState<Text | null>();
  const take = useMutation({
    mutationFn: () => ask('takeListening', { body: {} }),
    onSuccess: (answer) => setText(answer.listening),
  });
  const next = (
    <Button size="md" loading={take.isPending} onClick={() => take.mutate()}>
      {t('listening.next')}
    </Button>
  );
  const onMark = async (marking: Marking): Promise<boolean> => {
    if (!text) return false;
    return ask('markListening', { params: { id: text.todoId }, body: marking }).then(
      () => {
        showToast({ text: t('listening.kept'), until: Date.now() + 4_000 });
        setText(undefined);
        take.mutate();
        return true;
      },
      (error: unknown) => {
        showTrouble(error, t('listening.notKept'));
        return false;
      },
    );
  };
  return (
    <div className="page" style={{ maxWidth: 760 }}>
      <header>
        <h1>{t('screen.listening')}</h1>
        <p className="mark plain" style={{ whiteSpace: 'normal' }}>
          <IconEyeCheck size={16} aria-hidden />
          {t('listening.journalled')}
        </p>
      </header>
      {take.isError ? <Trouble error={take.error} retry={() => take.mutate()} /> : null}
      {text ? <OneText key={text.todoId} text={text} onMark={onMark} /> : null}
      {text === undefined && !take.isError ? (
        <div className="card stack" style={{ padding: 24, alignItems: 'flex-start' }}>
          <p>{t('listening.intro')}</p>
          {next}
        </div>
      ) : null}
      {text === null ? (
        <Empty icon={IconEarOff} title={t('listening.emptyTitle')} next={t('listening.emptyNext')}>
          {next}
        </Empty>
      ) : null}
    </div>
  );
}

function OneText({ text, onMark }: { text: Text; onMark: (marking: Marking) => Promise<boolean> }): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  const language =
    text.language === null
      ? t('language.unknown')
      : t(`language.${text.language}`, { defaultValue: t('language.unknown') });
  return (
    <article className="card stack wide" style={{ padding: 20 }}>
      <div className="row apart quiet small">
        <span>
          {language} · {t('listening.waitsSince', { when: format.moment(text.openedAt) })}
        </span>
        {text.waiting === 0 ? null : <span className="numbers">{t('listening.waiting', { count: text.waiting })}</span>}
      </div>
      <blockquote
        lang={text.language ?? undefined}
        style={{ margin: 0, fontSize: '1.25rem', lineHeight: 1.5, whiteSpace: 'pre-wrap' }}
      >
        {text.text}
      </blockquote>
      {text.hint === null ? null : (
        <p className="tag" style={{ alignSelf: 'flex-start' }}>
          {t('listening.hint', { hint: text.hint })}
        </p>
      )}
      <MarkingForm withTranslation onMark={onMark} />
    </article>
  );
}
