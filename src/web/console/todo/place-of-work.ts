// Where a task's work is done: the thing itself where it can be opened, else the screen on which such things are worked.
import type { Role } from '../../../shared/domain/role.ts';

export type Place = { to: string; search: Record<string, string> };
type Task = { kind: string; subjectId: string; ref: string | null };

const screens: Readonly<Record<string, string>> = {
  reopen: '/posts',
  grant: '/people',
  'many-numbers': '/people',
  'gateway-down': '/gateways',
  'message-undelivered': '/gateways',
};

export function placeOfWork({ kind, subjectId, ref }: Task, role: Role): Place | undefined {
  const screen = screens[kind];
  if (kind === 'type-unanswered' || kind === 'service-gone')
    return { to: '/types', search: { area: subjectId, only: 'unanswered' } };
  if ((kind === 'reopen' || kind === 'many-numbers') && screen !== undefined) return { to: screen, search: {} };
  if (role === 'administrator') return screen === undefined ? undefined : { to: screen, search: {} };
  const to = deskOf(role);
  if (subjectId.startsWith('cn_')) return { to, search: { id: subjectId, state: 'all' } };
  return ref === null ? undefined : { to, search: { q: ref, state: 'all' } };
}

const deskOf = (role: Role): string => (role === 'protection-officer' ? '/caseload' : '/concerns');

/** Of several of one kind. */
export function placeOfKind(kind: string, role: Role): Place {
  if (role === 'post-commander' || role === 'district-commander') return { to: '/post', search: {} };
  if (kind === 'confirmation') return { to: '/people', search: {} };
  if (kind === 'listen') return { to: '/listening', search: {} };
  if (kind === 'triage') return { to: deskOf(role), search: { state: 'triage' } };
  return { to: '/todos', search: {} };
}
