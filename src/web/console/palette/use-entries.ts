// What the palette offers for a few letters. A further kind of thing is one more function here; each asks only where the role may.
import { useDebouncedValue } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { fold } from '../../../shared/kit/text.ts';
import { commands } from '../../kit/commands.ts';
import { useWords } from '../../kit/i18n.ts';
import { useAsk } from '../../kit/query.ts';
import { useSession } from '../../kit/session.ts';
import { useTypes } from '../../kit/types.ts';
import { screensOf } from '../screens.ts';

export type Entry = {
  id: string;
  group: 'deed' | 'screen' | 'concern' | 'post' | 'place';
  label: string;
  hint?: string;
  key?: string;
  run: () => void;
};

const LEAST_LETTERS = 2;
const MOST_EACH = 4;
const desks: Readonly<Record<string, string>> = { coordinator: '/concerns', 'protection-officer': '/caseload' };

export function useEntries(query: string): { entries: Entry[]; waiting: boolean } {
  const { grant } = useSession();
  const [settled] = useDebouncedValue(query.trim(), 200);
  const desk = desks[grant.role];
  const asked = settled.length >= LEAST_LETTERS && desk !== undefined ? settled : undefined;
  const near = useNear(query);
  const concerns = useConcernEntries(asked, desk ?? '');
  const places = usePlaceEntries(grant.role === 'coordinator' ? asked : undefined);
  return { entries: [...near, ...concerns.entries, ...places.entries], waiting: concerns.waiting || places.waiting };
}

/** What needs no server: the deeds of this screen, and the screens. */
function useNear(query: string): Entry[] {
  const { t } = useWords();
  const navigate = useNavigate();
  const session = useSession();
  const offered = Object.values(commands.use()).flat();
  const deeds = offered.map((one): Entry => ({ ...one, group: 'deed' }));
  const screens = screensOf(session.grant.role, session.programme.demonstration).map(
    (screen): Entry => ({
      id: screen.path.slice(1),
      group: 'screen',
      label: t(screen.title),
      run: () => void navigate({ to: screen.path, search: {} }),
    }),
  );
  const words = fold(query).split(' ');
  return [...deeds, ...screens].filter(({ label }) => words.every((word) => fold(label).includes(word)));
}

type Found = { entries: Entry[]; waiting: boolean };

function useConcernEntries(asked: string | undefined, desk: string): Found {
  const { t } = useWords();
  const { typeName } = useTypes();
  const navigate = useNavigate();
  const enabled = asked !== undefined;
  const input = { query: { q: asked ?? '', limit: MOST_EACH } };
  const { data, isFetching } = useAsk('listConcerns', input, { enabled });
  const rows = enabled ? (data?.concerns ?? []) : [];
  const entries = rows.map(
    (row): Entry => ({
      id: row.id,
      group: 'concern',
      label: `${row.ref} · ${typeName(row.typeCode)}`,
      hint: [row.area?.name ?? t('place.none'), t(`state.${row.state}`)].join(' · '),
      run: () => void navigate({ to: desk, search: { id: row.id, q: row.ref, state: 'all' } }),
    }),
  );
  return { entries, waiting: isFetching };
}

/** A post or a place opens the queue narrowed to it. */
function usePlaceEntries(asked: string | undefined): Found {
  const { t } = useWords();
  const navigate = useNavigate();
  const enabled = asked !== undefined;
  const posts = useAsk('listPosts', { query: { q: asked ?? '' } }, { enabled });
  const areas = useAsk('findAreas', { query: { q: asked ?? '' } }, { enabled });
  const open = (search: Record<string, string>) => (): void => void navigate({ to: '/concerns', search });
  if (!enabled) return { entries: [], waiting: false };
  const ofPosts = (posts.data?.posts ?? []).slice(0, MOST_EACH).map(
    (post): Entry => ({
      id: post.id,
      group: 'post',
      label: post.name,
      hint: `${t(`service.${post.service}`)} · ${post.area.name}`,
      run: open({ post: post.id, postName: post.name, state: 'all' }),
    }),
  );
  const ofAreas = (areas.data?.areas ?? []).slice(0, MOST_EACH).map(
    (area): Entry => ({
      id: area.id,
      group: 'place',
      label: area.name,
      hint: [t(`areaKind.${area.kind}`), area.within].filter(Boolean).join(' · '),
      run: open({ area: area.id, areaName: area.name }),
    }),
  );
  return { entries: [...ofPosts, ...ofAreas], waiting: posts.isFetching || areas.isFetching };
}
