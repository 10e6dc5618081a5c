// Queue or board, the filters kept under a name, and the filters themselves.

import type { ReactNode } from 'react';
import type { Address } from '../../kit/address.ts';
import { useWords } from '../../kit/i18n.ts';
import { Choice } from '../../kit/widgets/choice.tsx';
import { Help } from '../../kit/widgets/help.tsx';
import look from './concern-desk.module.css';
import { ConcernFilters } from './concern-filters.tsx';
import type { DeskKind } from './desk-kind.ts';
import { SavedViews } from './saved-views.tsx';

export function DeskTools({ kind, address }: { kind: DeskKind; address: Address }): ReactNode {
  const { t } = useWords();
  const view = address.values['view'] === 'board' ? 'board' : 'queue';
  return (
    <search className={look['filters']} data-view={view}>
      <div className="row apart" style={{ flexWrap: 'nowrap' }}>
        <Choice
          label={t('desk.view')}
          value={view}
          onChange={(next) => address.change({ view: next === 'board' ? 'board' : undefined, id: undefined })}
          choices={[
            { value: 'queue', label: t('desk.asQueue') },
            { value: 'board', label: t('desk.asBoard') },
          ]}
        />
        <span className="row" style={{ gap: 4, flexWrap: 'nowrap' }}>
          <Help title={t('help.desk.title')}>{t(`help.desk.${kind}`)}</Help>
          <SavedViews address={address} />
        </span>
      </div>
      <ConcernFilters kind={kind} address={address} board={view === 'board'} />
    </search>
  );
}
