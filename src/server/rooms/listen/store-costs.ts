// SQL of what sending costs: the sums of a day, kept as texts leave, and read by month.
import { sql } from 'kysely';
import type { Ctx } from '../../db/tx.ts';

export type Spent = { texts: number; segments: number; cost: number; unpriced: number };
const sums = sql`sum(texts)::int as texts, sum(segments)::int as segments, sum(cost)::float8 as cost, sum(unpriced)::int as unpriced`;

export async function findSent(ctx: Ctx, outboundId: string) {
  return ctx.tx
    .selectFrom('listenOutbound')
    .innerJoin('listenChannel', 'listenChannel.id', 'listenOutbound.gatewayId')
    .select(['listenOutbound.contactId', 'listenChannel.id as gatewayId', 'listenChannel.segmentPrice'])
    .where('listenOutbound.id', '=', outboundId)
    .executeTakeFirst();
}

type CostOfText = {
  gatewayId: string;
  councilId: string | undefined;
  segments: number;
  price: number | null;
};

export async function addCost(ctx: Ctx, spent: CostOfText, timeZone: string): Promise<void> {
  const { gatewayId, councilId, segments, price } = spent;
  await sql`
    insert into listen_cost_day (gateway_id, day, council_id, texts, segments, cost, unpriced)
    values (${gatewayId}, (${ctx.now}::timestamptz at time zone ${timeZone})::date, ${councilId ?? null}, 1, ${segments}, ${segments * (price ?? 0)}, ${price === null ? segments : 0})
    on conflict (day, gateway_id, council_id) do update set texts = listen_cost_day.texts + excluded.texts,
      segments = listen_cost_day.segments + excluded.segments, cost = listen_cost_day.cost + excluded.cost,
      unpriced = listen_cost_day.unpriced + excluded.unpriced`.execute(ctx.tx);
}

/** The first day of the month that now is. */
const monthOf = ({ now }: Ctx, timeZone: string) =>
  sql`date_trunc('month', ${now}::timestamptz at time zone ${timeZone})::date`;

export async function listGatewayCosts(ctx: Ctx, timeZone: string): Promise<ReadonlyMap<string, Spent>> {
  const { rows } = await sql<Spent & { gatewayId: string }>`
    select gateway_id, ${sums} from listen_cost_day where day >= ${monthOf(ctx, timeZone)} group by gateway_id`.execute(
    ctx.tx,
  );
  return new Map(rows.map(({ gatewayId, ...spent }) => [gatewayId, spent]));
}

/** The councils whose members were texted most this month, until yesterday: a figure that moves as texts leave would say when. */
export async function listCouncilCosts(ctx: Ctx, { timeZone, most }: { timeZone: string; most: number }) {
  const { rows } = await sql<Spent & { councilId: string }>`
    select council_id, ${sums} from listen_cost_day
    where day >= ${monthOf(ctx, timeZone)} and day < (${ctx.now}::timestamptz at time zone ${timeZone})::date and council_id is not null
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
