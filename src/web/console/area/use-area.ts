// Whose screens can show a part of an area, and which parts there are.
import type { AreaView } from '../../../shared/contract/shapes.ts';
import { useAsk } from '../../kit/query.ts';
import { useSession } from '../../kit/session.ts';

const SELDOM_MS = 600_000;

/** Provinces and districts of mine; nothing for whom there is no choice. */
export function useParts(): readonly AreaView[] {
  const { grant } = useSession();
  const { data } = useAsk('listOwnAreas', {}, { enabled: grant.role === 'coordinator', staleTime: SELDOM_MS });
  const areas = data?.areas ?? [];
  return areas.length > 1 ? areas : [];
}
