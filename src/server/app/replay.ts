// Feeds real reports through the generic gateway, signed as any gateway signs, at a chosen speed; counts how each call ended.
import { z } from 'zod';
import type { CallInit, CallOutcome } from '../kit/fetch.ts';
import type { ReplayRow } from './read-replay.ts';

export type ReplaySpeed =
  | { messagesPerSecond: number }
  | { /** 60: an hour of the file in a minute. */ timesReal: number };

/**
 * `20`: messages a second; `60x`: times real time.
 * Throws in words for anything else: a replay that runs at a speed nobody asked for looks like one that works.
 */
export function readReplaySpeed(words: string): ReplaySpeed {
  const [, number, times] = /^(\d+(?:\.\d+)?)(x?)$/.exec(words.trim()) ?? [];
  if (number === undefined || Number(number) === 0)
    throw new Error(
      `--speed ${words}: N mensagens por segundo, ou Nx vezes o tempo real. / N messages a second, or Nx times real time.`,
    );
  return times === 'x' ? { timesReal: Number(number) } : { messagesPerSecond: Number(number) };
}

export type ReplayAnswer = { status: number /** The code of the problem, when it was refused. */; code?: string };
export type ReplayPost = (row: ReplayRow) => Promise<ReplayAnswer>;

export type ReplayCounts = {
  sent: number;
  accepted: number;
  /** Refused by code: none of these is tried again. */
  refused: Record<string, number>;
  /** Not accepted after the last try. */
  failed: number;
  retries: number;
  shortened: number;
};

/** Time as the replay sees it; a test turns it by hand. */
export type ReplayClock = { now(): number; wait(ms: number): Promise<void> };

const MOST_IN_FLIGHT = 8;
const MOST_TRIES = 8;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;

/**
 * Ends when every row was accepted, refused or given up; an error of `post` counts as a try.
 * @example await replay({ rows: readReplay(file, { map }), speed: { messagesPerSecond: 20 }, post, clock, onProgress })
 */
export async function replay(options: {
  rows: AsyncIterable<ReplayRow>;
  speed: ReplaySpeed;
  post: ReplayPost;
  clock: ReplayClock;
  onProgress?: (counts: Readonly<ReplayCounts>) => void;
}): Promise<ReplayCounts> {
  const { clock, onProgress } = options;
  const counts: ReplayCounts = { sent: 0, accepted: 0, refused: {}, failed: 0, retries: 0, shortened: 0 };
  const inFlight = new Set<Promise<void>>();
  const startedAt = clock.now();
  for await (const { row, afterMs } of paced(options.rows, options.speed)) {
    const early = startedAt + afterMs - clock.now();
    if (early > 0) await clock.wait(early);
    if (inFlight.size >= MOST_IN_FLIGHT) await Promise.race(inFlight);
    counts.sent += 1;
    if (row.shortened) counts.shortened += 1;
    const call = deliver(row, options, counts).then(() => {
      inFlight.delete(call);
      onProgress?.(counts);
    });
    inFlight.add(call);
  }
  await Promise.all(inFlight);
  return counts;
}

async function deliver(
  row: ReplayRow,
  { post, clock }: { post: ReplayPost; clock: ReplayClock },
  counts: ReplayCounts,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await tryOnce(post, row);
    if (answer.status >= 200 && answer.status < 300) {
      counts.accepted += 1;
      return;
    }
    if (!mayTryAgain(answer.status)) {
      const code = answer.code ?? String(answer.status);
      counts.refused[code] = (counts.refused[code] ?? 0) + 1;
      return;
    }
    if (attempt === MOST_TRIES) {
      counts.failed += 1;
      return;
    }
    counts.retries += 1;
    await clock.wait(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempt - 1)));
  }
}

/** 0: nobody answered. */
const NO_ANSWER = 0;
const mayTryAgain = (status: number): boolean =>
  status === NO_ANSWER || status === 408 || status === 429 || status >= 500;

async function tryOnce(post: ReplayPost, row: ReplayRow): Promise<ReplayAnswer> {
  try {
    return await post(row);
  } catch {
    return { status: NO_ANSWER };
  }
}

type Paced = { row: ReplayRow /** From the start of the replay. */; afterMs: number };

async function* paced(rows: AsyncIterable<ReplayRow>, speed: ReplaySpeed): AsyncGenerator<Paced> {
  if ('timesReal' in speed) {
    yield* pacedByFile(rows, speed.timesReal);
    return;
  }
  let index = 0;
  for await (const row of rows) {
    yield { row, afterMs: (index * 1000) / speed.messagesPerSecond };
    index += 1;
  }
}

/** In the order of their moments, whatever the order of the file; a row without one goes with the row before it. */
async function* pacedByFile(rows: AsyncIterable<ReplayRow>, timesReal: number): AsyncGenerator<Paced> {
  const timed: { row: ReplayRow; at: number }[] = [];
  for await (const row of rows) timed.push({ row, at: row.sentAt?.getTime() ?? timed.at(-1)?.at ?? Number.NaN });
  const first =
    timed
      .map(({ at }) => at)
      .filter((at) => !Number.isNaN(at))
      .toSorted((a, b) => a - b)[0] ?? 0;
  const placed = timed.map(({ row, at }) => ({ row, afterMs: Number.isNaN(at) ? 0 : (at - first) / timesReal }));
  yield* placed.toSorted((a, b) => a.afterMs - b.afterMs);
}

const TIMEOUT_MS = 20_000;

/**
 * One row as one signed call of the generic gateway. A new stamp and nonce for every try: a repeated one is refused.
 * @example const post = createGatewayPost({ url, secret, sign: hmacSha256Hex, send: callOut, now: Date.now, nonce: () => newId('deed') })
 */
export function createGatewayPost(gateway: {
  url: string;
  secret: string;
  /** Keyed hash in hex over the parts as they follow each other. */
  sign(secret: string, ...parts: string[]): string;
  /** A text that may or may not have arrived is sent again: its key makes it the same text. */
  send(url: string, call: CallInit): Promise<CallOutcome>;
  now(): number;
  /** Absent where the gateway is set up without. */
  nonce?: () => string;
}): ReplayPost {
  const { url, secret, sign, send, now } = gateway;
  return async ({ externalId, from, text, sentAt }) => {
    const body = JSON.stringify({ id: externalId, from, text, ...(sentAt ? { sentAt: sentAt.toISOString() } : {}) });
    const timestamp = String(Math.floor(now() / 1000));
    const nonce = gateway.nonce?.();
    const lead = nonce === undefined ? `${timestamp}.` : `${timestamp}.${nonce}.`;
    const answer = await send(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-salama-timestamp': timestamp,
        'x-salama-signature': sign(secret, lead, body),
        ...(nonce === undefined ? {} : { 'x-salama-nonce': nonce }),
      },
      body,
      timeoutMs: TIMEOUT_MS,
    });
    if (answer.outcome !== 'answered') return { status: NO_ANSWER };
    const code = readCode(answer.body);
    return { status: answer.status, ...(code === undefined ? {} : { code }) };
  };
}

const ProblemBody = z.object({ code: z.string().max(60) });

/** The code of a problem+json; the rest of it may quote what was sent and stays unread. */
function readCode(body: string): string | undefined {
  try {
    return ProblemBody.safeParse(JSON.parse(body)).data?.code;
  } catch {
    return undefined;
  }
}
