// Before it is entered: what stands already of this type in this place. Two people at two desks may hold the same story.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import { useAsk } from '../../kit/query.ts';
import type { Told } from './draft.ts';

const MOST = 3;

export function Alike({ typeCode, area }: Pick<Told, 'typeCode' | 'area'>): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  const query = { state: 'all' as const, limit: MOST, type: typeCode ?? '', area: area?.id ?? '' };
  const { data } = useAsk('listConcerns', { query }, { enabled: typeCode !== undefined && area !== undefined });
  if (data === undefined || data.concerns.length === 0) return null;
  return (
    <div className="stack tight">
      <p className="quiet small">{t('entry.alike')}</p>
      <div className="row tight">
        {data.concerns.map(({ id, ref, toldOn }) => (
          <Link key={id} to="/concerns" search={{ id, state: 'all' }} target="_blank" className="tag">
            <span className="ref">{ref}</span> {format.date(toldOn)}
          </Link>
        ))}
      </div>
    </div>
  );
}
