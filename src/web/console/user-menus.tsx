// Role, language, light or dark, sign out. On a phone all of it folds into one menu.
import { ActionIcon, Button, Menu, useMantineColorScheme } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import {
  IconArrowsExchange,
  IconCheck,
  IconChevronDown,
  IconDeviceMobile,
  IconLanguage,
  IconLogout,
  IconLogout2,
  IconMapPin,
  IconMoon,
  IconSun,
  IconUserCircle,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useCallback, useState } from 'react';
import { ask } from '../kit/api.ts';
import { showTrouble } from '../kit/deed.ts';
import { useFormat } from '../kit/format.ts';
import { speak, useWords } from '../kit/i18n.ts';
import { useNarrow } from '../kit/narrow.ts';
import { beginSession, endSession, useSession } from '../kit/session.ts';
import { Later, type LaterPart } from '../kit/widgets/later.tsx';
import { areaPicker } from './area/area-switch.tsx';
import { useParts } from './area/use-area.ts';
import { HelpButton } from './help/help-button.tsx';
import { hasPhone } from './phone/has-phone.ts';

const absenceSheet: LaterPart = { load: async () => (await import('./absence/absence-sheet.tsx')).AbsenceSheet };
const phoneSheet: LaterPart = { load: async () => (await import('./phone/phone-sheet.tsx')).PhoneSheet };

export function UserMenus(): ReactNode {
  const narrow = useNarrow();
  return (
    <div className="row" style={{ flex: '0 3 auto', flexWrap: 'nowrap' }}>
      {narrow ? null : <GrantMenu />}
      {narrow ? null : <SchemeButton />}
      <HelpButton />
      <PersonMenu narrow={narrow} />
    </div>
  );
}

function useGrantSwitch(): (grantId: string) => void {
  const { t } = useWords();
  const navigate = useNavigate();
  return (grantId) => {
    ask('chooseGrant', { body: { grantId } })
      .then(beginSession)
      .then(() => navigate({ to: '/' }))
      .catch((error: unknown) => showTrouble(error, t('shell.grantFailed')));
  };
}

function GrantMenu(): ReactNode {
  const { t } = useWords();
  const session = useSession();
  const choose = useGrantSwitch();
  const { role, scope } = session.grant;
  const label = `${t(`role.${role}`)} · ${t(`language.${scope}`, { defaultValue: scope })}`;
  if (session.grants.length < 2)
    return (
      <span className="quiet small truncate" title={label}>
        {label}
      </span>
    );
  return (
    <Menu>
      <Menu.Target>
        <Button variant="default" size="compact-md" rightSection={<IconChevronDown size={16} aria-hidden />}>
          <span className="truncate" title={label} style={{ maxWidth: 280 }}>
            {label}
          </span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <GrantItems choose={choose} />
      </Menu.Dropdown>
    </Menu>
  );
}

function GrantItems({ choose }: { choose: (grantId: string) => void }): ReactNode {
  const { t } = useWords();
  const { grants, grant } = useSession();
  return grants.map((one) => (
    <Menu.Item
      key={one.id}
      onClick={() => choose(one.id)}
      leftSection={<IconCheck size={16} aria-hidden style={{ opacity: one.id === grant.id ? 1 : 0 }} />}
    >
      {t(`role.${one.role}`)} · {t(`language.${one.scope}`, { defaultValue: one.scope })}
    </Menu.Item>
  ));
}

function useScheme(): { dark: boolean; toggle: () => void } {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const systemDark = useMediaQuery('(prefers-color-scheme: dark)') ?? false;
  const dark = colorScheme === 'dark' || (colorScheme === 'auto' && systemDark);
  return { dark, toggle: () => setColorScheme(dark ? 'light' : 'dark') };
}

function SchemeButton(): ReactNode {
  const { t } = useWords();
  const { dark, toggle } = useScheme();
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      aria-label={t(dark ? 'shell.light' : 'shell.dark')}
      title={t(dark ? 'shell.light' : 'shell.dark')}
      onClick={toggle}
    >
      {dark ? <IconSun size={20} /> : <IconMoon size={20} />}
    </ActionIcon>
  );
}

function PersonMenu({ narrow }: { narrow: boolean }): ReactNode {
  const { t } = useWords();
  const session = useSession();
  const choose = useGrantSwitch();
  const { dark, toggle } = useScheme();
  const hasParts = useParts().length > 0;
  const [sheet, setSheet] = useState<'away' | 'phone' | 'area'>();
  const close = useCallback(() => setSheet(undefined), []);
  return (
    <>
      <Menu width={260}>
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            data-tour="person"
            aria-label={t('shell.person', { name: session.name })}
          >
            <IconUserCircle size={22} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{session.name}</Menu.Label>
          {narrow ? <GrantItems choose={choose} /> : null}
          {narrow ? (
            <Menu.Item
              leftSection={dark ? <IconSun size={16} aria-hidden /> : <IconMoon size={16} aria-hidden />}
              onClick={toggle}
            >
              {t(dark ? 'shell.light' : 'shell.dark')}
            </Menu.Item>
          ) : null}
          {narrow && hasParts ? (
            <Menu.Item leftSection={<IconMapPin size={16} aria-hidden />} onClick={() => setSheet('area')}>
              {t('area.title')}
            </Menu.Item>
          ) : null}
          <LocaleItem />
          <Menu.Item leftSection={<IconArrowsExchange size={16} aria-hidden />} onClick={() => setSheet('away')}>
            {t('absence.title')}
          </Menu.Item>
          {hasPhone(session.grant.role) ? (
            <Menu.Item leftSection={<IconDeviceMobile size={16} aria-hidden />} onClick={() => setSheet('phone')}>
              {t('phone.title')}
            </Menu.Item>
          ) : null}
          <Menu.Divider />
          <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => void leave('closeSession')}>
            {t('shell.signOut')}
          </Menu.Item>
          <Menu.Item leftSection={<IconLogout2 size={16} aria-hidden />} onClick={() => void leave('closeAllSessions')}>
            {t('shell.signOutAll')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {sheet === 'area' ? <Later part={areaPicker} onClose={close} /> : null}
      {sheet === 'away' ? <Later part={absenceSheet} onClose={close} /> : null}
      {sheet === 'phone' ? <Later part={phoneSheet} onClose={close} /> : null}
    </>
  );
}

function LocaleItem(): ReactNode {
  const { locale } = useFormat();
  const other = locale === 'pt' ? 'en' : 'pt';
  // The language's own name, so that its reader finds it.
  return (
    <Menu.Item
      lang={other}
      leftSection={<IconLanguage size={16} aria-hidden />}
      onClick={() => void chooseLanguage(other)}
    >
      {other === 'en' ? 'English' : 'Português'}
    </Menu.Item>
  );
}

/** The screen changes at once; that the server also keeps it is worth no interruption. */
async function chooseLanguage(locale: 'pt' | 'en'): Promise<void> {
  await speak(locale);
  await ask('chooseLocale', { body: { locale } }).catch(() => undefined);
}

async function leave(route: 'closeSession' | 'closeAllSessions'): Promise<void> {
  await ask(route, {}).catch(() => undefined);
  endSession();
}
