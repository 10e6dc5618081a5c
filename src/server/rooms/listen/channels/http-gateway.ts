// The generic gateway: signed JSON in, signed JSON out. What an aggregator, a phone with an app or a script can speak in an hour.
import { z } from 'zod';
import { problem } from '../../../../shared/kit/problem.ts';
import {
  type CallOutcome,
  type ChannelContext,
  channel,
  type Inbound,
  type InboundRequest,
  readContentType,
  type Sendable,
  type Sent,
  wholeText,
} from '../channel.ts';

const toleranceSeconds = 300;
const maxTexts = 50;

const settings = z.strictObject({
  /** Shared with the gateway; signs both ways. */
  secret: z.string().min(32).max(256),
  /** Whether the gateway can send a nonce: then each call is good once. */
  nonce: z.boolean().default(false),
  /** Where we send; absent where the gateway only brings texts in. */
  sendUrl: z
    .url({ protocol: /^https?$/ })
    .refine(isSafeUrl, 'https, unless it is this machine')
    .optional(),
});
type Settings = z.infer<typeof settings>;

export const httpGateway = channel<Settings>({
  id: 'http-gateway',
  label: { pt: 'Ligação HTTP genérica', en: 'Generic HTTP gateway' },
  settings,
  maxBodyBytes: 16 * 1024,
  contentTypes: ['application/json'],
  receive: async (request, context) => {
    await checkSignature(request, context);
    return readItems(request).map(toInbound);
  },
  acknowledge: (inbound) => ({
    status: 200,
    contentType: 'application/json; charset=utf-8',
    body: JSON.stringify({ accepted: inbound.length }),
  }),
  send: sendText,
});

/** Signature first, then age, then nonce: an unsigned caller learns nothing and fills no memory. */
async function checkSignature(request: InboundRequest, { settings, verify }: ChannelContext<Settings>): Promise<void> {
  const { timestamp, nonce, signature } = readSignature(request);
  if (settings.nonce && nonce === undefined) throw problem('gateway.unsigned');
  const lead = nonce === undefined ? `${timestamp}.` : `${timestamp}.${nonce}.`;
  const expected = verify.hmacSha256Hex(settings.secret, lead, request.body);
  if (!verify.sameText(signature, expected)) throw problem('gateway.unsigned');
  const skewSeconds = Math.abs(request.receivedAt.getTime() / 1000 - Number(timestamp));
  if (skewSeconds > toleranceSeconds) throw problem('gateway.stale');
  if (nonce !== undefined && !(await verify.freshNonce(nonce))) throw problem('gateway.replayed');
}

const signed = z.object({
  timestamp: z.string().regex(/^\d{9,11}$/),
  signature: z
    .string()
    .toLowerCase()
    .regex(/^[0-9a-f]{64}$/),
  // The form forbids `{` and `[`, so that no nonce can be mistaken for the beginning of a body.
  nonce: z
    .string()
    .regex(/^[A-Za-z0-9_-]{8,64}$/)
    .optional(),
});

function readSignature({ headers }: InboundRequest): z.infer<typeof signed> {
  const read = signed.safeParse({
    timestamp: headers['x-salama-timestamp'],
    signature: headers['x-salama-signature'],
    nonce: headers['x-salama-nonce'],
  });
  if (!read.success) throw problem('gateway.unsigned');
  return read.data;
}

const key = z.union([z.string().min(1).max(128), z.number().int().nonnegative().transform(String)]);

const textItem = z.object({
  kind: z.literal('text').optional(),
  id: key,
  from: z.string().trim().min(1).max(40),
  to: z.string().trim().max(40).optional(),
  text: z.string(),
  sentAt: z.unknown().optional(),
  part: z
    .object({ reference: key, number: z.number().int().min(1), of: z.number().int().min(1).max(255) })
    .refine((part) => part.number <= part.of)
    .optional(),
});

const deliveryItem = z.object({
  kind: z.literal('delivery'),
  id: z.string().min(1).max(128),
  state: z.enum(['sent', 'delivered', 'failed']),
});

