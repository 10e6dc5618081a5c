// USSD as aggregators speak it: a form for every step of a session, answered at once by `CON …` (go on) or `END …`. What such a
// gateway can send along is a header; a secret in the address would lie in every log on the way.
import { z } from 'zod';
import { problem } from '../../../../shared/kit/problem.ts';
import {
  type ChannelContext,
  channel,
  type InboundRequest,
  readContentType,
  type Shown,
  wholeText,
} from '../channel.ts';

const settings = z.strictObject({
  /** The password of `Authorization: Basic`, or the token of `Bearer`. */
  secret: z.string().min(32).max(256),
  /** Addresses that may call; left out, the secret alone decides. */
  allow: z
    .array(z.union([z.ipv4(), z.ipv6()]))
    .max(32)
    .optional(),
});
type Settings = z.infer<typeof settings>;

const maxTyped = 1600;

export const ussd = channel<Settings>({
  id: 'ussd',
  label: { pt: 'USSD (menu)', en: 'USSD (menu)' },
  settings,
  maxBodyBytes: 8 * 1024,
  contentTypes: ['application/x-www-form-urlencoded'],
  receive: async (request, context) => {
    checkCaller(request, context);
    return readStep(request);
  },
  acknowledge: (_inbound, shown) => ({
    status: 200,
    contentType: 'text/plain; charset=utf-8',
    body: shown.map(toScreen).join(''),
  }),
  send: async () => ({ outcome: 'refused', retryable: false, code: 'menu-only' }),
});

const toScreen = ({ text, ends }: Shown): string => `${ends ? 'END' : 'CON'} ${text}`;

function checkCaller({ headers, source }: InboundRequest, { settings, verify }: ChannelContext<Settings>): void {
  if (settings.allow !== undefined && !settings.allow.includes(source.replace(/^::ffff:/, '')))
    throw problem('gateway.unsigned');
  const [, scheme, given = ''] = /^(basic|bearer) ([\w+/=.~-]{1,512})$/i.exec(headers['authorization'] ?? '') ?? [];
  const secret = scheme?.toLowerCase() === 'basic' ? passwordOf(given) : given;
  if (scheme === undefined || !verify.sameText(secret, settings.secret)) throw problem('gateway.unsigned');
}

const passwordOf = (given: string): string => {
  const decoded = Buffer.from(given, 'base64').toString('utf8');
  return decoded.slice(decoded.indexOf(':') + 1);
};

const one = z.string().min(1).max(128);
const number = z
  .string()
  .trim()
  .regex(/^\+?\d{5,15}$/);
const Step = z.object({ sessionId: one, phoneNumber: number, text: z.string().max(maxTyped) });
/** Told when a session is over; its outcome changes nothing here, because every step was kept when it came. */
const Over = z.object({ sessionId: one, status: z.enum(['Success', 'Failed', 'Incomplete']) });

function readStep(request: InboundRequest) {
  const { charset = 'utf-8' } = readContentType(request);
  if (charset !== 'utf-8') throw problem('request.unsupported-media');
  const form = readForm(request.body);
  if (form === undefined) throw problem('request.malformed');
  if (Over.safeParse(form).success && form['text'] === undefined) return [];
  const parsed = Step.safeParse(form);
  if (!parsed.success) throw problem('request.invalid');
  const { sessionId, phoneNumber, text } = parsed.data;
  return [{ kind: 'step' as const, sessionId: wholeText(sessionId), from: phoneNumber, typed: wholeText(text) }];
}

/** A field given twice is somebody playing with two parsers: the form is refused. */
function readForm(body: Uint8Array): Record<string, string> | undefined {
  try {
    const fields = [...new URLSearchParams(new TextDecoder('utf-8', { fatal: true }).decode(body))];
    const form = Object.fromEntries(fields);
    return Object.keys(form).length === fields.length ? form : undefined;
  } catch {
    return undefined;
  }
}
