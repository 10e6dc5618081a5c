// What never becomes a request (broken, endless or too slow on the wire) is refused in the same words and headers as everything else.
import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ProblemCode } from '../../shared/domain/problems.ts';
import { problem } from '../../shared/kit/problem.ts';
import type { Logger } from '../kit/log.ts';
import { toProblemDocument } from './problem-json.ts';

export const secureHeaders: readonly (readonly [string, string])[] = [
  ['content-security-policy', "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"],
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'no-referrer'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()'],
  ['cache-control', 'no-store'],
];

export function secure(reply: FastifyReply): FastifyReply {
  for (const [name, value] of secureHeaders) if (!reply.hasHeader(name)) reply.header(name, value);
  return reply;
}

const codes: Readonly<Record<string, ProblemCode>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'request.too-slow',
  HPE_HEADER_OVERFLOW: 'request.too-large',
};
const reasons: Readonly<Record<number, string>> = { 400: 'Bad Request', 408: 'Request Timeout', 413: 'Too Large' };

/** Answers on the bare connection and closes it: what follows on it cannot be told from what was broken. */
export function refuseRaw(error: Error & { code?: string }, socket: Socket, log: Logger): void {
  if (error.code !== 'ECONNRESET' && socket.writable) {
    const refusal = toProblemDocument(problem(codes[error.code ?? ''] ?? 'request.malformed'));
    log.info({ event: 'request.refused', route: 'none', status: refusal.status, code: refusal.code });
    const body = JSON.stringify(refusal);
    const lines = [
      `HTTP/1.1 ${refusal.status} ${reasons[refusal.status] ?? 'Refused'}`,
      ...secureHeaders.map(([name, value]) => `${name}: ${value}`),
      'content-type: application/problem+json; charset=utf-8',
      `content-length: ${Buffer.byteLength(body)}`,
      'connection: close',
    ];
    socket.write(`${lines.join('\r\n')}\r\n\r\n${body}`);
  }
  // Not `end`: one who goes on sending would hold it open.
  socket.destroy();
}

/**
 * A call that names no host is refused and cut. Node's own answer to it would go on to the next call on the same connection, behind
 * a refusal that nobody connects with it.
 */
export function refuseNameless(server: FastifyInstance, log: Logger): void {
  const refused = new WeakSet<Socket>();
  server.addHook('onRequest', async ({ raw }, reply) => {
    const known = refused.has(raw.socket);
    if (raw.headers.host !== undefined && !known) return;
    refused.add(raw.socket);
    reply.hijack();
    if (!known) refuseRaw(new Error('no host'), raw.socket, log);
  });
}

/** Node's own request timeout ends with the headers: a body may dribble for ever unless it has a clock of its own. */
export function cutSlowBodies(server: FastifyInstance, longestMs: number, log: Logger): void {
  server.addHook('onRequest', async ({ raw }) => {
    if (raw.headers['content-length'] === undefined && raw.headers['transfer-encoding'] === undefined) return;
    const clock = setTimeout(() => {
      const slow = Object.assign(new Error('slow body'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
      if (!raw.complete) refuseRaw(slow, raw.socket, log);
    }, longestMs);
    raw.once('end', () => clearTimeout(clock));
    raw.once('close', () => clearTimeout(clock));
  });
}
