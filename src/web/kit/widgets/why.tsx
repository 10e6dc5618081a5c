// Why this post: the stored reason of the routing, in words.
import type { ReactNode } from 'react';
import { useWords } from '../i18n.ts';
import { useTypes } from '../types.ts';

const looksLikeId = /^[a-z]{2}_[0-9a-z_-]{3,40}$/;
const looksLikeType = /^[A-J]\d{2}$/;
/** Words for a value stand in the group of its key; anything else (a name) is shown as it is. */
const groups: Readonly<Record<string, string>> = {
  service: 'service',
  lane: 'lane',
  rule: 'whyRule',
  type: 'typeClass',
};

export function Why({ why }: { why: Readonly<Record<string, string>> }): ReactNode {
  const { t, exists } = useWords();
  const { typeName } = useTypes();
  const shown = Object.entries(why).filter(([key, value]) => exists(`why.${key}`) && !looksLikeId.test(value));
  if (shown.length === 0) return <p className="quiet">{t('why.none')}</p>;
  const say = (key: string, value: string): string => {
    if (looksLikeType.test(value)) return typeName(value);
    const group = groups[key];
    return group === undefined ? value : t(`${group}.${value}`, { defaultValue: value });
  };
  return (
    <dl className="facts">
      {shown.map(([key, value]) => (
        <div key={key} style={{ display: 'contents' }}>
          <dt>{t(`why.${key}`)}</dt>
          <dd>{say(key, value)}</dd>
        </div>
      ))}
    </dl>
  );
}
