// A person calls a teller back: what she must know first, the number for her page alone, and how it ended (ADR 0092). What the teller says
// goes the way of everything that is entered for somebody.
import type { z } from 'zod';
import type { CallView, EndCall, getNumber as GetNumber } from '../../../shared/contract/calls.ts';
import {
  ANSWER_SECONDS,
  type CallOutcome,
  MOST_NUMBERS_A_DAY,
  MOST_TRIES,
  mayTryAgain,
  NUMBER_MINUTES,
  TRY_AGAIN_HOURS,
} from '../../../shared/domain/call.ts';
import type { Lane } from '../../../shared/domain/lane.ts';
import { problem } from '../../../shared/kit/problem.ts';
import { askTask } from '../../db/tasks.ts';
import type { WebCtx } from '../../kit/handle.ts';
import { completeTodo, getOwnTodo } from '../know/index.ts';
import { isPageKey } from '../protect/index.ts';
import { acceptEntry } from './accept-entry.ts';
import { type EntryTools, toEntered } from './enter-telling.ts';
import { CALL_HOURS } from './hear-missed-call.ts';
import { nextSafeMoment } from './safe-hours.ts';
import {
  type Called,
  countAsked,
  endOwnCall,
  findCalled,
  findOwnCall,
  findSpoken,
  insertAsked,
  type Spoken,
} from './store-calls.ts';

export type CallTools = Pick<EntryTools, 'intake' | 'timeZone'> & {
  /** Her matter as it may be read to her; undefined for whoever does not work on it. */
  followTelling(ctx: WebCtx, reportId: string): Promise<CallView['told'] | undefined>;
};
type Shown = z.input<(typeof GetNumber)['response']>;

const HOUR_MS = 3_600_000;

export async function lookAtCall(ctx: WebCtx, todoId: string, tools: CallTools): Promise<CallView> {
  const called = await getCalled(ctx, todoId);
  const { language, askedBy, askedAt, safeFrom, safeTo, quiet, reachable, tries } = called;
  return {
    language,
    asked: { by: askedBy, at: askedAt.toISOString() },
    hours: safeFrom === null || safeTo === null ? null : { from: safeFrom, to: safeTo },
    notBefore: notBefore(called, ctx.now, tools.timeZone),
    quiet,
    reachable,
    tries,
    told: await readTold(ctx, called, tools),
  };
}

export async function askNumber(
  ctx: WebCtx,
  todoId: string,
  asked: { pageKey: string; timeZone: string },
): Promise<{ callId: string }> {
  const day = new Date(ctx.now.getTime() - 24 * HOUR_MS);
  if ((await countAsked(ctx, day)) >= 2 * MOST_NUMBERS_A_DAY) throw problem('request.too-many');
  const wait = notBefore(await getCalled(ctx, todoId), ctx.now, asked.timeZone);
  if (wait) throw problem(wait.why === 'hours' ? 'call.unsafe-hour' : 'call.too-soon', { todoId });
  const pageKey = Buffer.from(asked.pageKey, 'base64');
  if (!isPageKey(pageKey)) throw problem('request.invalid', { field: 'pageKey' });
  const callId = ctx.id('callBack');
  if (!(await insertAsked(ctx, { callId, todoId, pageKey }))) throw problem('call.not-held', { todoId });
  return { callId };
}

export async function getNumber(ctx: WebCtx, callId: string): Promise<Shown> {
  const { todoId, askedAt, openedAt, numberCt, problem: refused } = await getOwnCall(ctx, callId);
  const nothing = { sealed: null, until: null };
  if (refused) return { state: refused, ...nothing };
  if (!openedAt) return { state: after(askedAt, ANSWER_SECONDS / 60) > ctx.now ? 'waiting' : 'late', ...nothing };
  const until = after(openedAt, NUMBER_MINUTES);
  // She may have said stop meanwhile, or her matter has another lane: then it is nobody's to call.
  const held = numberCt && until > ctx.now && (await findCalled(ctx, todoId));
  if (!held) return { state: 'gone', ...nothing };
  return { state: 'open', sealed: numberCt.toString('base64'), until: until.toISOString() };
}

const after = (moment: Date, minutes: number): Date => new Date(moment.getTime() + minutes * 60_000);

type Ended = z.output<typeof EndCall>;

