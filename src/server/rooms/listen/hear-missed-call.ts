// Somebody rang and hung up: within half an hour one task to call her back, for a person who speaks her language where we know it.
import type { FloodMark } from '../../../shared/domain/flood.ts';
import { firstLanguage } from '../../../shared/domain/language.ts';
import { newId } from '../../../shared/kit/ids.ts';
import { appendEvent } from '../../db/journal.ts';
import type { Ctx } from '../../db/tx.ts';
import { findCouncilOfContact, openTodo } from '../know/index.ts';
import { dedupeKey, lockWishes } from '../protect/index.ts';
import type { MissedCall } from './channel.ts';
import { holdRing } from './hear-flood.ts';
import type { Gateway, IntakeTools } from './inbox.ts';
import { CALL_DAYS, callerOf } from './move-calls.ts';
import { findCall, insertCall, setAsked, wasAskedSince } from './store-conversations.ts';
import { findStrictestLane } from './store-reports.ts';

const ONCE_MINUTES = 30;
const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * 86_400_000);
/** Within which somebody is called back. */
export const CALL_HOURS = 4;

export async function acceptMissedCall(tools: IntakeTools, gateway: Gateway, call: MissedCall): Promise<void> {
  const now = tools.now();
  const { origin, id: gatewayId } = gateway;
  const { rangeKey, isNew, ...source } = await tools.contacts.meetStanding({
    from: call.from,
    gatewayId,
    language: firstLanguage,
    origin,
    now,
  });
  const id = newId('call');
  const weighed = {
    gatewayId,
    origin,
    at: now,
    sender: source.abuseKey,
    range: rangeKey,
    isNew,
    text: '',
    via: 'call',
  } as const;
  await tools.db.transaction().execute(async (tx) => {
    const dedupe = dedupeKey(tools.keys, gatewayId, `call|${call.externalId}`);
    if (!(await insertCall(tx, { ...source, id, gatewayId, dedupeKey: dedupe, calledAt: now, origin }))) return;
    const actor = { id: 'gateway', role: 'gateway' } as const;
    const where = { tx, now, actor, holdSeconds: 0, hearings: tools.tx.hearings, origin };
    const { flood } = tools.floods.weigh(weighed);
    await appendEvent(where, 'call.missed', { subjectId: id, payload: { callId: id, ...(flood ? { flood } : {}) } });
  });
}

/** Hears 'call.missed', and again, without a flood, when it is released. A post's own phone is nobody to call back about a telling. */
export async function askToCallBack(
  ctx: Ctx,
  { callId, flood }: { callId: string; flood?: FloodMark | undefined },
): Promise<void> {
  const call = await findCall(ctx, callId);
  if (!call) return;
  const wishes = await lockWishes(ctx, call.contactId);
  const since = new Date(call.calledAt.getTime() - ONCE_MINUTES * 60_000);
  if (wishes.kind === 'post' || wishes.optedOut || (await wasAskedSince(ctx, call.contactId, since))) return;
  if (flood && (await holdRing(ctx, { ...call, kind: wishes.kind }, flood))) return;
  const council = wishes.kind === 'member' ? await findCouncilOfContact(ctx, call.contactId) : undefined;
  const lane = await findStrictestLane(ctx, call.contactId, daysBefore(ctx.now, CALL_DAYS));
  await openTodo(ctx, {
    kind: 'call-back',
    role: callerOf(lane),
    subjectId: callId,
    lane,
    language: wishes.language,
    ...(council ? { scopeId: council.scopeId, councilId: council.councilId } : {}),
    dueAt: new Date(ctx.now.getTime() + CALL_HOURS * 3_600_000),
    origin: call.origin,
  });
  await setAsked(ctx, call);
}
