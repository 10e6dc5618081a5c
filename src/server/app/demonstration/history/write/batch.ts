// Rows of one batch, room by room, and the few ways in which every fact adds to them. Texts are sealed as intake seals them.
import type { EventInput, EventName } from '../../../../../shared/domain/journal.ts';
import type { Lane } from '../../../../../shared/domain/lane.ts';
import type { PastFact, PastTask } from '../../../../db/insert-history.ts';
import type { PastTodo } from '../../../../rooms/know/index.ts';
import { inboundPlace, type ListenHistory, paramsPlace } from '../../../../rooms/listen/index.ts';
import {
  bodyHash,
  dedupeKey,
  type PastContact,
  type ServeKeys,
  type SourceKeys,
  sealText,
} from '../../../../rooms/protect/index.ts';
import type { RespondHistory } from '../../../../rooms/respond/index.ts';
import { RAW_DAYS } from '../../../retention.ts';
import type { Dice } from '../dice.ts';
import type { Person, Stage } from '../stage.ts';

export const ORIGIN = 'demonstration' as const;
export const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
export const CHANNEL = 'handset';

export type Batch = {
  stage: Stage;
  dice: Dice;
  keys: ServeKeys;
  sources(number: string, at: Date): SourceKeys;
  /** Facts later than this have not happened. */
  until: number;
  messages: number;
  /** Four characters that no other matter of these weeks has. */
  reference(): string;
  contacts: PastContact[];
  listen: { -readonly [T in keyof ListenHistory]: ListenHistory[T][number][] };
  respond: { -readonly [T in keyof RespondHistory]: RespondHistory[T][number][] };
  todos: PastTodo[];
  facts: PastFact[];
  tasks: PastTask[];
};

export function openBatch(given: Pick<Batch, 'stage' | 'dice' | 'keys' | 'sources' | 'reference'>): Batch {
  return {
    ...given,
    until: given.stage.until.getTime(),
    messages: 0,
    contacts: [],
    listen: {
      inbound: [],
      outcomes: [],
      reports: [],
      reportMessages: [],
      interpretations: [],
      questions: [],
      outbound: [],
    },
    respond: { concerns: [], tellings: [], briefs: [], ladders: [], referrals: [] },
    todos: [],
    facts: [],
    tasks: [],
  };
}

export type Who = { id: string; role: PastFact['role'] };
export const RULE: Who = { id: 'rule', role: 'rule' };
const GATEWAY: Who = { id: 'gateway', role: 'gateway' };
const COURIER: Who = { id: 'courier', role: 'courier' };

export type About = { subjectId: string; lane?: Lane; scopeId?: string | null; postId?: string };
type Said<Name extends EventName> = { at: number; about: About; payload: EventInput<Name>; who?: Who };

export function say<Name extends EventName>(
  batch: Batch,
  event: Name,
  { at, about, payload, who = RULE }: Said<Name>,
): void {
  batch.facts.push({
    id: batch.dice.id('journal'),
    at: new Date(at),
    kind: 'event',
    event,
    actor: who.id,
    role: who.role,
    subjectId: about.subjectId,
    lane: about.lane ?? null,
    scopeId: about.scopeId ?? null,
    postId: about.postId ?? null,
    payload,
    origin: ORIGIN,
  });
}

/**
 * An inbound text, sealed; returns its id and the keys of its source. Words whose time is over are not there any more: forgetting a
 * million of them would be the first thing that a new demonstration does.
 */
export function receive(batch: Batch, { person, at, text }: { person: Person; at: number; text: string }) {
  const id = batch.dice.id('inbound');
  const receivedAt = new Date(at);
  const source = batch.sources(person.number, receivedAt);
  batch.messages += 1;
  batch.listen.inbound.push({
    id,
    channel: CHANNEL,
    contactId: person.contactId,
    sourceKey: source.sourceKey,
    abuseKey: source.abuseKey,
    dedupeKey: dedupeKey(batch.keys, CHANNEL, id),
    bodyHash: bodyHash(batch.keys, text),
    textCt: isForgotten(batch, at) ? null : Buffer.from(sealText(batch.keys, inboundPlace(id), text)),
    sentAt: null,
    receivedAt,
    origin: ORIGIN,
  });
  say(batch, 'message.received', { at, about: { subjectId: id }, payload: { messageId: id }, who: GATEWAY });
  return { id, sourceKey: source.sourceKey };
}

/** The past is written as it would stand today: the first day would forget these words at once. */
const isForgotten = ({ until }: Batch, at: number): boolean => at < until - RAW_DAYS * DAY;

type Ended = ListenHistory['outcomes'][number]['kind'];

export function endMessage(
  batch: Batch,
  messageId: string,
  end: { kind: Ended; subjectId?: string; at: number },
): void {
  const { kind, subjectId, at } = end;
  batch.listen.outcomes.push({ messageId, kind, subjectId: subjectId ?? null, at: new Date(at) });
  const payload = { messageId, outcome: kind, ...(subjectId ? { subjectId } : {}) };
  say(batch, 'message.understood', { at, about: { subjectId: messageId }, payload });
}

type Outgoing = {
  contactId: string;
  language: string;
  template: string;
  subjectId: string;
  at: number;
  urgency?: number;
};
const validHours: Readonly<Record<number, number>> = { 5: 6, 4: 24 };

export function send(batch: Batch, { contactId, language, template, subjectId, at, urgency = 3 }: Outgoing): void {
  const id = batch.dice.id('outbound');
  batch.listen.outbound.push({
    id,
    contactId,
    template,
    paramsCt: isForgotten(batch, at) ? null : Buffer.from(sealText(batch.keys, paramsPlace(id), '{}')),
    language: language === 'en' ? 'en' : 'pt',
    urgency,
    subjectId,
    state: 'sent',
    notBefore: new Date(at),
    expiresAt: new Date(at + (validHours[urgency] ?? 72) * 60 * MINUTE),
    attempts: 1,
    fence: '1',
    segments: 1,
    createdAt: new Date(at),
    origin: ORIGIN,
  });
  say(batch, 'message.queued', { at, about: { subjectId }, payload: { outboundId: id, template } });
  const payload = { outboundId: id, template, segments: 1 };
  say(batch, 'message.sent', { at: at + 2000, about: { subjectId: id }, payload, who: COURIER });
}
