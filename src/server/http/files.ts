// The console's files. index.html carries a fresh nonce per answer; everything else is immutable by its hashed name.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { problem } from '../../shared/kit/problem.ts';

const NONCE_MARK = /__CSP_NONCE__/g;

export async function serveConsole(server: FastifyInstance, folder: string, makeNonce: () => string): Promise<void> {
  const page = await readFile(join(folder, 'index.html'), 'utf8').catch(() => undefined);
  if (page === undefined) return;
  await server.register(fastifyStatic, {
    root: join(folder, 'assets'),
    prefix: '/assets/',
    index: false,
    immutable: true,
    maxAge: '1y',
    decorateReply: false,
  });
  const sendPage = (reply: FastifyReply): FastifyReply => {
    const nonce = makeNonce();
    return reply
      .header('content-security-policy', policy(nonce))
      .header('cache-control', 'no-store')
      .header('content-type', 'text/html; charset=utf-8')
      .send(page.replace(NONCE_MARK, nonce));
  };
  server.get('/', (_request, reply) => sendPage(reply));
  server.get('/*', (request, reply) => {
    if (/^\/(api|gateway|health)\b/.test(request.url) || /\.\w+$/.test(request.url.split('?')[0] ?? ''))
      throw problem('request.not-found');
    return sendPage(reply);
  });
}

function policy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob: data:",
    "connect-src 'self'",
    "font-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
