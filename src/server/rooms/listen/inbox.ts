// Intake. A text becomes a sealed row, a fact and work in one statement; only then is the gateway told that we have it.
import { firstLanguage } from '../../../shared/domain/language.ts';
import type { Origin } from '../../../shared/domain/origin.ts';
import { newId } from '../../../shared/kit/ids.ts';
import { problem } from '../../../shared/kit/problem.ts';
import type { Db } from '../../db/client.ts';
import { appendEvent } from '../../db/journal.ts';
import type { TxSettings } from '../../db/tx.ts';
import {
  bodyHash,
  type ContactBook,
  dedupeKey,
  isErased,
  providerKey,
  type ServeKeys,
  sealText,
} from '../protect/index.ts';
import type { DeliveryReport, InboundText } from './channel.ts';
import { parseTellerWord } from './commands.ts';
import type { FloodBook, Weighed } from './flood-book.ts';
import { insertPart, isRepeat } from './store-inbox.ts';
import type { TextBook } from './text-book.ts';
import { inboundPlace } from './text-places.ts';

export type IntakeTools = {
  /** Pool of the login `intake`. */
  db: Db;
  tx: TxSettings;
  keys: ServeKeys;
  contacts: ContactBook;
  texts: TextBook;
  floods: FloodBook;
  now(): Date;
  timeZone: string;
  /** Notes that a gateway is alive. Never throws. */
  noteIn(gatewayId: string, at: Date): Promise<void>;
  /** Which screen answers a teller's code. `asker`: the keyed hash of the phone that asks; its wrong codes are counted. */
  findAnswer(asked: { code: string; asker: Buffer }): Promise<CodeAnswer>;
};

/** What the flow `follow` can say of a code. */
export type CodeAnswer =
  | 'none'
  | 'slow-down'
  | 'waiting'
  | 'going'
  | 'done'
  | 'cannot'
  | 'referred'
  | 'nobody'
  | 'call'
  | 'closed';

export type Gateway = { id: string; origin: Origin };

/**
 * Durable when it resolves. The same key with the same text again changes nothing; with another text it throws
 * `message.key-reused`.
 */
export async function acceptText(tools: IntakeTools, gateway: Gateway, text: InboundText): Promise<void> {
  const now = tools.now();
  const filed = (await fileText(tools, gateway, { text, now })) || (await fileText(tools, gateway, { text, now }));
  // Twice erased within a moment cannot be: the gateway is asked to come again.
  if (!filed) throw problem('database.away');
  await tools.noteIn(gateway.id, now);
}

/** False when her contact was erased since it was remembered: it is forgotten now, and she is met anew. */
async function fileText(
  tools: IntakeTools,
  gateway: Gateway,
  { text, now }: { text: InboundText; now: Date },
): Promise<boolean> {
  const arrival = {
    from: text.from,
    gatewayId: gateway.id,
    language: firstLanguage,
    origin: gateway.origin,
    now,
  } as const;
  const { rangeKey, isNew, ...source } = await tools.contacts.meet(arrival);
  await hearAtTheDoor(tools, text, { arrival, contactId: source.contactId });
  const common = {
    ...source,
    channel: gateway.id,
    dedupeKey: dedupeKey(tools.keys, gateway.id, text.externalId),
    bodyHash: bodyHash(tools.keys, text.text),
    receivedAt: now,
    origin: gateway.origin,
  };
  const weigh = (): Weighed =>
    tools.floods.weigh({
      gatewayId: gateway.id,
      origin: gateway.origin,
      at: now,
      sender: source.abuseKey,
      range: rangeKey,
      isNew,
      text: text.text,
      via: 'text',
    });
  const accepted = text.part
    ? await acceptPart(tools, text, { ...common, part: text.part })
    : await acceptWhole(tools, text, { ...common, ...weigh() });
  if (accepted || (await isRepeat(tools.db, common.dedupeKey, common.bodyHash))) return true;
  tools.contacts.forget(source.contactId);
  return false;
}

/** The only moment at which the number is in hand: a stop must be known for as long as the programme lasts, a start needs a way back. */
async function hearAtTheDoor(
  { contacts }: IntakeTools,
  text: InboundText,
  met: { arrival: Parameters<ContactBook['keep']>[0]; contactId: string },
): Promise<void> {
  const wish = parseTellerWord(text.text)?.kind;
  if (wish === 'opt-out') await contacts.keep(met.arrival, met.contactId);
  if (wish === 'opt-in') await contacts.reopen(met.arrival, met.contactId);
}

type Common = {
  contactId: string;
  sourceKey: Buffer;
  abuseKey: Buffer;
  channel: string;
  dedupeKey: Buffer;
  bodyHash: Buffer;
  receivedAt: Date;
  origin: Gateway['origin'];
};

async function acceptWhole(tools: IntakeTools, text: InboundText, common: Common & Weighed): Promise<boolean> {
  const id = newId('inbound');
  const textCt = Buffer.from(sealText(tools.keys, inboundPlace(id), text.text));
  try {
    return await tools.texts.keep({ ...common, id, textCt, sentAt: text.sentAt ?? null, via: 'text' });
  } catch (error) {
    // The contact may have been erased since it was remembered: forget it, so that the gateway's next try meets it anew.
    tools.contacts.forget(common.contactId);
    throw error;
  }
}

async function acceptPart(
  tools: IntakeTools,
  text: InboundText,
  { part, ...common }: Common & { part: NonNullable<InboundText['part']> },
): Promise<boolean> {
  const setKey = dedupeKey(
    tools.keys,
    common.channel,
    `set|${common.contactId}|${text.to ?? ''}|${part.reference}|${part.of}`,
  );
  const id = setKey.toString('hex');
  const textCt = Buffer.from(
    sealText(tools.keys, { textClass: 'raw', table: 'listen_part', id: `${id}|${part.number}` }, text.text),
  );
  return tools.db.transaction().execute(async (tx) => {
    if (await isErased(tx, common.contactId)) return false;
    const filed = await insertPart(tx, { ...common, textCt, setKey, number: part.number, total: part.of });
    if (filed === 'again') return true;
    if (filed === 'known') return false;
    const where = {
      tx,
      now: common.receivedAt,
      actor: { id: 'gateway', role: 'gateway' } as const,
      holdSeconds: 0,
      hearings: tools.tx.hearings,
      origin: common.origin,
    };
    await appendEvent(where, 'part.received', { subjectId: id, payload: { setKey: id, series: filed.series } });
    return true;
  });
}

/** A delivery report: the worker matches it, because it may overtake the record of the sending. */
export async function acceptDelivery(tools: IntakeTools, gateway: Gateway, report: DeliveryReport): Promise<void> {
  const key = providerKey(tools.keys, gateway.id, report.providerId).toString('hex');
  await tools.db.transaction().execute(async (tx) => {
    const where = {
      tx,
      now: tools.now(),
      actor: { id: 'gateway', role: 'gateway' } as const,
      holdSeconds: 0,
      hearings: tools.tx.hearings,
      origin: gateway.origin,
    };
    await appendEvent(where, 'delivery.reported', {
      subjectId: gateway.id,
      payload: { providerKey: key, state: report.state },
    });
  });
}
