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
        <Items flow={chosen} texts={texts} choose={(flow) => change({ flow })} />
        <FlowWalk key={chosen.id} flow={chosen} />
      </div>
    </div>
  );
}

type ItemsProps = { flow: FlowView; texts: readonly TextView[]; choose: (flow: string) => void };

function Items({ flow, texts, choose }: ItemsProps): ReactNode {
  const { t, language } = useWords();
  const read = (key: string | null): string =>
    texts.find((text) => text.key === key)?.versions.find((one) => one.language === language)?.text ?? '';
  return (
    <ol className="plain-list stack" aria-label={t('texts.items')}>
      {flow.items.map((item, at) => (
        <li key={item.id} className={`card ${look['row']}`}>
          <div className="row tight">
            <strong className="small">{t('texts.step', { at: at + 1 })}</strong>
            <span className="tag">{t(`texts.item.${item.kind}`)}</span>
            {item.id === flow.start ? <span className="tag good">{t('texts.start')}</span> : null}
            {item.fact === null ? null : <span className="quiet small">{t(`texts.fact.${item.fact}`)}</span>}
          </div>
          {item.say === null ? null : <p>{read(item.say)}</p>}
          {item.ways.length === 0 ? null : (
            <ul className="plain-list">
              {item.ways.map((way) => (
                <li key={way.on ?? 'any'} className={`small ${look['way']}`}>
                  {way.textKey === null ? (way.on ?? t('texts.any')) : read(way.textKey)} →
                  {way.to.map((to, nth) => (
                    <span key={to}>
                      {nth === 0 ? '' : ' / '}
                      <Target to={to} flow={flow} choose={choose} />
                    </span>
                  ))}
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}

/** Where it goes on: another step of this conversation, or another conversation, which opens. */
function Target({ to, flow, choose }: { to: string; flow: FlowView; choose: ItemsProps['choose'] }): ReactNode {
  const { t } = useWords();
  if (!to.startsWith('#')) return t('texts.step', { at: flow.items.findIndex(({ id }) => id === to) + 1 });
  const other = to.slice(1);
  return (
    <button type="button" className="link-button" onClick={() => choose(other)}>
      {t(`texts.flow.${other}`)}
    </button>
  );
}
