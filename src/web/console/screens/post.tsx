// The post's own list: what is due first, answered in two taps.

import { Button } from '@mantine/core';
import { IconCoffee, IconRoute } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useAddress } from '../../kit/address.ts';
import { useWords } from '../../kit/i18n.ts';
import { useAsk, usePages } from '../../kit/query.ts';
import { useSession } from '../../kit/session.ts';
import { Choice } from '../../kit/widgets/choice.tsx';
import { Empty } from '../../kit/widgets/empty.tsx';
import { More } from '../../kit/widgets/more.tsx';
import { Trouble } from '../../kit/widgets/trouble.tsx';
import { Waiting } from '../../kit/widgets/waiting.tsx';
import { BriefCard } from '../brief/brief-card.tsx';
import { BriefSheet } from '../brief/brief-sheet.tsx';
import { OwnCapacity } from '../post/own-capacity.tsx';
import { RouteSheet } from '../post/route-sheet.tsx';

export function PostScreen(): ReactNode {
  const { values, change } = useAddress();
  const { t } = useWords();
  if (values['sheet'] === undefined) return <PostList />;
  return (
    <div className="page">
      <h1 className="title no-print">{t('routeSheet.title')}</h1>
      <RouteSheet onClose={() => change({ sheet: undefined })} />
    </div>
  );
}

function PostList(): ReactNode {
  const { t } = useWords();
  const session = useSession();
  const { values, change } = useAddress();
  const state = values['state'] === 'all' ? 'all' : 'open';
  const list = usePages('listBriefs', (cursor) => ({ query: { state, ...(cursor === undefined ? {} : { cursor }) } }), {
    refetchInterval: 10_000,
  });
  const closed = useAsk('listOwnPosts', {}).data?.posts.length === 0;
  const briefs = list.data?.pages.flatMap((page) => page.briefs) ?? [];
  const open = values['id'];
  return (
    <div className="page">
      <header className="row apart">
        <div>
          <h1>{t('screen.post')}</h1>
          <p className="quiet">{session.grant.scope}</p>
        </div>
        <div className="row">
          <Button
            variant="default"
            data-tour="route-sheet"
            leftSection={<IconRoute size={18} aria-hidden />}
            onClick={() => change({ sheet: '1', id: undefined })}
          >
            {t('routeSheet.title')}
          </Button>
          <Choice
            label={t('post.show')}
            value={state}
            onChange={(value) => change({ state: value === 'all' ? 'all' : undefined }, { replace: true })}
            choices={[
              { value: 'open', label: t('post.open') },
              { value: 'all', label: t('post.all') },
            ]}
          />
        </div>
      </header>
      <OwnCapacity />
      {list.isPending ? <Waiting rows={4} height={140} /> : null}
      {list.isError && briefs.length === 0 ? <Trouble error={list.error} retry={() => void list.refetch()} /> : null}
      {list.isSuccess && briefs.length === 0 && !closed ? (
        <Empty icon={IconCoffee} title={t('post.emptyTitle')} next={t('post.emptyNext')} />
      ) : null}
      <ul className="plain-list stack">
        {briefs.map((brief) => (
          <li key={brief.id}>
            <BriefCard brief={brief} onOpen={() => change({ id: brief.id })} />
          </li>
        ))}
      </ul>
      <More list={list} />
      {open === undefined ? null : <BriefSheet id={open} onClose={() => change({ id: undefined })} />}
    </div>
  );
}
