// SQL of intake: one statement writes the text, the fact and the work it sets off, or nothing.

import { sql } from 'kysely';
import type { FloodMark } from '../../../shared/domain/flood.ts';
import type { Origin } from '../../../shared/domain/origin.ts';
import type { Via } from '../../../shared/domain/via.ts';
import { problem } from '../../../shared/kit/problem.ts';
import type { Db } from '../../db/client.ts';
import { eventCtes, type Hearings } from '../../db/journal.ts';
import type { Turn } from '../../db/turn.ts';
import type { Tx } from '../../db/tx.ts';

export type NewInbound = {
  id: string;
  channel: string;
  contactId: string;
  sourceKey: Buffer;
  abuseKey: Buffer;
  dedupeKey: Buffer;
  bodyHash: Buffer;
  textCt: Buffer;
  sentAt: Date | null;
  receivedAt: Date;
  via: Via;
  origin: Origin;
  turn: Turn;
  flood?: FloodMark | undefined;
  /** When its work begins; at once when left out. */
  workAt?: Date;
};

/**
 * Inserts texts, each with a journal line and a task of its own, in one statement and in their order: all of them, or none. Returns the
 * ids of those whose key was not there yet; a contact whose link was cut since it was remembered gets nothing more.
 */
export async function insertInbound(
  db: Db | Tx,
  messages: readonly NewInbound[],
  hearings: Hearings,
): Promise<ReadonlySet<string>> {
  const facts = messages.map(({ id, origin, receivedAt, workAt = receivedAt, turn, flood }) => ({
    subjectId: id,
    origin,
    at: receivedAt,
    runAt: workAt,
    turn,
    payload: { messageId: id, ...(flood ? { flood } : {}) },
  }));
  const where = { actor: { id: 'gateway', role: 'gateway' }, hearings, written: 'message' } as const;
  const all = <Name extends keyof NewInbound>(name: Name): NewInbound[Name][] => messages.map((one) => one[name]);
  const { rows } = await sql<{ id: string }>`
    with message as (
      insert into listen_inbound (id, channel, contact_id, source_key, abuse_key, dedupe_key, body_hash, text_ct, sent_at, received_at, via, origin)
      select id, channel, contact_id, source_key, abuse_key, dedupe_key, body_hash, text_ct, sent_at, received_at, via, origin
      from unnest(${all('id')}::text[], ${all('channel')}::text[], ${all('contactId')}::text[], ${all('sourceKey')}::bytea[], ${all('abuseKey')}::bytea[],
        ${all('dedupeKey')}::bytea[], ${all('bodyHash')}::bytea[], ${all('textCt')}::bytea[], ${all('sentAt')}::timestamptz[], ${all('receivedAt')}::timestamptz[],
        ${all('via')}::text[], ${all('origin')}::text[]) with ordinality
        as m (id, channel, contact_id, source_key, abuse_key, dedupe_key, body_hash, text_ct, sent_at, received_at, via, origin, turn)
      where not ctx.contact_erased(m.contact_id) order by turn on conflict (dedupe_key) do nothing returning id),
    ${eventCtes(where, 'message.received', facts)}
    select id from message`.execute(db);
  return new Set(rows.map((row) => row.id));
}

/** Whether the key was there already: the same text is a repeat and fine, another text is refused loudly. */
export async function isRepeat(db: Db, dedupeKey: Buffer, bodyHash: Buffer): Promise<boolean> {
  const known =
    (await db.selectFrom('listenInbound').select('bodyHash').where('dedupeKey', '=', dedupeKey).executeTakeFirst()) ??
    (await db.selectFrom('listenPart').select('bodyHash').where('dedupeKey', '=', dedupeKey).executeTakeFirst());
  if (known && !known.bodyHash.equals(bodyHash)) throw problem('message.key-reused');
  return known !== undefined;
}

export type NewPart = Omit<NewInbound, 'id' | 'sentAt' | 'via' | 'turn' | 'flood' | 'workAt'> & {
  setKey: Buffer;
  number: number;
  total: number;
};

const SAME_PART_HOURS = 24;

/** `known`: under this very key; `again`: the network brought it once more, under a key of its own. */
export type PartFiled = { series: number } | 'known' | 'again';

/**
 * Files one part. An 8-bit reference wraps after 256 texts: a place that is taken by other words begins a new series of the same set.
 * The same words in the same place within a day are the same part again.
 */
export async function insertPart(tx: Tx, part: NewPart): Promise<PartFiled> {
  // Parts of one text come together, and gateways repeat themselves: one at a time, so that each sees the ones before it.
  await sql`select pg_advisory_xact_lock(hashtextextended(${part.setKey.toString('hex')}, 0))`.execute(tx);
  const repeat = await tx
    .selectFrom('listenPart')
    .select('series')
    .where('dedupeKey', '=', part.dedupeKey)
    .executeTakeFirst();
  if (repeat) return 'known';
  const last = await tx
    .selectFrom('listenPart')
    .select(({ fn }) => [fn.max('series').as('series')])
    .where('setKey', '=', part.setKey)
    .executeTakeFirst();
  const newest = last?.series ?? 0;
  const taken = await tx
    .selectFrom('listenPart')
    .select(['number', 'inboundId', 'bodyHash', 'receivedAt'])
    .where('setKey', '=', part.setKey)
    .where('series', '=', newest)
    .execute();
  const sinceMs = part.receivedAt.getTime() - SAME_PART_HOURS * 3_600_000;
  const isSame = (row: (typeof taken)[number]): boolean =>
    row.number === part.number && row.bodyHash.equals(part.bodyHash) && row.receivedAt.getTime() > sinceMs;
  if (taken.some(isSame)) return 'again';
  const full = taken.some((row) => row.number === part.number || row.inboundId !== null);
  const series = full ? newest + 1 : newest;
  await tx
    .insertInto('listenPart')
    .values({ ...part, series })
    .execute();
  return { series };
}
