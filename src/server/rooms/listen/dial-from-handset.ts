// A simulated phone dials the menu and rings: by the same channel, door and interpreter as a real one. The far end, which a
// network's aggregator would be, is here: it joins what was typed by `*` and reads `CON` and `END`.
import { newId } from '../../../shared/kit/ids.ts';
import { problem } from '../../../shared/kit/problem.ts';
import { type ChannelWorld, type OpenChannel, openChannel, type Shown } from './channel.ts';
import { ussd } from './channels/ussd.ts';
import { HANDSET_GATEWAY, openHandsetNumber } from './handsets.ts';
import { acceptMissedCall } from './hear-missed-call.ts';
import type { IntakeTools } from './inbox.ts';
import { receiveThrough } from './receive-call.ts';

export type Dialled = { session: string; text: string; ends: boolean };
export type HandsetMenu = {
  /** One step of a session; without a session a new one begins. */
  dial(handsetId: string, step: { session?: string | undefined; typed: string }): Promise<Dialled>;
};

/** `secret` lives as long as the process: nobody outside it ever speaks by this channel. */
export function openHandsetMenu(
  tools: IntakeTools,
  { secret, verify }: { secret: string; verify: ChannelWorld['verify'] },
): HandsetMenu {
  const channel = openChannel(ussd, { secret }, { ...farEnd, verify, now: tools.now });
  return {
    dial: async (handsetId, { session = newId('handset'), typed }) => {
      const phoneNumber = await openHandsetNumber(tools, handsetId);
      const form = new URLSearchParams({ sessionId: session, phoneNumber, text: typed });
      return { session, ...readScreen(await call(tools, channel, { form, secret })) };
    },
  };
}

type Step = { form: URLSearchParams; secret: string };

async function call(tools: IntakeTools, channel: OpenChannel, { form, secret }: Step): Promise<string> {
  const gateway = { id: HANDSET_GATEWAY, channelId: ussd.id, sends: false, origin: 'demonstration', channel } as const;
  const reply = await receiveThrough(tools, gateway, {
    method: 'POST',
    path: `/gateway/${HANDSET_GATEWAY}/menu`,
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/x-www-form-urlencoded' },
    query: {},
    body: new TextEncoder().encode(form.toString()),
    source: '127.0.0.1',
    receivedAt: tools.now(),
  });
  return reply.body;
}

function readScreen(body: string): Shown {
  const [, word, text = ''] = /^(CON|END) ([\s\S]*)$/.exec(body) ?? [];
  if (word === undefined) throw problem('request.malformed');
  return { text, ends: word === 'END' };
}

/** A menu sends nothing by itself: it has no network to call and no phone to hand a text to. */
const farEnd: Omit<ChannelWorld, 'verify' | 'now'> = {
  deliverToHandset: async () => false,
  fetch: async () => ({ outcome: 'unreached' }),
};

export async function ringFromHandset(tools: IntakeTools, handsetId: string): Promise<void> {
  const from = await openHandsetNumber(tools, handsetId);
  const gateway = { id: HANDSET_GATEWAY, origin: 'demonstration' } as const;
  await acceptMissedCall(tools, gateway, { kind: 'missed-call', externalId: newId('handset'), from });
}
