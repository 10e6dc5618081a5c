// Floods of the last weeks, also those that are decided: what was set aside can be looked at again and released.
import { type ReactNode, useId } from 'react';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import { useAsk } from '../../kit/query.ts';

export function PastFloods({ onRead }: { onRead: (floodId: string) => void }): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  const id = useId();
  const list = useAsk('listFloods', {}, { refetchInterval: 60_000 });
  const floods = list.data?.floods ?? [];
  if (floods.length === 0) return null;
  return (
    <section className="stack" aria-labelledby={id}>
      <h2 id={id} style={{ fontSize: '0.9375rem' }}>
        {t('flood.past')}
      </h2>
      <ul className="plain-list stack tight">
        {floods.map((flood) => (
          <li key={flood.id}>
            <button type="button" className="link-button" onClick={() => onRead(flood.id)}>
              {format.moment(flood.beganAt)}
            </button>{' '}
            <span className="quiet numbers">
              {t('flood.texts', { count: flood.texts })} · <span className="ref">{flood.gatewayId}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
