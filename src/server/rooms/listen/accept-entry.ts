// Intake of what a person enters for somebody: the same row, fact and work as a text's, and beside it who entered it and what the teller
// agreed to. Durable when it resolves; the same key again changes nothing.
import type { Language } from '../../../shared/domain/language.ts';
import type { EntrySource, ReferAnswer, WayBack } from '../../../shared/domain/via.ts';
import { newId } from '../../../shared/kit/ids.ts';
import { problem } from '../../../shared/kit/problem.ts';
import { type Tx, UNDO_SECONDS } from '../../db/tx.ts';
import { bodyHash, dedupeKey, isOnDuty, registerUnreachable, sealText } from '../protect/index.ts';
import { type EntryText, writeEntry } from './entry-text.ts';
import { turnOf } from './flood-gate.ts';
import type { IntakeTools } from './inbox.ts';
import { insertCode, openCode } from './store-codes.ts';
import { findEntered, insertEntry, wasEnteredSince } from './store-entries.ts';
import { findSendingGateway } from './store-gateways.ts';
import { insertInbound } from './store-inbox.ts';
import { inboundPlace } from './text-places.ts';
import { soundsUrgent } from './understand-text.ts';

export type NewEntry = {
  /** Made by the page for each form: a second press of the button is no second telling. */
  key: string;
  /** All that the form holds, as it was sent: it is known again by its keyed hash and kept nowhere. */
  form: string;
  source: EntrySource;
  by: string;
  teller: { contactId: string; sourceKey: Buffer } | { number: string } | undefined;
  wayBack: WayBack;
  mayAnswer: boolean;
  mayRefer: ReferAnswer;
  language: Language;
  codeHash: Buffer | null;
  text: EntryText;
  /** The same words were entered lately, and the person means it. */
  again: boolean;
  /** Whoever wrote it may take it back for ten seconds; only then it is heard. */
  undoable: boolean;
};

/** Typed in error, it is taken back before anything is set off: the ten seconds, and a moment for an undo that is on its way. */
const afterUndo = (now: Date): Date => new Date(now.getTime() + (UNDO_SECONDS + 2) * 1000);

const SAME_DAYS = 7;
/** Stands in the place of a gateway. */
const DESK = 'desk';

type Accepted = { messageId: string; isNew: boolean };

/** Durable when it resolves. The same form again is the first one; with anything else in it, it throws `message.key-reused`. */
export async function acceptEntry(tools: IntakeTools, entry: NewEntry): Promise<Accepted> {
  const keyed = {
    dedupeKey: dedupeKey(tools.keys, DESK, `${entry.by}|${entry.key}`),
    bodyHash: formHash(tools, entry),
  };
  const wordsHash = wordsHashOf(tools, entry.text);
  const since = daysAgo(tools.now(), SAME_DAYS);
  const repeated = !entry.again && wordsHash !== null && (await wasEnteredSince(tools.db, wordsHash, since));
  // Asked second: what was entered a moment ago may be this very form, pressed twice at once.
  const known = await findSame(tools, entry, keyed);
  if (known) return known;
  if (repeated) throw problem('entry.repeated');
  const met = await meetTeller(tools, entry);
  try {
    return { messageId: await write(tools, entry, { ...keyed, wordsHash, met }), isNew: true };
  } catch (error) {
    if (!(error instanceof KeptMeanwhile)) throw error;
    const first = await findSame(tools, entry, keyed);
    // Neither new nor a repeat: whom it is about was erased a moment ago.
    if (!first) throw problem('database.away');
    return first;
  }
}

/** Two presses at once: the other stands, and nothing of this one, not even a contact made for it. */
class KeptMeanwhile extends Error {}

type Keyed = { dedupeKey: Buffer; bodyHash: Buffer };

async function findSame(tools: IntakeTools, entry: NewEntry, keyed: Keyed): Promise<Accepted | undefined> {
  const known = await findEntered(tools.db, keyed.dedupeKey);
  if (!known) return undefined;
  if (!known.bodyHash.equals(keyed.bodyHash) || !(await isGiven(tools, entry))) throw problem('message.key-reused');
  return { messageId: known.id, isNew: false };
}

