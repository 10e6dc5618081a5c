// Whoever works here gives her own telephone: nobody else types it, nobody reads it back, and until digits sent to it have come back it is
// nobody's. What is kept of it before that tells nothing about whoever else may have written from that number.
import type { z } from 'zod';
import type { OwnPhone } from '../../../shared/contract/phones.ts';
import type { ProofOutcome } from '../../../shared/domain/phone.ts';
import { newId } from '../../../shared/kit/ids.ts';
import { problem } from '../../../shared/kit/problem.ts';
import type { Db } from '../../db/client.ts';
import { askTask } from '../../db/tasks.ts';
import type { Ctx, TxSettings } from '../../db/tx.ts';
import type { WebCtx } from '../../kit/handle.ts';
import { createDigits, digitsHash } from './codes.ts';
import { sealEnvelopes } from './contacts.ts';
import type { ServeKeys } from './keys.ts';
import { type HomeCountry, isPhone, pseudonymsOf, toAddress } from './pseudonym.ts';
import { findContactId, insertContact, insertEnvelopes } from './store-contacts.ts';
import {
  dropGivenPhone,
  dropOwnPhone,
  dropStalePhones,
  findPhoneAsks,
  insertGivenPhone,
  listOwnPhones,
  setDigits,
  tryDigits,
} from './store-phones.ts';

export type PhoneTools = {
  /** Pool of the login `intake`, which alone meets numbers. */
  db: Db;
  tx: TxSettings;
  keys: ServeKeys;
  country: HomeCountry;
  sendingGateway(): Promise<string | undefined>;
};

/** Anybody's number can be typed: nobody's telephone rings more often for it. */
const MOST_A_DAY = 4;
const PROOF_MINUTES = 30;

export async function getPhone(ctx: Ctx): Promise<z.input<typeof OwnPhone>> {
  const phones = await listOwnPhones(ctx);
  const proven = phones.find(({ state }) => state === 'proven');
  const given = phones.find(({ state }) => state === 'given');
  return {
    proven: proven ? { tail: proven.tail } : null,
    given: given ? { tail: given.tail, at: given.givenAt.toISOString() } : null,
  };
}

/**
 * Throws `phone.unusable` for what is no telephone. What is the programme's already, or has said stop for good, is taken like any other and
 * its digits go nowhere: a refusal would tell whoever types numbers which of them are a member's.
 */
export async function givePhone(ctx: WebCtx, tools: PhoneTools, number: string): Promise<void> {
  const userId = ctx.actor.id;
  const address = toAddress(number, tools.country);
  if (!isPhone(address)) throw problem('phone.unusable');
  const gatewayId = await tools.sendingGateway();
  if (gatewayId === undefined) throw problem('gateway.unknown');
  const { asks, locale: language } = await findPhoneAsks(ctx);
  if (asks >= MOST_A_DAY) throw problem('phone.too-often');
  const { registry } = pseudonymsOf(tools.keys, address, ctx.now);
  const envelopes = sealEnvelopes(tools.keys, { gatewayId, language, now: ctx.now }, address);
  if (!envelopes) throw problem('phone.unusable');
  const id = newId('contact');
  await tools.db.transaction().execute(async (tx) => {
    const isKnown = (await findContactId(tx, [registry])) !== undefined;
    await dropGivenPhone({ tx }, userId);
    const { origin } = tools.tx;
    await insertContact(tx, { id, kind: 'person', language, channel: gatewayId, origin, createdAt: ctx.now });
    if (!isKnown) await insertEnvelopes(tx, id, envelopes);
    await insertGivenPhone(tx, { userId, contactId: id, tail: address.slice(-2), registry, givenAt: ctx.now });
  });
  await ctx.emit('phone.given', { subjectId: userId }, { userId });
  // At once: she waits for it, and there is nothing to take back.
  await askTask(ctx.tx, { id: ctx.id('task'), hearing: 'prove-phone', payload: { userId }, runAt: ctx.now });
}

/** Hears the task 'prove-phone', unattended: the digits that must come back, and where they go. */
export async function makeProof(
  ctx: Ctx,
  keys: Pick<ServeKeys, 'codes'>,
  userId: string,
): Promise<{ contactId: string; digits: string } | undefined> {
  const digits = createDigits();
  const contactId = await setDigits(ctx, userId, digitsHash(keys, userId, digits));
  if (contactId === undefined) return undefined;
  const runAt = new Date(ctx.now.getTime() + PROOF_MINUTES * 60_000);
  await askTask(ctx.tx, { id: ctx.id('task'), hearing: 'end-proof', payload: { userId, contactId }, runAt });
  return { contactId, digits };
}

/** Hears the task 'end-proof': not proven in time, the number is forgotten. */
export const endProof = async (ctx: Ctx, { userId, contactId }: { userId: string; contactId: string }): Promise<void> =>
  void (await dropGivenPhone(ctx, userId, contactId));

/** A wrong try is counted and therefore no refusal, which would take the count back. */
export async function provePhone(ctx: Ctx, keys: Pick<ServeKeys, 'codes'>, digits: string): Promise<ProofOutcome> {
  const userId = ctx.actor.id;
  const outcome = await tryDigits(ctx, digitsHash(keys, userId, digits));
  if (outcome === 'proven') await ctx.emit('phone.proven', { subjectId: userId }, { userId });
  return outcome;
}

export async function endPhone(ctx: Ctx): Promise<void> {
  const userId = ctx.actor.id;
  if (await dropOwnPhone(ctx)) await ctx.emit('phone.ended', { subjectId: userId }, { userId });
}

/** In the tick: whoever has left, is locked out or works in another role is reached here no more. */
export async function endStalePhones(ctx: Ctx): Promise<void> {
  for (const userId of await dropStalePhones(ctx)) await ctx.emit('phone.ended', { subjectId: userId }, { userId });
}
