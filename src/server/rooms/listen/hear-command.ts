// A post works by SMS: `OK 4F7K`. Numbers can be forged, so a word takes effect only when one-time digits, sent to the post's
// registered phone, come back (decisions.md 21, protection.md R9).
import { z } from 'zod';
import { cannotReasons } from '../../../shared/domain/concern.ts';
import type { Ctx } from '../../db/tx.ts';
import { createDigits, digitsHash, lockWishes, sameText } from '../protect/index.ts';
import { commandSpelling } from './command-spelling.ts';
import { type PostCommand, type PostVerb, parseDigits, parsePostCommand } from './commands.ts';
import { converse } from './flows/converse.ts';
import { flows } from './flows/index.ts';
import { answerTo } from './hear-reply.ts';
import type { Heard, ListenTools, Outcome } from './heard.ts';
import { queueMessage } from './outbox.ts';
import { countTry, endQuestion, findEndedCommand, listOpenQuestions } from './store-questions.ts';

const CommandExpected = z.object({
  commandId: z.string(),
  hash: z.string(),
  verb: z.enum(['seen', 'going', 'done', 'cannot']),
  ref: z.string(),
  reason: z.string().optional(),
});

const MINUTES_VALID = 10;
const MOST_TRIES = 3;

export async function hearCommand(ctx: Ctx, heard: Heard, tools: ListenTools): Promise<Outcome | undefined> {
  if (heard.post === undefined) return undefined;
  const digits = parseDigits(heard.text);
  if (digits !== undefined) return hearDigits(ctx, heard, { digits, tools });
  const command = parsePostCommand(heard.text);
  if (command) return askDigits(ctx, heard, { command, tools });
  await queueMessage(ctx, tools, {
    contactId: heard.contactId,
    template: 'post.command-unknown',
    urgency: 5,
    reply: true,
  });
  return { kind: 'command' };
}

/** The one that was asked about before is over only when the new one is asked: too many, forged, must not end a true one. */
async function askDigits(
  ctx: Ctx,
  heard: Heard,
  { command, tools }: { command: PostCommand; tools: ListenTools },
): Promise<Outcome> {
  const before = await listOpenQuestions(ctx, heard.contactId);
  const digits = createDigits();
  const commandId = ctx.id('command');
  const hash = digitsHash(tools.keys, commandId, digits).toString('base64url');
  const expects = {
    commandId,
    hash,
    verb: command.verb,
    ref: command.ref,
    ...(command.reason === undefined ? {} : { reason: cannotReasons[command.reason - 1] ?? 'needs-other' }),
  };
  const asked = await queueMessage(ctx, tools, {
    contactId: heard.contactId,
    template: 'post.confirm-command',
    reply: true,
    params: { verb: commandSpelling(command.verb, heard.wishes.language), ref: command.ref, digits },
    subjectId: commandId,
    urgency: 5,
    question: { kind: 'command', hours: MINUTES_VALID / 60, messageId: heard.messageId, expects },
  });
  for (const open of asked ? before : [])
    if (open.kind === 'command') await endQuestion(ctx, open.id, { state: 'withdrawn' });
  return { kind: 'command', subjectId: commandId };
}

async function hearDigits(
  ctx: Ctx,
  heard: Heard,
  { digits, tools }: { digits: string; tools: ListenTools },
): Promise<Outcome> {
  const asked = (await listOpenQuestions(ctx, heard.contactId)).find((question) => question.kind === 'command');
  if (!asked || !heard.post) {
    await queueMessage(ctx, tools, {
      contactId: heard.contactId,
      ...(await lateOrUnknown(ctx, heard)),
      urgency: 5,
      reply: true,
    });
    return { kind: 'command' };
  }
  const expects = CommandExpected.parse(asked.expects);
  const waiting = answerTo(asked, digits);
  const hash = digitsHash(tools.keys, expects.commandId, waiting.lookUp?.of ?? '').toString('base64url');
  const wrong = asked.tries + 1 >= MOST_TRIES ? 'spent' : 'wrong';
  const { facts } = converse(flows, waiting.state, {
    kind: 'found',
    answer: sameText(hash, expects.hash) ? 'right' : wrong,
  });
  if (!facts.some(({ name }) => name === 'confirmed')) {
    await countTry(ctx, asked.id);
    if (facts.some(({ name }) => name === 'given-up')) await endQuestion(ctx, asked.id, { state: 'withdrawn' });
    await ctx.emit(
      'command.suspected',
      { subjectId: heard.post.id, origin: heard.origin },
      { postId: heard.post.id, messageId: heard.messageId },
    );
    return { kind: 'command', subjectId: expects.commandId };
  }
  await endQuestion(ctx, asked.id, { state: 'answered' });
  await ctx.emit(
    'command.confirmed',
    { subjectId: heard.post.id, postId: heard.post.id, origin: heard.origin },
    {
      postId: heard.post.id,
      verb: expects.verb,
      ref: expects.ref,
      ...(expects.reason === undefined ? {} : { reason: expects.reason }),
    },
  );
  return { kind: 'command', subjectId: expects.commandId };
}

/** Digits of a command whose time, or whose tries, are over: the post writes it again. */
async function lateOrUnknown(ctx: Ctx, heard: Heard) {
  const ended = await findEndedCommand(ctx, heard.contactId, new Date(ctx.now.getTime() - 86_400_000));
  if (!ended) return { template: 'post.command-unknown' };
  return { template: 'post.command-expired', params: { ref: CommandExpected.parse(ended.expects).ref } };
}

/** Hears `command.obeyed`: the post reads that its word stands. */
export async function tellObeyed(
  ctx: Ctx,
  obeyed: { contactId: string; verb: PostVerb; ref: string },
  tools: ListenTools,
): Promise<void> {
  const { contactId, verb, ref } = obeyed;
  const { language } = await lockWishes(ctx, contactId);
  const params = { verb: commandSpelling(verb, language), ref };
  await queueMessage(ctx, tools, { contactId, template: 'post.command-done', params, urgency: 5 });
}
