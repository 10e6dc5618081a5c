// A gateway's call, from raw bytes to durable rows, and only then the answer it waits for.

import type { ChannelReply, Inbound, InboundRequest, OpenChannel, Shown } from './channel.ts';
import type { Gateways } from './gateways.ts';
import { acceptMissedCall } from './hear-missed-call.ts';
import { acceptDelivery, acceptText, type Gateway, type IntakeTools } from './inbox.ts';
import { takeStep } from './take-step.ts';

/** Throws a Problem when the call cannot be stood behind; nothing of a refused call is kept. */
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
  for (const item of inbound) shown.push(...(await accept(tools, gateway, item)));
  await tools.noteIn(gateway.id, tools.now());
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
