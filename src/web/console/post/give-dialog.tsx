// From a day on the post answers for a class or a type in a place; whoever did until then ends that day.
import { NativeSelect } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { PostWhole } from '../../../shared/contract/posts.ts';
import { ask } from '../../kit/api.ts';
import { localToday } from '../../kit/day.ts';
import { useDeed } from '../../kit/deed.ts';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import { useNow } from '../../kit/now.ts';
import { useTypes } from '../../kit/types.ts';
import { DayField } from '../../kit/widgets/day-field.tsx';
import { Dialog } from '../../kit/widgets/dialog.tsx';
import { PlaceField } from '../../kit/widgets/place-field.tsx';

export function GiveDialog({ post, onClose }: { post: PostWhole; onClose: () => void }): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  const { act } = useDeed();
  const { names, choices } = useWhat();
  const today = localToday(useNow());
  const [what, setWhat] = useState('');
  const [area, setArea] = useState(post.area);
  const [from, setFrom] = useState(today);
  const give = (): Promise<boolean> =>
    act({
      subjectId: post.id,
      label: t('duty.given', { what: names.get(what) ?? what, when: format.date(from) }),
      send: () =>
        ask('giveResponsibility', {
          params: { id: post.id },
          body: { areaId: area.id, from, what: what.length === 1 ? { classCode: what } : { typeCode: what } },
        }),
      refreshes: ['getPostState'],
    });
  return (
    <Dialog
      title={t('duty.giveTo', { post: post.name })}
      deed={t('duty.give')}
      disabled={what === '' || from < today}
      onDeed={give}
      onClose={onClose}
    >
      <NativeSelect
        label={t('posts.what')}
        value={what}
        onChange={(event) => setWhat(event.currentTarget.value)}
        data={choices}
      />
      <PlaceField
        label={`${t('posts.where')}:`}
        area={area}
        likely={post.district === null ? [post.area] : [post.area, post.district]}
        onArea={setArea}
      />
      <DayField label={t('duty.from')} min={today} required value={from} onDay={setFrom} />
      <p className="quiet small">{t('duty.takesOver')}</p>
    </Dialog>
  );
}

/** Whole classes first, then each type; only what a post may be told at all. */
function useWhat(): {
  names: ReadonlyMap<string, string>;
  choices: { group: string; items: { value: string; label: string }[] }[];
} {
  const { t } = useWords();
  const { types, typeName } = useTypes();
  const open = types.filter(({ lane }) => lane === 'ordinary');
  const classes = [...new Set(open.map(({ classCode }) => classCode))].map((code) => ({
    value: code,
    label: t(`typeClass.${code}`),
  }));
  const each = open.map(({ code }) => ({ value: code, label: typeName(code) }));
  return {
    names: new Map([...classes, ...each].map(({ value, label }) => [value, label])),
    choices: [
      { group: '', items: [{ value: '', label: t('duty.choose') }] },
      { group: t('duty.classes'), items: classes },
      { group: t('duty.types'), items: each },
    ],
  };
}
