// A gateway as the faults meet it: signed calls in, and on the other side a machine that takes, loses or refuses what we send.
import { createServer, type Server } from 'node:http';
import { hmacSha256Hex } from '../../src/server/rooms/protect/index.ts';
import type { GatewayGiven } from '../salama.ts';

const secret = 'um segredo de prova com trinta e dois ou mais';
export const GATEWAY = 'agregador';

export const gatewayTo = (sendUrl?: string): GatewayGiven => ({
  id: GATEWAY,
  channelId: 'http-gateway',
  settings: { secret, ...(sendUrl === undefined ? {} : { sendUrl }) },
  sends: sendUrl !== undefined,
});

export type Told =
  | { id: string; from: string; text: string }
  | { kind: 'missed-call'; id: string; from: string }
  | { kind: 'delivery'; id: string; state: 'delivered' };
export type Answer = { status: number; code: string | undefined; type: string; retryAfter: string | null; ms: number };

/** One text, signed; the same `told` again is the gateway's own repeat. A `signal` that aborts hangs up in the middle. */
export async function bring(
  url: string,
  told: Told | readonly (Told | undefined)[],
  signal?: AbortSignal,
): Promise<Answer> {
  const body = JSON.stringify(told);
  const timestamp = String(Math.floor(Date.now() / 1000));
  const startedAt = performance.now();
  const answer = await fetch(new URL(`/gateway/${GATEWAY}/texts`, url), {
    method: 'POST',
    ...(signal ? { signal } : {}),
    headers: {
      'content-type': 'application/json',
      'x-salama-timestamp': timestamp,
      'x-salama-signature': hmacSha256Hex(secret, `${timestamp}.`, body),
    },
    body,
  });
  const said: unknown = await answer.json();
  const code = typeof said === 'object' && said !== null && 'code' in said ? String(said.code) : undefined;
  const type = answer.headers.get('content-type') ?? '';
  return {
    status: answer.status,
    code,
    type,
    retryAfter: answer.headers.get('retry-after'),
    ms: performance.now() - startedAt,
  };
}

let numbers = 0;
/** A text from a number that nobody has: 80 is assigned to no operator. */
export function aTold(text = 'Roubo mota em Nantalika'): Extract<Told, { text: string }> {
  numbers += 1;
  return { id: `prova-${numbers}`, from: `+25880004${String(numbers).padStart(4, '0')}`, text };
}

/** What it does with a text: takes it, reads it and never answers, or takes it under the same id as every other. */
type How = 'takes' | 'loses' | 'numbers-all-alike';

export type FarSide = {
  url: string;
  taken: string[];
  listen(how: How): Promise<void>;
  close(): Promise<void>;
};

/** Refuses every connection until it is told to listen; what it `loses` it has read whole, and never answers. */
export async function openFarSide(): Promise<FarSide> {
  const taken: string[] = [];
  let server: Server | undefined;
  const open = (how: How, port: number): Promise<number> => {
    const opened = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        taken.push(Buffer.concat(chunks).toString('utf8'));
        if (how === 'loses') request.socket.destroy();
        else response.setHeader('content-type', 'application/json').end(how === 'takes' ? '{}' : '{"id":"7"}');
      });
    });
    server = opened;
    return new Promise((resolve) =>
      opened.listen(port, '127.0.0.1', () => {
        const address = opened.address();
        resolve(typeof address === 'object' && address ? address.port : port);
      }),
    );
  };
  const close = async (): Promise<void> => {
    const opened = server;
    server = undefined;
    opened?.closeAllConnections();
    if (opened) await new Promise((resolve) => opened.close(resolve));
  };
  const port = await open('takes', 0);
  await close();
  const listen = async (how: How): Promise<void> => {
    await close();
    await open(how, port);
  };
  return { url: `http://127.0.0.1:${port}/send`, taken, listen, close };
}
