// Every fact Salama writes down: name and payload. Ids, codes and states only: a house test refuses anything that could be a name, number or text.
import { z } from 'zod';
import { callOutcomes } from './call.ts';
import { lacks } from './capacity.ts';
import { councilStatuses } from './council.ts';
import { floodCauses, floodStates } from './flood.ts';
import { lanes } from './lane.ts';
import { losses } from './person.ts';
import { switchWords } from './type-switch.ts';
import { entrySources, waysBack } from './via.ts';

const id = z.string();
const code = z.string().max(40);
const lane = z.enum(lanes);

export const outcomeKinds = [
  'report',
  'addition',
  'reply',
  'zero',
  'command',
  'noise',
  'opt-out',
  'asked',
  'person',
  'held',
] as const;
export type OutcomeKind = (typeof outcomeKinds)[number];

/** To which flood and which group of it intake reckons a text (`FloodMark`). */
const flood = z.strictObject({ floodId: id, groupId: id, cause: z.enum(floodCauses) });

export const events = {
  // listen
  'message.received': z.strictObject({ messageId: id, flood: flood.optional() }),
  'message.understood': z.strictObject({ messageId: id, outcome: z.enum(outcomeKinds), subjectId: id.optional() }),
  'menu.dialled': z.strictObject({ gatewayId: id, contactId: id }),
  'call.missed': z.strictObject({ callId: id, flood: flood.optional() }),
  'number.opened': z.strictObject({ callId: id, todoId: id }),
  'numbers.exceeded': z.strictObject({ userId: id, role: code }),
  'call.ended': z.strictObject({ callId: id, todoId: id, outcome: z.enum(callOutcomes) }),
  'part.received': z.strictObject({ setKey: z.string(), series: z.int() }),
  'report.told': z.strictObject({ reportId: id }),
  'report.added': z.strictObject({ reportId: id, messageId: id }),
  'report.withdrawn': z.strictObject({ reportId: id }),
  'report.kept': z.strictObject({ reportId: id }),
  'report.moved': z.strictObject({ reportId: id, codeEnds: z.boolean() }),
  'telling.entered': z.strictObject({ messageId: id, source: z.enum(entrySources), wayBack: z.enum(waysBack) }),
  'code.heard': z.strictObject({ outcome: code }),
  'zero.told': z.strictObject({ reportId: id, councilId: id.optional() }),
  'code.wanted': z.strictObject({ contactId: id }),
  'question.asked': z.strictObject({ questionId: id, kind: code, subjectId: id }),
  'question.answered': z.strictObject({
    questionId: id,
    kind: z.enum(['clear', 'solved']),
    subjectId: id,
    answer: z.string().max(1),
    /** To "clear?", when it was explained again by voice before she said so. */
    explained: z.literal(true).optional(),
  }),
  'question.expired': z.strictObject({ questionId: id, kind: code, subjectId: id }),
  'command.confirmed': z.strictObject({
    postId: id,
    verb: z.enum(['seen', 'going', 'done', 'cannot']),
    ref: code,
    reason: code.optional(),
  }),
  'command.obeyed': z.strictObject({ contactId: id, verb: z.enum(['seen', 'going', 'done', 'cannot']), ref: code }),
  'command.suspected': z.strictObject({ postId: id, messageId: id }),
  'contact.changed': z.strictObject({
    contactId: id,
    change: z.enum(['opted-out', 'opted-in', 'do-not-reply', 'safe-hours']),
  }),
  'message.wanted': z.strictObject({
    contactId: id,
    template: code,
    subjectId: id.optional(),
    params: z.record(z.string(), z.string().max(24)).default({}),
    question: z.strictObject({ kind: z.enum(['clear', 'solved', 'clearer', 'place']), hours: z.int() }).optional(),
    urgency: z.int().min(1).max(5).default(3),
  }),
  'message.queued': z.strictObject({ outboundId: id, template: code }),
  'message.suppressed': z.strictObject({ outboundId: id, reason: code }),
  'message.sent': z.strictObject({ outboundId: id, template: code, segments: z.int() }),
  'message.ended': z.strictObject({
    outboundId: id,
    state: z.enum(['delivered', 'failed', 'expired', 'uncertain']),
    reason: code.optional(),
  }),
  'delivery.reported': z.strictObject({ providerKey: z.string(), state: z.enum(['sent', 'delivered', 'failed']) }),
  'flood.began': z.strictObject({ floodId: id, gatewayId: id }),
  'flood.decided': z.strictObject({ floodId: id, state: z.enum(floodStates), groups: z.int() }),
  'gateway.down': z.strictObject({ gatewayId: id }),
  'gateway.up': z.strictObject({ gatewayId: id }),
  'gateway.priced': z.strictObject({ gatewayId: id }),
  // respond
  'concern.opened': z.strictObject({ concernId: id, reportId: id }),
  'concern.joined': z.strictObject({ concernId: id, reportId: id, by: z.enum(['rule', 'person']) }),
  'concern.held': z.strictObject({ concernId: id, reasons: z.array(code) }),
  'concern.released': z.strictObject({
    concernId: id,
    by: z.enum(['rule', 'person']),
    from: code.optional(),
    postId: id.optional(),
  }),
  'concern.revived': z.strictObject({ concernId: id }),
  'concern.triage-missed': z.strictObject({ concernId: id }),
  'concern.routed': z.strictObject({ concernId: id, briefId: id, postId: id }),
  'concern.unrouted': z.strictObject({ concernId: id }),
  'concern.typed': z.strictObject({ concernId: id, from: code.nullable(), to: code, severity: z.int().optional() }),
  'concern.placed': z.strictObject({
    concernId: id,
    from: id.nullable(),
    to: id,
    by: z.enum(['name', 'alias', 'council', 'listener', 'none', 'coordinator']).optional(),
  }),
  'concern.laned': z.strictObject({ concernId: id, from: lane, to: lane }),
  'concern.merged': z.strictObject({ concernId: id, into: id, from: code }),
  'concern.split': z.strictObject({ concernId: id, reportId: id, into: id }),
  'concern.answered': z.strictObject({ concernId: id, answer: code, from: code.optional() }),
  'concern.reopened': z.strictObject({ concernId: id, solved: z.int() }),
  'concern.escalated': z.strictObject({ concernId: id, briefId: id, cause: code }),
  'concern.closed': z.strictObject({ concernId: id, reason: code }),
  'concern.referred': z.strictObject({ concernId: id, referralId: id, from: code.optional() }),
  'referral.moved': z.strictObject({ concernId: id, referralId: id, from: code.optional() }),
  'consent.recorded': z.strictObject({ concernId: id, consentId: id }),
  'duplicate.offered': z.strictObject({ concernId: id, otherId: id }),
  'duplicate.refused': z.strictObject({ concernId: id, otherId: id, from: code.optional() }),
  'danger.raised': z.strictObject({ concernId: id }),
  'danger.stepped': z.strictObject({ concernId: id, rung: z.int() }),
  'danger.answered': z.strictObject({ concernId: id }),
  'brief.seen': z.strictObject({ briefId: id, from: code }),
  'brief.going': z.strictObject({ briefId: id, from: code }),
  'brief.done': z.strictObject({ briefId: id, from: code, outcome: code.optional() }),
  'brief.cannot': z.strictObject({ briefId: id, from: code, reason: code }),
  'brief.withdrawn': z.strictObject({ briefId: id }),
  'brief.clock-missed': z.strictObject({ briefId: id, clock: z.enum(['seen', 'decision']) }),
  'hand-over.offered': z.strictObject({ briefId: id, toPostId: id, from: code }),
  'hand-over.accepted': z.strictObject({ briefId: id, newBriefId: id, from: code.optional() }),
  'hand-over.refused': z.strictObject({ briefId: id, cause: z.enum(['post', 'clock']), from: code.optional() }),
  'answer.clear': z.strictObject({ reportId: id, concernId: id, clear: z.enum(['yes', 'no']) }),
  'answer.solved': z.strictObject({ reportId: id, concernId: id, solved: z.int() }),
  'deed.undone': z.strictObject({ deedId: id }),
  // know
  'batch.imported': z.strictObject({ batchId: id, kind: code, rows: z.int(), added: z.int(), refused: z.int() }),
  'batch.undone': z.strictObject({ batchId: id }),
  'name.learned': z.strictObject({ aliasId: id, areaId: id }),
  'name.forgotten': z.strictObject({ aliasId: id, areaId: id }),
  'capacity.said': z.strictObject({ postId: id, capacityId: id, lacks: z.array(z.enum(lacks)) }),
  'referral-service.kept': z.strictObject({ serviceId: id }),
  'types.switched': z.strictObject({ areaId: id, switchId: id, to: z.enum(switchWords), types: z.int().min(1) }),
  'council.kept': z.strictObject({ councilId: id }),
  'council.status-set': z.strictObject({ councilId: id, statusId: id, to: z.enum(councilStatuses) }),
  'responsibility.given': z.strictObject({ postId: id, responsibilityId: id }),
  'responsibility.ended': z.strictObject({ postId: id, responsibilityId: id }),
  'post.closed': z.strictObject({ postId: id, closureId: id, reason: code }),
  'district.closed': z.strictObject({ areaId: id, closureId: id, reason: code }),
  'opening.asked': z.strictObject({ closureId: id }),
  'opening.agreed': z.strictObject({ closureId: id }),
  'todo.opened': z.strictObject({ todoId: id, kind: code }),
  'todo.taken': z.strictObject({ todoId: id }),
  'todo.freed': z.strictObject({ todoId: id }),
  'todo.done': z.strictObject({ todoId: id }),
  // protect
  'user.invited': z.strictObject({ invitationId: id, role: code }),
  'user.joined': z.strictObject({ userId: id, role: code }),
  'user.locked': z.strictObject({ userId: id, resetId: id, lost: z.enum(losses), twoPeople: z.boolean() }),
  'user.returned': z.strictObject({ userId: id, renewed: z.enum(losses) }),
  'user.leaving': z.strictObject({ userId: id, to: code.nullable() }),
  'user.revoked': z.strictObject({ userId: id }),
  'invitation.cancelled': z.strictObject({ invitationId: id }),
  'reset.confirmed': z.strictObject({ resetId: id, userId: id }),
  'phone.given': z.strictObject({ userId: id }),
  'phone.proven': z.strictObject({ userId: id }),
  'phone.ended': z.strictObject({ userId: id }),
  'absence.set': z.strictObject({ absenceId: id, grantId: id, coverGrantId: id }),
  'absence.ended': z.strictObject({ absenceId: id, userId: id }),
  'grant.confirmed': z.strictObject({ invitationId: id }),
  'grant.ended': z.strictObject({ grantId: id }),
  'session.opened': z.strictObject({ userId: id, role: code }),
  'session.refused': z.strictObject({ cause: code }),
  'session.closed': z.strictObject({ userId: id }),
  'text.read': z.strictObject({ messageId: id, purpose: code }),
  'restricted.read': z.strictObject({ concernId: id }),
  'keys.rotated': z.strictObject({ peppers: z.int(), routes: z.int(), destroyed: z.int() }),
  'retention.done': z.strictObject({
    texts: z.int(),
    parts: z.int(),
    params: z.int(),
    narratives: z.int(),
    words: z.int(),
    routes: z.int(),
    vault: z.int(),
    pseudonyms: z.int(),
  }),
  'programme.begun': z.strictObject({ demonstration: z.boolean() }),
} as const;

export type EventName = keyof typeof events;
export type EventInput<Name extends EventName> = z.input<(typeof events)[Name]>;
