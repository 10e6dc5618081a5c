// Every channel of the list against its own cases and against noise: a Problem or the right texts, never anything else (S11).
import { createHmac, timingSafeEqual } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Problem } from '../../../shared/kit/problem.ts';
import {
  type CallInit,
  type CallOutcome,
  type Channel,
  type ChannelWorld,
  type Inbound,
  type InboundRequest,
  openChannel,
} from './channel.ts';
import { channels } from './channels/index.ts';

const folder = join(import.meta.dirname, 'channels');

/** What the cases of every channel must show at least once. */
const situations = [
  'auth missing',
  'auth bad',
  'wrong content type',
  'compressed body',
  'sender missing',
  'id missing',
  'text missing',
  'oversized',
  'binary body',
  'invalid UTF-8',
  'duplicate id',
  'Unicode',
  'emoji',
  'reordered body',
  'charset',
];
/** And what besides, by what a channel carries: texts and their delivery, or the steps of a menu. */
const textSituations = ['a text', 'bad date', 'unknown delivery state', 'delivery', 'three parts'];
const menuSituations = ['a step', 'session over'];

const changes = z.record(z.string(), z.string().nullable());
const requestSchema = z.strictObject({
  method: z.string().optional(),
  path: z.string().optional(),
  source: z.string().optional(),
  query: changes.optional(),
  headers: changes.optional(),
  body: z.string().optional(),
  bodyHex: z.string().optional(),
  bodyRepeat: z.number().optional(),
  json: z.unknown().optional(),
  jsonRepeat: z.strictObject({ times: z.number(), item: z.unknown() }).optional(),
});
const signSchema = z.strictObject({ header: z.string(), secret: z.string(), parts: z.array(z.string()) });
const settingsSchema = z.record(z.string(), z.unknown());
const caseSchema = z.strictObject({
  situation: z.string(),
  name: z.string().optional(),
  settings: settingsSchema.optional(),
  seenNonces: z.array(z.string()).default([]),
  request: requestSchema.default({}),
  sign: z.union([z.literal(false), signSchema]).optional(),
  /** A problem; whole texts; or, laid over the file's `inbound`, what differs (null = absent). */
  expect: z.looseObject({
    problem: z.string().optional(),
    inbound: z.array(settingsSchema).optional(),
    textRepeat: z.number().optional(),
  }),
});
const outcomeSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('answered'), status: z.number(), body: z.string() }),
  z.strictObject({ outcome: z.literal('unreached') }),
  z.strictObject({ outcome: z.literal('unanswered') }),
]);
const sendSchema = z.strictObject({
  name: z.string(),
  settings: settingsSchema.optional(),
  message: z.strictObject({
    outboundId: z.string(),
    to: z.string(),
    text: z.string(),
    coding: z.enum(['gsm-7', 'ucs-2']),
  }),
  /** What the gateway answers; left out, nothing may be called. */
  answer: outcomeSchema.optional(),
  call: z
    .strictObject({
      url: z.string(),
      body: z.string(),
      headers: z.record(z.string(), z.string()),
      signature: signSchema.optional(),
    })
    .optional(),
  sent: settingsSchema,
});
const fileSchema = z.strictObject({
  settings: settingsSchema,
  sign: signSchema.optional(),
  receivedAt: z.iso.datetime().transform((iso) => new Date(iso)),
  request: requestSchema,
  inbound: settingsSchema,
  cases: z.array(caseSchema),
  sends: z.array(sendSchema),
});
type CasesFile = z.infer<typeof fileSchema>;
type Case = z.infer<typeof caseSchema>;

test('every channel file is in the list, and has its cases beside it', () => {
  const names = (end: string) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(end))
      .map((name) => basename(name, end));
  const files = names('.ts').filter((name) => name !== 'index' && !name.endsWith('.test'));
  expect(channels.map((channel) => channel.id).sort()).toEqual(files.sort());
  expect(names('.cases.json').sort()).toEqual(files.sort());
});

