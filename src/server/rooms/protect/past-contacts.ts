// Contacts of the demonstration, many at a time: pseudonyms and envelopes as for anybody, by the same keys. Invented numbers only.
import type { Language } from '../../../shared/domain/language.ts';
import type { Ctx } from '../../db/tx.ts';
import { sealEnvelopes } from './contacts.ts';
import type { ServeKeys } from './keys.ts';
import { periodOf } from './peppers.ts';
import { type Pseudonyms, pseudonymsOf, toAddress } from './pseudonym.ts';
import { type ContactKind, insertContactRows } from './store-contacts.ts';

export type PastContact = {
  id: string;
  number: string;
  kind: Exclude<ContactKind, 'staff'>;
  language: Language;
  createdAt: Date;
  /** False: its way back has died already. */
  isReachable: boolean;
};

export type SourceKeys = { sourceKey: Buffer; abuseKey: Buffer };

const COUNTRY = 'MZ';
const AT_ONCE = 64;

/** Writes them; a registered one under the lasting pseudonym, a passer-by under that of the time. */
export async function addPastContacts(
  ctx: Ctx,
  keys: ServeKeys,
  given: { contacts: readonly PastContact[]; gatewayId: string },
): Promise<void> {
  const { contacts, gatewayId } = given;
  for (let from = 0; from < contacts.length; from += AT_ONCE) {
    const some = contacts.slice(from, from + AT_ONCE);
    const sealed = await Promise.all(some.map((contact) => sealPast(keys, { contact, gatewayId, now: ctx.now })));
    await insertContactRows(ctx.tx, sealed);
  }
}

async function sealPast(keys: ServeKeys, given: { contact: PastContact; gatewayId: string; now: Date }) {
  const { contact, gatewayId, now } = given;
  const { id, kind, language, createdAt } = contact;
  const address = toAddress(contact.number, COUNTRY);
  const pseudonyms = pseudonymsOf(keys, address, createdAt);
  const pseudonym =
    kind === 'person'
      ? {
          pseudonym: pseudonyms.conversation.current,
          purpose: 'conversation' as const,
          period: String(periodOf('conversation', createdAt)),
        }
      : { pseudonym: pseudonyms.registry, purpose: 'registry' as const, period: 'registry' };
  const row = {
    id,
    kind,
    language,
    channel: gatewayId,
    greetedAt: createdAt,
    createdAt,
    origin: 'demonstration' as const,
  };
  const envelopes = contact.isReachable ? sealEnvelopes(keys, { gatewayId, language, now }, address) : undefined;
  return { row, pseudonym: { ...pseudonym, contactId: id }, envelopes };
}

const REMEMBERED = 20_000;

/** By which independent sources are counted; remembered, for the same few speak again and again. */
export function openSources(keys: ServeKeys): (number: string, at: Date) => SourceKeys {
  const remembered = new Map<string, SourceKeys>();
  return (number, at) => {
    const key = `${number} ${periodOf('corroborate', at)} ${periodOf('abuse', at)}`;
    const known = remembered.get(key);
    if (known) return known;
    const { corroborate, abuse }: Pseudonyms = pseudonymsOf(keys, toAddress(number, COUNTRY), at);
    const made = { sourceKey: corroborate, abuseKey: abuse };
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(key, made);
    return made;
  };
}
