// The bell on top of every page: how much waits for this person, and the calm list behind it. Closing it says "I have looked".
import { Popover } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import type { BellView } from '../../../shared/contract/bell.ts';
import { ask } from '../../kit/api.ts';
import { useCommands } from '../../kit/commands.ts';
import { useWords } from '../../kit/i18n.ts';
import { refresh } from '../../kit/query.ts';
import look from './bell.module.css';
import { BellList } from './bell-list.tsx';
import { bellOpened } from './opened.ts';
import { useBell } from './use-bell.ts';

const MOST_COUNTED = 999;

export function Bell(): ReactNode {
  const { t } = useWords();
  const bell = useBell().data;
  const open = bellOpened.use();
  useLookedAt(open, bell);
  const change = bellOpened.set;
  useCommands('bell', [{ id: 'bell.open', label: t('bell.open'), run: () => change(true) }]);
  const { waiting = 0, fresh = 0, dangers = [] } = bell ?? {};
  return (
    <Popover opened={open} onChange={change} position="bottom-end" width={460} trapFocus returnFocus shadow="md">
      <Popover.Target>
        <button
          type="button"
          className={look['bell']}
          data-tour="bell"
          data-fresh={fresh > 0}
          data-danger={dangers.length > 0}
          aria-label={t('bell.name', {
            waiting: t('bell.waiting', { count: waiting }),
            fresh: t('bell.fresh', { count: fresh }),
          })}
          title={t('bell.open')}
          onClick={() => change(!open)}
        >
          <IconBell size={20} aria-hidden />
          {fresh > 0 ? <span className={look['dot']} aria-hidden /> : null}
          <span className="numbers" aria-hidden>
            {waiting > MOST_COUNTED ? `${MOST_COUNTED}+` : waiting}
          </span>
        </button>
      </Popover.Target>
      <Popover.Dropdown maw="calc(100vw - 16px)" aria-label={t('bell.title')}>
        {bell === undefined ? null : <BellList bell={bell} onLeave={() => change(false)} />}
      </Popover.Dropdown>
    </Popover>
  );
}

/** What stood there when the list was opened has been looked at when it closes. */
function useLookedAt(open: boolean, bell: BellView | undefined): void {
  const shown = useRef<BellView>(undefined);
  useEffect(() => {
    if (open) shown.current ??= bell;
    else if (shown.current !== undefined) {
      void lookedAt(shown.current.at);
      shown.current = undefined;
    }
  }, [open, bell]);
}

/** That she looked is worth no interruption: at worst the same is new to her once more. */
async function lookedAt(at: string): Promise<void> {
  await ask('lookAtBell', { body: { at } }).catch(() => undefined);
  await refresh('getBell');
}
