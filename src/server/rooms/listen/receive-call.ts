// A gateway's call, from raw bytes to durable rows, and only then the answer it waits for.

import type { ChannelReply, InboundRequest } from './channel.ts';
import type { Gateways } from './gateways.ts';
import { acceptDelivery, acceptText, type IntakeTools } from './inbox.ts';

/** Throws a Problem when the call cannot be stood behind; nothing of a refused call is kept. */
export async function receiveCall(
  tools: IntakeTools & { gateways: Gateways },
  gatewayId: string,
  request: InboundRequest,
): Promise<ChannelReply> {
  const gateway = await tools.gateways.get(gatewayId);
  const inbound = await gateway.channel.receive(request);
  for (const item of inbound) {
    if (item.kind === 'text') await acceptText(tools, gateway, item);
    else await acceptDelivery(tools, gateway, item);
  }
  return gateway.channel.acknowledge(inbound);
}
