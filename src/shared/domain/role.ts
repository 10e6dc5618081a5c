// Roles of people who sign in. The database class is what the request becomes; scope says what narrows it.
export const roles = [
  'administrator',
  'coordinator',
  'post-commander',
  'district-commander',
  'protection-officer',
  'listener',
  'auditor',
] as const;
export type Role = (typeof roles)[number];

type RoleFacts = {
  databaseClass: 'administrator' | 'coordinator' | 'post' | 'protection' | 'listener' | 'auditor';
  scope: 'programme' | 'area' | 'post' | 'language';
  /** Two people must agree before it is given (decisions.md 21). */
  twoPeople: boolean;
  /** A person with this role can hold no role of the other side: the highest-risk class wins. */
  side: 'programme' | 'service';
  /** Longest session, hours. */
  sessionHours: number;
};

export const roleFacts: Readonly<Record<Role, RoleFacts>> = {
  administrator: {
    databaseClass: 'administrator',
    scope: 'programme',
    twoPeople: true,
    side: 'programme',
    sessionHours: 12,
  },
  coordinator: { databaseClass: 'coordinator', scope: 'area', twoPeople: false, side: 'programme', sessionHours: 12 },
  'post-commander': { databaseClass: 'post', scope: 'post', twoPeople: false, side: 'service', sessionHours: 12 },
  'district-commander': { databaseClass: 'post', scope: 'post', twoPeople: false, side: 'service', sessionHours: 12 },
  'protection-officer': {
    databaseClass: 'protection',
    scope: 'programme',
    twoPeople: true,
    side: 'programme',
    sessionHours: 8,
  },
  listener: { databaseClass: 'listener', scope: 'language', twoPeople: false, side: 'programme', sessionHours: 12 },
  auditor: { databaseClass: 'auditor', scope: 'programme', twoPeople: true, side: 'programme', sessionHours: 12 },
};
