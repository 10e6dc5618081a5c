// The screens of this role: a rail beside the page, on a phone a bar below it, where what does not fit folds into "More".
import { Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../kit/i18n.ts';
import { useNarrow } from '../kit/narrow.ts';
import type { Screen } from './screens.ts';
import look from './shell.module.css';

/** As many as a thumb can tell apart at 360 px. */
const PLACES_IN_BAR = 5;

export function Rail({ screens }: { screens: readonly Screen[] }): ReactNode {
  const { t } = useWords();
  const narrow = useNarrow();
  const folds = narrow && screens.length > PLACES_IN_BAR;
  const shown = folds ? screens.slice(0, PLACES_IN_BAR - 1) : screens;
  return (
    <nav className={look['rail']} aria-label={t('shell.screens')}>
      {shown.map((screen) => (
        <RailLink key={screen.path} screen={screen} />
      ))}
      {folds ? <MoreScreens screens={screens.slice(shown.length)} /> : null}
    </nav>
  );
}

function RailLink({ screen }: { screen: Screen }): ReactNode {
  const { t } = useWords();
  return (
    <Link
      to={screen.path}
      search={{}}
      className={look['link'] ?? ''}
      activeOptions={{ includeSearch: false }}
      data-tour={screen.path}
    >
      <screen.icon size={22} stroke={1.6} aria-hidden />
      <span>{t(screen.title)}</span>
    </Link>
  );
}

/** Says by its colour and its name when the opened screen is one of those behind it. */
function MoreScreens({ screens }: { screens: readonly Screen[] }): ReactNode {
  const { t } = useWords();
  const { pathname } = useLocation();
  const here = screens.find(({ path }) => path === pathname);
  return (
    <Menu position="top-end" width={230}>
      <Menu.Target>
        <button
          type="button"
          className={look['link']}
          data-status={here === undefined ? undefined : 'active'}
          aria-label={here === undefined ? t('shell.more') : `${t('shell.more')}: ${t(here.title)}`}
        >
          <IconDots size={22} stroke={1.6} aria-hidden />
          <span>{t('shell.more')}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {screens.map((screen) => (
          <Menu.Item
            key={screen.path}
            leftSection={<screen.icon size={18} stroke={1.6} aria-hidden />}
            renderRoot={(given) => <Link {...given} to={screen.path} search={{}} />}
          >
            {t(screen.title)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
