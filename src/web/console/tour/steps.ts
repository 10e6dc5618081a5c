// What the first minutes point at, role by role: marks on the page (`data-tour`); the words are `tour.<role>.<number>`.
import type { Role } from '../../../shared/domain/role.ts';

export const tourSteps: Readonly<Record<Role, readonly string[]>> = {
  coordinator: ['headline', 'late', '/concerns', '/todos', 'search', 'help'],
  'post-commander': ['title', 'capacity', 'route-sheet', 'help'],
  'district-commander': ['title', 'capacity', 'route-sheet', '/own-posts', 'help'],
  'protection-officer': ['/caseload', '/todos', 'search', 'help'],
  listener: ['title', 'person', 'help'],
  administrator: ['title', '/posts', '/gateways', '/todos', 'help'],
  auditor: ['title', '/people', '/gateways', 'help'],
};
