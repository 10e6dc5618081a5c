// The frame around every screen: programme and role on top, the rail of this role's screens, the screen itself.
import { VisuallyHidden } from '@mantine/core';
import { IconFlask } from '@tabler/icons-react';
import { Outlet, useLocation } from '@tanstack/react-router';
import { type ReactNode, Suspense, useCallback } from 'react';
import type { Role } from '../../shared/domain/role.ts';
import { useWords } from '../kit/i18n.ts';
import { useSession } from '../kit/session.ts';
import { Waiting } from '../kit/widgets/waiting.tsx';
import { AbsenceBanner } from './absence/absence-banner.tsx';
import { AreaBanner } from './area/area-banner.tsx';
import { AreaSwitch } from './area/area-switch.tsx';
import { Bell } from './bell/bell.tsx';
import { DangerBar } from './bell/danger-bar.tsx';
import { CommandPalette } from './palette/palette.tsx';
import { Rail } from './rail.tsx';
import { ScreenListContext } from './screen-list.ts';
import { screensOf } from './screens.ts';
import look from './shell.module.css';
import { Tour } from './tour/tour.tsx';
import { UserMenus } from './user-menus.tsx';

export function Shell(): ReactNode {
  const { t } = useWords();
  const session = useSession();
  const { demonstration } = session.programme;
  const listOf = useCallback((role: Role) => screensOf(role, demonstration), [demonstration]);
  const mine = listOf(session.grant.role);
  const { pathname } = useLocation();
  const title = mine.find((screen) => screen.path === pathname)?.title ?? 'screen.home';
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
        <AreaSwitch />
        <CommandPalette />
        <Bell />
        <UserMenus />
      </header>
      <DangerBar title={t(title)} />
      <Rail screens={mine} />
      <ScreenListContext value={listOf}>
        <Main title={t(title)} />
      </ScreenListContext>
      <Tour home={mine[0]?.path} />
    </div>
  );
}

function Main({ title }: { title: string }): ReactNode {
  return (
    <main id="main" tabIndex={-1} className={look['main']}>
      <VisuallyHidden>
        <p aria-live="polite">{title}</p>
      </VisuallyHidden>
      <AbsenceBanner />
      <AreaBanner />
      <Suspense fallback={<Waiting />}>
        <Outlet />
      </Suspense>
    </main>
  );
}
