// Looking at a province or a district alone, and back at the whole: what can be narrowed is asked anew.
import type { RouteName } from '../../../shared/contract/index.ts';
import type { AreaView } from '../../../shared/contract/shapes.ts';
import type { Role } from '../../../shared/domain/role.ts';
import { areaInView } from '../../kit/area.ts';
import { queryClient } from '../../kit/query.ts';
import { narrowed } from '../../kit/routes.gen.ts';

/** Whose screens can show a part of an area. */
export const hasParts = (role: Role): boolean => role === 'coordinator';

const isNarrowed = (name: unknown): boolean => narrowed.some((known: RouteName) => known === name);

export function lookAt(area: AreaView | undefined): void {
  areaInView.set(area);
  void queryClient.resetQueries({ predicate: ({ queryKey }) => isNarrowed(queryKey[0]) });
}
