// The only place where number and text stand together. Claims a queued text, opens its route, hands it to a channel, records what
// became of it. A text is tried again only when it surely did not leave: a second copy on a searched phone is a harm.

import { z } from 'zod';
import { renderSms } from '../../../../locales/sms.ts';
import { firstLanguage, type Language, languages, textLanguageOf } from '../../../shared/domain/language.ts';
import type { Origin } from '../../../shared/domain/origin.ts';
import { segmentsOf } from '../../../shared/kit/sms.ts';
import type { Db } from '../../db/client.ts';
import { type Ctx, systemTx, type TxSettings } from '../../db/tx.ts';
import { type CourierKeys, findRoute, openRoute, openText, providerKey } from '../protect/index.ts';
import type { Sent } from './channel.ts';
import type { Gateway, Gateways } from './gateways.ts';
import { mayGoFrom } from './safe-hours.ts';
import { insertCostDue } from './store-costs.ts';
import { type Health, setGatewayHealth } from './store-gateways.ts';
import {
  type ClaimedOutbound,
  claimOutbound,
  markLeaving,
  recordSend,
  type SendEnd,
  settleLostAttempts,
} from './store-outbox.ts';

export type CourierTools = {
  /** Pool of the login `courier`. */
  db: Db;
  tx: TxSettings;
  keys: CourierKeys;
  gateways: Gateways;
  /** By gateway, what was written of its health last: the same again within the minute is no news. */
  noted: Map<string, Health>;
  /** In which her safe hours are told. */
  timeZone: string;
  /** Between 0 and 1: spreads retries. */
  chance(): number;
  /** Told of a fault of our own; the log keeps its kind and place only. */
  onFault(error: unknown): void;
};

const Params = z.record(z.string(), z.string());
type Route = NonNullable<Awaited<ReturnType<typeof findRoute>>>;
const BATCH = 8;
const NOTED_MS = 60_000;
const FIRST_WAIT_SECONDS = 2;
const LONGEST_WAIT_SECONDS = 900;

/** Ends what another courier was in the middle of when it died. Returns how many such texts may be out. */
export async function settleLost(tools: CourierTools): Promise<number> {
  const lost = await settleLostAttempts(tools.db);
  for (const message of lost) await tellEnd(tools, message, { state: 'uncertain', reason: 'attempt-lost' });
  return lost.length;
}

/** Sends what is due. Returns how many texts it took up. */
export async function sendDue(tools: CourierTools): Promise<number> {
  const claimed = await claimOutbound(tools.db, BATCH, tools.tx.clock.offsetMs);
  await Promise.all(claimed.map((message) => sendOne(tools, message)));
  return claimed.length;
}

async function sendOne(tools: CourierTools, message: ClaimedOutbound): Promise<void> {
  const end = await attempt(tools, message);
  await systemTx({ db: tools.db, tx: tools.tx, actor: { id: 'courier', role: 'courier' } }, async (ctx) => {
    if (!(await recordSend(ctx, message, end))) return;
    const subject = { subjectId: message.id, origin: message.origin };
    if (end.state === 'sent') await recordSent(ctx, message, end);
    else if (end.state === 'suppressed')
      await ctx.emit('message.suppressed', subject, { outboundId: message.id, reason: end.problem });
    else if (end.state !== 'queued')
      await ctx.emit('message.ended', subject, { outboundId: message.id, state: end.state, reason: end.problem });
  });
}

async function recordSent(
  ctx: Ctx,
  { id, contactId, template, origin }: ClaimedOutbound,
  { gatewayId, segments }: Extract<SendEnd, { state: 'sent' }>,
): Promise<void> {
  await Promise.all([
    insertCostDue(ctx, { gatewayId, contactId, segments }),
    ctx.emit('message.sent', { subjectId: id, origin }, { outboundId: id, template, segments }),
  ]);
}

/** A fault of ours before anything left is tried again; one in the middle of the hand-over is uncertain, never sent twice. */
async function attempt(tools: CourierTools, message: ClaimedOutbound): Promise<SendEnd> {
  let leaving = false;
  try {
    return await handOver(tools, message, () => {
      leaving = true;
    });
  } catch (error) {
    tools.onFault(error);
    return leaving ? { state: 'uncertain', problem: 'courier-fault' } : wait(tools, message, 'courier-fault');
  }
}

