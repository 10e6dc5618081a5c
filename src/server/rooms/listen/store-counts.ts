// Counts of what became of texts, by origin: no texts, for reports about the understanding itself.

import { sql } from 'kysely';
import type { Origin } from '../../../shared/domain/origin.ts';
import type { Db } from '../../db/client.ts';

export async function countInbound(db: Db, origin: Origin): Promise<number> {
  const row = await db
    .selectFrom('listenInbound')
    .select(({ fn }) => fn.countAll<string>().as('n'))
    .where('origin', '=', origin)
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

export async function countOutcomes(db: Db, origin: Origin): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom('listenInbound')
    .leftJoin('listenOutcome', 'listenOutcome.messageId', 'listenInbound.id')
    .select(({ fn }) => ['listenOutcome.kind as kind', fn.countAll<string>().as('n')])
    .where('listenInbound.origin', '=', origin)
    .groupBy('listenOutcome.kind')
    .orderBy('listenOutcome.kind')
    .execute();
  return Object.fromEntries(rows.map((row) => [row.kind ?? 'none', Number(row.n)]));
}

export async function countReports(
  db: Db,
  origin: Origin,
): Promise<readonly { lane: string; classCode: string; danger: boolean; placed: boolean; n: number }[]> {
  const rows = await db
    .selectFrom('listenReport')
    .select(({ fn, eb }) => [
      'lane',
      'danger',
      sql<string>`coalesce(left(type_code, 1), '-')`.as('classCode'),
      eb('areaId', 'is not', null).as('placed'),
      fn.countAll<string>().as('n'),
    ])
    .where('origin', '=', origin)
    .groupBy(['lane', 'danger', 'classCode', 'placed'])
    .execute();
  return rows.map((row) => ({
    lane: row.lane,
    classCode: row.classCode,
    danger: row.danger,
    placed: Boolean(row.placed),
    n: Number(row.n),
  }));
}

/** Texts by state; in a replay all of them are suppressed. */
export async function countOutbound(db: Db, origin: Origin): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom('listenOutbound')
    .select(({ fn }) => ['state', fn.countAll<string>().as('n')])
    .where('origin', '=', origin)
    .groupBy('state')
    .orderBy('state')
    .execute();
  return Object.fromEntries(rows.map((row) => [row.state, Number(row.n)]));
}
