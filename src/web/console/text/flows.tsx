// The conversations as data: each item, what it says and what may follow; beside it the same conversation to walk through.
import type { ReactNode } from 'react';
import type { FlowView, TextView } from '../../../shared/contract/texts.ts';
import { useAddress } from '../../kit/address.ts';
import { useWords } from '../../kit/i18n.ts';
import { Picker } from './flow-picker.tsx';
import { FlowWalk } from './flow-walk.tsx';
import look from './text.module.css';

type FlowsProps = { flows: readonly FlowView[]; texts: readonly TextView[] };

export function Flows({ flows, texts }: FlowsProps): ReactNode {
  const { values, change } = useAddress();
  const chosen = flows.find(({ id }) => id === values['flow']) ?? flows.find(({ id }) => id === 'home') ?? flows[0];
  if (chosen === undefined) return null;
  return (
    <div className="stack">
      <Picker flows={flows} chosen={chosen.id} choose={(flow) => change({ flow })} />
      <div className={look['sides']}>
        <Items flow={chosen} texts={texts} />
        <FlowWalk key={chosen.id} flow={chosen} />
      </div>
    </div>
  );
}

function Items({ flow, texts }: { flow: FlowView; texts: readonly TextView[] }): ReactNode {
  const { t, language } = useWords();
  const read = (key: string | null): string =>
    texts.find((text) => text.key === key)?.versions.find((one) => one.language === language)?.text ?? '';
  return (
    <ol className="plain-list stack" aria-label={t('texts.items')}>
      {flow.items.map((item) => (
        <li key={item.id} className={`card ${look['row']}`}>
          <div className="row tight">
            <span className="ref">{item.id}</span>
            <span className="tag">{t(`texts.item.${item.kind}`)}</span>
            {item.id === flow.start ? <span className="tag good">{t('texts.start')}</span> : null}
            {item.fact === null ? null : <span className="quiet small">{t(`texts.fact.${item.fact}`)}</span>}
          </div>
          {item.say === null ? null : <p>{read(item.say)}</p>}
          {item.ways.length === 0 ? null : (
            <ul className="plain-list">
              {item.ways.map((way) => (
                <li key={way.on ?? 'any'} className="small">
                  {way.textKey === null ? (way.on ?? t('texts.any')) : read(way.textKey)} →{' '}
                  <span className="ref">{way.to.join(' / ')}</span>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}