const missedCall = z.object({ kind: z.literal('missed-call'), id: key, from: z.string().trim().min(1).max(40) });

// Most of what comes is a text: it is tried first.
const item = z.union([textItem, deliveryItem, missedCall]);
const body = z.union([item.transform((one) => [one]), z.array(item).min(1).max(maxTexts)]);
type Item = z.infer<typeof item>;

function readItems(request: InboundRequest): Item[] {
  const charset = readContentType(request).charset ?? 'utf-8';
  if (charset !== 'utf-8') throw problem('request.unsupported-media');
  const json = parseJson(() => new TextDecoder('utf-8', { fatal: true }).decode(request.body));
  if (json === undefined) throw problem('request.malformed');
  const parsed = body.safeParse(json.value);
  if (!parsed.success) throw problem('request.invalid');
  return parsed.data;
}

/** The error of JSON.parse quotes what it read: it goes no further than here. */
function parseJson(read: () => string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(read()) };
  } catch {
    return undefined;
  }
}

function toInbound(one: Item): Inbound {
  if (one.kind === 'delivery') return { kind: 'delivery', providerId: one.id, state: one.state };
  if (one.kind === 'missed-call')
    return { kind: 'missed-call', externalId: wholeText(one.id), from: wholeText(one.from) };
  const sentAt = readTime(one.sentAt);
  return {
    kind: 'text',
    externalId: wholeText(one.id),
    from: wholeText(one.from),
    text: wholeText(one.text),
    ...(one.to === undefined || one.to === '' ? {} : { to: wholeText(one.to) }),
    ...(sentAt === undefined ? {} : { sentAt }),
    ...(one.part === undefined || one.part.of === 1 ? {} : { part: one.part }),
  };
}

const isoTime = z.iso.datetime({ offset: true });

/** A date that cannot be read is left out: the clock of a gateway must not cost a telling. */
function readTime(value: unknown): Date | undefined {
  const iso = isoTime.safeParse(value);
  if (!iso.success) return undefined;
  const time = new Date(iso.data);
  return Number.isNaN(time.getTime()) ? undefined : time;
}

async function sendText(message: Sendable, context: ChannelContext<Settings>): Promise<Sent> {
  const { settings, verify } = context;
  if (settings.sendUrl === undefined) return { outcome: 'refused', retryable: false, code: 'no-send-url' };
  const { outboundId, to, text, coding } = message;
  const sending = JSON.stringify({ id: outboundId, to, text, coding });
  const milliseconds = context.now().getTime();
  const timestamp = String(Math.floor(milliseconds / 1000));
  const nonce = `${outboundId}-${milliseconds}`;
  const answer = await context.fetch(settings.sendUrl, {
    method: 'POST',
    timeoutMs: 20_000,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'x-salama-timestamp': timestamp,
      'x-salama-nonce': nonce,
      'x-salama-signature': verify.hmacSha256Hex(settings.secret, `${timestamp}.${nonce}.`, sending),
    },
    body: sending,
  });
  return toSent(answer, outboundId);
}

function toSent(answer: CallOutcome, outboundId: string): Sent {
  if (answer.outcome === 'unreached') return { outcome: 'refused', retryable: true, code: 'unreached' };
  if (answer.outcome === 'unanswered') return { outcome: 'uncertain', code: 'unanswered' };
  const code = `http-${answer.status}`;
  if (answer.status >= 200 && answer.status < 300) {
    return { outcome: 'accepted', providerId: readProviderId(answer.body) ?? outboundId };
  }
  // A proxy that answers for a gateway it lost may stand before a text already sent.
  if (answer.status === 502 || answer.status === 504) return { outcome: 'uncertain', code };
  const mendable = [401, 403, 404, 408, 429].includes(answer.status) || answer.status >= 500;
  return { outcome: 'refused', retryable: mendable, code };
}

/** Taken, but told in no JSON: our own id stands in. */
function readProviderId(text: string): string | undefined {
  return z.object({ id: key }).safeParse(parseJson(() => text)?.value).data?.id;
}

function isSafeUrl(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
}
