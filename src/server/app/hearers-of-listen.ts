// What listen hears: texts that came in, texts that should go out, questions that ran out of time.
import { z } from 'zod';
import { events } from '../../shared/domain/journal.ts';
import { lanes } from '../../shared/domain/lane.ts';
import type { Ctx } from '../db/tx.ts';
import { findClosedPostContact, openTodo, postponeTodo } from '../rooms/know/index.ts';
import {
  askToCallBack,
  endCallsTo,
  endConversation,
  endMove,
  eraseMessage,
  eraseReport,
  expireQuestion,
  fileParts,
  hearDelivery,
  listToldByPage,
  markMessage,
  moveReports,
  queueMessage,
  releaseFlood,
  suppressQueued,
  TakeRows,
  takeReportRows,
  tellObeyed,
  tellUndelivered,
  translationPlace,
  understandMessage,
  undoReportRows,
} from '../rooms/listen/index.ts';
import { createTellerCode, openText, type ServeKeys, tellerCodeHash } from '../rooms/protect/index.ts';
import { isWorkedOn, keepCode, listReportIds } from '../rooms/respond/index.ts';
import { type HearerTools, hear } from './hear.ts';
import { hearings } from './hearings.ts';

export const hearersOfListen = (tools: HearerTools) => ({
  understand: hear(events['message.received'], (ctx, received) => understandMessage(ctx, received, tools)),
  'file-parts': hear(events['part.received'], (ctx, parts) => fileParts(ctx, { ...parts, late: false }, tools)),
  'file-partial': hear(events['part.received'], (ctx, parts) => fileParts(ctx, { ...parts, late: true }, tools)),
  'hear-delivery': hear(events['delivery.reported'], hearDelivery),
  'queue-message': hear(events['message.wanted'], async (ctx, { question, subjectId, ...wanted }) => {
    await queueMessage(ctx, tools, {
      ...wanted,
      ...(subjectId ? { subjectId } : {}),
      ...(question ? { question } : {}),
    });
  }),
  'tell-undelivered': hear(events['message.ended'], (ctx, { outboundId, state }) =>
    state === 'delivered' ? nothing() : tellUndelivered(ctx, { outboundId }),
  ),
  'ask-to-call-back': hear(events['call.missed'], askToCallBack),
  'postpone-call': hear(z.object({ todoId: z.string(), dueAt: z.iso.datetime() }), (ctx, { todoId, dueAt }) =>
    postponeTodo(ctx, todoId, new Date(dueAt)),
  ),
  'end-calls': hear(z.object({ contactId: z.string(), lane: z.enum(lanes).optional() }), (ctx, { contactId, lane }) =>
    endCallsTo(ctx, contactId, lane),
  ),
  'ask-to-ask-why': hear(events['numbers.exceeded'], (ctx, { userId, role }) => askToAskWhy(ctx, userId, role)),
  'end-conversation': hear(z.object({ contactId: z.string() }), (ctx, { contactId }) =>
    endConversation(ctx, contactId, { keys: tools.keys, hearings }),
  ),
  'expire-question': hear(z.object({ questionId: z.string() }), (ctx, { questionId }) =>
    expireQuestion(ctx, questionId),
  ),
  'erase-report': hear(z.object({ reportId: z.string(), withdrawnAt: z.string() }), (ctx, erased) =>
    eraseReport(ctx, erased),
  ),
  'erase-message': hear(z.object({ messageId: z.string(), withdrawnAt: z.string() }), (ctx, erased) =>
    eraseMessage(ctx, erased),
  ),
  'end-move': hear(z.object({ reportId: z.string(), movedAt: z.string() }), (ctx, ended) => endMove(ctx, ended)),
  'hush-post': hear(events['post.closed'], (ctx, { postId }) => hushPost(ctx, postId)),
  'tell-obeyed': hear(events['command.obeyed'], (ctx, obeyed) => tellObeyed(ctx, obeyed, tools)),
  'mark-message': hear(Marked, (ctx, { translationCt, ...marking }) =>
    markMessage(ctx, { ...marking, translation: openTranslation(tools.keys, marking.messageId, translationCt) }, tools),
  ),
  'take-rows': hear(TakeRows, (ctx, task) => takeReportRows(ctx, task, tools.keys)),
  'undo-rows': hear(z.object({ batchId: z.string() }), (ctx, { batchId }) =>
    undoReportRows(ctx, batchId, (reportIds) => isWorkedOn(ctx, reportIds)),
  ),
  'release-flood': hear(z.object({ floodId: z.string(), after: z.string().optional() }), (ctx, flood) =>
    releaseFlood(ctx, flood),
  ),
  'give-code': hear(events['code.wanted'], (ctx, { contactId }) => giveCode(ctx, contactId, tools)),
  'move-reports': hear(events['concern.laned'], async (ctx, { concernId, to }) =>
    moveReports(ctx, { reportIds: await listReportIds(ctx, concernId), lane: to }, tools.keys),
  ),
});

/** Nothing that still waits goes to the phone of a closed post. */
async function hushPost(ctx: Ctx, postId: string): Promise<void> {
  const contactId = await findClosedPostContact(ctx, postId);
  if (contactId) await suppressQueued(ctx, contactId, 'post-closed');
}

/** Somebody wants more numbers than anybody needs: whoever guards the guards asks why, and never she herself. */
async function askToAskWhy(ctx: Ctx, userId: string, role: string): Promise<void> {
  const guard = role === 'protection-officer' ? 'administrator' : 'protection-officer';
  await openTodo(ctx, { kind: 'many-numbers', role: guard, subjectId: userId, lane: 'oversight' });
}

const nothing = async (): Promise<void> => {};

const Marked = z.object({
  messageId: z.string(),
  by: z.string(),
  outcome: z.enum(['report', 'noise', 'zero', 'cannot-read']),
  lane: z.enum(['ordinary', 'protection', 'oversight']).optional(),
  typeCode: z.string().optional(),
  areaId: z.string().optional(),
  danger: z.boolean().optional(),
  language: z.string().optional(),
  translationCt: z.string().optional(),
});

function openTranslation(keys: ServeKeys, messageId: string, sealed: string | undefined): string | undefined {
  return sealed === undefined ? undefined : openText(keys, translationPlace(messageId), Buffer.from(sealed, 'base64'));
}

/** Her code goes from its making to the sealed parameters of one text; the journal and the telling see its keyed hash at most. */
async function giveCode(ctx: Ctx, contactId: string, tools: HearerTools): Promise<void> {
  const code = createTellerCode();
  const notOf = await listToldByPage(ctx, contactId);
  const kept = await keepCode(ctx, contactId, { codeHash: tellerCodeHash(tools.keys, code), notOf });
  if (kept) await queueMessage(ctx, tools, { contactId, template: 'code', params: { code }, evenIfStopped: true });
}
