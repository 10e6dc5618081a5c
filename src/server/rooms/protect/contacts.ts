// From a number to a contact. The number is a parameter here and nowhere else; what leaves is an id and keyed hashes.

import { randomBytes } from 'node:crypto';
import type { Language } from '../../../shared/domain/language.ts';
import type { Origin } from '../../../shared/domain/origin.ts';
import { newId } from '../../../shared/kit/ids.ts';
import type { Db } from '../../db/client.ts';
import type { Ctx, Tx } from '../../db/tx.ts';
import { hmac, randomSecret } from './cipher.ts';
import type { ServeKeys } from './keys.ts';
import { periodOf, rotatingPurposes } from './peppers.ts';
import { type Address, isPhone, type Pseudonyms, pseudonymsOf, toAddress } from './pseudonym.ts';
import { sealRoute, sealVault } from './seal.ts';
import {
  type ContactKind,
  findContactId,
  insertContact,
  insertContactOnce,
  insertEnvelopes,
  insertMissingEnvelopes,
  insertPseudonym,
  type NewPseudonym,
} from './store-contacts.ts';
import { isErased } from './store-retention.ts';

export type Source = { contactId: string; sourceKey: Buffer; abuseKey: Buffer };
/** And what only whoever counts arrivals asks: it is written nowhere. */
type Met = Source & { rangeKey: Buffer | undefined /** Nobody had met this number before. */; isNew: boolean };
export type Arrival = {
  from: string;
  gatewayId: string;
  language: Language;
  origin: Origin;
  now: Date;
};

export type ContactBook = {
  /** The contact behind a number, made when it is new. One sealed route and one vault entry per new contact, never per message. */
  meet(arrival: Arrival): Promise<Met>;
  /** Keeps a number recognisable for as long as the programme: an opt-out must outlive the pseudonym's period. */
  keep(arrival: Arrival, contactId: string): Promise<void>;
  /** The same, asked of the database: for doors that do not file a text, which would find out by itself that she was erased. */
  meetStanding(arrival: Arrival): Promise<Met>;
  /** A way back for one whose own has ended, while she is known by the stop she once said and takes back now. */
  reopen(arrival: Arrival, contactId: string): Promise<void>;
  /** Whether texts and calls could reach this number at all. */
  canReach(from: string): boolean;
  /** Forgets what it remembers of a contact that is no longer there. */
  forget(contactId: string): void;
  /** A number has come to stand for somebody else: who it was before is asked of the database again. */
  forgetAll(): void;
};

type BookSettings = { db: Db; keys: ServeKeys; country: 'MZ' | 'TZ' | 'MW' | 'ZM' | 'ZW' | 'ZA' | 'SZ' };

const REMEMBERED = 20_000;
const VAULT_DAYS = 365;

/**
 * Remembers in memory (bounded) who wrote lately, by a hash of the number that no other process and no later start could make: a known
 * sender costs one hash, no query and no reading of her number.
 */
export function openContactBook(settings: BookSettings): ContactBook {
  const remembered = new Map<string, Met>();
  const secret = randomSecret();
  const forget = (contactId: string): void => {
    for (const [key, met] of remembered) if (met.contactId === contactId) remembered.delete(key);
  };
  const meet = async (arrival: Arrival): Promise<Met> => {
    // Her pseudonyms change with their periods: so does what she is remembered by.
    const periods = rotatingPurposes.map((purpose) => periodOf(purpose, arrival.now));
    const key = hmac(secret, `${periods.join('|')}|${arrival.from}`).toString('base64');
    const known = remembered.get(key);
    if (known) return known;
    const address = toAddress(arrival.from, settings.country);
    const pseudonyms = pseudonymsOf(settings.keys, address, arrival.now);
    const { contactId, isNew } = await findOrRegister(settings, { arrival, address, pseudonyms });
    const { corroborate, abuse, range } = pseudonyms;
    const met = { contactId, isNew, sourceKey: corroborate, abuseKey: abuse, rangeKey: range };
    if (remembered.size >= REMEMBERED) remembered.delete(remembered.keys().next().value ?? key);
    remembered.set(key, { ...met, isNew: false });
    return met;
  };
  return {
    meet,
    meetStanding: async (arrival) => {
      const met = await meet(arrival);
      if (!(await isErased(settings.db, met.contactId))) return met;
      forget(met.contactId);
      return meet(arrival);
    },
    keep: async (arrival, contactId) => {
      const { registry } = pseudonymsOf(settings.keys, toAddress(arrival.from, settings.country), arrival.now);
      await settings.db
        .transaction()
        .execute((tx) =>
          insertPseudonym(tx, contactId, { pseudonym: registry, purpose: 'registry', period: 'registry' }),
        );
    },
    reopen: async (arrival, contactId) => {
      const envelopes = sealEnvelopes(settings.keys, arrival, toAddress(arrival.from, settings.country));
      if (envelopes) await settings.db.transaction().execute((tx) => insertMissingEnvelopes(tx, contactId, envelopes));
    },
    canReach: (from) => isPhone(toAddress(from, settings.country)),
    forget,
    forgetAll: () => remembered.clear(),
  };
}

type Meeting = { arrival: Arrival; address: Address; pseudonyms: Pseudonyms };

