// What the programme says, and how its conversations go: to read, to try, and to see where a language still borrows another's words.

import type { ReactNode } from 'react';
import { useAddress } from '../../kit/address.ts';
import { useWords } from '../../kit/i18n.ts';
import { useAsk } from '../../kit/query.ts';
import { Choice } from '../../kit/widgets/choice.tsx';
import { Trouble } from '../../kit/widgets/trouble.tsx';
import { Waiting } from '../../kit/widgets/waiting.tsx';
import { Flows } from '../text/flows.tsx';
import { TextTable } from '../text/text-table.tsx';

export function TextsScreen(): ReactNode {
  const { t } = useWords();
  const { values, change } = useAddress();
  const list = useAsk('listTexts', {}, { staleTime: Number.POSITIVE_INFINITY });
  const view = values['view'] === 'flows' ? 'flows' : 'texts';
  return (
    <div className="page">
      <header className="stack tight">
        <h1>{t('screen.texts')}</h1>
        <p className="quiet">{t('texts.intro')}</p>
      </header>
      <Choice
        label={t('texts.show')}
        value={view}
        onChange={(next) => change({ view: next === 'flows' ? next : undefined, flow: undefined })}
        choices={[
          { value: 'texts', label: t('texts.texts') },
          { value: 'flows', label: t('texts.flows') },
        ]}
      />
      {list.isPending ? <Waiting rows={5} height={72} /> : null}
      {list.isError && list.data === undefined ? (
        <Trouble error={list.error} retry={() => void list.refetch()} />
      ) : null}
      {list.data === undefined ? null : view === 'texts' && <TextTable texts={list.data.texts} />}
      {list.data === undefined ? null : view === 'flows' && <Flows {...list.data} />}
    </div>
  );
}