async function handOver(tools: CourierTools, message: ClaimedOutbound, onLeaving: () => void): Promise<SendEnd> {
  if (message.expiresAt <= message.claimedAt) return { state: 'expired', problem: 'too-old' };
  const route = await findRoute(tools.db, message.contactId);
  if (!route) return { state: 'failed', problem: 'no-way-back' };
  const held = holdFor(tools, message, route);
  if (held) return held;
  const gateway = await tools.gateways.findSender(route.channel);
  if (!gateway) return wait(tools, message, 'no-gateway');
  const { msisdn } = openRoute(tools.keys, { keyId: route.keyId, sealed: route.sealed }, route.routeId);
  const text = textOf(tools, message);
  const { coding, segments } = segmentsOf(text);
  if (!(await markLeaving(tools.db, message, providerKey(tools.keys, gateway.id, message.id))))
    return wait(tools, message, 'claim-lost');
  onLeaving();
  const sent = await gateway.channel.send({ outboundId: message.id, to: msisdn, text, coding });
  return endOf(tools, message, { sent, gateway, segments });
}

/** Her wishes, asked again at the last moment: she may have said stop since this was queued, and a gateway may have been down for hours. */
function holdFor(tools: CourierTools, message: ClaimedOutbound, to: Route): SendEnd | undefined {
  if (to.optedOutAt !== null && !message.evenIfStopped) return { state: 'suppressed', problem: 'opted-out' };
  if (to.doNotReply && !message.evenIfStopped) return { state: 'suppressed', problem: 'do-not-reply' };
  const safeInMs = mayGoFrom(message.claimedAt, to, tools.timeZone).getTime() - message.claimedAt.getTime();
  return safeInMs > 0 ? { state: 'queued', waitSeconds: safeInMs / 1000, problem: 'safe-hours' } : undefined;
}

function textOf(tools: CourierTools, message: ClaimedOutbound): string {
  const params = message.paramsCt
    ? Params.parse(
        JSON.parse(
          openText(tools.keys, { textClass: 'params', table: 'listen_outbound', id: message.id }, message.paramsCt),
        ),
      )
    : {};
  const language: Language = languages.find((known) => known === message.language) ?? firstLanguage;
  return renderSms(textLanguageOf(language), message.template, params);
}

async function endOf(
  tools: CourierTools,
  message: ClaimedOutbound,
  { sent, gateway, segments }: { sent: Sent; gateway: Gateway; segments: number },
): Promise<SendEnd> {
  switch (sent.outcome) {
    case 'accepted':
      await noteHealth(tools, gateway.id, { health: 'up', at: message.claimedAt });
      return {
        state: 'sent',
        providerKey: providerKey(tools.keys, gateway.id, sent.providerId),
        segments,
        gatewayId: gateway.id,
      };
    case 'uncertain':
      return { state: 'uncertain', problem: sent.code };
    case 'refused':
      if (!sent.retryable) return { state: 'failed', problem: sent.code };
      await noteHealth(tools, gateway.id, { health: 'down', at: message.claimedAt });
      return wait(tools, message, sent.code);
  }
}

function wait(tools: CourierTools, message: ClaimedOutbound, problem: string): SendEnd {
  const seconds =
    Math.min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2 ** Math.min(message.attempts - 1, 12)) *
    (0.5 + tools.chance());
  return { state: 'queued', waitSeconds: seconds, problem };
}

async function noteHealth(tools: CourierTools, gatewayId: string, seen: Health): Promise<void> {
  const last = tools.noted.get(gatewayId);
  if (last?.health === seen.health && seen.at.getTime() - last.at.getTime() < NOTED_MS) return;
  const isNews = await setGatewayHealth(tools.db, gatewayId, seen);
  tools.noted.set(gatewayId, seen);
  if (!isNews) return;
  await systemTx({ db: tools.db, tx: tools.tx, actor: { id: 'courier', role: 'courier' } }, (ctx) =>
    ctx.emit(seen.health === 'up' ? 'gateway.up' : 'gateway.down', { subjectId: gatewayId }, { gatewayId }),
  );
}

async function tellEnd(
  tools: CourierTools,
  message: { id: string; origin: Origin },
  end: { state: 'uncertain'; reason: string },
): Promise<void> {
  await systemTx({ db: tools.db, tx: tools.tx, actor: { id: 'courier', role: 'courier' } }, (ctx) =>
    ctx.emit('message.ended', { subjectId: message.id, origin: message.origin }, { outboundId: message.id, ...end }),
  );
}
