// SQL of contacts: pseudonyms, sealed routes, sealed vault entries, and the wishes of the far end.

import { sql } from 'kysely';
import type { Language } from '../../../shared/domain/language.ts';
import type { Origin } from '../../../shared/domain/origin.ts';
import type { Db } from '../../db/client.ts';
import { insertRows, type Row } from '../../db/insert-history.ts';
import type { ProtectContactTable } from '../../db/schema.gen.ts';
import type { Ctx, Tx } from '../../db/tx.ts';

export type ContactKind = 'person' | 'member' | 'post' | 'staff';
export type NewContact = {
  id: string;
  kind: ContactKind;
  language: Language;
  channel: string;
  origin: Origin;
};
export type NewPseudonym = { pseudonym: Buffer; purpose: 'conversation' | 'registry'; period: string };
export type Wishes = {
  language: Language;
  kind: ContactKind;
  optedOut: boolean;
  doNotReply: boolean;
  safeFrom: number | null;
  safeTo: number | null;
  greeted: boolean;
  origin: Origin;
  /** Whether texts can reach her. */
  wayBack: boolean;
};

export async function findContactId(
  db: Db | Tx,
  pseudonyms: readonly Buffer[],
): Promise<{ contactId: string; pseudonym: Buffer } | undefined> {
  return (
    db
      .selectFrom('protectPseudonym')
      .select(['contactId', 'pseudonym'])
      .where('pseudonym', 'in', [...pseudonyms])
      // A registered telephone is that before it is anybody's.
      .orderBy('purpose', 'desc')
      .limit(1)
      .executeTakeFirst()
  );
}

