// Kannel 1.4.5: texts come by post-url with X-Kannel-* headers, leave by sendsms. Every rule below was seen on the real one.
import { z } from 'zod';
import { problem } from '../../../../shared/kit/problem.ts';
import { isGsm7, toGsm7 } from '../../../../shared/kit/sms.ts';
import {
  type ChannelContext,
  channel,
  type DeliveryReport,
  type InboundRequest,
  type InboundText,
  readContentType,
  type Sendable,
  type Sent,
  wholeText,
} from '../channel.ts';

const settings = z.strictObject({
  /** Last segment of the callback's path: Kannel cannot sign, so the path is the secret. */
  token: z.string().regex(/^[A-Za-z0-9_-]{32,128}$/),
  /** Addresses Kannel may call from, beside this machine itself. */
  sources: z.array(z.string().min(2)).default([]),
  sendsmsUrl: z.url({ protocol: /^https?$/ }),
  username: z.string().regex(/^[!-~]+$/),
  password: z.string().regex(/^[!-~]+$/),
  /** Short code or number that people write to. */
  from: z.string().regex(/^[+0-9A-Za-z]{1,15}$/),
  /** Where Kannel reaches our callback, without the token. */
  callbackUrl: z.url({ protocol: /^https?$/ }),
});
type Settings = z.infer<typeof settings>;

export const kannel = channel<Settings>({
  id: 'kannel',
  label: { pt: 'Kannel (operador por SMPP ou modem)', en: 'Kannel (operator by SMPP or modem)' },
  settings,
  maxBodyBytes: 16 * 1024,
  contentTypes: ['text/plain', 'application/octet-stream'],
  receive: async (request, context) => {
    checkCaller(request, context);
    return [request.query['dlr'] === undefined ? readText(request) : readDelivery(request)];
  },
  // 200 exactly: Kannel takes 204, and every 4xx, for a failure and calls again.
  acknowledge: () => ({ status: 200, contentType: 'text/plain; charset=utf-8', body: '' }),
  send: sendText,
});

function checkCaller(request: InboundRequest, { settings, verify }: ChannelContext<Settings>): void {
  const source = request.source.replace(/^::ffff:/i, '');
  const near = source === '::1' || source.startsWith('127.');
  if (!near && !settings.sources.includes(source)) throw problem('gateway.unsigned');
  const token = request.path.slice(request.path.lastIndexOf('/') + 1);
  if (!verify.sameText(token, settings.token)) throw problem('gateway.unsigned');
}

function readText(request: InboundRequest): InboundText {
  const externalId = request.query['id'] ?? '';
  if (!/^[0-9A-Za-z-]{8,64}$/.test(externalId)) throw problem('request.invalid', { field: 'id' });
  // Absent when the sms-service lacks `send-sender = true`: the operator must see it, Kannel keeps the text and calls again.
  const from = request.headers['x-kannel-from']?.trim() ?? '';
  if (from === '' || from.length > 40) throw problem('request.invalid', { field: 'x-kannel-from' });
  const to = request.headers['x-kannel-to']?.trim();
  const sentAt = readTime(request);
  const part = readPart(request.headers['x-kannel-udh']);
  return {
    kind: 'text',
    externalId,
    from,
    text: wholeText(decodeBody(request)),
    ...(to === undefined || to === '' ? {} : { to }),
    ...(sentAt === undefined ? {} : { sentAt }),
    ...(part === undefined ? {} : { part }),
  };
}

const charsets = new Set(['utf-8', 'utf-16be', 'utf-16le', 'iso-8859-1', 'iso-8859-15', 'windows-1252', 'us-ascii']);

/** mo-recode makes UCS-2 into UTF-8, but leaves UTF-16BE where half a pair stands in it; 8-bit data comes as octet-stream. */
function decodeBody(request: InboundRequest): string {
  const { type, charset = 'utf-8' } = readContentType(request);
  if (type === 'application/octet-stream') return decodeOctets(request.body);
  if (!charsets.has(charset)) throw problem('request.unsupported-media');
  if (charset !== 'utf-8') return new TextDecoder(charset).decode(request.body);
  // Bytes that are no UTF-8 are an operator's Latin-1: a telling with odd accents is worth more than a refusal.
  return decodeUtf8(request.body) ?? new TextDecoder('windows-1252').decode(request.body);
}

/** Some operators mark plain text as 8-bit; a ring tone or a picture notice is not a text. */
function decodeOctets(body: Uint8Array): string {
  const text = decodeUtf8(body);
  const binary = text === undefined || /[^\P{Cc}\t\n\r]/u.test(text);
  if (binary) throw problem('message.unreadable');
  return text;
}

