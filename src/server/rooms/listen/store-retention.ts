// SQL of forgetting: words whose time is over. The rows stay, as counts.
import { sql } from 'kysely';
import type { Ctx } from '../../db/tx.ts';

/** `after`: the last row of the piece before. */
type Due = { before: Date; after: DueRow | undefined; most: number };
export type DueRow = { id: string; at: Date };

/** Texts whose words are due, oldest first. Not those that nobody has understood yet, nor the one that an open question is about. */
export async function listTextsDue(ctx: Pick<Ctx, 'tx'>, { before, after, most }: Due): Promise<DueRow[]> {
  return ctx.tx
    .selectFrom('listenInbound')
    .select(['id', 'receivedAt as at'])
    .where('textCt', 'is not', null)
    .where('receivedAt', '<', before)
    .$if(after !== undefined, (query) =>
      query.where((eb) => eb(eb.refTuple('receivedAt', 'id'), '>', eb.tuple(after?.at ?? before, after?.id ?? ''))),
    )
    .where((eb) =>
      eb.exists(eb.selectFrom('listenOutcome').select('kind').whereRef('messageId', '=', 'listenInbound.id')),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('listenQuestion')
            .select('id')
            .whereRef('messageId', '=', 'listenInbound.id')
            .where('state', '=', 'open'),
        ),
      ),
    )
    .orderBy('at')
    .orderBy('id')
    .limit(most)
    .execute();
}

export async function forgetTexts(ctx: Pick<Ctx, 'tx'>, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  await ctx.tx
    .deleteFrom('listenFloodSample')
    .where('messageId', 'in', [...ids])
    .execute();
  const gone = await ctx.tx
    .updateTable('listenInbound')
    .set({ textCt: null })
    .where('id', 'in', [...ids])
    .executeTakeFirst();
  return Number(gone.numUpdatedRows);
}

/** Parts that were filed as a text: that text has a life of its own. */
export async function forgetParts(ctx: Pick<Ctx, 'tx'>, before: Date, most: number): Promise<number> {
  const { numAffectedRows } = await sql`
    update listen_part set text_ct = null where (set_key, series, number) in (
      select p.set_key, p.series, p.number from listen_part p
      where p.text_ct is not null and p.received_at < ${before} and p.inbound_id is not null
      order by p.received_at limit ${most})`.execute(ctx.tx);
  return Number(numAffectedRows ?? 0n);
}

/** What stood in the gaps of a catalogue sentence, once the text has left or will not leave any more. */
export async function forgetParams(ctx: Pick<Ctx, 'tx'>, before: Date, most: number): Promise<number> {
  const { numAffectedRows } = await sql`
    update listen_outbound set params_ct = null where id in (
      select o.id from listen_outbound o
      where o.params_ct is not null and o.created_at < ${before} and o.state not in ('queued', 'sending')
      order by o.created_at limit ${most})`.execute(ctx.tx);
  return Number(numAffectedRows ?? 0n);
}

/** Tellings whose masked words are due, oldest first. */
export async function listWordsDue(ctx: Pick<Ctx, 'tx'>, { before, after, most }: Due): Promise<DueRow[]> {
  return ctx.tx
    .selectFrom('listenReport')
    .select(['id', 'toldAt as at'])
    .where((eb) => eb.or([eb('masked', 'is not', null), eb('maskedCt', 'is not', null)]))
    .where('toldAt', '<', before)
    .$if(after !== undefined, (query) =>
      query.where((eb) => eb(eb.refTuple('toldAt', 'id'), '>', eb.tuple(after?.at ?? before, after?.id ?? ''))),
    )
    .orderBy('at')
    .orderBy('id')
    .limit(most)
    .execute();
}

export async function forgetWordsOf(ctx: Pick<Ctx, 'tx'>, reportIds: readonly string[]): Promise<number> {
  if (reportIds.length === 0) return 0;
  const gone = await ctx.tx
    .updateTable('listenReport')
    .set({ masked: null, maskedCt: null })
    .where('id', 'in', [...reportIds])
    .executeTakeFirst();
  return Number(gone.numUpdatedRows);
}

/** Of these contacts, those with whom we are still talking: a text since, a question open, something on its way, a part waiting. */
export async function listTalking(
  ctx: Pick<Ctx, 'tx'>,
  contactIds: readonly string[],
  since: Date,
): Promise<ReadonlySet<string>> {
  const ids = [...contactIds];
  const { rows } = await sql<{ contactId: string }>`
    select c.contact_id from unnest(${ids}::text[]) as c (contact_id) where
      exists (select from listen_inbound i where i.contact_id = c.contact_id and i.received_at >= ${since})
      or exists (select from listen_question q where q.contact_id = c.contact_id and q.state = 'open')
      or exists (select from listen_outbound o where o.contact_id = c.contact_id and o.state in ('queued', 'sending'))
      or exists (select from listen_conversation m where m.contact_id = c.contact_id)
      or exists (select from listen_call l where l.contact_id = c.contact_id and l.called_at >= ${since})
      or exists (select from listen_part p where p.contact_id = c.contact_id and p.inbound_id is null)
      or exists (select from listen_inbound n where n.contact_id = c.contact_id and not exists (
        select from listen_outcome u where u.message_id = n.id))`.execute(ctx.tx);
  return new Set(rows.map(({ contactId }) => contactId));
}

/** Texts of these contacts that were left to a person, and whose words are still there. */
export async function listLeftToPeople(ctx: Pick<Ctx, 'tx'>, contactIds: readonly string[]) {
  return ctx.tx
    .selectFrom('listenInbound')
    .innerJoin('listenOutcome', 'listenOutcome.messageId', 'listenInbound.id')
    .select(['listenInbound.id as messageId', 'contactId'])
    .where('contactId', 'in', [...contactIds])
    .where('listenOutcome.kind', '=', 'person')
    .where('textCt', 'is not', null)
    .execute();
}
