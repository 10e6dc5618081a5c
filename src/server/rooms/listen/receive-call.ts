// A gateway's call, from raw bytes to durable rows, and only then the answer it waits for.

import { Problem } from '../../../shared/kit/problem.ts';
import type { ChannelReply, Inbound, InboundRequest, OpenChannel, Shown } from './channel.ts';
import type { Gateways } from './gateways.ts';
import { acceptMissedCall } from './hear-missed-call.ts';
import { acceptDelivery, acceptText, type Gateway, type IntakeTools } from './inbox.ts';
import { takeStep } from './take-step.ts';

/** Throws a Problem when the call cannot be stood behind. Nothing of a refused call is kept, but for what came in one with a reused key. */
export async function receiveCall(
  tools: IntakeTools & { gateways: Gateways },
  gatewayId: string,
  request: InboundRequest,
): Promise<ChannelReply> {
  return receiveThrough(tools, await tools.gateways.get(gatewayId), request);
}

/** What a gateway brings, whoever holds it: a row of the operator's, or the demonstration's own. */
export async function receiveThrough(
  tools: IntakeTools,
  gateway: Gateway & { channel: OpenChannel },
  request: InboundRequest,
): Promise<ChannelReply> {
  const inbound = await gateway.channel.receive(request);
  const shown: Shown[] = [];
  const reused: Problem[] = [];
  for (const item of inbound) {
    try {
      shown.push(...(await accept(tools, gateway, item)));
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'message.key-reused') throw error;
      reused.push(error);
    }
  }
  await tools.noteIn(gateway.id, tools.now());
  // Only now: called again, the same call would be refused at the same place, and what stands behind it would never be kept.
  if (reused[0]) throw reused[0];
  return gateway.channel.acknowledge(inbound, shown);
}

async function accept(tools: IntakeTools, gateway: Gateway, item: Inbound): Promise<Shown[]> {
  switch (item.kind) {
    case 'step':
      return [await takeStep(tools, gateway, item)];
    case 'text':
      await acceptText(tools, gateway, item);
      return [];
    case 'missed-call':
      await acceptMissedCall(tools, gateway, item);
      return [];
    case 'delivery':
      await acceptDelivery(tools, gateway, item);
      return [];
  }
}
