// The functions behind the names in hearings.ts. What one room must know of another is fetched here and handed over.
import { z } from 'zod';
import { events } from '../../shared/domain/journal.ts';
import { roleFacts, roles } from '../../shared/domain/role.ts';
import type { ClaimedTask } from '../db/tasks.ts';
import type { Ctx } from '../db/tx.ts';
import {
  askSecondPerson,
  closeTodos,
  endSecondPerson,
  findOpenTodo,
  findTodo,
  freeTodos,
  lookAtTypes,
  lookAtTypesByClock,
  openTodo,
} from '../rooms/know/index.ts';
import { markDownTold, queueMessage, sumCosts } from '../rooms/listen/index.ts';
import { deleteOldNonces, endProof, endSessionsOfPost, endStalePhones, makeProof } from '../rooms/protect/index.ts';
import * as respond from '../rooms/respond/index.ts';
import type { Hearer, Hearers } from '../work/runner.ts';
import { type HearerTools, hear } from './hear.ts';
import { hearersOfListen } from './hearers-of-listen.ts';
import { hearersOfRespond } from './hearers-of-respond.ts';
import type { HearingName } from './hearings.ts';
import { askRetention, RetentionTask, runRetention } from './retention.ts';

/** One hearer per name: a name without a function does not compile. */
export function makeHearers(tools: HearerTools): Hearers & Record<HearingName, Hearer> {
  return {
    ...hearersOfListen(tools),
    ...hearersOfRespond(tools),
    'hear-explained': hear(events['todo.done'], (ctx, { todoId }) => hearExplained(ctx, todoId)),
    'ask-confirmation': hear(events['user.invited'], (ctx, invited) => askConfirmation(ctx, invited)),
    'end-confirmation': hear(
      events['grant.confirmed'],
      async (ctx, { invitationId }) => void (await closeTodos(ctx, invitationId)),
    ),
    'ask-way-back': hear(events['user.locked'], (ctx, locked) => askWayBack(ctx, locked)),
    'end-way-back': hear(AboutUser, async (ctx, { userId }) => void (await closeTodos(ctx, userId, 'grant'))),
    'free-todos': hear(AboutUser, (ctx, { userId }) => freeTodos(ctx, userId)),
    'forget-senders': async () => tools.contacts.forgetAll(),
    'prove-phone': hear(AboutUser, (ctx, { userId }) => provePhone(ctx, userId, tools)),
    'end-proof': hear(z.object({ userId: z.string(), contactId: z.string() }), endProof),
    'end-post-sessions': hear(events['post.closed'], (ctx, { postId }) => endSessionsOfPost(ctx, postId)),
    'ask-second-person': hear(events['opening.asked'], (ctx, { closureId }) => askSecondPerson(ctx, closureId)),
    'end-second-person': hear(events['opening.agreed'], (ctx, { closureId }) => endSecondPerson(ctx, closureId)),
    'look-at-types': hear(z.unknown(), (ctx) => lookAtTypes(ctx, tools.timeZone)),
    'hear-gateway-up': hear(events['gateway.up'], (ctx, { gatewayId }) => hearGatewayUp(ctx, gatewayId, tools)),
    retention: hear(RetentionTask, runRetention),
    tick: hear(z.object({}), (ctx) => tick(ctx, tools)),
  };
}
/** The coordinator has explained the answer again: she is asked once more whether it was clear. */
async function hearExplained(ctx: Ctx, todoId: string): Promise<void> {
  const todo = await findTodo(ctx, todoId);
  if (todo?.kind === 'explain-again') await respond.hearExplained(ctx, { concernId: todo.subjectId });
}

/** Some roles need a second person: whoever may confirm finds it among their tasks. */
async function askConfirmation(ctx: Ctx, invited: { invitationId: string; role: string }): Promise<void> {
  const role = roles.find((known) => known === invited.role);
  if (role && roleFacts[role].twoPeople)
    await openTodo(ctx, { kind: 'grant', role: 'administrator', subjectId: invited.invitationId });
}

const AboutUser = z.object({ userId: z.string() });

/** The digits go from their making to the sealed parameters of one text. */
async function provePhone(ctx: Ctx, userId: string, tools: HearerTools): Promise<void> {
  const proof = await makeProof(ctx, tools.keys, userId);
  if (!proof) return;
  const { contactId, digits } = proof;
  await queueMessage(ctx, tools, { contactId, template: 'duty.prove', params: { digits }, urgency: 5 });
}

/** Whoever guards others comes back by two people: the second one finds it among their tasks. */
async function askWayBack(ctx: Ctx, locked: { userId: string; twoPeople: boolean }): Promise<void> {
  await closeTodos(ctx, locked.userId, 'grant');
  if (locked.twoPeople) await openTodo(ctx, { kind: 'grant', role: 'administrator', subjectId: locked.userId });
}

const DOWN_MINUTES = 10;
const aboutGateway = (gatewayId: string): string => `gw_${gatewayId}`;

/** The gateway mended itself, or was mended: the task ends, and whoever had taken it need not look any more. */
async function hearGatewayUp(
  ctx: Ctx,
  gatewayId: string,
  { respond: { findStaffContact } }: HearerTools,
): Promise<void> {
  const subjectId = aboutGateway(gatewayId);
  const todo = await findOpenTodo(ctx, 'gateway-down', subjectId);
  if (!todo) return;
  await closeTodos(ctx, subjectId, 'gateway-down');
  const contactId = todo.takenBy && (await findStaffContact(ctx, todo.takenBy));
  if (contactId) await ctx.emit('message.wanted', { subjectId }, { contactId, template: 'duty.mended', subjectId });
}

async function tick(ctx: Ctx, tools: HearerTools): Promise<void> {
  await endStalePhones(ctx);
  await respond.tickClocks(ctx, tools.respond);
  for (const gatewayId of await markDownTold(ctx, new Date(ctx.now.getTime() - DOWN_MINUTES * 60_000)))
    await openTodo(ctx, { kind: 'gateway-down', role: 'administrator', subjectId: aboutGateway(gatewayId) });
  await sumCosts(ctx, tools.timeZone);
  await lookAtTypesByClock(ctx, tools.timeZone);
  await deleteOldNonces(ctx);
  await askRetention(ctx);
}

/** Work that failed twelve times lies still and a person is told, by its name. */
export async function tellBuried(ctx: Ctx, task: ClaimedTask): Promise<void> {
  await openTodo(ctx, { kind: 'work-buried', role: 'administrator', subjectId: task.id });
}
