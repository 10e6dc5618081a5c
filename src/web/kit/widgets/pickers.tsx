// The three things that are chosen by search: a type of concern, a place, a post.
import { useDebouncedValue } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import type { AreaView } from '../../../shared/contract/shapes.ts';
import { useWords } from '../i18n.ts';
import { useAsk } from '../query.ts';
import { useTypes } from '../types.ts';
import { Picker } from './picker.tsx';

type Close = { onClose: () => void };

type TypeProps = Close & {
  /** Codes that come first, likeliest first: Enter takes the first. */
  likely?: readonly string[];
  /** What it is now comes before all: Enter confirms it. */
  current?: string | null;
  onPick: (code: string, name: string) => void;
};

export function TypePicker({ likely = [], current = null, onPick, onClose }: TypeProps): ReactNode {
  const { t } = useWords();
  const { types, typeName } = useTypes();
  const first = current === null ? likely : [current, ...likely.filter((code) => code !== current)];
  const rank = (code: string): number => (first.includes(code) ? first.indexOf(code) : first.length);
  const why = (code: string): string => {
    if (code === current) return t('pick.current');
    return likely.includes(code) ? t('pick.likely') : '';
  };
  const choices = types
    .toSorted((a, b) => rank(a.code) - rank(b.code))
    .map((type) => ({
      id: type.code,
      label: typeName(type.code),
      hint: [why(type.code), t(`severity.${type.severity}`), type.code].filter(Boolean).join(' · '),
    }));
  return (
    <Picker
      title={t('pick.type.title')}
      ask={t('pick.type.ask')}
      choices={choices}
      onPick={(choice) => onPick(choice.id, choice.label)}
      onClose={onClose}
    />
  );
}

type PlaceProps = Close & { likely?: readonly AreaView[]; onPick: (area: AreaView) => void };

export function PlacePicker({ likely = [], onPick, onClose }: PlaceProps): ReactNode {
  const { t } = useWords();
  const [query, setQuery] = useState('');
  const [settled] = useDebouncedValue(query, 200);
  const { data, isFetching } = useAsk('findAreas', { query: { q: settled } });
  const found = data?.areas ?? [];
  const first = settled === '' ? likely : [];
  const areas = [...first, ...found.filter((area) => !first.some((one) => one.id === area.id))];
  const hint = (area: AreaView): string =>
    [first.includes(area) ? t('pick.likely') : '', t(`areaKind.${area.kind}`), area.within].filter(Boolean).join(' · ');
  return (
    <Picker
      title={t('pick.place.title')}
      ask={t('pick.place.ask')}
      choices={areas.map((area) => ({ id: area.id, label: area.name, hint: hint(area) }))}
      waiting={isFetching && data === undefined && first.length === 0}
      onQuery={setQuery}
      onPick={(choice) => {
        const area = areas.find((one) => one.id === choice.id);
        if (area !== undefined) onPick(area);
      }}
      onClose={onClose}
    />
  );
}

type PostProps = Close & {
  areaId?: string | undefined;
  except?: string;
  title: string;
  onPick: (postId: string, name: string) => void;
};

export function PostPicker({ areaId, except, title, onPick, onClose }: PostProps): ReactNode {
  const { t } = useWords();
  const [query, setQuery] = useState('');
  const [settled] = useDebouncedValue(query, 200);
  const near = areaId !== undefined && settled === '' ? { area: areaId } : {};
  const { data, isFetching } = useAsk('listPosts', { query: { ...near, ...(settled === '' ? {} : { q: settled }) } });
  const posts = (data?.posts ?? []).filter((post) => post.id !== except);
  return (
    <Picker
      title={title}
      ask={t('pick.post.ask')}
      choices={posts.map((post) => ({
        id: post.id,
        label: post.name,
        hint: `${t(`service.${post.service}`)} · ${post.area.name}`,
      }))}
      waiting={isFetching && data === undefined}
      onQuery={setQuery}
      onPick={(choice) => onPick(choice.id, choice.label)}
      onClose={onClose}
    />
  );
}