async function findOrRegister(
  settings: BookSettings,
  meeting: Meeting,
): Promise<{ contactId: string; isNew: boolean }> {
  const { registry, conversation } = meeting.pseudonyms;
  const current = {
    pseudonym: conversation.current,
    purpose: 'conversation',
    period: String(periodOf('conversation', meeting.arrival.now)),
  } as const;
  const found = await findContactId(settings.db, [registry, conversation.current, conversation.previous]);
  if (found) {
    if (found.pseudonym.equals(conversation.previous))
      await settings.db.transaction().execute((tx) => insertPseudonym(tx, found.contactId, current));
    return { contactId: found.contactId, isNew: false };
  }
  // A word or a short code cannot be called back: it is a contact without a route.
  const envelopes = sealEnvelopes(settings.keys, meeting.arrival, meeting.address);
  try {
    const contactId = await settings.db
      .transaction()
      .execute((tx) => register(tx, { ...meeting.arrival, kind: 'person' }, { pseudonyms: [current], envelopes }));
    return { contactId, isNew: true };
  } catch (error) {
    if (!(error instanceof RegisteredMeanwhile)) throw error;
    return findOrRegister(settings, meeting);
  }
}

type Envelopes = ReturnType<typeof sealEnvelopes>;

async function register(
  tx: Tx,
  contact: { kind: ContactKind; language: Language; gatewayId: string; origin: Arrival['origin']; now: Date },
  made: {
    pseudonyms: readonly NewPseudonym[];
    envelopes: Envelopes;
  },
): Promise<string> {
  const id = newId('contact');
  const { kind, language, gatewayId: channel, origin, now: createdAt } = contact;
  const [isFirst] = await Promise.all([
    insertFirst(tx, { id, kind, language, channel, origin, createdAt }, made.pseudonyms),
    made.envelopes && insertEnvelopes(tx, id, made.envelopes),
  ]);
  // Somebody registered the same number a moment ago: theirs stands, ours is rolled back by the throw.
  if (!isFirst) throw new RegisteredMeanwhile();
  return id;
}

async function insertFirst(
  tx: Tx,
  contact: Parameters<typeof insertContact>[1],
  pseudonyms: readonly NewPseudonym[],
): Promise<boolean> {
  const [, ...added] = await Promise.all([
    insertContact(tx, contact),
    ...pseudonyms.map((entry) => insertPseudonym(tx, contact.id, entry)),
  ]);
  return added.every(Boolean);
}

/** The number was registered by another call between the look-up and the insert: look again. */
class RegisteredMeanwhile extends Error {}

export function sealEnvelopes(
  keys: ServeKeys,
  arrival: Pick<Arrival, 'gatewayId' | 'language' | 'now'>,
  address: Address,
) {
  if (!isPhone(address)) return undefined;
  const routeId = newId('route');
  const vaultId = newId('vault');
  const route = { msisdn: address, channel: arrival.gatewayId, language: arrival.language };
  return {
    route: { id: routeId, ...sealRoute(keys, route, routeId), expiresAt: null },
    vault: {
      id: vaultId,
      sealed: sealVault(keys, { msisdn: address }, vaultId),
      expiresAt: new Date(arrival.now.getTime() + VAULT_DAYS * 86_400_000),
    },
  };
}

/** Stands for somebody whose report came by an import: without number, route or vault, so that nobody can ever text it. */
export const inventSource = (): { contactId: string; sourceKey: Buffer } => ({
  contactId: newId('contact'),
  sourceKey: randomBytes(SOURCE_BYTES),
});

const SOURCE_BYTES = 32;

/**
 * By which those are counted who came without a proven number: all of them together are one source, and no address of theirs is kept
 * in any form.
 */
export function unprovenSource(keys: ServeKeys, now: Date): { sourceKey: Buffer; abuseKey: Buffer } {
  const { corroborate, abuse } = pseudonymsOf(keys, toAddress('unproven', 'MZ'), now);
  return { sourceKey: corroborate, abuseKey: abuse };
}

/** Somebody who told at a desk and left no number: nobody can ever text her. */
export async function registerUnreachable(
  tx: Tx,
  contact: { id: string; language: Language; channel: string; origin: Origin; createdAt: Date },
): Promise<void> {
  await insertContact(tx, { ...contact, kind: 'person' });
}

/** Once per invented contact, whichever of its rows comes first. */
export async function registerInvented(ctx: Ctx, contactId: string): Promise<void> {
  const invented = { id: contactId, kind: 'person', language: 'pt', channel: 'import', origin: 'import' } as const;
  await insertContactOnce(ctx.tx, { ...invented, createdAt: ctx.now });
}

/**
 * Registers a long-lived contact (a post's duty phone, a member, a staff phone) under the `registry` pseudonym, so that a text
 * from it is recognised however much later. Returns the existing contact when the number is registered already.
 */
export async function registerContact(
  ctx: Ctx,
  keys: ServeKeys,
  contact: {
    number: string;
    kind: Exclude<ContactKind, 'person'>;
    language: Language;
    gatewayId: string;
    country: BookSettings['country'];
    origin: Arrival['origin'];
  },
): Promise<string> {
  const address = toAddress(contact.number, contact.country);
  const { registry } = pseudonymsOf(keys, address, ctx.now);
  const found = await findContactId(ctx.tx, [registry]);
  if (found) return found.contactId;
  const envelopes = sealEnvelopes(
    keys,
    { gatewayId: contact.gatewayId, language: contact.language, now: ctx.now },
    address,
  );
  return register(
    ctx.tx,
    { ...contact, now: ctx.now },
    { pseudonyms: [{ pseudonym: registry, purpose: 'registry', period: 'registry' }], envelopes },
  );
}
