// SQL of the telephones of those who work here. The database itself decides whose it is and whether it is proven.
import { sql } from 'kysely';
import { z } from 'zod';
import { proofOutcomes } from '../../../shared/domain/phone.ts';
import type { Ctx, Tx } from '../../db/tx.ts';

type GivenPhone = { userId: string; contactId: string; tail: string; registry: Buffer; givenAt: Date };

export async function insertGivenPhone(tx: Tx, phone: GivenPhone): Promise<void> {
  await tx
    .insertInto('protectPhone')
    .values({ ...phone, state: 'given' })
    .execute();
}

/** Without a contact: whichever it was. False when there was none. */
export async function dropGivenPhone({ tx }: { tx: Tx }, userId: string, contactId?: string): Promise<boolean> {
  const { rows } = await sql<{ gone: boolean | null }>`
    select ctx.drop_given_phone(${userId}, ${contactId ?? null}) as gone`.execute(tx);
  return rows[0]?.gone === true;
}

export async function listOwnPhones(ctx: Ctx) {
  const { rows } = await sql<{ state: 'given' | 'proven'; tail: string; givenAt: Date }>`
    select * from ctx.own_phones()`.execute(ctx.tx);
  return rows;
}

/** How often she has given one within a day, and which language she reads. */
export async function findPhoneAsks(ctx: Ctx): Promise<{ asks: number; locale: 'pt' | 'en' }> {
  const { rows } = await sql<{ asks: number; locale: 'pt' | 'en' }>`
    select * from ctx.phone_asks(${ctx.now})`.execute(ctx.tx);
  return rows[0] ?? { asks: 0, locale: 'pt' };
}

/** To which contact the digits go; undefined when it is given no more. */
export async function setDigits(ctx: Ctx, userId: string, digitsHash: Buffer): Promise<string | undefined> {
  const row = await ctx.tx
    .updateTable('protectPhone')
    .set({ digitsHash })
    .where('userId', '=', userId)
    .where('state', '=', 'given')
    .returning('contactId')
    .executeTakeFirst();
  return row?.contactId;
}

const Outcome = z.enum(proofOutcomes);

export async function tryDigits(ctx: Ctx, digitsHash: Buffer): Promise<z.output<typeof Outcome>> {
  const { rows } = await sql<{ outcome: string }>`
    select ctx.prove_phone(${digitsHash}, ${ctx.now}) as outcome`.execute(ctx.tx);
  return Outcome.parse(rows[0]?.outcome);
}

export async function dropOwnPhone(ctx: Ctx): Promise<boolean> {
  const { rows } = await sql<{ gone: boolean }>`select ctx.end_own_phone() as gone`.execute(ctx.tx);
  return rows[0]?.gone === true;
}

/** Whose telephone has ended because she works here no more, or in no such role. */
export async function dropStalePhones(ctx: Ctx): Promise<string[]> {
  const { rows } = await sql<{ userId: string }>`
    select distinct s as user_id from ctx.end_stale_phones(${ctx.now}) as s`.execute(ctx.tx);
  return rows.map(({ userId }) => userId);
}

/** Who is at work and can be told: not those who are away or have left. */
export async function listStaffPhones(ctx: Pick<Ctx, 'tx' | 'now'>): Promise<{ userId: string; contactId: string }[]> {
  const { rows } = await sql<{ userId: string; contactId: string }>`
    select u.id as user_id, u.contact_id from protect_user u
    where u.contact_id is not null and u.state = 'active' and (u.leaves_at is null or u.leaves_at > ${ctx.now})
      and not exists (select from protect_absence a where a.user_id = u.id and a.ended_at is null and a.starts_at <= ${ctx.now} and a.ends_at > ${ctx.now})
    order by u.id`.execute(ctx.tx);
  return rows;
}
