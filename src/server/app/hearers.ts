// The functions behind the names in hearings.ts. What one room must know of another is fetched here and handed over.
import { z } from 'zod';
import { roleFacts, roles } from '../../shared/domain/role.ts';
import { events } from '../../shared/domain/journal.ts';
import type { ClaimedTask } from '../db/tasks.ts';
import type { Ctx } from '../db/tx.ts';
import { closeTodos, findTodo, openTodo } from '../rooms/know/index.ts';
import {
  expireQuestion, fileParts, hearDelivery, type ListenTools, markDownTold, markMessage, moveReports, queueMessage, readTelling, tellUndelivered, translationPlace, understandMessage,
} from '../rooms/listen/index.ts';
import { createTellerCode, deleteExpired, openText, type ServeKeys, tellerCodeHash } from '../rooms/protect/index.ts';
import * as respond from '../rooms/respond/index.ts';
import type { Hearer, Hearers } from '../work/runner.ts';
import type { HearingName } from './hearings.ts';

export type HearerTools = ListenTools & { keys: ServeKeys; respond: respond.RespondTools };

/** One hearer per name: a name without a function does not compile. */
export function makeHearers(tools: HearerTools): Hearers & Record<HearingName, Hearer> {
  const tell = async (ctx: Ctx, reportId: string, hear: (telling: NonNullable<Awaited<ReturnType<typeof readTelling>>>) => Promise<void>): Promise<void> => {
    const telling = await readTelling(ctx, reportId);
    if (telling) await hear(telling);
  };
  return {
    understand: hear(events['message.received'], (ctx, { messageId }) => understandMessage(ctx, messageId, tools)),
    'file-parts': hear(events['part.received'], (ctx, parts) => fileParts(ctx, { ...parts, late: false }, tools.keys)),
    'file-partial': hear(events['part.received'], (ctx, parts) => fileParts(ctx, { ...parts, late: true }, tools.keys)),
    'hear-delivery': hear(events['delivery.reported'], hearDelivery),
    'queue-message': hear(events['message.wanted'], (ctx, { question, subjectId, ...wanted }) => queueMessage(ctx, tools, { ...wanted, ...(subjectId ? { subjectId } : {}), ...(question ? { question } : {}) })),
    'tell-undelivered': hear(events['message.ended'], (ctx, { outboundId, state }) => (state === 'delivered' ? nothing() : tellUndelivered(ctx, { outboundId }))),
    'expire-question': hear(z.object({ questionId: z.string() }), (ctx, { questionId }) => expireQuestion(ctx, questionId)),
    'mark-message': hear(Marked, (ctx, { translationCt, ...marking }) => markMessage(ctx, { ...marking, translation: openTranslation(tools.keys, marking.messageId, translationCt) }, tools)),
    'give-code': hear(events['code.wanted'], (ctx, { contactId }) => giveCode(ctx, contactId, tools)),
    'open-concern': hear(events['report.told'], (ctx, { reportId }) => tell(ctx, reportId, (telling) => respond.openConcern(ctx, telling, tools.respond))),
    'revise-telling': hear(z.object({ reportId: z.string() }), (ctx, { reportId }) => tell(ctx, reportId, (telling) => respond.reviseTelling(ctx, telling, tools.respond))),
    'withdraw-telling': hear(events['report.withdrawn'], (ctx, withdrawn) => respond.withdrawTelling(ctx, withdrawn)),
    'route-concern': hear(events['concern.released'], (ctx, released) => respond.routeConcern(ctx, released)),
    'hear-lane': hear(events['concern.laned'], (ctx, laned) => respond.hearLane(ctx, laned)),
    'move-reports': hear(events['concern.laned'], async (ctx, { concernId, to }) => moveReports(ctx, { reportIds: await respond.listReportIds(ctx, concernId), lane: to }, tools.keys)),
    'hear-sorted': hear(OfConcern, (ctx, sorted) => respond.hearSorted(ctx, sorted, tools.respond)),
    'hear-merged': hear(events['concern.merged'], (ctx, merged) => respond.hearMerged(ctx, merged)),
    'hear-kept-apart': hear(events['duplicate.refused'], (ctx, kept) => respond.hearKeptApart(ctx, kept)),
    'hear-danger': hear(events['danger.answered'], (ctx, answered) => respond.hearDanger(ctx, answered)),
    'bring-before-superior': hear(events['concern.escalated'], (ctx, escalated) => respond.bringBeforeSuperior(ctx, escalated)),
    'tell-answer': hear(events['concern.answered'], (ctx, { concernId, answer, from }) => respond.tellAnswer(ctx, { concernId, answer, byPerson: from !== undefined })),
    'hear-explained': hear(events['todo.done'], (ctx, { todoId }) => hearExplained(ctx, todoId)),
    'ask-confirmation': hear(events['user.invited'], (ctx, invited) => askConfirmation(ctx, invited)),
    'end-confirmation': hear(events['grant.confirmed'], async (ctx, { invitationId }) => void (await closeTodos(ctx, invitationId))),
    'let-routes-die': hear(events['concern.closed'], (ctx, { concernId }) => respond.letRoutesDie(ctx, { concernId })),
    'hear-seen': hearBrief('seen'),
    'hear-going': hearBrief('going'),
    'hear-done': hearBrief('done'),
    'hear-cannot': hearBrief('cannot'),
    'hear-offer': hear(events['hand-over.offered'], (ctx, offered) => respond.hearOffer(ctx, offered)),
    'hear-accepted': hear(events['hand-over.accepted'], (ctx, accepted) => respond.hearAccepted(ctx, accepted)),
    'hear-refused': hear(events['hand-over.refused'], (ctx, refused) => respond.hearRefused(ctx, refused)),
    'hear-answer': hear(events['question.answered'], (ctx, { kind, subjectId, answer }) => respond.hearAnswer(ctx, { kind, reportId: subjectId, answer })),
    'obey-command': hear(events['command.confirmed'], (ctx, command) => respond.obeyCommand(ctx, command)),
    'ask-solved': hear(z.object({ reportId: z.string(), dueAt: z.string() }), (ctx, asked) => respond.askSolved(ctx, asked)),
    'close-silent': hear(OfConcern, (ctx, silent) => respond.closeSilent(ctx, silent)),
    'show-reopened': hear(OfConcern.extend({ reopened: z.number() }), (ctx, due) => respond.showReopened(ctx, due)),
    tick: hear(z.object({}), (ctx) => tick(ctx, tools)),
  };
}

