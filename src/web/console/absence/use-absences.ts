// Who is away, asked once for the banner, the marks on tasks and briefs, and the sheet.
import { useCallback } from 'react';
import type { AbsenceView } from '../../../shared/contract/absences.ts';
import { useAsk } from '../../kit/query.ts';

const MINUTE = 60_000;

export function useAbsences(): readonly AbsenceView[] {
  return useAsk('listAbsences', {}, { staleTime: MINUTE, refetchInterval: 5 * MINUTE }).data?.absences ?? [];
}

/** For whom this matter arrives here: the name of somebody away whom this person covers. */
export function useCoveredFor(): (where: { areaId?: string | undefined; postId?: string }) => string | undefined {
  const absences = useAbsences();
  return useCallback(
    ({ areaId, postId }) =>
      absences.find(
        (one) =>
          one.iCover &&
          one.standing &&
          ((areaId !== undefined && one.areaIds.includes(areaId)) || (postId !== undefined && one.postId === postId)),
      )?.name,
    [absences],
  );
}
