// Whoever says a teller's code is told what she may be told again, and nothing else: no id, no type, no place, no name of a post
// (decisions.md 3, 6). For the follow page, USSD and a call-back; wrong codes are counted in the database.
import type { ConcernState } from '../../../shared/domain/concern.ts';
import type { Ctx } from '../../db/tx.ts';
import { localDay } from './programme-time.ts';
import { type CodeFound, findByCode } from './store-code.ts';
import { answerTemplates } from './tell.ts';
import { toAnswer } from './tell-answer.ts';

export type CodeTools = {
  /** The keyed hash of what was typed, well formed or not: the same work for both. */
  hashTellerCode(typed: string): Buffer;
  timeZone: string;
};

/** `asker`: a keyed hash of the network or phone that asks; ten wrong codes an hour are its most. */
type CodeAsked = { code: string; asker: Buffer };

/** Which sentence she was told, or may be told again; the door that asks says it in the language of its page. */
const toldAnswers = ['going', 'done', 'cannot', 'referred', 'call'] as const;

type Followed =
  | { outcome: 'unknown' | 'slow-down' }
  | {
      outcome: 'found';
      state: 'received' | 'going' | 'answered' | 'closed';
      /** Null while there is none. */
      answer: (typeof toldAnswers)[number] | null;
      toldOn: string;
      answeredOn: string | null;
      closedOn: string | null;
    };

/** Let its transaction commit whatever comes back: a try that is rolled back was not counted. */
export async function findConcernByTellerCode(ctx: Ctx, asked: CodeAsked, tools: CodeTools): Promise<Followed> {
  const found = await findByCode(ctx, { hash: tools.hashTellerCode(asked.code), asker: asked.asker });
  if (found.outcome !== 'found') return { outcome: found.outcome };
  const answer = toAnswer(found.answerCode);
  const day = (at: Date | null): string | null => at && localDay(at, tools.timeZone);
  return {
    outcome: 'found',
    state: stateOf(found),
    answer: toldAnswers.find((one) => answer && answerTemplates[answer] === `answer.${one}`) ?? null,
    toldOn: found.toldOn,
    answeredOn: day(found.answeredAt),
    closedOn: day(found.closedAt),
  };
}

const ended: readonly ConcernState[] = ['closed', 'withdrawn'];

function stateOf({ state, answerCode, answeredAt }: CodeFound): 'received' | 'going' | 'answered' | 'closed' {
  if (ended.includes(state)) return 'closed';
  if (answeredAt !== null) return 'answered';
  return answerCode === 'going' ? 'going' : 'received';
}
