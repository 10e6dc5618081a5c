// Posts and services: which stand, what they lack, how they answer; what is closed now, and the switch.

import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconBuildingOff, IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useAddress } from '../../kit/address.ts';
import { useWords } from '../../kit/i18n.ts';
import { usePages } from '../../kit/query.ts';
import { Choice } from '../../kit/widgets/choice.tsx';
import { Empty } from '../../kit/widgets/empty.tsx';
import { More } from '../../kit/widgets/more.tsx';
import { Trouble } from '../../kit/widgets/trouble.tsx';
import { Waiting } from '../../kit/widgets/waiting.tsx';
import { Closures } from '../post/closures.tsx';
import { PostLine } from '../post/post-line.tsx';
import { PostSheet } from '../post/post-sheet.tsx';

const onlyOf = (said: string | undefined): 'all' | 'closed' | 'lacking' =>
  said === 'closed' || said === 'lacking' ? said : 'all';

export function PostsScreen(): ReactNode {
  const { t } = useWords();
  const { values, change } = useAddress();
  const only = onlyOf(values['only']);
  const q = values['q'] ?? '';
  const search = useDebouncedCallback((said: string) => change({ q: said || undefined }, { replace: true }), 300);
  const list = usePages(
    'listPostStates',
    (cursor) => ({ query: { only, ...(q === '' ? {} : { q }), ...(cursor === undefined ? {} : { cursor }) } }),
    { refetchInterval: 60_000, inView: true },
  );
  const posts = list.data?.pages.flatMap((page) => page.posts) ?? [];
  const open = values['id'];
  return (
    <div className="page">
      <header>
        <h1>{t('posts.title')}</h1>
        <p className="quiet">{t('posts.intro')}</p>
      </header>
      {/* When neither can be had, it is said once: below, where the list would stand. */}
      {list.isError ? null : <Closures />}
      <div className="row">
        <TextInput
          className="grow"
          style={{ minWidth: 200 }}
          aria-label={t('posts.search')}
          placeholder={t('posts.search')}
          leftSection={<IconSearch size={16} aria-hidden />}
          defaultValue={q}
          onChange={(event) => search(event.currentTarget.value)}
        />
        <Choice
          label={t('post.show')}
          value={only}
          onChange={(value) => change({ only: value === 'all' ? undefined : value }, { replace: true })}
          choices={(['all', 'lacking', 'closed'] as const).map((value) => ({ value, label: t(`posts.only.${value}`) }))}
        />
      </div>
      {list.isPending ? <Waiting rows={6} height={76} /> : null}
      {list.isError && posts.length === 0 ? <Trouble error={list.error} retry={() => void list.refetch()} /> : null}
      {list.isSuccess && posts.length === 0 ? (
        <Empty
          icon={IconBuildingOff}
          title={t('posts.emptyTitle')}
          next={t(`posts.emptyNext.${q === '' ? only : 'search'}`)}
        />
      ) : null}
      <ul className="plain-list stack">
        {posts.map((post) => (
          <PostLine key={post.id} post={post} onOpen={() => change({ id: post.id })} />
        ))}
      </ul>
      <More list={list} />
      {open === undefined ? null : <PostSheet id={open} onClose={() => change({ id: undefined })} />}
    </div>
  );
}
