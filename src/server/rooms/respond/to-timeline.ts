// Journal rows as lines of a timeline: codes only. Names of the programme's own staff; a post speaks as the post.
import type { TimelineEntry } from '../../../shared/contract/shapes.ts';
import { coarseMoment } from '../../kit/programme-time.ts';
import type { Fact } from './store-timeline.ts';

type Facts = TimelineEntry['facts'];

export function toTimeline(
  facts: readonly Fact[],
  names: { users: ReadonlyMap<string, string>; posts: ReadonlyMap<string, string> },
): TimelineEntry[] {
  return facts.map((fact) => ({
    id: fact.id,
    at: fact.at.toISOString(),
    event: fact.event,
    role: fact.role,
    actorName: nameOf(fact, names),
    facts: toFacts(fact.payload, names.posts),
  }));
}

/** As a post reads it: coarse times, and of people nothing but which post it was. */
export function toPostTimeline(
  facts: readonly Fact[],
  read: { posts: ReadonlyMap<string, string>; severity: number; timeZone: string },
): TimelineEntry[] {
  return facts.map((fact) => ({
    id: fact.id,
    at: coarseMoment(fact.at, read.severity, read.timeZone).toISOString(),
    event: fact.event,
    role: fact.role,
    actorName: (isOfPost(fact) && fact.postId && read.posts.get(fact.postId)) || null,
    facts: toFacts(fact.payload, read.posts),
  }));
}

/** The posts that facts speak of: who did it, and to whom it was offered or sent. */
export const postsOfFacts = (facts: readonly Fact[]): string[] =>
  facts
    .flatMap(({ postId, payload }) => [postId, payload['postId'], payload['toPostId']])
    .filter((id) => typeof id === 'string');

function nameOf(
  fact: Fact,
  names: { users: ReadonlyMap<string, string>; posts: ReadonlyMap<string, string> },
): string | null {
  if (isOfPost(fact)) return (fact.postId && names.posts.get(fact.postId)) || null;
  return names.users.get(fact.actor) ?? null;
}

/** Police are named as their post, never as a person. */
export const isOfPost = (fact: Pick<Fact, 'role'>): boolean => fact.role.endsWith('-commander');

/** Contacts and messages never come along, whatever the fact was about. */
const KEPT_IDS: readonly string[] = ['postId', 'toPostId'];

function toFacts(payload: Record<string, unknown>, posts: ReadonlyMap<string, string>): Facts {
  const kept = Object.entries(payload).filter(([key]) => !key.endsWith('Id') || KEPT_IDS.includes(key));
  return Object.fromEntries(
    kept.flatMap(([key, value]) => {
      const fact = toFact(value);
      if (fact === undefined) return [];
      return [[key, KEPT_IDS.includes(key) ? (posts.get(String(fact)) ?? fact) : fact]];
    }),
  );
}

function toFact(value: unknown): Facts[string] | undefined {
  if (Array.isArray(value)) return value.filter((item) => typeof item === 'string');
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
}
