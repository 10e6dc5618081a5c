// SQL of outbound texts: queued by the worker, claimed and ended by the courier.

import { sql } from 'kysely';
import type { Origin } from '../../../shared/domain/origin.ts';
import type { Db } from '../../db/client.ts';
import type { Ctx } from '../../db/tx.ts';

export type NewOutbound = {
  id: string;
  contactId: string;
  template: string;
  paramsCt: Buffer | null;
  language: string;
  urgency: number;
  subjectId: string | null;
  state: 'queued' | 'suppressed';
  notBefore: Date;
  expiresAt: Date;
  lastProblem: string | null;
  evenIfStopped: boolean;
  origin: Origin;
  reply: boolean;
  byPage: boolean;
};

export async function insertOutbound(ctx: Pick<Ctx, 'tx' | 'now'>, message: NewOutbound): Promise<void> {
  await ctx.tx
    .insertInto('listenOutbound')
    .values({ ...message, createdAt: ctx.now, endedAt: message.state === 'suppressed' ? ctx.now : null })
    .execute();
}

/** What a page has caused does not count with what is hers. */
export async function countRecent(
  ctx: Pick<Ctx, 'tx'>,
  contactId: string,
  { since, byPage }: { since: Date; byPage: boolean },
): Promise<number> {
  const row = await ctx.tx
    .selectFrom('listenOutbound')
    .select(({ fn }) => fn.countAll<string>().as('n'))
    .where('contactId', '=', contactId)
    .where('createdAt', '>=', since)
    .where('byPage', '=', byPage)
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

/** Whether this was said about it to this contact, or could not be. */
export async function wasSaid(
  ctx: Pick<Ctx, 'tx'>,
  said: { contactId: string; template: string; subjectId: string },
): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('listenOutbound')
    .select('id')
    .where('contactId', '=', said.contactId)
    .where('template', '=', said.template)
    .where('subjectId', '=', said.subjectId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Texts under way at this moment may have taken their number in another order than their time. */
const UNDER_WAY = 64;

/**
 * Texts that answered whoever claimed a number: to this person, and to everybody. Up to `enough` the latter may be said too high: by
 * then all texts are numbered through, and counting every answer of the hour for each text would cost more the busier it is.
 */
export async function countReplies(
  ctx: Pick<Ctx, 'tx'>,
  contactId: string,
  { since, enough }: { since: Date; enough: number },
): Promise<{ person: number; all: number }> {
  const replies = sql`from listen_outbound where reply and state <> 'suppressed' and created_at >= ${since}`;
  const { rows } = await sql<{ person: number; most: number | null }>`
    select (select count(*) ${replies} and contact_id = ${contactId} and not by_page)::int as person,
      ((select seq ${replies} order by created_at desc limit 1) - (select seq ${replies} order by created_at limit 1))::int as most`.execute(
    ctx.tx,
  );
  const { person = 0, most = null } = rows[0] ?? {};
  if (most === null) return { person, all: 0 };
  if (most + UNDER_WAY < enough) return { person, all: most };
  const { rows: counted } = await sql<{ all: number }>`select count(*)::int as "all" ${replies}`.execute(ctx.tx);
  return { person, all: counted[0]?.all ?? 0 };
}

/** A person who said stop gets nothing that still waits. */
export async function suppressQueued(ctx: Pick<Ctx, 'tx' | 'now'>, contactId: string, reason: string): Promise<void> {
  await ctx.tx
    .updateTable('listenOutbound')
    .set({ state: 'suppressed', endedAt: ctx.now, lastProblem: reason })
    .where('contactId', '=', contactId)
    .where('state', '=', 'queued')
    .execute();
}

/** Her hours changed: what still waits for the old ones goes in the new, in the order in which it was written. */
export async function moveQueued(ctx: Pick<Ctx, 'tx'>, contactId: string, notBefore: Date): Promise<void> {
  await ctx.tx
    .updateTable('listenOutbound')
    .set({ notBefore, expiresAt: sql<Date>`expires_at + (${notBefore}::timestamptz - not_before)` })
    .where('contactId', '=', contactId)
    .where('state', '=', 'queued')
    .execute();
}

/** Answers and their questions that were held back by her own wish and are not too old, newest first. */
export async function listSuppressed(ctx: Pick<Ctx, 'tx' | 'now'>, contactId: string, reasons: readonly string[]) {
  return ctx.tx
    .selectFrom('listenOutbound')
    .select(['id', 'template', 'subjectId'])
    .where('contactId', '=', contactId)
    .where('state', '=', 'suppressed')
    .where('lastProblem', 'in', [...reasons])
    .where('expiresAt', '>', ctx.now)
    .where((eb) => eb.or([eb('template', 'like', 'answer.%'), eb('template', 'in', ['ask.clear', 'ask.solved'])]))
    .orderBy('seq', 'desc')
    .limit(20)
    .execute();
}

export async function requeue(ctx: Pick<Ctx, 'tx'>, id: string, notBefore: Date): Promise<void> {
  await ctx.tx
    .updateTable('listenOutbound')
    .set({ state: 'queued', endedAt: null, lastProblem: null, notBefore })
    .where('id', '=', id)
    .where('state', '=', 'suppressed')
    .execute();
}

/**
 * Ends an outbound text by its delivery report. Undefined when no row carries this key (yet). Where a gateway gives every text the
 * same id, the newest that is still on its way is meant.
 */
export async function endByProviderKey(
  ctx: Pick<Ctx, 'tx' | 'now'>,
  providerKey: Buffer,
  state: 'delivered' | 'failed',
) {
  return ctx.tx
    .updateTable('listenOutbound')
    .set({ state, endedAt: ctx.now })
    .where('id', '=', (from) =>
      from
        .selectFrom('listenOutbound')
        .select('id')
        .where('providerKey', '=', providerKey)
        .where('state', 'in', ['sent', 'uncertain', 'sending'])
        .orderBy('seq', 'desc')
        .limit(1),
    )
    .returning(['id', 'template', 'subjectId', 'urgency', 'origin'])
    .executeTakeFirst();
}

/**
 * True when every text with this key has ended. One that the courier recorded since a report looked for it in vain is on its way:
 * its report must come again, not be taken for a second one.
 */
export async function isEndedByKey(ctx: Pick<Ctx, 'tx'>, providerKey: Buffer): Promise<boolean> {
  const texts = await ctx.tx
    .selectFrom('listenOutbound')
    .select(sql<boolean>`coalesce(bool_and(state in ('delivered', 'failed')), false)`.as('ended'))
    .where('providerKey', '=', providerKey)
    .executeTakeFirstOrThrow();
  return texts.ended;
}

export async function isReply(ctx: Pick<Ctx, 'tx'>, id: string): Promise<boolean> {
  const row = await ctx.tx.selectFrom('listenOutbound').select('reply').where('id', '=', id).executeTakeFirst();
  return row?.reply ?? false;
}

export type ClaimedOutbound = {
  id: string;
  contactId: string;
  template: string;
  paramsCt: Buffer | null;
  language: string;
  expiresAt: Date;
  evenIfStopped: boolean;
  attempts: number;
  fence: string;
  /** The database's time, as everything else in a deed. */
  claimedAt: Date;
  origin: Origin;
};

const LEASE_SECONDS = 60;

/** Takes due texts, most urgent first; to one person in the order they were written. The attempt is on record before any gateway hears of it. */
export async function claimOutbound(db: Db, most: number, offsetMs: number): Promise<ClaimedOutbound[]> {
  const { rows } = await sql<ClaimedOutbound>`
    update listen_outbound set state = 'sending', provider_key = null, attempts = attempts + 1, fence = fence + 1, lease_until = now() + make_interval(secs => ${LEASE_SECONDS})
    where id in (
      select due.id from listen_outbound due
      where due.state = 'queued' and due.not_before <= now() + make_interval(secs => ${offsetMs / 1000})
        and not exists (select from listen_outbound earlier
          where earlier.contact_id = due.contact_id and earlier.seq < due.seq and earlier.state in ('queued', 'sending'))
      order by due.urgency desc, due.seq limit ${most} for update of due skip locked)
    returning id, contact_id, template, params_ct, language, expires_at, even_if_stopped, attempts, fence, now() + make_interval(secs => ${offsetMs / 1000}) as claimed_at, origin`.execute(
    db,
  );
  return rows;
}

/**
 * From here on the text may be out. False when the claim was lost meanwhile: then it must not leave. The key finds it again when its
 * delivery report comes before, or instead of, our own record.
 */
export async function markLeaving(
  db: Db,
  claimed: Pick<ClaimedOutbound, 'id' | 'fence'>,
  providerKey: Buffer,
): Promise<boolean> {
  const changed = await db
    .updateTable('listenOutbound')
    .set({ providerKey })
    .where('id', '=', claimed.id)
    .where('fence', '=', claimed.fence)
    .where('state', '=', 'sending')
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

/**
 * Whose courier died in the middle: what was on its way may be out, so a person or a delivery report decides, and these are returned;
 * what had not left yet goes back into the queue.
 */
export async function settleLostAttempts(db: Db): Promise<{ id: string; origin: Origin }[]> {
  const { rows } = await sql<{ id: string; origin: Origin; state: string }>`
    update listen_outbound set lease_until = null, last_problem = 'attempt-lost',
      state = case when provider_key is null then 'queued' else 'uncertain' end,
      ended_at = case when provider_key is null then null else now() end
    where state = 'sending' and lease_until < now() returning id, origin, state`.execute(db);
  return rows.filter(({ state }) => state === 'uncertain').map(({ id, origin }) => ({ id, origin }));
}

export type SendEnd =
  | { state: 'sent'; providerKey: Buffer; segments: number; gatewayId: string }
  | { state: 'queued'; waitSeconds: number; problem: string }
  | { state: 'failed' | 'expired' | 'uncertain' | 'suppressed'; problem: string };

/** Records what became of a claimed text. False when the lease was lost to another courier meanwhile. */
export async function recordSend(
  ctx: Pick<Ctx, 'tx' | 'now'>,
  claimed: Pick<ClaimedOutbound, 'id' | 'fence'>,
  end: SendEnd,
): Promise<boolean> {
  const changed = await ctx.tx
    .updateTable('listenOutbound')
    .set({
      state: end.state,
      leaseUntil: null,
      ...(end.state === 'sent'
        ? { providerKey: end.providerKey, segments: end.segments, gatewayId: end.gatewayId, lastProblem: null }
        : { lastProblem: end.problem }),
      ...(end.state === 'queued' ? { notBefore: new Date(ctx.now.getTime() + end.waitSeconds * 1000) } : {}),
      ...(end.state === 'queued' || end.state === 'sent' ? {} : { endedAt: ctx.now }),
    })
    .where('id', '=', claimed.id)
    .where('fence', '=', claimed.fence)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}
