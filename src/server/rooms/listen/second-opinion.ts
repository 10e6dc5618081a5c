// What the second reader adds to what the rules found. It may name a type nobody's rule found, hold a telling back, and raise danger; it may
// take none of these away from the rules, and a type of its own is always `free-text`: no rule releases that (decisions.md 1, ADR 0060).
import type { ConcernType } from '../../../shared/domain/taxonomy.ts';
import type { CompiledGrammar } from './grammars/read-concepts.ts';
import type { Scored } from './grammars/score-conduct.ts';
import type { Found, Opinion } from './grammars/second-reader.ts';

/** Chosen on tuning messages with readers that had not learned from them: `npm run train -- --try`. Recall before precision. */
const enough = {
  protection: 0.15,
  oversight: 0.13,
  oversightDespiteRules: 0.4,
  danger: 0.14,
  dangerOfSomethingElse: 0.2,
  dangerOfNothingNamed: 0.3,
  dangerDespiteDoubt: 0.6,
  dangerDespiteDenial: 0.85,
} as const;
const enoughDenied = 0.25;
/** How much a full score of the rules weighs beside the shares, which are one together. */
const trustInRules = 0.35;

export type Heard = { opinion: Opinion | undefined; types: readonly ConcernType[] };

/** Of the readers of the languages that the text may be in, the one who knows most of its words. */
export function askSecondReader(found: Found, active: readonly CompiledGrammar[]): Opinion | undefined {
  let best: Opinion | undefined;
  for (const { reader } of active) {
    const opinion = reader(found);
    if (opinion !== undefined && opinion.known > (best?.known ?? 0)) best = opinion;
  }
  return best;
}

/** Both readings of what it is about, the likeliest first; scores of 0 to 1. */
export function weighTypes(scores: readonly Scored[], { opinion, types }: Heard): Scored[] {
  if (opinion === undefined) return scores.map(({ code, score }) => ({ code, score: score / fullScore }));
  const byRule = new Map(scores.map(({ code, score }) => [code, score]));
  return types
    .map(({ code }) => ({ code, score: opinion.share(code) + (trustInRules * (byRule.get(code) ?? 0)) / fullScore }))
    .sort((a, b) => b.score - a.score || a.code.localeCompare(b.code));
}

const fullScore = 10;

/** One in power whom the rules saw and did not accuse must sound guilty all the more. */
export function soundsRestricted(
  lane: 'protection' | 'oversight',
  { opinion, types }: Heard,
  { cleared }: { cleared: boolean },
): boolean {
  const bar = lane === 'oversight' && cleared ? enough.oversightDespiteRules : enough[lane];
  return strengthOf(lane, { opinion, types }, (type) => type.lane === lane) >= bar;
}

/** What the reading makes of the text otherwise. */
export type Otherwise = {
  denied: boolean;
  doubted: boolean;
  named: { danger: boolean; confidence: number } | undefined;
};

/**
 * What the words deny, what only sounds denied or she herself called something else, what is surely something else and what nobody can
 * name must sound like danger all the more.
 */
export const soundsDangerous = (heard: Heard, otherwise: Otherwise): boolean =>
  strengthOf('danger', heard, (type) => type.danger) >= barOfDanger(heard, otherwise);

function barOfDanger({ opinion }: Heard, { denied, doubted, named }: Otherwise): number {
  if (denied) return enough.dangerDespiteDenial;
  if (doubted || soundsDenied(opinion)) return enough.dangerDespiteDoubt;
  if (named === undefined) return enough.dangerOfNothingNamed;
  return !named.danger && named.confidence >= surelyNamed ? enough.dangerOfSomethingElse : enough.danger;
}

const surelyNamed = 0.7;

/** Too much like danger to be filed as "nothing happened", whatever it denies. */
export const soundsUneasy = (heard: Heard): boolean =>
  strengthOf('danger', heard, (type) => type.danger) >= enough.dangerOfNothingNamed;

export const soundsDenied = (opinion: Opinion | undefined): boolean => (opinion?.mark('denied') ?? 0) >= enoughDenied;

const ends: readonly string[] = ['zero', 'noise', 'unclear'];
const mostly = 0.5;
const surely = 0.8;

/** It says nothing, or nothing that could be named. */
const isNoTelling = ({ best }: Opinion): boolean => ends.includes(best.kind) && best.share >= mostly;

export const soundsQuiet = (opinion: Opinion | undefined): boolean => (opinion?.share('zero') ?? 0) >= surely;

/** Of fewer words an opinion is the weaker, and of a text mostly in words that it never met. */
const wordsEnough = 3;
const shareEnough = 0.5;

/** The mark itself, and the shares of the types that belong to it: each sees what the other misses. */
function strengthOf(mark: string, { opinion, types }: Heard, belongs: (type: ConcernType) => boolean): number {
  if (opinion === undefined || isNoTelling(opinion)) return 0;
  const shares = types.filter(belongs).reduce((sum, { code }) => sum + opinion.share(code), 0);
  const grasp = Math.min(1, opinion.known / wordsEnough) * Math.min(1, opinion.knownShare / shareEnough);
  return ((opinion.mark(mark) + shares) / 2) * grasp;
}
