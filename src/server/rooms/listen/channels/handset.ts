// The simulated phones of a demonstration. A real channel in every respect but one: the far end is a table, not a network.
import { z } from 'zod';
import { problem } from '../../../../shared/kit/problem.ts';
import { channel, type InboundRequest, readContentType, wholeText } from '../channel.ts';

const settings = z.strictObject({ token: z.string().regex(/^[A-Za-z0-9_-]{32,128}$/) });
const Text = z.strictObject({
  id: z.string().min(1).max(80),
  from: z.string().regex(/^\+\d{8,15}$/),
  text: z.string().max(1600),
});

export const handset = channel<z.infer<typeof settings>>({
  id: 'handset',
  label: { pt: 'Telefones simulados', en: 'Simulated handsets' },
  settings,
  maxBodyBytes: 8 * 1024,
  contentTypes: ['application/json'],
  receive: async (request, context) => {
    const token = request.path.slice(request.path.lastIndexOf('/') + 1);
    if (!context.verify.sameText(token, context.settings.token)) throw problem('gateway.unsigned');
    const { id, from, text } = readText(request);
    return [{ kind: 'text', externalId: wholeText(id), from, text: wholeText(text) }];
  },
  acknowledge: () => ({ status: 200, contentType: 'application/json', body: '{}' }),
  send: async (message, context) => {
    const { outboundId: id, to, text } = message;
    const delivered = await context.deliverToHandset({ id, to, text, at: context.now() });
    return delivered
      ? { outcome: 'accepted', providerId: message.outboundId }
      : { outcome: 'refused', retryable: false, code: 'no-such-handset' };
  },
});

function readText(request: InboundRequest): z.infer<typeof Text> {
  if ((readContentType(request).charset ?? 'utf-8') !== 'utf-8') throw problem('request.unsupported-media');
  const json = parseJson(request.body);
  if (json === undefined) throw problem('request.malformed');
  const parsed = Text.safeParse(json.value);
  if (!parsed.success) throw problem('request.invalid');
  return parsed.data;
}

/** The error of JSON.parse quotes what it read: it goes no further than here. */
function parseJson(body: Uint8Array): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) };
  } catch {
    return undefined;
  }
}
