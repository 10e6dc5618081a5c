// What nobody has understood yet is taken back by its code: no question, no task, no reading; erased after the same grace as a telling
// (ADR 0019). Kept after all, a person reads it: what was asked back is not asked twice.
import { askTask } from '../../db/tasks.ts';
import type { Ctx } from '../../db/tx.ts';
import { closeTodos } from '../know/index.ts';
import type { Heard, ListenTools } from './heard.ts';
import { leaveToPerson } from './record-telling.ts';
import { takeAdded } from './store-added.ts';
import { endTakenBack, setTakenBack } from './store-codes.ts';
import { findInbound, setOutcome } from './store-messages.ts';
import { endQuestion, listOpenQuestions } from './store-questions.ts';
import { forgetTexts } from './store-retention.ts';
import { tellKept, tellTakenBack } from './tell-of-undo.ts';
import { GRACE_HOURS } from './withdraw-report.ts';

type Message = { messageId: string; tools: ListenTools };

/** `heard.contactId` is whose text it is: her phone, if she left one, is told and may still be asked. */
export async function takeBackMessage(ctx: Ctx, heard: Heard, { messageId, tools }: Message): Promise<void> {
  if (!(await setTakenBack(ctx, messageId, ctx.now))) return;
  const asked = await listOpenQuestions(ctx, heard.contactId);
  for (const { id, ...about } of asked)
    if (about.messageId === messageId) await endQuestion(ctx, id, { state: 'withdrawn' });
  await closeTodos(ctx, messageId);
  const payload = { messageId, withdrawnAt: ctx.now.toISOString() };
  const runAt = new Date(ctx.now.getTime() + GRACE_HOURS * 3_600_000);
  await askTask(ctx.tx, { id: ctx.id('task'), hearing: 'erase-message', payload, runAt });
  const message = await findInbound(ctx, messageId);
  if (message) await tellTakenBack(ctx, heard, { subjectId: messageId, via: message.via, tools });
}

export async function keepMessage(ctx: Ctx, heard: Heard, { messageId, tools }: Message): Promise<void> {
  if (!(await setTakenBack(ctx, messageId, null))) return;
  const message = await findInbound(ctx, messageId);
  if (!message) return;
  await setOutcome(ctx, messageId, await leaveToPerson(ctx, { messageId, origin: message.origin }, { scopeId: null }));
  await tellKept(ctx, heard, { via: message.via, tools });
}

/** Hears the task 'erase-message' at the end of the grace: all that was said under its code is gone. Idempotent. */
export async function eraseMessage(ctx: Ctx, erased: { messageId: string; withdrawnAt: string }): Promise<void> {
  if (!(await endTakenBack(ctx, erased.messageId, new Date(erased.withdrawnAt)))) return;
  const gone = [erased.messageId, ...(await takeAdded(ctx, erased.messageId))];
  await forgetTexts(ctx, gone);
  for (const messageId of gone) await setOutcome(ctx, messageId, { kind: 'noise' });
}
