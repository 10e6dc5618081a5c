// The cost meter: every text that left is added to its day, its gateway and the council it went to, at the price of that moment.
import { problem } from '../../../shared/kit/problem.ts';
import type { Ctx } from '../../db/tx.ts';
import type { WebCtx } from '../../kit/handle.ts';
import { findCouncilsOfContacts, listCouncilViews } from '../know/index.ts';
import { findChannel } from './channels/index.ts';
import {
  addCosts,
  type CostDue,
  countOutbound,
  listCouncilCosts,
  listGatewayCosts,
  listSegmentPrices,
  type Spent,
  setSegmentPrice,
  takeCostsDue,
} from './store-costs.ts';
import { listGatewayHealth } from './store-gateways.ts';

const MOST_COUNCILS = 100;
/** A month that began yesterday says nothing of a council. */
const COUNCIL_DAYS = 30;
const TROUBLE_HOURS = 24;
/** A council with fewer texts is not counted out (decisions.md 23). */
const FEWEST_SHOWN = 5;

/** Of one tick, at the most: ten thousand texts in fifteen seconds are more than gateways take. */
const MOST_SUMMED = 10_000;

/** Adds the texts that left since the last tick to their day, their gateway and the council whose member got them. */
export async function sumCosts(ctx: Ctx, timeZone: string): Promise<void> {
  await addSent(ctx, await takeCostsDue(ctx, MOST_SUMMED), timeZone);
}

/** The same for texts of a past, at one price. */
export async function addPastCosts(
  ctx: Ctx,
  texts: readonly { contactId: string; segments: number; sentAt: Date }[],
  { gatewayId, price, timeZone }: { gatewayId: string; price: number; timeZone: string },
): Promise<void> {
  const sent = texts.map((text) => ({ ...text, gatewayId, price }));
  await addSent(ctx, sent, timeZone);
}

async function addSent(ctx: Ctx, sent: readonly CostDue[], timeZone: string): Promise<void> {
  if (sent.length === 0) return;
  const councils = await findCouncilsOfContacts(
    ctx,
    sent.map(({ contactId }) => contactId),
  );
  await addCosts(
    ctx,
    sent.map(({ contactId, ...text }) => ({ ...text, councilId: councils.get(contactId) ?? null })),
    timeZone,
  );
}

/** `gw_` before it makes a gateway's own name an id of the API. */
const idOf = (name: string): string => `gw_${name}`;
const nameOf = (id: string): string => id.replace(/^gw_/, '');

export async function priceGateway(ctx: WebCtx, id: string, price: number | null): Promise<void> {
  const gatewayId = nameOf(id);
  if (!(await setSegmentPrice(ctx, gatewayId, price))) throw problem('request.not-found');
  await ctx.emit('gateway.priced', { subjectId: gatewayId }, { gatewayId });
}

export async function listGateways(ctx: WebCtx, timeZone: string) {
  const since = new Date(ctx.now.getTime() - TROUBLE_HOURS * 3_600_000);
  const [rows, outbound] = [await listGatewayHealth(ctx), await countOutbound(ctx, since)];
  const prices = await listSegmentPrices(ctx);
  const costs = await listGatewayCosts(ctx, timeZone);
  const before = await listGatewayCosts(ctx, timeZone, 1);
  return {
    outbound,
    gateways: rows.map((row) => ({
      id: idOf(row.id),
      channel: row.channel,
      label: findChannel(row.channel)?.label ?? { pt: row.channel, en: row.channel },
      enabled: row.enabled,
      sends: row.sends,
      downSince: row.downSince?.toISOString() ?? null,
      lastInAt: row.lastInAt?.toISOString() ?? null,
      lastOutAt: row.lastOutAt?.toISOString() ?? null,
      price: prices.get(row.id) ?? null,
      month: costs.get(row.id) ?? nothingSpent,
      monthBefore: before.get(row.id) ?? nothingSpent,
    })),
  };
}

const nothingSpent: Spent = { texts: 0, segments: 0, cost: 0, unpriced: 0 };

export async function listCosts(ctx: WebCtx, timeZone: string) {
  const costs = await listCouncilCosts(ctx, { timeZone, days: COUNCIL_DAYS, most: MOST_COUNCILS });
  const councils = await listCouncilViews(
    ctx,
    costs.map(({ councilId }) => councilId),
  );
  return {
    councils: costs.flatMap(({ councilId, ...spent }) => {
      const council = councils.get(councilId);
      return council ? [{ ...council, spent: spent.texts < FEWEST_SHOWN ? null : spent }] : [];
    }),
  };
}
