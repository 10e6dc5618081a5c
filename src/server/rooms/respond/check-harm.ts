// Could telling a post hurt the one who told? (decisions.md 1, features.md 1.2). Pure: the reasons to hold; none means clean.
import type { HoldReason } from '../../../shared/domain/concern.ts';
import type { Lane } from '../../../shared/domain/lane.ts';
import { isRestricted } from '../../../shared/domain/lane.ts';
import type { ConcernType } from '../../../shared/domain/taxonomy.ts';
import type { TypeInPlace } from '../know/index.ts';
import type { Telling } from './telling.ts';

export type HarmQuestion = {
  telling: Pick<
    Telling,
    'typeBy' | 'confirmed' | 'placeBy' | 'laneWords' | 'accused' | 'minor' | 'residue' | 'smallSettlement' | 'alone'
  >;
  type: (ConcernType & Pick<TypeInPlace, 'switched'>) | undefined;
  lane: Lane;
  /** Independent sources, this telling included. */
  sources: number;
};

export function checkHarm(question: HarmQuestion): HoldReason[] {
  return [...typeReasons(question), ...tellingReasons(question)];
}

/** Her own word for it: a code, a keyword, or her yes when asked. A listener's or a machine's reading is not. */
const HER_WORD: readonly Telling['typeBy'][] = ['code', 'keyword', 'confirmed'];
export const isHerWord = ({ typeBy, confirmed }: Pick<Telling, 'typeBy' | 'confirmed'>): boolean =>
  confirmed || HER_WORD.includes(typeBy);

function typeReasons({ telling, type }: HarmQuestion): HoldReason[] {
  if (!type) return ['type-unclear'];
  const reasons: HoldReason[] = [];
  if (type.switched === 'off') reasons.push('type-off');
  if (!type.ruleRelease) reasons.push('type-not-on-list');
  if (!isHerWord(telling)) reasons.push('type-not-her-word');
  return reasons;
}

function tellingReasons({ telling, type, lane, sources }: HarmQuestion): HoldReason[] {
  const reasons: HoldReason[] = [];
  if (telling.placeBy === 'none') reasons.push('place-unclear');
  if (telling.laneWords.includes('protection')) reasons.push('protection-word');
  if (telling.laneWords.includes('oversight')) reasons.push('oversight-word');
  if (telling.accused.length > 0) reasons.push('harm-by-official');
  // A child that is merely mentioned holds nothing; one whose matter it is has moved the lane.
  if (isRestricted(lane) && telling.minor) reasons.push('minor');
  if (sources < 2 && (telling.alone || isToldByOne(type))) reasons.push('one-witness');
  if (telling.smallSettlement) reasons.push('small-settlement');
  if (telling.residue) reasons.push('residue');
  return reasons;
}

/** Threats and extortion: only the threatened knows of them, so the telling points to the teller. */
const ONE_WITNESS_TYPES = ['A05', 'B07'];
const isToldByOne = (type: ConcernType | undefined): boolean =>
  type !== undefined && ONE_WITNESS_TYPES.includes(type.code);

/**
 * What another telling of the same matter, itself clean, takes away: someone else has called it so. Not `one-witness`: the words
 * that would then go out are still those of the only one who saw.
 */
export const clearedByAnother: readonly HoldReason[] = ['type-not-her-word'];

/** Reasons that arise from who could be hurt. Learnt after release, they take the matter back from the post. */
export const harmReasons: readonly HoldReason[] = [
  'protection-word',
  'oversight-word',
  'harm-by-official',
  'one-witness',
  'minor',
];