/** A post's or a staff phone. */
export async function isOnDuty(db: Db | Tx, contactId: string): Promise<boolean> {
  const row = await db
    .selectFrom('protectContact')
    .select('id')
    .where('id', '=', contactId)
    .where('kind', 'in', ['post', 'staff'])
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertContact(tx: Tx, contact: NewContact & { createdAt: Date }): Promise<void> {
  await tx.insertInto('protectContact').values(contact).execute();
}

export async function insertContactOnce(tx: Tx, contact: NewContact & { createdAt: Date }): Promise<void> {
  await tx
    .insertInto('protectContact')
    .values(contact)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** False when somebody else registered this pseudonym first. */
export async function insertPseudonym(tx: Tx, contactId: string, entry: NewPseudonym): Promise<boolean> {
  const added = await tx
    .insertInto('protectPseudonym')
    .values({ ...entry, contactId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (added.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function insertEnvelopes(
  tx: Tx,
  contactId: string,
  envelopes: {
    route: { id: string; keyId: string; sealed: Uint8Array; expiresAt: Date | null };
    vault: { id: string; sealed: Uint8Array; expiresAt: Date };
  },
): Promise<void> {
  const { route, vault } = envelopes;
  await Promise.all([
    tx
      .insertInto('protectRoute')
      .values({ ...route, sealed: Buffer.from(route.sealed), contactId })
      .execute(),
    tx
      .insertInto('protectVault')
      .values({ ...vault, sealed: Buffer.from(vault.sealed), contactId })
      .execute(),
  ]);
}

/** The same where the old ones may still stand: those are left as they are. */
export async function insertMissingEnvelopes(
  tx: Tx,
  contactId: string,
  { route, vault }: Parameters<typeof insertEnvelopes>[2],
): Promise<void> {
  await tx
    .insertInto('protectRoute')
    .values({ ...route, sealed: Buffer.from(route.sealed), contactId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await tx
    .insertInto('protectVault')
    .values({ ...vault, sealed: Buffer.from(vault.sealed), contactId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The wishes of a contact, its row locked: what one person says is understood one message at a time. */
export async function lockWishes(ctx: Pick<Ctx, 'tx'>, contactId: string): Promise<Wishes> {
  const row = await ctx.tx
    .selectFrom('protectContact')
    .select(['language', 'kind', 'optedOutAt', 'doNotReply', 'safeFrom', 'safeTo', 'greetedAt', 'origin'])
    .select(({ exists, selectFrom }) =>
      exists(selectFrom('protectRoute').whereRef('protectRoute.contactId', '=', 'protectContact.id')).as('wayBack'),
    )
    .where('id', '=', contactId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  return { ...row, optedOut: row.optedOutAt !== null, greeted: row.greetedAt !== null, wayBack: Boolean(row.wayBack) };
}

export async function updateWishes(
  ctx: Pick<Ctx, 'tx'>,
  contactId: string,
  change: Partial<{
    language: Language;
    optedOutAt: Date | null;
    doNotReply: boolean;
    safeFrom: number | null;
    safeTo: number | null;
    greetedAt: Date;
  }>,
): Promise<void> {
  await ctx.tx.updateTable('protectContact').set(change).where('id', '=', contactId).execute();
}

export async function hasRoute(ctx: Pick<Ctx, 'tx'>, contactId: string): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('protectRoute')
    .select('id')
    .where('contactId', '=', contactId)
    .executeTakeFirst();
  return row !== undefined;
}

/** A way back dies 30 days after the last concern closed: the caller says when. `null` keeps it while something is open. */
export async function setRouteExpiry(ctx: Pick<Ctx, 'tx'>, contactId: string, expiresAt: Date | null): Promise<void> {
  await ctx.tx
    .updateTable('protectRoute')
    .set({ expiresAt })
    .where('contactId', '=', contactId)
    .where('expiresAt', 'is distinct from', expiresAt)
    .execute();
}

/** For the courier alone: everything it needs to reach a contact, or undefined when the route is gone. */
export async function findRoute(
  db: Db,
  contactId: string,
): Promise<
  | {
      routeId: string;
      keyId: string;
      sealed: Buffer;
      channel: string;
      kind: ContactKind;
      safeFrom: number | null;
      safeTo: number | null;
      optedOutAt: Date | null;
      doNotReply: boolean;
    }
  | undefined
> {
  return db
    .selectFrom('protectRoute')
    .innerJoin('protectContact', 'protectContact.id', 'protectRoute.contactId')
    .select([
      'protectRoute.id as routeId',
      'keyId',
      'sealed',
      'channel',
      'kind',
      'safeFrom',
      'safeTo',
      'optedOutAt',
      'doNotReply',
    ])
    .where('contactId', '=', contactId)
    .executeTakeFirst();
}

/** True exactly once per nonce within a day. */
export async function keepNonce(db: Db, hash: Buffer, seenAt: Date): Promise<boolean> {
  const added = await db
    .insertInto('protectNonce')
    .values({ nonceHash: hash, seenAt })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (added.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** The registered phone of a person who signs in, when they gave one; on days of absence that of the cover who has one. */
export async function findStaffContact(ctx: Pick<Ctx, 'tx' | 'now'>, userId: string): Promise<string | undefined> {
  const { rows } = await sql<{ contactId: string | null }>`
    select coalesce(
      (select c.contact_id from protect_absence a join protect_user c on c.id = a.cover_id and c.state = 'active' and c.contact_id is not null
        where a.user_id = ${userId} and a.role = 'coordinator' and a.ended_at is null and a.starts_at <= ${ctx.now} and a.ends_at > ${ctx.now}
        order by a.starts_at desc limit 1),
      (select u.contact_id from protect_user u where u.id = ${userId} and u.state = 'active' and (u.leaves_at is null or u.leaves_at > ${ctx.now}))
    ) as contact_id`.execute(ctx.tx);
  return rows[0]?.contactId ?? undefined;
}

/** Names of the programme's own staff; row-level security leaves out whoever the asker may not see. */
export async function nameUsers(
  ctx: Pick<Ctx, 'tx'>,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (userIds.length === 0) return new Map();
  const rows = await ctx.tx
    .selectFrom('protectUser')
    .select(['id', 'name'])
    .where('id', 'in', [...userIds])
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

type ContactRows = {
  row: Row<ProtectContactTable>;
  pseudonym: NewPseudonym & { contactId: string };
  envelopes: Parameters<typeof insertEnvelopes>[2] | undefined;
};

/** Many at once, for the demonstration. */
export async function insertContactRows(tx: Tx, contacts: readonly ContactRows[]): Promise<void> {
  const sealed = contacts.flatMap(({ row, envelopes }) => (envelopes ? [{ ...envelopes, contactId: row.id }] : []));
  await insertRows(
    tx,
    'protectContact',
    contacts.map(({ row }) => row),
  );
  await insertPseudonyms(
    tx,
    contacts.map(({ pseudonym }) => pseudonym),
  );
  await insertRows(
    tx,
    'protectRoute',
    sealed.map(({ route, contactId }) => ({ ...route, sealed: Buffer.from(route.sealed), contactId })),
  );
  await insertRows(
    tx,
    'protectVault',
    sealed.map(({ vault, contactId }) => ({ ...vault, sealed: Buffer.from(vault.sealed), contactId })),
  );
}

/** A number drawn twice is known by the first contact that had it. */
async function insertPseudonyms(tx: Tx, rows: readonly (NewPseudonym & { contactId: string })[]): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insertInto('protectPseudonym')
    .values([...rows])
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** For the courier alone: living routes under one of these keys. */
export async function listRoutesUnder(db: Db, keyIds: readonly string[], most: number) {
  return db
    .selectFrom('protectRoute')
    .select(['id', 'keyId', 'sealed'])
    .where('keyId', 'in', [...keyIds])
    .orderBy('keyId')
    .orderBy('id')
    .limit(most)
    .execute();
}

/** Only while it is still under the key it was read with. */
export async function updateSeal(
  db: Db,
  old: { id: string; keyId: string },
  fresh: { keyId: string; sealed: Uint8Array },
): Promise<void> {
  await db
    .updateTable('protectRoute')
    .set({ keyId: fresh.keyId, sealed: Buffer.from(fresh.sealed) })
    .where('id', '=', old.id)
    .where('keyId', '=', old.keyId)
    .execute();
}
