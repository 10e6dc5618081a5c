// SQL of forgetting who spoke: ways back, vault entries, pseudonyms of periods that nobody can compute any more.
import { sql } from 'kysely';
import type { Db } from '../../db/client.ts';
import type { Ctx, Tx } from '../../db/tx.ts';
import { periodOf } from './peppers.ts';

const DAY_MS = 86_400_000;
const NONCE_HOURS = 25;

/** People whose way back has reached its day, and people met before `idleSince` whose way back never got one; by contact id. */
export async function listRoutesDue(
  ctx: Pick<Ctx, 'tx' | 'now'>,
  { idleSince, after, most }: { idleSince: Date; after: string; most: number },
): Promise<string[]> {
  const rows = await ctx.tx
    .selectFrom('protectRoute')
    .innerJoin('protectContact', 'protectContact.id', 'protectRoute.contactId')
    .select('contactId')
    // Posts, members and staff are registered: their numbers stay as long as they hold their place.
    .where('kind', '=', 'person')
    .where('contactId', '>', after)
    .where((eb) =>
      eb.or([
        eb('protectRoute.expiresAt', '<=', ctx.now),
        eb.and([eb('protectRoute.expiresAt', 'is', null), eb('protectContact.createdAt', '<', idleSince)]),
      ]),
    )
    .orderBy('contactId')
    .limit(most)
    .execute();
  return rows.map(({ contactId }) => contactId);
}

/** Cuts the link between these people and their numbers. Who said stop stays known as that, and as nothing else. */
export async function eraseContacts(ctx: Pick<Ctx, 'tx' | 'now'>, contactIds: readonly string[]): Promise<number> {
  if (contactIds.length === 0) return 0;
  const ids = [...contactIds];
  const routes = await ctx.tx.deleteFrom('protectRoute').where('contactId', 'in', ids).executeTakeFirst();
  await ctx.tx
    .deleteFrom('protectPseudonym')
    .where('contactId', 'in', ids)
    .where('purpose', '=', 'conversation')
    .execute();
  await ctx.tx
    .updateTable('protectContact')
    .set({ erasedAt: ctx.now })
    .where('id', 'in', ids)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('protectPseudonym').select('purpose').whereRef('contactId', '=', 'protectContact.id'))),
    )
    .execute();
  return Number(routes.numDeletedRows);
}

export async function deleteOldVault(ctx: Pick<Ctx, 'tx' | 'now'>, most: number): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from protect_vault where id in (select v.id from protect_vault v where v.expires_at <= ${ctx.now} limit ${most})`.execute(
    ctx.tx,
  );
  return Number(numAffectedRows ?? 0n);
}

/** Pseudonyms of periods before the previous one: no number leads to them any more, so they only lead from row to row. */
export async function deleteStalePseudonyms(ctx: Pick<Ctx, 'tx' | 'now'>, most: number): Promise<number> {
  const oldest = periodOf('conversation', ctx.now) - 1;
  const { numAffectedRows } = await sql`
    delete from protect_pseudonym where pseudonym in (
      select p.pseudonym from protect_pseudonym p
      where p.purpose = 'conversation' and p.period::int < ${oldest} limit ${most})`.execute(ctx.tx);
  return Number(numAffectedRows ?? 0n);
}

export async function deleteOldNonces(ctx: Pick<Ctx, 'tx' | 'now'>): Promise<void> {
  const before = new Date(ctx.now.getTime() - NONCE_HOURS * (DAY_MS / 24));
  await ctx.tx.deleteFrom('protectNonce').where('seenAt', '<', before).execute();
}

/** True while no pseudonym but a new one can lead to this contact: whoever remembered it must meet the number anew. */
export async function isErased(db: Db | Tx, contactId: string): Promise<boolean> {
  const row = await db
    .selectFrom('protectContact')
    .select('id')
    .where('id', '=', contactId)
    .where('erasedAt', 'is', null)
    .executeTakeFirst();
  return row === undefined;
}
