// What a teller may ask of us in one word: stop, start, take it back, be quiet, these hours only, my code, call me.
import type { Ctx } from '../../db/tx.ts';
import { openTodo } from '../know/index.ts';
import { updateWishes } from '../protect/index.ts';
import { parseTellerWord, type TellerWord } from './commands.ts';
import { holdWishedCall } from './hear-flood.ts';
import type { Heard, ListenTools, Outcome } from './heard.ts';
import { CALL_DAYS, callerOf, endCallsTo } from './move-calls.ts';
import { queueMessage } from './outbox.ts';
import { mayGoFrom } from './safe-hours.ts';
import { sendSuppressed } from './send-suppressed.ts';
import { findSubjectOfHerOwn } from './store-messages.ts';
import { moveQueued, suppressQueued } from './store-outbox.ts';
import { withdrawQuestions } from './store-questions.ts';
import { findLatestReport } from './store-reports.ts';
import { withdrawReport } from './withdraw-report.ts';

export async function hearWish(ctx: Ctx, heard: Heard, tools: ListenTools): Promise<Outcome | undefined> {
  const word = parseTellerWord(heard.text);
  if (!word) return undefined;
  const held = word.kind === 'call' ? await holdWishedCall(ctx, heard, tools) : undefined;
  if (held) return held;
  return { kind: outcomeOf(word.kind), ...(await obey(ctx, heard, { word, tools })) };
}

type Wish = { word: TellerWord; tools: ListenTools };

const outcomeOf = (kind: TellerWord['kind']): Outcome['kind'] => (kind === 'opt-out' ? 'opt-out' : 'reply');

/** Her phone is told of what is done, also when somebody wrote her word down for her. */
export async function obey(ctx: Ctx, heard: Heard, { word, tools }: Wish): Promise<{ subjectId?: string }> {
  const { contactId } = heard;
  const say = async (template: string, params: Record<string, string> = {}): Promise<void> => {
    await queueMessage(ctx, tools, { contactId, template, params, evenIfStopped: true, reply: true });
  };
  switch (word.kind) {
    case 'opt-out':
      await stopAll(ctx, heard);
      if (!heard.wishes.optedOut) await say('opted-out');
      return {};
    case 'opt-in':
      await updateWishes(ctx, contactId, { optedOutAt: null, doNotReply: false });
      await say('opted-in');
      await sendSuppressed(ctx, contactId, { reasons: ['opted-out', 'do-not-reply'], tools });
      return noteChange(ctx, heard, 'opted-in');
    case 'quiet':
      await keepStill(ctx, heard);
      if (!heard.wishes.doNotReply) await say('quiet');
      return {};
    case 'quiet-off':
      await updateWishes(ctx, contactId, { doNotReply: false });
      await say('quiet.off');
      await sendSuppressed(ctx, contactId, { reasons: ['do-not-reply'], tools });
      return noteChange(ctx, heard, 'opted-in');
    case 'hours':
      await keepHours(ctx, heard, { hours: { safeFrom: word.from, safeTo: word.to }, tools });
      await say('hours', { from: String(word.from), to: String(word.to) });
      return noteChange(ctx, heard, 'safe-hours');
    case 'any-hour':
      await keepHours(ctx, heard, { hours: { safeFrom: null, safeTo: null }, tools });
      await say('hours.off');
      return noteChange(ctx, heard, 'safe-hours');
    case 'withdraw':
      return withdrawReport(ctx, heard, tools);
    case 'code':
      await ctx.emit('code.wanted', { subjectId: contactId, origin: heard.origin }, { contactId });
      return {};
    case 'call':
      await say('call.soon');
      return askForCall(ctx, heard);
  }
}

/** Nothing more goes to her, and nothing more is asked. The one confirmation is the caller's. */
export async function stopAll(ctx: Ctx, heard: Heard): Promise<void> {
  await updateWishes(ctx, heard.contactId, { optedOutAt: ctx.now });
  await suppressQueued(ctx, heard.contactId, 'opted-out');
  await withdrawQuestions(ctx, heard.contactId);
  await endCallsTo(ctx, heard.contactId);
  await noteChange(ctx, heard, 'opted-out');
}

/** No answers come to her phone, and nobody calls it, until she asks again. */
async function keepStill(ctx: Ctx, heard: Heard): Promise<void> {
  await updateWishes(ctx, heard.contactId, { doNotReply: true });
  await suppressQueued(ctx, heard.contactId, 'do-not-reply');
  await withdrawQuestions(ctx, heard.contactId);
  await endCallsTo(ctx, heard.contactId);
  await noteChange(ctx, heard, 'do-not-reply');
}

/** What waits already goes in her new hours too. */
async function keepHours(
  ctx: Ctx,
  { contactId, wishes }: Heard,
  { hours, tools }: { hours: Pick<Heard['wishes'], 'safeFrom' | 'safeTo'>; tools: ListenTools },
): Promise<void> {
  await updateWishes(ctx, contactId, hours);
  await moveQueued(ctx, contactId, mayGoFrom(ctx.now, { ...wishes, ...hours }, tools.timeZone));
}

async function noteChange(
  ctx: Ctx,
  heard: Heard,
  change: 'opted-out' | 'opted-in' | 'do-not-reply' | 'safe-hours',
): Promise<{ subjectId?: string }> {
  await ctx.emit(
    'contact.changed',
    { subjectId: heard.contactId, origin: heard.origin },
    { contactId: heard.contactId, change },
  );
  return {};
}

const ONCE_MINUTES = 60;
const anHourBefore = (now: Date): Date => new Date(now.getTime() - ONCE_MINUTES * 60_000);

/** One task to call her, within the hour one only. That it was heard is the caller's to say. */
export async function askForCall(ctx: Ctx, heard: Heard): Promise<{ subjectId?: string }> {
  const report = await findLatestReport(ctx, heard.contactId, new Date(ctx.now.getTime() - CALL_DAYS * 86_400_000));
  const lane = report?.lane ?? 'ordinary';
  const subjectId =
    report?.id ?? (await findSubjectOfHerOwn(ctx, heard.contactId, anHourBefore(ctx.now))) ?? heard.messageId;
  await openTodo(ctx, {
    kind: 'call-back',
    role: callerOf(lane),
    subjectId,
    lane,
    language: heard.wishes.language,
    ...(report?.scopeId ? { scopeId: report.scopeId } : {}),
    dueAt: new Date(ctx.now.getTime() + 86_400_000),
    origin: heard.origin,
  });
  return { subjectId };
}