function decodeUtf8(body: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return undefined;
  }
}

/** `%T` in the query (Unix seconds) where configured, else X-Kannel-Time, which is UTC. */
function readTime(request: InboundRequest): Date | undefined {
  const unix = request.query['ts'] ?? '';
  if (/^\d{9,11}$/.test(unix)) return new Date(Number(unix) * 1000);
  const stamp = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)$/.exec(request.headers['x-kannel-time'] ?? '');
  const time = stamp === null ? undefined : new Date(`${stamp[1]}T${stamp[2]}Z`);
  return time === undefined || Number.isNaN(time.getTime()) ? undefined : time;
}

/** One part of a text that Kannel did not join (3GPP TS 23.040 9.2.3.24: 00 = 8-bit reference, 08 = 16-bit). */
function readPart(header: string | undefined): InboundText['part'] {
  const udh = decodeUdh(header ?? '');
  for (let at = 1; at + 1 < udh.length; at += 2 + (udh[at + 1] ?? 0)) {
    const element = udh[at];
    const value = udh.slice(at + 2, at + 2 + (udh[at + 1] ?? 0));
    const [of = 0, number = 0] = value.slice(-2);
    const known = (element === 0 && value.length === 3) || (element === 8 && value.length === 4);
    if (known && of > 1 && number >= 1 && number <= of) {
      return { reference: `${value.length}-${value.slice(0, -2).join('.')}`, number, of };
    }
  }
  return undefined;
}

/** Kannel URL-encodes the header: `%05%00%03*%02%01`. */
function decodeUdh(header: string): number[] {
  return [...header.matchAll(/%([0-9a-f]{2})|(\+)|([^%+])/gi)].map(([, hex, plus, plain]) => {
    if (hex !== undefined) return Number.parseInt(hex, 16);
    return plus === undefined ? (plain ?? '').charCodeAt(0) : 32;
  });
}

// Kannel's dlr-mask bits: 1 delivered, 2 not deliverable, 4 queued, 8 taken by the centre, 16 refused by it, 32 under way.
const deliveryStates: ReadonlyMap<string, DeliveryReport['state']> = new Map([
  ['1', 'delivered'],
  ['2', 'failed'],
  ['4', 'sent'],
  ['8', 'sent'],
  ['16', 'failed'],
  ['32', 'sent'],
]);
const dlrMask = '31';

function readDelivery(request: InboundRequest): DeliveryReport {
  const state = deliveryStates.get(request.query['dlr'] ?? '');
  if (state === undefined) throw problem('request.invalid', { field: 'dlr' });
  const providerId = request.query['out'] ?? '';
  if (!/^[0-9A-Za-z_-]{1,64}$/.test(providerId)) throw problem('request.invalid', { field: 'out' });
  return { kind: 'delivery', providerId, state };
}

async function sendText(message: Sendable, context: ChannelContext<Settings>): Promise<Sent> {
  const { settings } = context;
  // A space in the header would make it two recipients.
  if (!/^\+?\d{3,15}$/.test(message.to)) return { outcome: 'refused', retryable: false, code: 'number' };
  const plain = message.coding === 'gsm-7';
  const answer = await context.fetch(settings.sendsmsUrl, {
    method: 'POST',
    timeoutMs: 20_000,
    headers: {
      'content-type': 'text/plain; charset=UTF-8',
      'x-kannel-username': settings.username,
      'x-kannel-password': settings.password,
      'x-kannel-from': settings.from,
      'x-kannel-to': message.to,
      // Always said: left out, Kannel guesses, and sent as 0 a `ç` arrives as `Ç` and a `ã` as rubbish.
      'x-kannel-coding': plain ? '0' : '2',
      'x-kannel-dlr-mask': dlrMask,
      'x-kannel-dlr-url': `${settings.callbackUrl}/${settings.token}?dlr=%d&out=${message.outboundId}`,
    },
    body: plain && !isGsm7(message.text) ? toGsm7(message.text) : message.text,
  });
  if (answer.outcome === 'unreached') return { outcome: 'refused', retryable: true, code: 'unreached' };
  if (answer.outcome === 'unanswered') return { outcome: 'uncertain', code: 'unanswered' };
  if (answer.status === 202) return { outcome: 'accepted', providerId: message.outboundId };
  // 400 is the text's own fault; 403 (password) and 5xx pass once someone or something mends them.
  return { outcome: 'refused', retryable: answer.status !== 400, code: `http-${answer.status}` };
}
