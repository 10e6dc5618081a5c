// What the teller says of the answer: was it clear, was it solved. Her "no" opens the matter again; her "worse" stops at a person first.
import { askTask } from '../../db/tasks.ts';
import type { Ctx } from '../../db/tx.ts';
import { dueText, nextMorning } from '../../kit/programme-time.ts';
import { closeTodos, findPost, openTodo } from '../know/index.ts';
import { closeConcern } from './ask-solved.ts';
import { holdConcern, minutesAfter } from './hold-concern.ts';
import { letRouteLive } from './keep-code.ts';
import { clocksFrom, leaveUnrouted } from './route-concern.ts';
import { type Brief, listBriefsOf, updateBrief } from './store-brief.ts';
import { type Concern, lockConcern, updateConcern } from './store-concern.ts';
import { type AnswerableTelling, findTelling, listStanding, setAnswerDue, updateTelling } from './store-telling.ts';
import { aboutConcern, explainAgain, tellPost } from './tell.ts';
import { askClear, MOST_ROUNDS } from './tell-answer.ts';
import type { RespondTools } from './telling.ts';

/** Hears `question.answered`; its subject is the report. */
export async function hearAnswer(
  ctx: Ctx,
  heard: { kind: 'clear' | 'solved'; reportId: string; answer: string; explained?: true | undefined },
  tools: RespondTools,
): Promise<void> {
  const telling = await findTelling(ctx, heard.reportId);
  // By her code she may answer before anything was asked: what has no answer yet cannot have been clear.
  if (!telling?.answeredAt || telling.withdrawnAt) return;
  const concern = await lockConcern(ctx, telling.concernId);
  if (!concern) return;
  if (heard.kind === 'clear') {
    const { answer, explained = false } = heard;
    await hearClear(ctx, { concern, telling, clear: answer === '1', explained });
  } else await hearSolved(ctx, { concern, telling, solved: Number(heard.answer) }, tools);
}

type Clear = { concern: Concern; telling: AnswerableTelling; clear: boolean; explained: boolean };

/** Every "no" is a person's to explain; what was explained by voice is neither explained nor asked once more. */
async function hearClear(ctx: Ctx, { concern, telling, clear, explained }: Clear): Promise<void> {
  const rounds = explained ? { clearRounds: MOST_ROUNDS } : {};
  await updateTelling(ctx, telling.reportId, { clear: clear ? 'yes' : 'no', ...rounds });
  const said = { reportId: telling.reportId, concernId: concern.id, clear: clear ? 'yes' : 'no' } as const;
  await ctx.emit('answer.clear', aboutConcern(concern), said);
  if (clear || explained) return endExplaining(ctx, concern.id, telling.reportId);
  await openTodo(ctx, {
    kind: 'explain-again',
    role: concern.lane === 'ordinary' ? 'coordinator' : 'protection-officer',
    subjectId: concern.id,
    lane: concern.lane,
    scopeId: concern.scopeId,
    dueAt: minutesAfter(ctx.now, 24 * 60),
    origin: concern.origin,
  });
}

/** The task ends with the last one who waits for it. */
async function endExplaining(ctx: Ctx, concernId: string, reportId: string): Promise<void> {
  const others = (await listStanding(ctx, concernId)).filter((telling) => telling.reportId !== reportId);
  if (!others.some(({ clear }) => clear === 'no')) await closeTodos(ctx, concernId, 'explain-again');
}

/** Hears that the task `explain-again` is done: whoever had not understood reads it in other words, and is asked once more. */
export async function hearExplained(ctx: Ctx, { concernId }: { concernId: string }): Promise<void> {
  const concern = await lockConcern(ctx, concernId);
  if (!concern) return;
  for (const telling of await listStanding(ctx, concernId)) {
    if (telling.clear !== 'no') continue;
    await explainAgain(ctx, telling, concern.origin);
    await askClear(ctx, concern, telling);
  }
}

type Solved = { concern: Concern; telling: AnswerableTelling; solved: number };

async function hearSolved(ctx: Ctx, { concern, telling, solved }: Solved, tools: RespondTools): Promise<void> {
  if (solved < 1 || solved > 4) return;
  await updateTelling(ctx, telling.reportId, { solved });
  const said = { reportId: telling.reportId, concernId: concern.id, solved };
  await ctx.emit('answer.solved', aboutConcern(concern), said);
  if (solved >= 3) await letRouteLive(ctx, telling.contactId);
  // A reply to a matter that is open again, merged or taken back changes nothing more; "worse" always does.
  const mayReopen = concern.state === 'answered' || concern.state === 'closed';
  if (solved === 4 && concern.state !== 'withdrawn') return hearWorse(ctx, concern);
  if (!mayReopen) return;
  if (solved === 3) return reopenConcern(ctx, concern, tools);
  await closeWhenAllSaid(ctx, concern);
}

