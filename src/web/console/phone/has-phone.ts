import type { Role } from '../../../shared/domain/role.ts';

/** Whose telephone the programme uses; a post has its own. */
export const hasPhone = (role: Role): boolean =>
  role === 'administrator' || role === 'coordinator' || role === 'protection-officer' || role === 'listener';