const nothing = async (): Promise<void> => {};
const OfConcern = z.object({ concernId: z.string() });
const OfBrief = z.object({ briefId: z.string() });

const hearBrief = (verb: 'seen' | 'going' | 'done' | 'cannot'): Hearer => hear(OfBrief, (ctx, { briefId }) => respond.hearBrief(ctx, { briefId, verb }));
const Marked = z.object({
  messageId: z.string(), by: z.string(), outcome: z.enum(['report', 'noise', 'zero', 'cannot-read']), lane: z.enum(['ordinary', 'protection', 'oversight']).optional(),
  typeCode: z.string().optional(), areaId: z.string().optional(), danger: z.boolean().optional(), language: z.string().optional(), translationCt: z.string().optional(),
});

/** A payload is parsed again on its way out of the database: a task outlives the code that asked for it. */
function hear<T extends z.ZodType>(shape: T, deed: (ctx: Ctx, payload: z.output<T>) => Promise<void>): Hearer {
  return (ctx, payload) => deed(ctx, shape.parse(payload));
}

function openTranslation(keys: ServeKeys, messageId: string, sealed: string | undefined): string | undefined {
  return sealed === undefined ? undefined : openText(keys, translationPlace(messageId), Buffer.from(sealed, 'base64'));
}

/** Her code goes from its making to the sealed parameters of one text; the journal and the telling see its keyed hash at most. */
async function giveCode(ctx: Ctx, contactId: string, tools: HearerTools): Promise<void> {
  const code = createTellerCode();
  const kept = await respond.keepCode(ctx, contactId, tellerCodeHash(tools.keys, code));
  if (kept) await queueMessage(ctx, tools, { contactId, template: 'code', params: { code }, evenIfStopped: true });
}

/** The coordinator has explained the answer again: she is asked once more whether it was clear. */
async function hearExplained(ctx: Ctx, todoId: string): Promise<void> {
  const todo = await findTodo(ctx, todoId);
  if (todo?.kind === 'explain-again') await respond.hearExplained(ctx, { concernId: todo.subjectId });
}

/** Some roles need a second person: whoever may confirm finds it among their tasks. */
async function askConfirmation(ctx: Ctx, invited: { invitationId: string; role: string }): Promise<void> {
  const role = roles.find((known) => known === invited.role);
  if (role && roleFacts[role].twoPeople) await openTodo(ctx, { kind: 'grant', role: 'administrator', subjectId: invited.invitationId });
}

const DOWN_MINUTES = 10;

async function tick(ctx: Ctx, tools: HearerTools): Promise<void> {
  await respond.tickClocks(ctx, tools.respond);
  for (const gatewayId of await markDownTold(ctx, new Date(ctx.now.getTime() - DOWN_MINUTES * 60_000))) await openTodo(ctx, { kind: 'gateway-down', role: 'administrator', subjectId: gatewayId });
  await deleteExpired(ctx);
}

/** Work that failed twelve times lies still and a person is told, by its name. */
export async function tellBuried(ctx: Ctx, task: ClaimedTask): Promise<void> {
  await openTodo(ctx, { kind: 'work-buried', role: 'administrator', subjectId: task.id });
}
