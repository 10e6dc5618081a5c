// How a post works and what tellers say of it: most do well, some are late, a few say only that they cannot.
import type { AnswerCode } from '../../../../shared/domain/answer.ts';
import type { CannotReason } from '../../../../shared/domain/concern.ts';
import { clockOf, type Severity } from '../../../../shared/domain/severity.ts';
import { type Dice, openDice } from './dice.ts';
import type { Reply, Round, Work } from './facts.ts';

export type Manner = 'good' | 'late' | 'bad';

/** A post's manner is its own, the same in every week. */
export function mannerOf(postId: string): Manner {
  const drawn = openDice(`manner ${postId}`).next();
  if (drawn < 0.55) return 'good';
  return drawn < 0.83 ? 'late' : 'bad';
}

type Ways = {
  pace: number;
  never: number;
  cannot: number;
  going: number;
  handOver: number;
  clear: number;
  solved: number;
};
const ways: Readonly<Record<Manner, Ways>> = {
  good: { pace: 0.3, never: 0.01, cannot: 0.08, going: 0.6, handOver: 0.05, clear: 0.88, solved: 0.68 },
  late: { pace: 0.95, never: 0.06, cannot: 0.16, going: 0.35, handOver: 0.05, clear: 0.76, solved: 0.52 },
  bad: { pace: 1.3, never: 0.2, cannot: 0.38, going: 0.15, handOver: 0.02, clear: 0.6, solved: 0.34 },
};

const reasons: readonly [CannotReason, ...CannotReason[]] = [
  'no-fuel',
  'no-fuel',
  'no-vehicle',
  'no-people',
  'no-access',
  'not-safe',
  'not-ours',
  'not-found',
];

type Case = {
  severity: Severity;
  manner: Manner;
  voices: number;
  verdict?: AnswerCode | undefined;
  canBeHandedOver: boolean;
};

export function drawRound(dice: Dice, about: Case): Round {
  const replies = Array.from({ length: about.voices }, () => drawReply(dice, about.manner));
  return {
    triage: dice.around(triageMiddle[about.severity]),
    work: drawWork(dice, about),
    coordinator: {
      after: dice.around(about.verdict ? 20 * 60 : clockOf(about.severity).decisionMinutes * 1.5 + 24 * 60),
      alone: about.verdict !== undefined,
      answer: about.verdict ?? dice.pick(['information', 'cannot', 'already-known']),
    },
    replies,
  };
}

const triageMiddle: Readonly<Record<Severity, number>> = { 5: 9, 4: 40, 3: 200, 2: 420, 1: 500 };

function drawWork(dice: Dice, { severity, manner, verdict, canBeHandedOver }: Case): Work {
  const way = ways[manner];
  const { seenMinutes, decisionMinutes } = clockOf(severity);
  // Lies for weeks, until somebody asks.
  if (dice.chance(way.never)) return { seen: seenMinutes * 5, ...endOf(dice, way, decisionMinutes * 3) };
  const seen = dice.around(seenMinutes * way.pace);
  // A rumour is looked into by the programme; the post only reads of it.
  if (verdict) return { seen, end: { at: dice.around(60 * 60), word: 'done' } };
  const decided = Math.max(seen + 2, dice.around(decisionMinutes * way.pace));
  if (canBeHandedOver && dice.chance(way.handOver)) {
    const at = seen + 1;
    return dice.chance(0.75)
      ? { seen, handOver: { at, acceptedAfter: dice.around(12, 0.4) }, ...endOf(dice, way, decided + 30) }
      : { seen, handOver: { at }, ...endOf(dice, way, decided + 300) };
  }
  const going = dice.chance(way.going) ? { going: seen + (decided - seen) * 0.4 } : {};
  return { seen, ...going, ...endOf(dice, way, decided) };
}

function endOf(dice: Dice, way: Ways, at: number): Pick<Work, 'end'> {
  if (dice.chance(way.cannot)) return { end: { at, word: 'cannot', reason: dice.pick(reasons) } };
  return { end: { at, word: 'done' } };
}

function drawReply(dice: Dice, manner: Manner): Reply {
  const way = ways[manner];
  const reply: Reply = {};
  if (dice.chance(0.66)) {
    const yes = dice.chance(way.clear);
    reply.clear = { after: Math.min(4200, dice.around(180, 1)), yes };
    if (!yes && dice.chance(0.6)) reply.clearAgain = { after: dice.around(240), yes: dice.chance(0.7) };
  }
  if (dice.chance(0.52))
    reply.solved = { after: Math.min(19_000, dice.around(700, 1)), mark: drawMark(dice, way.solved) };
  return reply;
}

function drawMark(dice: Dice, solved: number): 1 | 2 | 3 | 4 {
  if (dice.chance(solved)) return 1;
  if (dice.chance(0.45)) return 2;
  return dice.chance(0.82) ? 3 : 4;
}

/** Types that are about somebody in office. */
export const officialTypes: readonly string[] = ['J01', 'J02'];
