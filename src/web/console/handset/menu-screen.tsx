// The menu on a phone's screen, as the network shows it: one screen, one line to answer on. Hanging up in the middle is a line
// that falls.
import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPhoneOff, IconSend } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { USSD_ROOM } from '../../../shared/kit/sms.ts';
import { useWords } from '../../kit/i18n.ts';
import look from './handset.module.css';
import type { MenuSession } from './use-menu-session.ts';

type MenuScreenProps = { label: string; menu: MenuSession; shown: NonNullable<MenuSession['shown']> };

export function MenuScreen({ label, menu, shown }: MenuScreenProps): ReactNode {
  const { t } = useWords();
  return (
    <>
      <div className={look['screen']}>
        <p className={look['menu']} aria-live="polite">
          {shown.text}
        </p>
        <span className={look['meta']}>
          {t('handsets.letters', { count: shown.text.length, most: USSD_ROOM })}
          {shown.ends ? ` · ${t('handsets.menuEnded')}` : ''}
        </span>
      </div>
      {shown.ends ? null : <AnswerLine label={label} menu={menu} at={shown.typed} />}
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconPhoneOff size={16} aria-hidden />}
        onClick={menu.hangUp}
      >
        {t(shown.ends ? 'handsets.closeMenu' : 'handsets.dropCall')}
      </Button>
    </>
  );
}

function AnswerLine({ label, menu, at }: { label: string; menu: MenuSession; at: string }): ReactNode {
  const { t } = useWords();
  const [text, setText] = useState('');
  const ref = useRef<HTMLInputElement>(null);
  // Each new screen waits for an answer: the keys are under the thumb.
  useEffect(() => {
    if (at !== undefined) ref.current?.focus();
  }, [at]);
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() === '') return;
    void menu.answer(text).then((arrived) => {
      if (arrived) setText('');
    });
  };
  return (
    <form className={look['write']} onSubmit={onSubmit}>
      <TextInput
        ref={ref}
        className="grow"
        aria-label={t('handsets.answerFrom', { label })}
        placeholder={t('handsets.answerMenu')}
        maxLength={160}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <ActionIcon type="submit" size="lg" loading={menu.busy} aria-label={t('handsets.sendAnswer', { label })}>
        <IconSend size={18} />
      </ActionIcon>
    </form>
  );
}