describe.each(channels.map((channel) => ({ id: channel.id, channel })))('$id', ({ id, channel }) => {
  const file = fileSchema.parse(JSON.parse(readFileSync(join(folder, `${id}.cases.json`), 'utf8')));

  test('its cases show every situation', () => {
    const shown = new Set(file.cases.map((one) => one.situation));
    const own = file.inbound['kind'] === 'step' ? menuSituations : textSituations;
    expect([...situations, ...own].filter((situation) => !shown.has(situation))).toEqual([]);
  });

  test.each(file.cases.map((one) => ({ title: [one.situation, one.name].filter(Boolean).join(': '), one })))(
    '$title',
    async ({ one }) => {
      const request = requestOf(file, one);
      const outcome = await receive(channel, request, { file, one });
      if (one.expect.problem !== undefined) {
        expect(outcome).toBeInstanceOf(Problem);
        expect(outcome).toMatchObject({ code: one.expect.problem });
        expect(JSON.stringify(outcome)).not.toContain('841234567');
        return;
      }
      expect(plain(outcome)).toEqual(expectedOf(file, one));
      // The same call again is the same text again, under the same key.
      expect(plain(await receive(channel, request, { file, one }))).toEqual(plain(outcome));
    },
  );

  test.each(file.sends.map((one) => ({ title: one.name, one })))('sending: $title', async ({ one }) => {
    const calls: { url: string; init: CallInit }[] = [];
    const world = aWorld([], (url, init) => {
      calls.push({ url, init });
      return one.answer ?? { outcome: 'unreached' };
    });
    const sent = await openChannel(channel, overlay(file.settings, one.settings ?? {}), world).send(one.message);
    expect(sent).toEqual(one.sent);
    expect(calls).toHaveLength(one.answer === undefined ? 0 : 1);
    const [call] = calls;
    if (call === undefined) return;
    expect(`${call.url} ${JSON.stringify(call.init.headers['x-kannel-dlr-url'] ?? '')}`).not.toContain('841234567');
    if (one.call === undefined) return;
    expect(call.url).toBe(one.call.url);
    expect(call.init.body).toBe(one.call.body);
    expect(call.init.headers).toMatchObject(one.call.headers);
    const { signature } = one.call;
    if (signature !== undefined) {
      const body = new TextEncoder().encode(call.init.body);
      expect(call.init.headers[signature.header]).toBe(signatureOf(signature, { headers: call.init.headers, body }));
    }
  });

  test('what it acknowledges with is a 2xx', () => {
    expect(channel.acknowledge([], []).status).toBe(200);
  });

  test('random bytes, rightly signed, are refused or read, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.constantFrom(...file.cases), async (bytes, one) => {
        const request = sign({ ...requestOf(file, one), body: bytes }, signingOf(file, one));
        expectHonest(await receive(channel, request, { file, one }));
      }),
      { numRuns: 300 },
    );
  });

  test('random JSON, rightly signed, is refused or read, and nothing else', async () => {
    const shapes = fc.oneof(
      fc.jsonValue(),
      fc.record(
        {
          id: fc.jsonValue(),
          from: fc.jsonValue(),
          text: fc.jsonValue(),
          sentAt: fc.jsonValue(),
          part: fc.jsonValue(),
          kind: fc.jsonValue(),
        },
        { requiredKeys: [] },
      ),
      fc.array(
        fc.record({ id: fc.string(), from: fc.string(), text: fc.string({ unit: 'binary' }), sentAt: fc.jsonValue() }),
      ),
    );
    await fc.assert(
      fc.asyncProperty(shapes, fc.constantFrom(...file.cases), async (json, one) => {
        const body = new TextEncoder().encode(JSON.stringify(json));
        expectHonest(
          await receive(channel, sign({ ...requestOf(file, one), body }, signingOf(file, one)), { file, one }),
        );
      }),
      { numRuns: 300 },
    );
  });

  test('random headers and query are refused or read, and nothing else', async () => {
    const names = [...new Set(file.cases.flatMap((one) => Object.keys(requestOf(file, one).headers)))];
    const queries = [
      'id',
      'ts',
      'dlr',
      'out',
      'udh',
      ...new Set(file.cases.flatMap((one) => Object.keys(requestOf(file, one).query))),
    ];
    const value = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.string({ unit: fc.constantFrom(...'%+0123456789abcdef*,; ='), maxLength: 60 }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 3 }),
        fc.dictionary(fc.constantFrom(...queries), value, { maxKeys: 3 }),
        fc.constantFrom(...file.cases),
        async (...[headers, query, one]) => {
          const request = requestOf(file, one);
          const changed = {
            ...request,
            headers: { ...request.headers, ...headers },
            query: { ...request.query, ...query },
          };
          expectHonest(await receive(channel, sign(changed, signingOf(file, one)), { file, one }));
        },
      ),
      { numRuns: 300 },
    );
  });
});

const signingOf = (file: CasesFile, one: Case) => (one.sign === undefined ? file.sign : one.sign || undefined);

