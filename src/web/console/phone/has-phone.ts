// Whose telephone the programme uses; a post has its own.
import type { Role } from '../../../shared/domain/role.ts';

export const hasPhone = (role: Role): boolean =>
  role === 'administrator' || role === 'coordinator' || role === 'protection-officer' || role === 'listener';