export async function endCall(
  ctx: WebCtx,
  callId: string,
  { ended, tools }: { ended: Ended; tools: CallTools },
): Promise<void> {
  const { openedAt, outcome: before, todoId } = await getOwnCall(ctx, callId);
  if (before) throw problem('call.ended', { callId });
  if (!openedAt) throw problem('call.not-opened', { callId });
  const called = await findCalled(ctx, todoId);
  const spoken = called ?? (await findSpoken(ctx, callId));
  if (!spoken) throw problem('call.not-held', { callId });
  await keepSaid(ctx, callId, { called: spoken, ended, tools });
  await endOwnCall(ctx, callId, ended.outcome);
  await ctx.emit('call.ended', { subjectId: callId }, { callId, todoId, outcome: ended.outcome });
  // Its task has ended while they spoke.
  if (!called) return endOthers(ctx, spoken.contactId, ended);
  const again = againAt({ ...called, tries: called.tries + 1, triedAt: ctx.now }, ended.outcome, tools.timeZone);
  if (!again) return settle(ctx, todoId, { called, outcome: ended.outcome });
  const dueAt = after(new Date(again), CALL_HOURS * 60).toISOString();
  await askTask(ctx.tx, { id: ctx.id('task'), hearing: 'postpone-call', payload: { todoId, dueAt }, runAt: ctx.now });
}

/** Whoever was reached, or must not be called, is not called for another task of hers either. */
async function settle(ctx: WebCtx, todoId: string, ended: { called: Called; outcome: CallOutcome }): Promise<void> {
  const todo = await getOwnTodo(ctx, todoId);
  await completeTodo(ctx, todo);
  await endOthers(ctx, ended.called.contactId, { outcome: ended.outcome, lane: todo.lane });
}

/** Other people's business with her is other people's: reached about one lane, she may still be waited for in the other. */
async function endOthers(
  ctx: WebCtx,
  contactId: string,
  { outcome, lane }: { outcome: CallOutcome; lane?: Lane },
): Promise<void> {
  if (mayTryAgain(outcome) || (outcome === 'reached' && lane === undefined)) return;
  const payload = { contactId, ...(outcome === 'reached' ? { lane } : {}) };
  await askTask(ctx.tx, { id: ctx.id('task'), hearing: 'end-calls', payload, runAt: ctx.now });
}

function againAt(called: Called & { triedAt: Date }, outcome: CallOutcome, timeZone: string): string | undefined {
  if (!mayTryAgain(outcome) || called.tries >= MOST_TRIES) return undefined;
  return notBefore(called, called.triedAt, timeZone)?.at;
}

type Said = { called: Spoken; ended: Ended; tools: CallTools };

/** Answers and words go to her matter only where it could be read to her. */
async function keepSaid(ctx: WebCtx, callId: string, { called, ended, tools }: Said): Promise<void> {
  const { outcome: _outcome, consent, same, ...said } = ended;
  if (!said.told && !said.answers && !said.wishes) return;
  const told = await readTold(ctx, called, tools);
  if (said.answers && !told?.answered) throw problem('entry.not-answered');
  const { contactId, sourceKey, reportId } = called;
  await acceptEntry(tools.intake, {
    key: callId,
    form: JSON.stringify(ended),
    source: 'call',
    by: ctx.actor.id,
    teller: { contactId, sourceKey },
    wayBack: 'known',
    mayAnswer: consent?.answer ?? true,
    mayRefer: consent?.refer ?? 'not-asked',
    language: said.told?.language ?? called.language,
    codeHash: null,
    text: {
      ...(await toEntered(ctx, said, { reportId: told ? (reportId ?? undefined) : undefined, tools })),
      ...(said.told && !same ? { apart: true as const } : {}),
    },
    again: true,
    undoable: false,
  });
}

const readTold = async (ctx: WebCtx, { reportId }: Spoken, tools: CallTools): Promise<CallView['told']> =>
  (reportId === null ? undefined : await tools.followTelling(ctx, reportId)) ?? null;

async function getCalled(ctx: WebCtx, todoId: string): Promise<Called> {
  const called = await findCalled(ctx, todoId);
  if (!called) throw problem('call.not-held', { todoId });
  return called;
}

async function getOwnCall(ctx: WebCtx, callId: string) {
  const call = await findOwnCall(ctx, callId);
  if (!call) throw problem('call.not-held', { callId });
  return call;
}

/** From when on she may be called: some hours after a try in vain, and in her own hours. Null: now. */
export function notBefore(called: Called, now: Date, timeZone: string): CallView['notBefore'] {
  const rested = restedAt(called);
  const tried = rested !== undefined && rested > now;
  const at = nextSafeMoment(tried ? rested : now, called, timeZone);
  if (at <= now) return null;
  return { at: at.toISOString(), why: tried ? 'tried' : 'hours' };
}

function restedAt({ tries, triedAt }: Called): Date | undefined {
  const hours = TRY_AGAIN_HOURS[tries - 1];
  return hours === undefined || !triedAt ? undefined : new Date(triedAt.getTime() + hours * HOUR_MS);
}