async function receive(
  channel: Channel,
  request: InboundRequest,
  { file, one }: { file: CasesFile; one: Case },
): Promise<Inbound[] | Problem> {
  const open = openChannel(channel, overlay(file.settings, one.settings ?? {}), aWorld(one.seenNonces));
  try {
    return await open.receive(request);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

function aWorld(
  seen: readonly string[],
  answer: (url: string, init: CallInit) => CallOutcome = () => ({ outcome: 'unreached' }),
): ChannelWorld {
  const nonces = new Set(seen);
  return {
    verify: {
      hmacSha256Hex: hmac,
      sameText: (a, b) =>
        Buffer.byteLength(a) === Buffer.byteLength(b) && timingSafeEqual(Buffer.from(a), Buffer.from(b)),
      freshNonce: async (nonce) => {
        const known = nonces.has(nonce);
        nonces.add(nonce);
        return !known;
      },
    },
    // One simulated phone.
    deliverToHandset: async ({ to, at }) => to === '+258801234567' && !Number.isNaN(at.getTime()),
    now: () => new Date('2026-11-23T18:23:30.000Z'),
    fetch: async (url, init) => answer(url, init),
  };
}

function hmac(secret: string, ...parts: (string | Uint8Array)[]): string {
  const mac = createHmac('sha256', secret);
  for (const part of parts) mac.update(part);
  return mac.digest('hex');
}

function requestOf(file: CasesFile, one: Case): InboundRequest {
  const base = file.request;
  const request: InboundRequest = {
    method: one.request.method ?? base.method ?? 'POST',
    path: one.request.path ?? base.path ?? '/',
    source: one.request.source ?? base.source ?? '127.0.0.1',
    headers: strings(overlay(base.headers ?? {}, one.request.headers ?? {})),
    query: strings(overlay(base.query ?? {}, one.request.query ?? {})),
    body: bodyOf(one.request) ?? bodyOf(base) ?? new Uint8Array(),
    receivedAt: file.receivedAt,
  };
  return sign(request, signingOf(file, one));
}

function bodyOf(request: z.infer<typeof requestSchema>): Uint8Array | undefined {
  if (request.bodyHex !== undefined) return Uint8Array.from(Buffer.from(request.bodyHex, 'hex'));
  const { jsonRepeat } = request;
  if (jsonRepeat !== undefined) return encode(Array.from({ length: jsonRepeat.times }, () => jsonRepeat.item));
  if (request.bodyRepeat !== undefined) return new TextEncoder().encode('a'.repeat(request.bodyRepeat));
  if (request.json !== undefined) return encode(request.json);
  return request.body === undefined ? undefined : new TextEncoder().encode(request.body);
}

const encode = (json: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(json));

function sign(request: InboundRequest, signing: z.infer<typeof signSchema> | undefined): InboundRequest {
  if (signing === undefined) return request;
  return { ...request, headers: { ...request.headers, [signing.header]: signatureOf(signing, request) } };
}

function signatureOf(
  signing: z.infer<typeof signSchema>,
  { headers, body }: Pick<InboundRequest, 'headers' | 'body'>,
): string {
  const parts = signing.parts.map((part) => {
    if (part === '{body}') return body;
    const header = /^\{([a-z-]+)\}$/.exec(part)?.[1];
    return header === undefined ? part : (headers[header] ?? '');
  });
  return hmac(signing.secret, ...parts);
}

function overlay(
  base: Readonly<Record<string, unknown>>,
  over: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries({ ...base, ...over }).filter(([, value]) => value !== null));
}

const strings = (values: Record<string, unknown>): Record<string, string> =>
  z.record(z.string(), z.string()).parse(values);

function expectedOf(file: CasesFile, one: Case): unknown {
  const { inbound, textRepeat, ...over } = one.expect;
  if (inbound !== undefined) return inbound;
  return [overlay(file.inbound, textRepeat === undefined ? over : { ...over, text: 'a'.repeat(textRepeat) })];
}

const plain = (outcome: unknown): unknown => JSON.parse(JSON.stringify(outcome));

const wellFormed = z.string().refine((text) => text.isWellFormed() && !text.includes('\u0000'));
const inboundSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('text'),
    externalId: wellFormed.min(1).max(128),
    from: wellFormed.min(1).max(40),
    to: wellFormed.optional(),
    text: wellFormed,
    sentAt: z.date().optional(),
    part: z
      .strictObject({ reference: z.string().min(1), number: z.number().int().min(1), of: z.number().int().min(2) })
      .optional(),
  }),
  z.strictObject({
    kind: z.literal('delivery'),
    providerId: z.string().min(1).max(128),
    state: z.enum(['sent', 'delivered', 'failed']),
  }),
  z.strictObject({
    kind: z.literal('step'),
    sessionId: wellFormed.min(1).max(128),
    from: wellFormed.min(5).max(16),
    typed: wellFormed.max(1600),
  }),
  z.strictObject({
    kind: z.literal('missed-call'),
    externalId: wellFormed.min(1).max(128),
    from: wellFormed.min(1).max(40),
  }),
]);

/** A Problem below 500, or texts that the database can hold. */
function expectHonest(outcome: Inbound[] | Problem): void {
  if (outcome instanceof Problem) expect(outcome.code).toMatch(/^(?:request|gateway|message)\./);
  else expect(z.array(inboundSchema).safeParse(outcome).error).toBeUndefined();
}
