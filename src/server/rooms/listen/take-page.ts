// What comes by a page for anybody: a telling, or a word about the telling that a code opens. One sealed row in one transaction, like
// every other text; sent twice it is one.

import type { FloodMark } from '../../../shared/domain/flood.ts';
import type { TextLanguage } from '../../../shared/domain/language.ts';
import { newId } from '../../../shared/kit/ids.ts';
import { Problem, problem } from '../../../shared/kit/problem.ts';
import type { Tx } from '../../db/tx.ts';
import {
  bodyHash,
  dedupeKey,
  isOnDuty,
  sealText,
  tellerCodeHash,
  tellerCodeOf,
  unprovenSource,
} from '../protect/index.ts';
import type { Weighed } from './flood-book.ts';
import { turnOf } from './flood-gate.ts';
import type { IntakeTools } from './inbox.ts';
import { insertCode, openCode } from './store-codes.ts';
import { insertInbound, isRepeat } from './store-inbox.ts';
import { inboundPlace } from './text-places.ts';
import { type ByCode, type Transcript, writeTranscript } from './transcript.ts';
import { soundsUrgent } from './understand-text.ts';

export type PageTools = IntakeTools & {
  /** Through which gateway a number that was left will be written to; undefined when none sends. */
  sendingGateway(): Promise<string | undefined>;
};

export type Told = {
  /** Random, of the form that was sent. */
  ticket: string;
  language: TextLanguage;
  answers: Pick<Transcript['answers'], 'now' | 'what' | 'place' | 'when' | 'words'>;
  /** A keyed hash of where the page was sent from: counted in memory, written nowhere. */
  network: Buffer;
  /** What she wants to come of it; with a number she is answered there. */
  wants: { kind: 'nothing' } | { kind: 'code' } | { kind: 'answer'; phone: string };
};

/** `changed`: the same form came before with other words; those stand. */
export type Kept = { code: string | null; changed: boolean };

const CHANNEL = 'page';

/** Durable when it resolves. */
export async function takePageTelling(tools: PageTools, told: Told): Promise<Kept> {
  const { contactId } = await meet(tools, told);
  const code = told.wants.kind === 'nothing' ? null : tellerCodeOf(tools.keys, told.ticket);
  const transcript = { as: 'told', language: told.language, answers: told.answers } as const;
  const row = await tools.db.transaction().execute(async (tx) => {
    const { flood } = weighPage(tools, told);
    const written = await file(tx, tools, { contactId, key: told.ticket, transcript, flood });
    const codeHash = code && tellerCodeHash(tools.keys, code);
    if (written.isNew && codeHash) await insertCode(tx, { codeHash, messageId: written.id, madeAt: tools.now() });
    return written;
  });
  return { code, changed: !row.isNew && (await isAnother(tools, row)) };
}

/** Every form is a stranger's; what makes many of them one is their network and their words. */
const weighPage = ({ floods, tx, now }: PageTools, { network, ticket, answers }: Told): Weighed =>
  floods.weigh({
    gatewayId: CHANNEL,
    origin: tx.origin,
    at: now(),
    sender: Buffer.from(ticket),
    range: network,
    isNew: true,
    text: answers.words ?? '',
    via: CHANNEL,
  });

async function meet(tools: PageTools, { wants, ticket, language }: Told) {
  const arrival = { language, origin: tools.tx.origin, now: tools.now() };
  const anybody = { ...arrival, from: `${CHANNEL} ${ticket}`, gatewayId: CHANNEL };
  if (wants.kind !== 'answer') return tools.contacts.meetStanding(anybody);
  const gatewayId = await tools.sendingGateway();
  if (gatewayId === undefined) throw problem('database.away');
  const named = await tools.contacts.meetStanding({ ...arrival, from: wants.phone, gatewayId });
  // A phone on duty is never written to because a page names it; the page looks the same.
  return (await isOnDuty(tools.db, named.contactId)) ? tools.contacts.meetStanding(anybody) : named;
}

export type PageWord = Pick<ByCode, 'as' | 'words'> & {
  ticket: string;
  /** As it was typed, and found. */
  code: string;
};

/** `ended`: the code opens nothing any more. `withdrawn`: what was taken back hears nothing but that it is kept after all. */
type WordTaken = 'heard' | 'ended' | 'withdrawn';

export async function takePageWord(tools: IntakeTools, word: PageWord): Promise<WordTaken> {
  const codeHash = tellerCodeHash(tools.keys, word.code);
  const transcript = { as: word.as, code: codeHash.toString('base64url'), words: word.words } as const;
  return tools.db.transaction().execute(async (tx) => {
    const opened = await openCode({ tx, now: tools.now() }, codeHash);
    if (!opened) return 'ended';
    if (opened.withdrawn && word.as !== 'kept') return 'withdrawn';
    // The same words again are the same deed; other words are another.
    const key = `${word.ticket}|${bodyHash(tools.keys, writeTranscript(transcript)).toString('hex')}`;
    await file(tx, tools, { contactId: opened.contactId, key, transcript });
    return 'heard';
  });
}

type Filed = { contactId: string; key: string; transcript: Transcript | ByCode; flood?: FloodMark | undefined };

async function file(tx: Tx, tools: IntakeTools, { contactId, key, transcript, flood }: Filed) {
  const id = newId('inbound');
  const text = writeTranscript(transcript);
  const now = tools.now();
  const keys = { dedupeKey: dedupeKey(tools.keys, CHANNEL, key), bodyHash: bodyHash(tools.keys, text) };
  const row = {
    id,
    channel: CHANNEL,
    contactId,
    ...unprovenSource(tools.keys, now),
    ...keys,
    textCt: Buffer.from(sealText(tools.keys, inboundPlace(id), text)),
    sentAt: null,
    receivedAt: now,
    via: CHANNEL,
    origin: tools.tx.origin,
    flood,
    turn: turnOf({ urgent: soundsUrgent(text), flooded: flood !== undefined }),
  } as const;
  return { id, isNew: (await insertInbound(tx, [row], tools.tx.hearings)).has(id), ...keys };
}

/** A form that came before, with other words in it. Neither new nor a repeat cannot be: she is asked to come again. */
async function isAnother(tools: IntakeTools, row: { dedupeKey: Buffer; bodyHash: Buffer }): Promise<boolean> {
  try {
    if (await isRepeat(tools.db, row.dedupeKey, row.bodyHash)) return false;
  } catch (error) {
    if (error instanceof Problem && error.code === 'message.key-reused') return true;
    throw error;
  }
  throw problem('database.away');
}
