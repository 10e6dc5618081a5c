// SQL of the ways back: single-use codes for one whose password or second factor is gone.
import { type Selectable, sql } from 'kysely';
import { z } from 'zod';
import type { ProtectResetTable } from '../../db/schema.gen.ts';
import type { Ctx } from '../../db/tx.ts';

export type Reset = Selectable<ProtectResetTable>;

/** The one that is out for this user, whatever code was given. */
export async function findOpenReset(ctx: Ctx, userId: string): Promise<Reset | undefined> {
  return ctx.tx
    .selectFrom('protectReset')
    .selectAll()
    .where('userId', '=', userId)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', ctx.now)
    .executeTakeFirst();
}

/** True exactly once. */
export async function spendReset(ctx: Ctx, id: string): Promise<boolean> {
  const used = await ctx.tx
    .updateTable('protectReset')
    .set({ usedAt: ctx.now })
    .where('id', '=', id)
    .where('usedAt', 'is', null)
    .executeTakeFirst();
  return used.numUpdatedRows === 1n;
}

export async function setPassword(ctx: Ctx, userId: string, passwordHash: string): Promise<void> {
  await ctx.tx.updateTable('protectUser').set({ passwordHash }).where('id', '=', userId).execute();
}

const Confirmed = z.union([
  z.object({ outcome: z.literal('confirmed'), about: z.string() }),
  z.object({ outcome: z.enum(['same-person', 'unknown']) }),
]);

/** `about`: whose way back it is. */
export async function confirmResetRow(ctx: Ctx, id: string): Promise<z.output<typeof Confirmed>> {
  const { rows } = await sql`select * from ctx.confirm_reset(${id})`.execute(ctx.tx);
  return Confirmed.parse(rows[0]);
}
