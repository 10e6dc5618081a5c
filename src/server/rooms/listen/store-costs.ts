// SQL of what sending costs: the sums of a day, kept as texts leave, and read by month.
import { sql } from 'kysely';
import type { Ctx } from '../../db/tx.ts';

export type Spent = { texts: number; segments: number; cost: number; unpriced: number };
const sums = sql`sum(texts)::int as texts, sum(segments)::int as segments, sum(cost)::float8 as cost, sum(unpriced)::int as unpriced`;

/** What a text that leaves will cost, at the price as it stands. */
export async function insertCostDue(
  { tx, now }: Pick<Ctx, 'tx' | 'now'>,
  text: { gatewayId: string; contactId: string; segments: number },
): Promise<void> {
  await sql`
    insert into listen_cost_due (gateway_id, contact_id, segments, price, sent_at)
    select id, ${text.contactId}, ${text.segments}, segment_price, ${now} from listen_channel where id = ${text.gatewayId}`.execute(
    tx,
  );
}

export type CostDue = { gatewayId: string; contactId: string; segments: number; price: number | null; sentAt: Date };

/** Takes what is not in the sums yet, oldest first. */
export async function takeCostsDue(ctx: Ctx, most: number): Promise<CostDue[]> {
  const { rows } = await sql<CostDue>`
    delete from listen_cost_due where id in (select id from listen_cost_due order by id limit ${most})
    returning gateway_id, contact_id, segments, price, sent_at`.execute(ctx.tx);
  return rows;
}

type CostOfText = Omit<CostDue, 'contactId'> & { councilId: string | null };

export async function addCosts(ctx: Ctx, texts: readonly CostOfText[], timeZone: string): Promise<void> {
  const column = <Key extends keyof CostOfText>(key: Key) => texts.map((text) => text[key]);
  await sql`
    insert into listen_cost_day (gateway_id, day, council_id, texts, segments, cost, unpriced)
    select gateway_id, (sent_at at time zone ${timeZone})::date, council_id, count(*), sum(segments), sum(segments * coalesce(price, 0)),
      coalesce(sum(segments) filter (where price is null), 0)
    from unnest(${column('gatewayId')}::text[], ${column('councilId')}::text[], ${column('segments')}::int[], ${column('price')}::int[],
      ${column('sentAt')}::timestamptz[]) as sent (gateway_id, council_id, segments, price, sent_at)
    group by 1, 2, 3 order by 2, 1, 3
    on conflict (day, gateway_id, council_id) do update set texts = listen_cost_day.texts + excluded.texts,
      segments = listen_cost_day.segments + excluded.segments, cost = listen_cost_day.cost + excluded.cost,
      unpriced = listen_cost_day.unpriced + excluded.unpriced`.execute(ctx.tx);
}

/** The first day of the month that now is, or of one before. */
const monthOf = ({ now }: Ctx, timeZone: string, back = 0) =>
  sql`(date_trunc('month', ${now}::timestamptz at time zone ${timeZone}) - make_interval(months => ${back}::int))::date`;

/** Of this month so far; `back`: of the whole of that month before it. */
export async function listGatewayCosts(ctx: Ctx, timeZone: string, back = 0): Promise<ReadonlyMap<string, Spent>> {
  const { rows } = await sql<Spent & { gatewayId: string }>`
    select gateway_id, ${sums} from listen_cost_day
    where day >= ${monthOf(ctx, timeZone, back)} and day < ${monthOf(ctx, timeZone, back - 1)} group by gateway_id`.execute(
    ctx.tx,
  );
  return new Map(rows.map(({ gatewayId, ...spent }) => [gatewayId, spent]));
}

/** The councils whose members were texted most in so many days, until yesterday: a figure that moves as texts leave would say when. */
export async function listCouncilCosts(
  ctx: Ctx,
  { timeZone, days, most }: { timeZone: string; days: number; most: number },
) {
  const today = sql`(${ctx.now}::timestamptz at time zone ${timeZone})::date`;
  const { rows } = await sql<Spent & { councilId: string }>`
    select council_id, ${sums} from listen_cost_day
    where day >= ${today} - ${days}::int and day < ${today} and council_id is not null
    group by council_id order by sum(segments) desc, council_id limit ${most}`.execute(ctx.tx);
  return rows;
}

export async function countOutbound(ctx: Ctx, since: Date) {
  const { rows } = await sql<{ waiting: number; uncertain: number; failed: number }>`
    select waiting, uncertain, failed from ctx.outbound_counts(${since})`.execute(ctx.tx);
  return rows[0] ?? { waiting: 0, uncertain: 0, failed: 0 };
}

/** False when there is no such gateway. */
export async function setSegmentPrice(ctx: Ctx, gatewayId: string, price: number | null): Promise<boolean> {
  const changed = await ctx.tx
    .updateTable('listenChannel')
    .set({ segmentPrice: price })
    .where('id', '=', gatewayId)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

export async function listSegmentPrices(ctx: Ctx): Promise<ReadonlyMap<string, number | null>> {
  const rows = await ctx.tx.selectFrom('listenChannel').select(['id', 'segmentPrice']).execute();
  return new Map(rows.map(({ id, segmentPrice }) => [id, segmentPrice]));
}
