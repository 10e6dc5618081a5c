// Filters worth a name: chosen, kept, shared with those of the same role, dropped; and the link of what is seen now.
import { ActionIcon, Menu, Switch, TextInput } from '@mantine/core';
import { IconBookmark, IconCheck, IconLink, IconPlus, IconTrash, IconUsersGroup } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Address } from '../../kit/address.ts';
import { ask } from '../../kit/api.ts';
import { showTrouble } from '../../kit/deed.ts';
import { useWords } from '../../kit/i18n.ts';
import { refresh, useAsk } from '../../kit/query.ts';
import { showToast } from '../../kit/toasts.ts';
import { Dialog } from '../../kit/widgets/dialog.tsx';
import { viewChanges, viewQuery } from './filters.ts';

export function SavedViews({ address }: { address: Address }): ReactNode {
  const { t } = useWords();
  const [keeping, setKeeping] = useState(false);
  const { data } = useAsk('listViews', {}, { staleTime: 60_000 });
  const now = viewQuery(address.values);
  const views = data?.views ?? [];
  const here = views.find((view) => view.query === now);
  return (
    <>
      <Menu width={280} position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size="lg" aria-label={t('views.title')} title={t('views.title')}>
            <IconBookmark size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {views.length === 0 ? <Menu.Label>{t('views.none')}</Menu.Label> : null}
          {views.map((view) => (
            <Menu.Item
              key={view.id}
              leftSection={<IconCheck size={16} aria-hidden style={{ opacity: view === here ? 1 : 0 }} />}
              rightSection={view.shared ? <IconUsersGroup size={16} aria-label={t('views.shared')} /> : undefined}
              onClick={() => address.change(viewChanges(view.query))}
            >
              {view.name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setKeeping(true)}>
            {t('views.keep')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconLink size={16} aria-hidden />}
            onClick={() => void copyLink((key) => t(key), now)}
          >
            {t('views.link')}
          </Menu.Item>
          {here?.mine === true ? (
            <Menu.Item
              leftSection={<IconTrash size={16} aria-hidden />}
              onClick={() => void drop((key) => t(key), here.id)}
            >
              {t('views.drop', { name: here.name })}
            </Menu.Item>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      {keeping ? <KeepView query={now} onClose={() => setKeeping(false)} /> : null}
    </>
  );
}

type Words = (key: string) => string;

/** What can be seen by it is decided when it is opened, for whoever opens it. */
async function copyLink(t: Words, query: string): Promise<void> {
  const { origin, pathname } = globalThis.location;
  await navigator.clipboard
    .writeText(`${origin}${pathname}?${query}`)
    .then(() => showToast({ text: t('views.copied'), until: Date.now() + 4_000 }))
    .catch((error: unknown) => showTrouble(error, t('views.notCopied')));
}

async function drop(t: Words, id: string): Promise<void> {
  await ask('dropView', { params: { id } })
    .then(() => refresh('listViews'))
    .catch((error: unknown) => showTrouble(error, t('views.notDropped')));
}

function KeepView({ query, onClose }: { query: string; onClose: () => void }): ReactNode {
  const { t } = useWords();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const keep = async (): Promise<boolean> => {
    try {
      await ask('keepView', { body: { name: name.trim(), query, shared } });
      await refresh('listViews');
      showToast({ text: t('views.kept', { name: name.trim() }), until: Date.now() + 4_000 });
      return true;
    } catch (error) {
      showTrouble(error, t('views.notKept'));
      return false;
    }
  };
  return (
    <Dialog
      title={t('views.keep')}
      deed={t('views.keepDeed')}
      onDeed={keep}
      onClose={onClose}
      disabled={name.trim() === ''}
    >
      <TextInput
        data-autofocus
        label={t('views.name')}
        description={t('views.nameHint')}
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Switch
        label={t('views.share')}
        description={t('views.shareHint')}
        checked={shared}
        onChange={(event) => setShared(event.currentTarget.checked)}
      />
    </Dialog>
  );
}