async function closeWhenAllSaid(ctx: Ctx, concern: Concern): Promise<void> {
  if (concern.state !== 'answered') return;
  const tellings = (await listStanding(ctx, concern.id)).filter(({ wayBack, solved }) => wayBack || solved !== null);
  if (tellings.some(({ solved }) => solved === null)) return;
  await closeConcern(ctx, concern, tellings.some(({ solved }) => solved === 2) ? 'partly' : 'solved');
}

/** "No": the post reads it in its daily list at a fixed hour, without cause; the clock restarts then (decisions.md 5). */
async function reopenConcern(ctx: Ctx, concern: Concern, { timeZone }: RespondTools): Promise<void> {
  const reopened = concern.reopened + 1;
  const briefs = (await listBriefsOf(ctx, concern.id)).filter(isDecided);
  await updateConcern(ctx, concern.id, {
    reopened,
    closedAt: null,
    closeReason: null,
    answerCode: null,
    answeredAt: null,
  });
  await ctx.emit('concern.reopened', aboutConcern(concern), { concernId: concern.id, solved: 3 });
  // What no post had is the coordinator's (or protection officer's) again.
  if (briefs.length === 0) return holdConcern(ctx, concern, { reasons: [] });
  await updateConcern(ctx, concern.id, { state: 'open' });
  const runAt = nextMorning(ctx.now, timeZone);
  const id = `ta_reopened_${concern.id}_${reopened}`;
  await askTask(ctx.tx, { id, hearing: 'show-reopened', payload: { concernId: concern.id, reopened }, runAt });
}

const isDecided = (brief: Brief): boolean => brief.state === 'done' || brief.state === 'cannot';

/** The task `show-reopened`, at six in the morning. */
export async function showReopened(
  ctx: Ctx,
  due: { concernId: string; reopened: number },
  { timeZone }: RespondTools,
): Promise<void> {
  const concern = await lockConcern(ctx, due.concernId);
  if (concern?.state !== 'open' || concern.lane !== 'ordinary' || concern.reopened !== due.reopened) return;
  const clocks = clocksFrom(ctx.now, concern.severity, timeZone);
  let shown = 0;
  for (const brief of (await listBriefsOf(ctx, concern.id)).filter(isDecided)) {
    // On the list of a closed post nobody would read it.
    if (!(await findPost(ctx, brief.postId))?.active) continue;
    shown += 1;
    const again = { state: 'new' as const, reopenedAt: ctx.now, seenAt: null, decidedAt: null, cannotReason: null };
    await updateBrief(ctx, brief.id, { ...clocks, ...again });
    await tellReopened(ctx, brief, dueText(clocks.seenShownAt, concern.severity, timeZone));
  }
  if (shown === 0) await leaveUnrouted(ctx, concern);
  await setAnswerDue(ctx, concern.id, clocks.decideDueAt);
}

async function tellReopened(ctx: Ctx, brief: Brief, due: string): Promise<void> {
  const { ref, severity, origin } = brief;
  const notice = { template: 'post.reopened', ref, severity, due, subjectId: brief.id, origin } as const;
  await tellPost(ctx, brief.postId, notice);
  const superior = (await findPost(ctx, brief.postId))?.superiorId;
  if (superior) await tellPost(ctx, superior, notice);
}

/** "Worse" may mean "they came for me": nothing changes in what the post reads until a person has looked. */
async function hearWorse(ctx: Ctx, concern: Concern): Promise<void> {
  const accused = concern.holdReasons.includes('harm-by-official');
  await updateConcern(ctx, concern.id, { closedAt: null, closeReason: null, reopened: concern.reopened + 1 });
  await ctx.emit('concern.reopened', aboutConcern(concern), { concernId: concern.id, solved: 4 });
  const pressing = { ...concern, severity: Math.max(4, concern.severity) };
  await holdConcern(ctx, pressing, { reasons: ['worse'], kind: 'worse' });
  if (concern.lane === 'ordinary' && accused) {
    // Where an official is accused, the protection officer knows too: she and the coordinator agree on the lane.
    const due = minutesAfter(ctx.now, 60);
    const todo = { kind: 'triage', role: 'protection-officer', subjectId: concern.id, lane: 'protection' } as const;
    await openTodo(ctx, { ...todo, scopeId: concern.scopeId, dueAt: due, origin: concern.origin });
  }
}
