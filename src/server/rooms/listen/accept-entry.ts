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
import { listSendingGateways } from './store-gateways.ts';
import { insertInbound } from './store-inbox.ts';
import { inboundPlace } from './text-places.ts';
import { soundsUrgent } from './understand-text.ts';

export type NewEntry = {
  /** Made by the page for each form: a second press of the button is no second telling. */
  key: string;
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

/** Durable when it resolves. The same form again is the first one; with other words it throws `message.key-reused`. */
export async function acceptEntry(tools: IntakeTools, entry: NewEntry): Promise<{ messageId: string; isNew: boolean }> {
  const now = tools.now();
  const { origin } = tools.tx;
  const id = newId('inbound');
  const hash = bodyHash(tools.keys, sameWords(entry));
  const since = new Date(now.getTime() - SAME_DAYS * 86_400_000);
  const dedupe = dedupeKey(tools.keys, DESK, `${entry.by}|${entry.key}`);
  if (!entry.again && (await wasEnteredSince(tools.db, hash, { since, except: dedupe })))
    throw problem('entry.repeated');
  const met = await meetTeller(tools, entry, now);
  const isNew = await tools.db.transaction().execute(async (tx) => {
    const teller = met ?? (await registerUnknown(tx, tools, entry));
    const turn = turnOf({ urgent: soundsUrgent(entry.text.told?.words ?? ''), flooded: false });
    const row = {
      ...teller,
      id,
      channel: DESK,
      dedupeKey: dedupe,
      bodyHash: hash,
      sentAt: null,
      via: entry.source,
      turn,
    };
    const textCt = Buffer.from(sealText(tools.keys, inboundPlace(id), writeEntry(entry.text)));
    const written = await insertInbound(
      tx,
      [{ ...row, textCt, receivedAt: now, workAt: entry.undoable ? afterUndo(now) : now, origin }],
      tools.tx.hearings,
    );
    if (!written.has(id)) return false;
    const { by: enteredBy, source, wayBack, mayAnswer, mayRefer, codeHash } = entry;
    if (codeHash) await insertCode(tx, { codeHash, messageId: id, madeAt: now });
    const about = { messageId: id, enteredBy, source, wayBack, mayAnswer, mayRefer };
    await insertEntry(tx, { ...about, enteredAt: now, origin });
    return true;
  });
  if (isNew) return { messageId: id, isNew };
  const known = await findEntered(tools.db, dedupe);
  // Neither new nor a repeat: whom it is about was erased a moment ago.
  if (!known) throw problem('database.away');
  if (!known.bodyHash.equals(hash) || !(await isGiven(tools, entry))) throw problem('message.key-reused');
  return { messageId: known.id, isNew };
}

/** The first may have wanted no code: then this one would open nothing. */
const isGiven = async ({ db, now }: IntakeTools, { codeHash }: NewEntry): Promise<boolean> =>
  codeHash === null || (await db.transaction().execute((tx) => openCode({ tx, now: now() }, codeHash))) !== undefined;

/** What makes two slips the same: the words, where and what. Answers and wishes alone are never another form's "the same again". */
const sameWords = ({ key, text: { told, clear, solved, wishes } }: NewEntry): string =>
  told
    ? `entry|${told.words.trim().toLowerCase()}|${told.typeCode ?? ''}|${told.areaId ?? ''}`
    : `entry|${key}|${clear ?? ''}|${solved ?? ''}|${JSON.stringify(wishes ?? {})}`;

type Teller = { contactId: string; sourceKey: Buffer; abuseKey: Buffer };

/**
 * What one hand enters counts as one source, whoever told it: nobody corroborates himself by filling in several forms. Only where her
 * own phone or code spoke first it is a source of its own.
 */
const handOf = ({ keys }: IntakeTools, by: string): Buffer => dedupeKey(keys, DESK, `hand|${by}`);

async function meetTeller(
  tools: IntakeTools,
  { teller, by, language }: NewEntry,
  now: Date,
): Promise<Teller | undefined> {
  if (!teller) return undefined;
  const hand = handOf(tools, by);
  if ('contactId' in teller) return { ...teller, abuseKey: hand };
  if (!tools.contacts.canReach(teller.number)) throw problem('entry.number');
  const [gateway] = await listSendingGateways(tools.db);
  if (gateway === undefined) throw problem('gateway.unknown');
  const arrival = { from: teller.number, gatewayId: gateway.id, language, origin: tools.tx.origin, now };
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
