// The frame around every screen: programme and role on top, the rail of this role's screens, the screen itself.
import { VisuallyHidden } from '@mantine/core';
import { IconFlask } from '@tabler/icons-react';
import { Outlet, useLocation } from '@tanstack/react-router';
import { type ReactNode, Suspense, useCallback, useEffect, useRef } from 'react';
import type { Role } from '../../shared/domain/role.ts';
import { useWords } from '../kit/i18n.ts';
import { useSession } from '../kit/session.ts';
import { Waiting } from '../kit/widgets/waiting.tsx';
import { AbsenceBanner } from './absence/absence-banner.tsx';
import { CommandPalette } from './palette/palette.tsx';
import { Rail } from './rail.tsx';
import { ScreenListContext } from './screen-list.ts';
import { type Screen, screensOf } from './screens.ts';
import look from './shell.module.css';
import { Tour } from './tour/tour.tsx';
import { UserMenus } from './user-menus.tsx';

export function Shell(): ReactNode {
  const { t } = useWords();
  const session = useSession();
  const { demonstration } = session.programme;
  const listOf = useCallback((role: Role) => screensOf(role, demonstration), [demonstration]);
  const mine = listOf(session.grant.role);
  return (
    <div className={look['frame']}>
      <a className="skip" href="#main">
        {t('shell.skip')}
      </a>
      <header className={look['top']}>
        <span className={`${look['name']} truncate`}>{session.programme.name}</span>
        {session.programme.demonstration ? (
          <span className="tag warn">
            <IconFlask size={14} aria-hidden />
            {t('shell.demonstration')}
          </span>
        ) : null}
        <CommandPalette />
        <UserMenus />
      </header>
      <Rail screens={mine} />
      <ScreenListContext value={listOf}>
        <Main screens={mine} />
      </ScreenListContext>
      <Tour home={mine[0]?.path} />
    </div>
  );
}

function Main({ screens }: { screens: readonly Screen[] }): ReactNode {
  const { t } = useWords();
  const { pathname } = useLocation();
  const ref = useRef<HTMLElement>(null);
  const title = screens.find((screen) => screen.path === pathname)?.title ?? 'screen.home';
  useEffect(() => {
    document.title = `${t(title)} · Salama`;
  }, [t, title]);
  return (
    <main id="main" ref={ref} tabIndex={-1} className={look['main']}>
      <VisuallyHidden>
        <p aria-live="polite">{t(title)}</p>
      </VisuallyHidden>
      <AbsenceBanner />
      <Suspense fallback={<Waiting />}>
        <Outlet />
      </Suspense>
    </main>
  );
}
