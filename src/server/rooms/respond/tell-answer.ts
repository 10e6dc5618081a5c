// The answer travels back: a catalogue sentence to each telling, then "clear?" at once and "solved?" after the type's own delay.

import type { AnswerCode } from '../../../shared/domain/answer.ts';
import { answerCodes } from '../../../shared/domain/answer.ts';
import { isHistory } from '../../../shared/domain/origin.ts';
import { askTask } from '../../db/tasks.ts';
import type { Ctx } from '../../db/tx.ts';
import { closeTodos, getType } from '../know/index.ts';
import { answerLadder } from './climb-ladder.ts';
import { minutesAfter } from './hold-concern.ts';
import { type Concern, lockConcern } from './store-concern.ts';
import { type AnswerableTelling, findTelling, listStanding, updateTelling } from './store-telling.ts';
import { askTeller, tellTeller } from './tell.ts';

export const CLOSE_AFTER_DAYS = 14;
const NEVER_TYPED_HOURS = 168;
/** So often she is asked whether an answer was clear. */
export const MOST_ROUNDS = 2;
/** Tasks that end with an answer, and those that only a person's answer ends. */
const settled = ['triage', 'worse', 'nobody-responsible', 'nobody-above'] as const;
const settledByPerson = ['post-cannot', 'explain-again'] as const;

/** Hears `concern.answered`, by a post's word or a person's. Does nothing when it was undone. */
export async function tellAnswer(
  ctx: Ctx,
  told: { concernId: string; answer: string; byPerson: boolean },
): Promise<void> {
  const concern = await lockConcern(ctx, told.concernId);
  if (!concern || concern.answerCode !== told.answer) return;
  if (told.byPerson) await answerLadder(ctx, concern.id, 'person');
  if (concern.state !== 'answered') return tellGoing(ctx, concern);
  for (const kind of settled) await closeTodos(ctx, concern.id, kind);
  if (told.byPerson) for (const kind of settledByPerson) await closeTodos(ctx, concern.id, kind);
  for (const telling of await listStanding(ctx, concern.id)) await answerOne(ctx, concern, telling);
  // Where nobody can be asked, the matter closes by itself as if it had been asked.
  const asked = await solvedDue(ctx, concern);
  await askClosing(ctx, concern.id, minutesAfter(asked, CLOSE_AFTER_DAYS * 24 * 60));
}

/** A telling that joins when the answer is already there gets it at once. */
export async function answerTelling(ctx: Ctx, concern: Concern, reportId: string): Promise<void> {
  const telling = await findTelling(ctx, reportId);
  if (telling) await answerOne(ctx, concern, telling);
}

/** "It is being seen to": no state of the concern, no question. Told once to each. */
export async function tellGoing(ctx: Ctx, concern: Concern): Promise<void> {
  for (const telling of await listStanding(ctx, concern.id)) {
    if (telling.answerCode === 'going') continue;
    await tellTeller(ctx, telling, { answer: 'going', origin: concern.origin });
    await updateTelling(ctx, telling.reportId, { answerCode: 'going' });
  }
}

async function answerOne(ctx: Ctx, concern: Concern, telling: AnswerableTelling): Promise<void> {
  const answer = toAnswer(concern.answerCode);
  if (!answer) return;
  const dueAt = await solvedDue(ctx, concern);
  await tellTeller(ctx, telling, { answer, origin: concern.origin });
  await updateTelling(ctx, telling.reportId, {
    answerCode: answer,
    answeredAt: ctx.now,
    solvedDueAt: dueAt,
    solvedAskedAt: null,
    solved: null,
  });
  await askClear(ctx, concern, telling);
  if (telling.wayBack && !isHistory(concern.origin)) {
    const payload = { reportId: telling.reportId, dueAt: dueAt.toISOString() };
    const id = `ta_solved_${telling.reportId}_${dueAt.getTime()}`;
    await askTask(ctx.tx, { id, hearing: 'ask-solved', payload, runAt: dueAt });
  }
}

/** Asked, and once more after the answer was explained again; the second reply counts (decisions.md 3). */
export async function askClear(ctx: Ctx, concern: Concern, telling: AnswerableTelling): Promise<void> {
  const first = telling.clearRounds === 0;
  const again = telling.clearRounds < MOST_ROUNDS && telling.clear === 'no';
  if (!first && !again) return;
  if (!(await askTeller(ctx, telling, { kind: 'clear', origin: concern.origin }))) return;
  await updateTelling(ctx, telling.reportId, { clearRounds: telling.clearRounds + 1, clearAskedAt: ctx.now });
}

export async function askClosing(ctx: Ctx, concernId: string, runAt: Date): Promise<void> {
  const id = `ta_close_${concernId}_${runAt.getTime()}`;
  await askTask(ctx.tx, { id, hearing: 'close-silent', payload: { concernId }, runAt });
}

async function solvedDue(ctx: Ctx, concern: Concern): Promise<Date> {
  const hours = concern.typeCode ? (await getType(ctx, concern.typeCode)).solvedAfterHours : NEVER_TYPED_HOURS;
  return minutesAfter(ctx.now, hours * 60);
}

export const toAnswer = (code: string | null): AnswerCode | undefined => answerCodes.find((known) => known === code);
