// Whoever says a teller's code is told what she may be told again, and nothing else: no id, no type, no place, no name of a post, and
// days only roughly (decisions.md 3, 6). For the follow page, USSD and a call-back; wrong codes are counted in the database.
import type { ConcernState } from '../../../shared/domain/concern.ts';
import { type Ago, agoOf, type CannotWhy, cannotWhyOf, type Followed } from '../../../shared/domain/follow.ts';
import type { Ctx } from '../../db/tx.ts';
import { type CodeFound, findByCode, findByTelling } from './store-code.ts';
import { answerTemplates } from './tell.ts';
import { CLOSE_AFTER_DAYS, toAnswer } from './tell-answer.ts';

export type CodeTools = {
  /** The keyed hash of what was typed, well formed or not: the same work for both. */
  hashTellerCode(typed: string): Buffer;
};

/** `asker`: a keyed hash of the network or phone that asks; ten wrong codes an hour are its most. */
type CodeAsked = { code: string; asker: Buffer };

/** Which sentence she was told, or may be told again; the door that asks says it in the language of its page. */
const toldAnswers = ['going', 'done', 'cannot', 'referred', 'nobody', 'call'] as const;

/** Let its transaction commit whatever comes back: a try that is rolled back was not counted. */
export async function findConcernByTellerCode(ctx: Ctx, asked: CodeAsked, tools: CodeTools): Promise<Followed> {
  const found = await findByCode(ctx, { hash: tools.hashTellerCode(asked.code), asker: asked.asker });
  if (found.outcome !== 'found') return { outcome: found.outcome };
  const answer = toAnswer(found.answerCode);
  const ago = (at: Date | null): Ago | null => at && agoOf(at, ctx.now);
  return {
    outcome: 'found',
    state: stateOf(found),
    answer: toldAnswers.find((one) => answer && answerTemplates[answer] === `answer.${one}`) ?? null,
    why: whyOf(found.reason),
    told: agoOf(found.toldAt, ctx.now),
    seen: ago(found.seenAt),
    answered: ago(found.answeredAt),
    closed: ago(found.closedAt),
    again: answer !== undefined && found.answeredAt !== null && found.clear === 'no',
    asks: askedOf(found, ctx.now),
  };
}

/** The same for whoever works on her concern and calls her back, with the answer itself; undefined for anybody else. */
export async function followTelling(ctx: Ctx, reportId: string) {
  const found = await findByTelling(ctx, reportId);
  if (!found) return undefined;
  const { concernId, ref, answerCode, reason, toldAt, answeredAt, clear } = found;
  return {
    concernId,
    ref,
    state: progressOf(found),
    answer: toAnswer(answerCode) ?? null,
    why: whyOf(reason),
    told: agoOf(toldAt, ctx.now),
    answered: answeredAt !== null,
    clear: answeredAt === null ? null : clear,
  };
}

const whyOf = (reason: string | null): CannotWhy | null => (reason === null ? null : cannotWhyOf(reason));

const ended: readonly (ConcernState | 'new')[] = ['closed'];

function stateOf(found: CodeFound): Extract<Followed, { outcome: 'found' }>['state'] {
  const { state } = found;
  return state === 'new' || state === 'withdrawn' ? state : progressOf(found);
}

type Progress = 'received' | 'going' | 'answered' | 'closed';

function progressOf(found: Pick<CodeFound, 'state' | 'answerCode' | 'answeredAt'>): Progress {
  const { state, answerCode, answeredAt } = found;
  if (ended.includes(state)) return 'closed';
  if (answeredAt !== null) return 'answered';
  return answerCode === 'going' ? 'going' : 'received';
}

/** One question at a time: what is unclear, then whether the answer was clear, then whether it is solved once its time has come. */
function askedOf(found: CodeFound, now: Date): Extract<Followed, { outcome: 'found' }>['asks'] {
  const { asked, state, answeredAt, clear, solved, solvedDueAt, closedAt } = found;
  if (asked) return asked;
  if (state === 'withdrawn' || answeredAt === null) return null;
  if (clear === null) return 'clear';
  if (solved === null && solvedDueAt !== null && solvedDueAt <= now) return 'solved';
  // The page has said it in other words meanwhile.
  if (solved === null) return clear === 'no' ? 'clear' : null;
  const reopensUntil = closedAt && closedAt.getTime() + CLOSE_AFTER_DAYS * 86_400_000;
  return solved <= 2 && reopensUntil !== null && reopensUntil > now.getTime() ? 'reopen' : null;
}
