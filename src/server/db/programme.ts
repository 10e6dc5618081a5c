// The one row that says what this database is.
import type { Db } from './client.ts';
import type { Ctx } from './tx.ts';

export type Programme = { demonstration: boolean };

/** Undefined in a migrated database in which no programme has begun. */
export async function findProgramme(db: Db): Promise<Programme | undefined> {
  return db.selectFrom('programme').select('demonstration').executeTakeFirst();
}

export async function insertProgramme(
  ctx: Ctx,
  programme: { name: string; country: string; demonstration: boolean },
): Promise<void> {
  await ctx.tx
    .insertInto('programme')
    .values({ ...programme, epoch: ctx.id('deed'), createdAt: ctx.now })
    .execute();
}

/** Of a demonstration's past, as long as it is being written; undefined when it is whole, or none is played. */
export async function findWeeksToWrite({ tx }: Pick<Ctx, 'tx'>): Promise<number | undefined> {
  const row = await tx.selectFrom('programme').select('historyWeeksLeft').executeTakeFirst();
  return row?.historyWeeksLeft || undefined;
}

export async function findProgrammeStart({ tx }: Pick<Ctx, 'tx'>): Promise<Date | undefined> {
  return (await tx.selectFrom('programme').select('createdAt').executeTakeFirst())?.createdAt;
}
