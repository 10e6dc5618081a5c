// SQL of forgetting: narratives of matters that are over. Type, place, day, voices and what became of it stay: they are the counts.
import type { Ctx } from '../../db/tx.ts';

const OVER = ['closed', 'withdrawn', 'merged', 'referred'] as const;
const WAITING = ['triage', 'open', 'answered'] as const;

/** Forgets the narratives of up to `most` ended concerns, in their briefs too. Returns how many concerns. */
export async function forgetNarratives(ctx: Pick<Ctx, 'tx'>, openedBefore: Date, most: number): Promise<number> {
  const due = await ctx.tx
    .selectFrom('respondConcern')
    .select('id')
    .where((eb) =>
      eb.or([
        eb('narrative', 'is not', null),
        eb('narrativeCt', 'is not', null),
        eb('releasedNarrative', 'is not', null),
      ]),
    )
    .where('openedAt', '<', openedBefore)
    .where('state', 'in', [...OVER])
    .orderBy('openedAt')
    .limit(most)
    .forUpdate()
    .execute();
  const ids = due.map(({ id }) => id);
  if (ids.length === 0) return 0;
  const gone = { narrative: null, narrativeCt: null, narrativeOf: null, releasedNarrative: null };
  await ctx.tx.updateTable('respondConcern').set(gone).where('id', 'in', ids).execute();
  await ctx.tx.updateTable('respondBrief').set({ narrative: null }).where('concernId', 'in', ids).execute();
  return ids.length;
}

/** Of these tellings, those in a matter that is not over. */
export async function listUnfinished(ctx: Pick<Ctx, 'tx'>, reportIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await ctx.tx
    .selectFrom('respondTelling')
    .innerJoin('respondConcern', 'respondConcern.id', 'respondTelling.concernId')
    .select('reportId')
    .where('reportId', 'in', [...reportIds])
    .where('respondConcern.state', 'in', [...WAITING])
    .execute();
  return new Set(rows.map(({ reportId }) => reportId));
}

/** Of these contacts, those who wait for something: a telling that stands, in a matter that is not over. */
export async function listWaiting(ctx: Pick<Ctx, 'tx'>, contactIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await ctx.tx
    .selectFrom('respondTelling')
    .innerJoin('respondConcern', 'respondConcern.id', 'respondTelling.concernId')
    .select('contactId')
    .distinct()
    .where('contactId', 'in', [...contactIds])
    .where('withdrawnAt', 'is', null)
    .where('respondConcern.state', 'in', [...WAITING])
    .execute();
  return new Set(rows.map(({ contactId }) => contactId));
}
