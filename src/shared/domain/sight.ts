// What a role may see and do, by matter. The matters are those of the doors themselves: the first word of a route's address.
import type { Role } from './role.ts';

export const reaches = ['-', 'own', 'all'] as const;
/** `all` = whatever the row; `own` = what row-level security leaves visible; `-` = never. */
export type Reach = (typeof reaches)[number];
export type Reaches = Readonly<Record<string, Readonly<Record<Role, Reach>>>>;

export const matters = [
  'overview',
  'concerns',
  'referrals',
  'words',
  'briefs',
  'posts',
  'todos',
  'imports',
  'places',
  'texts',
  'handsets',
  'gateways',
  'people',
  'absences',
  'journal',
  'own',
  'other',
] as const;
export type Matter = (typeof matters)[number];

const matterOf: Readonly<Record<string, Matter>> = {
  today: 'overview',
  map: 'overview',
  concerns: 'concerns',
  deeds: 'own',
  views: 'own',
  session: 'own',
  sessions: 'own',
  bell: 'own',
  referrals: 'referrals',
  unclear: 'words',
  listening: 'words',
  briefs: 'briefs',
  'own-posts': 'briefs',
  posts: 'posts',
  'post-states': 'posts',
  responsibilities: 'posts',
  districts: 'posts',
  closures: 'posts',
  todos: 'todos',
  imports: 'imports',
  reports: 'imports',
  areas: 'places',
  names: 'places',
  types: 'places',
  'type-states': 'places',
  texts: 'texts',
  handsets: 'handsets',
  gateways: 'gateways',
  costs: 'gateways',
  users: 'people',
  invitations: 'people',
  resets: 'people',
  confirmations: 'people',
  sight: 'people',
  absences: 'absences',
  grants: 'absences',
  journal: 'journal',
};

/** `/api/own-posts/:id` is about briefs. What nobody sorted yet is shown as such, not left out. */
export const matterOfPath = (path: string): Matter => matterOf[path.split('/')[2] ?? ''] ?? 'other';

/** What the columns of the database hold, most to be guarded first; `none` left out. */
export const holdings = ['sealed-identity', 'pseudonym', 'sealed-content', 'content', 'staff', 'secret'] as const;
