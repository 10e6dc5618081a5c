// The session cookie: opaque, unreadable to scripts, bound to this host. Browsers accept `Secure` on loopback without TLS.
import type { FastifyReply, FastifyRequest } from 'fastify';

const NAME = '__Host-salama';
const attributes = { path: '/', httpOnly: true, secure: true, sameSite: 'strict' } as const;

export const readCookie = (request: FastifyRequest): string | undefined => request.cookies[NAME];

export function keepCookie(reply: FastifyReply, token: string, expires: Date): void {
  void reply.setCookie(NAME, token, { ...attributes, expires });
}

export function forgetCookie(reply: FastifyReply): void {
  void reply.clearCookie(NAME, attributes).header('clear-site-data', '"cache", "storage"');
}