type Ready = Keyed & { wordsHash: Buffer | null; met: Teller | undefined };

function write(tools: IntakeTools, entry: NewEntry, { met, wordsHash, ...keyed }: Ready): Promise<string> {
  const now = tools.now();
  const { origin, hearings } = tools.tx;
  const { text, by, source, wayBack, mayAnswer, mayRefer, codeHash } = entry;
  const messageId = newId('inbound');
  const turn = turnOf({ urgent: soundsUrgent(text.told?.words ?? ''), flooded: false });
  const textCt = Buffer.from(sealText(tools.keys, inboundPlace(messageId), writeEntry(text)));
  const row = {
    ...keyed,
    id: messageId,
    channel: DESK,
    textCt,
    sentAt: null,
    receivedAt: now,
    via: source,
    turn,
    origin,
  };
  const workAt = entry.undoable ? afterUndo(now) : now;
  return tools.db.transaction().execute(async (tx) => {
    const teller = met ?? (await registerUnknown(tx, tools, entry));
    const written = await insertInbound(tx, [{ ...row, ...teller, workAt }], hearings);
    if (!written.has(messageId)) throw new KeptMeanwhile();
    if (codeHash) await insertCode(tx, { codeHash, messageId, madeAt: now });
    const about = { messageId, enteredBy: by, source, wayBack, mayAnswer, mayRefer };
    await insertEntry(tx, { ...about, wordsHash, enteredAt: now, origin });
    return messageId;
  });
}

/** The first may have wanted no code: then this one would open nothing. */
const isGiven = async ({ db, now }: IntakeTools, { codeHash }: NewEntry): Promise<boolean> =>
  codeHash === null || (await db.transaction().execute((tx) => openCode({ tx, now: now() }, codeHash))) !== undefined;

const formHash = ({ keys }: IntakeTools, { form }: NewEntry): Buffer => bodyHash(keys, `form|${form}`);

/** What makes two slips the same: the words, where and what. Answers and wishes alone are never another form's "the same again". */
const wordsHashOf = ({ keys }: IntakeTools, { told }: EntryText): Buffer | null =>
  told ? bodyHash(keys, `entry|${told.words.trim().toLowerCase()}|${told.typeCode ?? ''}|${told.areaId ?? ''}`) : null;

const daysAgo = (now: Date, days: number): Date => new Date(now.getTime() - days * 86_400_000);

type Teller = { contactId: string; sourceKey: Buffer; abuseKey: Buffer };

/**
 * What one hand enters counts as one source, whoever told it: nobody corroborates himself by filling in several forms. Only where her
 * own phone or code spoke first it is a source of its own.
 */
const handOf = ({ keys }: IntakeTools, by: string): Buffer => dedupeKey(keys, DESK, `hand|${by}`);

async function meetTeller(tools: IntakeTools, { teller, by, language }: NewEntry): Promise<Teller | undefined> {
  if (!teller) return undefined;
  const hand = handOf(tools, by);
  if ('contactId' in teller) return { ...teller, abuseKey: hand };
  if (!tools.contacts.canReach(teller.number)) throw problem('entry.number');
  const gatewayId = await findSendingGateway(tools.db);
  if (gatewayId === undefined) throw problem('gateway.unknown');
  const arrival = { from: teller.number, gatewayId, language, origin: tools.tx.origin, now: tools.now() };
  const { contactId } = await tools.contacts.meetStanding(arrival);
  // Nobody tells in the name of a post. The refusal is the one for what is no telephone: it does not say that the number is known.
  if (await isOnDuty(tools.db, contactId)) throw problem('entry.number');
  return { contactId, sourceKey: hand, abuseKey: hand };
}

/** Without a number: a contact that nobody can text. */
async function registerUnknown(tx: Tx, tools: IntakeTools, { by, language }: NewEntry): Promise<Teller> {
  const contactId = newId('contact');
  const { origin } = tools.tx;
  await registerUnreachable(tx, { id: contactId, language, channel: DESK, origin, createdAt: tools.now() });
  const hand = handOf(tools, by);
  return { contactId, sourceKey: hand, abuseKey: hand };
}
