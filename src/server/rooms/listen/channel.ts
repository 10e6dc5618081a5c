// The port: everything that carries texts to and from people is a Channel. One file in channels/ and one line in its index.
import type { z } from 'zod';
import { problem } from '../../../shared/kit/problem.ts';
import type { CallInit, CallOutcome } from '../../kit/fetch.ts';

export type { CallInit, CallOutcome } from '../../kit/fetch.ts';

/** A raw callback as it reached us, body already read and bounded, nothing parsed. Header and query names are lower case. */
export type InboundRequest = {
  method: string;
  path: string;
  headers: Readonly<Record<string, string | undefined>>;
  query: Readonly<Record<string, string | undefined>>;
  body: Uint8Array;
  /** Address of the machine that called; never stored. */
  source: string;
  receivedAt: Date;
};

/** One text (or one part of a long one) from a gateway. `from` lives in memory only, until it becomes pseudonyms. */
export type InboundText = {
  kind: 'text';
  /** The gateway's own key of this text: the same key again is the same text again. */
  externalId: string;
  /** As the gateway gives it: a number with or without `+`, or a name such as a bank's. */
  from: string;
  to?: string;
  /** May be empty: people do send blank texts. Never holds U+0000 nor half a character. */
  text: string;
  /** The gateway's clock, untrusted; absent when it cannot be read. */
  sentAt?: Date;
  part?: { reference: string; number: number; of: number };
};

/** A delivery report: what became of a text we sent. */
export type DeliveryReport = {
  kind: 'delivery';
  /** The id that `send` returned, or the outbound id when the channel carries it. */
  providerId: string;
  state: 'sent' | 'delivered' | 'failed';
};

/** One step of a menu session: everything typed in it so far, joined by `*`. Answered within the same call. */
export type MenuStep = { kind: 'step'; sessionId: string; from: string; typed: string };

/** Somebody rang and hung up: she wants to be called back. */
export type MissedCall = { kind: 'missed-call'; externalId: string; from: string };

export type Inbound = InboundText | DeliveryReport | MenuStep | MissedCall;

/** What a step of a menu is answered with. */
export type Shown = { text: string; ends: boolean };

export type ChannelReply = { status: number; contentType: string; body: string };

/** What the courier hands to a channel: the only moment at which number and text stand together. */
export type Sendable = { outboundId: string; to: string; text: string; coding: 'gsm-7' | 'ucs-2' };

export type Sent =
  /** The gateway took it. `providerId` is what its delivery reports will carry. */
  | { outcome: 'accepted'; providerId: string }
  /** It did not take it; `retryable` says whether trying again can help. `code` is safe to log. */
  | { outcome: 'refused'; retryable: boolean; code: string }
  /** We cannot know (the answer was lost): a second text may be a harm, so a person or a status decides. */
  | { outcome: 'uncertain'; code: string };

export type ChannelWorld = {
  verify: {
    hmacSha256Hex(secret: string, ...parts: (string | Uint8Array)[]): string;
    sameText(a: string, b: string): boolean;
    /** False when this gateway used this nonce within 24 h. Called only once the signature holds. */
    freshNonce(nonce: string): Promise<boolean>;
  };
  now(): Date;
  /** Only the demonstration's own channel: hands a text to a simulated phone. False when no such phone is there. */
  deliverToHandset(message: { id: string; to: string; text: string; at: Date }): Promise<boolean>;
  fetch: (url: string, init: CallInit) => Promise<CallOutcome>;
};

/** The only crypto, clock and network that a channel sees. */
export type ChannelContext<Settings> = ChannelWorld & { settings: Settings };

/**
 * @example
 * // channels/my-gateway.ts, plus my-gateway.cases.json beside it and one line in channels/index.ts
 * export const myGateway = channel({ id: 'my-gateway', label, settings: z.strictObject({ secret: z.string().min(32) }), … })
 */
export type Channel<Settings = unknown> = {
  id: string;
  label: { pt: string; en: string };
  /** Settings as the operator gives them, in the file of `salama gateway`. */
  settings: z.ZodType<Settings>;
  /** Longest body it will ever send, bytes: anything larger is refused before it is read to the end. */
  maxBodyBytes: number;
  /** Content types its callbacks may have; others are 415. */
  contentTypes: readonly string[];
  /** Authenticates and parses one callback. Throws a Problem when it cannot stand behind it. Touches no record. */
  receive(request: InboundRequest, context: ChannelContext<Settings>): Promise<Inbound[]>;
  /** What the gateway wants to hear once everything above is durable; `shown` holds one screen for each step of a menu. */
  acknowledge(inbound: readonly Inbound[], shown: readonly Shown[]): ChannelReply;
  send(message: Sendable, context: ChannelContext<Settings>): Promise<Sent>;
};

/** A channel with its settings parsed and closed over: what the rest of the room works with. */
export type OpenChannel = {
  id: string;
  maxBodyBytes: number;
  receive(request: InboundRequest): Promise<Inbound[]>;
  acknowledge(inbound: readonly Inbound[], shown: readonly Shown[]): ChannelReply;
  send(message: Sendable): Promise<Sent>;
};

/** Keeps a channel's own settings type while the list holds them all. */
export function channel<Settings>(definition: Channel<Settings>): Channel<Settings> {
  return definition;
}

/** Parses the operator's settings (a ZodError is the operator's to read) and puts the bounds every channel shares before it. */
export function openChannel<Settings>(
  definition: Channel<Settings>,
  rawSettings: unknown,
  world: ChannelWorld,
): OpenChannel {
  const context: ChannelContext<Settings> = { ...world, settings: definition.settings.parse(rawSettings) };
  return {
    id: definition.id,
    maxBodyBytes: definition.maxBodyBytes,
    receive: async (request) => {
      checkBounds(definition, request);
      return definition.receive(request, context);
    },
    acknowledge: (inbound, shown) => definition.acknowledge(inbound, shown),
    send: (message) => definition.send(message, context),
  };
}

function checkBounds(definition: Pick<Channel, 'maxBodyBytes' | 'contentTypes'>, request: InboundRequest): void {
  if (request.body.length > definition.maxBodyBytes) throw problem('request.too-large');
  const encoding = request.headers['content-encoding'] ?? 'identity';
  // Compressed bodies are refused unread: a few bytes could unpack to gigabytes.
  if (encoding.toLowerCase() !== 'identity') throw problem('request.unsupported-media');
  const { type } = readContentType(request);
  if (type === undefined && request.body.length === 0) return;
  if (type === undefined || !definition.contentTypes.includes(type)) throw problem('request.unsupported-media');
}

/** `text/plain; charset="UTF-8"` → `{ type: 'text/plain', charset: 'utf-8' }`. */
export function readContentType(request: Pick<InboundRequest, 'headers'>): { type?: string; charset?: string } {
  const [type, ...parameters] = (request.headers['content-type'] ?? '').toLowerCase().split(';');
  const named = type?.trim();
  if (named === undefined || named === '') return {};
  const charset = parameters
    .map((parameter) => /^\s*charset\s*=\s*"?([^"\s]+)"?\s*$/.exec(parameter)?.[1])
    .find(Boolean);
  return charset === undefined ? { type: named } : { type: named, charset };
}

/** A text as the database can hold it: no U+0000, no half of a pair. What the air damaged stays visible, the rest survives. */
export function wholeText(text: string): string {
  return text.replaceAll('\u0000', '\ufffd').toWellFormed();
}
