// One keypad phone: its texts, a line to write on, and its two calls. What waits to be sent stays in the line when sending fails.

import { ActionIcon, Textarea } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import type { HandsetView } from '../../../shared/contract/work.ts';
import { MOST_LETTERS } from '../../../shared/domain/understanding.ts';
import { ask } from '../../kit/api.ts';
import { showTrouble } from '../../kit/deed.ts';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import { refresh } from '../../kit/query.ts';
import { CallKeys } from './call-keys.tsx';
import look from './handset.module.css';
import { MenuScreen } from './menu-screen.tsx';
import { useMenuSession } from './use-menu-session.ts';

type Phone = z.infer<typeof HandsetView>;

export function Handset({ handset }: { handset: Phone }): ReactNode {
  const { t } = useWords();
  const menu = useMenuSession(handset.id);
  return (
    <section className={look['phone']} aria-label={handset.label}>
      <h2 className={look['label']}>{handset.label}</h2>
      {menu.shown === undefined ? (
        <>
          <Texts texts={handset.texts} label={t('handsets.texts', { label: handset.label })} />
          <WriteLine handset={handset} />
          <CallKeys handset={handset} dial={menu.dial} />
        </>
      ) : (
        <MenuScreen label={handset.label} menu={menu} shown={menu.shown} />
      )}
    </section>
  );
}

function Texts({ texts, label }: { texts: Phone['texts']; label: string }): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  const ref = useRef<HTMLUListElement>(null);
  const count = texts.length;
  useEffect(() => {
    if (count > 0) ref.current?.scrollTo({ top: ref.current.scrollHeight });
  }, [count]);
  const oldestFirst = texts.toSorted((a, b) => a.at.localeCompare(b.at));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <ul ref={ref} className={look['screen']} aria-label={label} aria-live="polite" tabIndex={0}>
      {count === 0 ? <li className={look['none']}>{t('handsets.none')}</li> : null}
      {oldestFirst.map((text) => (
        <li key={text.id} className={look['text']} data-direction={text.direction}>
          <span className={look['meta']}>
            {t(`handsets.${text.direction}`)} {format.moment(text.at)}
          </span>
          {text.text}
        </li>
      ))}
    </ul>
  );
}

function WriteLine({ handset }: { handset: Phone }): ReactNode {
  const { t } = useWords();
  const [text, setText] = useState('');
  const [sending, setSending] = useState(false);
  const send = async (): Promise<void> => {
    if (text.trim() === '' || sending) return;
    setSending(true);
    try {
      await ask('sendFromHandset', { params: { id: handset.id }, body: { text } });
      setText('');
      await refresh('listHandsets');
    } catch (error) {
      showTrouble(error, t('handsets.notSent'));
    }
    setSending(false);
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void send();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    void send();
  };
  return (
    <form className={look['write']} onSubmit={onSubmit}>
      <Textarea
        className="grow"
        aria-label={t('handsets.writeFrom', { label: handset.label })}
        placeholder={t('handsets.write')}
        autosize
        minRows={1}
        maxRows={4}
        maxLength={MOST_LETTERS}
        value={text}
        onKeyDown={onKeyDown}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <ActionIcon type="submit" size="lg" loading={sending} aria-label={t('handsets.send', { label: handset.label })}>
        <IconSend size={18} />
      </ActionIcon>
    </form>
  );
}
