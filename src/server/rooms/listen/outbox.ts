// What goes out. A row by catalogue key; wishes of the contact are obeyed here, from the first text on.

import { textLanguageOf } from '../../../shared/domain/language.ts';
import { isHistory } from '../../../shared/domain/origin.ts';
import { newId } from '../../../shared/kit/ids.ts';
import { askTask } from '../../db/tasks.ts';
import type { Ctx } from '../../db/tx.ts';
import { lockWishes, type ServeKeys, sealText, type Wishes } from '../protect/index.ts';
import { type ReplyChance, weighReply } from './reply-budget.ts';
import { isTeller, mayGoFrom } from './safe-hours.ts';
import { countRecent, insertOutbound, type NewOutbound } from './store-outbox.ts';
import { insertQuestion, type QuestionKind } from './store-questions.ts';
import { paramsPlace } from './text-places.ts';

export type Wanted = {
  contactId: string;
  template: string;
  params?: Readonly<Record<string, string>>;
  subjectId?: string;
  /** 5 goes before 1, and passes a person's safe hours only for staff and posts. */
  urgency?: number;
  question?: { kind: QuestionKind; hours: number; messageId?: string; expects?: Record<string, string> };
  /** An answer to a word of hers, such as the confirmation of a stop: also to one who wants no texts. */
  evenIfStopped?: boolean;
  /** What was done in her name, and how to take it back: others' floods must not keep it from her. Twice the day's most at the worst. */
  mustReach?: boolean;
  /** About what a page brought: anybody may have named this number. Few a day, beside what is hers. */
  byPage?: boolean;
  /** It answers whoever wrote from this number, at once: bounded, because a number can be forged. */
  reply?: boolean;
  /** As they were read in this deed, their row locked; else they are asked. */
  wishes?: Wishes;
};

export type OutboxTools = { keys: ServeKeys; timeZone: string; repliesAnHour: number };

/** Texts to one person within a day, beyond which nothing more goes by itself: breaks loops between machines, caps cost. */
const MOST_A_DAY = 24;
const MOST_BY_PAGE = 6;
const VALID_HOURS: Readonly<Record<number, number>> = { 5: 6, 4: 24, 3: 72, 2: 72, 1: 72 };

/** Queues one text, or records why it will not go. False when it does not go, or another one in its place. */
export async function queueMessage(ctx: Ctx, tools: OutboxTools, given: Wanted): Promise<boolean> {
  const wishes = given.wishes ?? (await lockWishes(ctx, given.contactId));
  const [chance, refused] = await Promise.all([chanceOf(ctx, given, { wishes, tools }), refusalOf(ctx, given, wishes)]);
  const wanted = chance === 'say-enough' ? enough(given, wishes) : given;
  const unsaid = wanted === given ? refused : await refusalOf(ctx, wanted, wishes);
  const refusal = unsaid ?? (chance === 'over-budget' ? chance : undefined);
  const notBefore = mayGoFrom(ctx.now, wishes, tools.timeZone);
  const row = toRow(tools, wanted, { wishes, notBefore, refusal });
  const { id } = row;
  const subject = { subjectId: wanted.subjectId ?? id, origin: wishes.origin };
  await Promise.all([
    insertOutbound(ctx, row),
    refusal
      ? ctx.emit('message.suppressed', subject, { outboundId: id, reason: refusal })
      : ctx.emit('message.queued', subject, { outboundId: id, template: wanted.template }),
  ]);
  // In a replay nobody is texted, but what would have been asked still waits its day for a person.
  const isSaid = !refusal || isHistory(wishes.origin);
  if (wanted.question && isSaid) await openQuestion(ctx, { ...wanted, question: wanted.question }, notBefore);
  return isSaid && wanted === given;
}

/** Only what answers a number at once is weighed; in a replay nobody is answered. */
const chanceOf = async (
  ctx: Ctx,
  { contactId, reply }: Wanted,
  { wishes, tools }: { wishes: Wishes; tools: OutboxTools },
): Promise<ReplyChance> =>
  reply && !isHistory(wishes.origin) ? weighReply(ctx, { contactId, kind: wishes.kind }, tools.repliesAnHour) : 'say';

/** Said once instead of what would have been one answer too many. */
const enough = ({ contactId, urgency }: Wanted, wishes: Wishes): Wanted => ({
  contactId,
  template: isTeller(wishes) ? 'receipt.many' : 'post.many',
  reply: true,
  ...(urgency === undefined ? {} : { urgency }),
});

function toRow(
  { keys }: OutboxTools,
  {
    contactId,
    template,
    params = {},
    subjectId,
    urgency = 3,
    evenIfStopped = false,
    reply = false,
    byPage = false,
  }: Wanted,
  { wishes, notBefore, refusal }: { wishes: Wishes; notBefore: Date; refusal: string | undefined },
): NewOutbound {
  const id = newId('outbound');
  const sealed = sealText(keys, paramsPlace(id), JSON.stringify(params));
  return {
    id,
    contactId,
    template,
    paramsCt: Buffer.from(sealed),
    language: textLanguageOf(wishes.language),
    urgency,
    subjectId: subjectId ?? null,
    state: refusal ? 'suppressed' : 'queued',
    notBefore,
    expiresAt: new Date(notBefore.getTime() + (VALID_HOURS[urgency] ?? 72) * 3_600_000),
    lastProblem: refusal ?? null,
    evenIfStopped,
    origin: wishes.origin,
    reply,
    byPage,
  };
}

async function refusalOf(ctx: Ctx, wanted: Wanted, wishes: Wishes): Promise<string | undefined> {
  // decisions.md 19: a replay or an import texts nobody.
  if (isHistory(wishes.origin)) return wishes.origin;
  if (wishes.optedOut && !wanted.evenIfStopped) return 'opted-out';
  if (wishes.doNotReply && !wanted.evenIfStopped) return 'do-not-reply';
  if (!isTeller(wishes)) return undefined;
  if (await isTooMany(ctx, wanted)) return 'too-many';
  // A name or a short code, or one whose way back has died: no news to an administrator, who could do nothing about it.
  return wishes.wayBack ? undefined : 'no-way-back';
}

/** Also for confirmations: in her name anybody could make her phone ring all day (protection.md R9). */
async function isTooMany(ctx: Ctx, { contactId, mustReach = false, byPage = false }: Wanted): Promise<boolean> {
  const since = new Date(ctx.now.getTime() - 86_400_000);
  const count = await countRecent(ctx, contactId, { since, byPage });
  if (byPage) return count >= MOST_BY_PAGE;
  return count >= (mustReach ? 2 * MOST_A_DAY : MOST_A_DAY);
}

export async function openQuestion(
  ctx: Ctx,
  wanted: Wanted & { question: NonNullable<Wanted['question']> },
  askedFrom: Date,
): Promise<void> {
  const id = newId('question');
  const { kind, hours, messageId, expects } = wanted.question;
  const expiresAt = new Date(askedFrom.getTime() + hours * 3_600_000);
  const subjectId = wanted.subjectId ?? wanted.contactId;
  await insertQuestion(ctx, {
    id,
    contactId: wanted.contactId,
    kind,
    subjectId,
    expiresAt,
    ...(messageId ? { messageId } : {}),
    ...(expects ? { expects } : {}),
  });
  await askTask(ctx.tx, {
    id: newId('task'),
    hearing: 'expire-question',
    payload: { questionId: id },
    runAt: expiresAt,
  });
  await ctx.emit('question.asked', { subjectId }, { questionId: id, kind, subjectId });
}
