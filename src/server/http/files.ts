// The console's files. index.html carries a fresh nonce per answer; everything else is immutable by its hashed name.
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { problem } from '../../shared/kit/problem.ts';

const NONCE_MARK = /__CSP_NONCE__/g;

export async function serveConsole(server: FastifyInstance, folder: string, makeNonce: () => string): Promise<void> {
  const pageNow = await openPage(join(folder, 'index.html'));
  if (!pageNow) return;
  await server.register(fastifyStatic, {
    root: join(folder, 'assets'),
    prefix: '/assets/',
    index: false,
    immutable: true,
    maxAge: '1y',
    decorateReply: false,
    // The compressed twins that the build left beside each file.
    preCompressed: true,
  });
  const sendPage = async (reply: FastifyReply): Promise<FastifyReply> => {
    const page = await pageNow();
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

type Page = { text: string; writtenAt: number };

/** Read again when it was built anew: its assets lie under new names then. While it is being written, the last whole one stands. */
async function openPage(path: string): Promise<(() => Promise<string>) | undefined> {
  const first = await readPage(path);
  if (!first) return undefined;
  let page: Page = first;
  return async () => {
    const found = await stat(path).catch(() => undefined);
    if (found && found.mtimeMs !== page.writtenAt) page = (await readPage(path)) ?? page;
    return page.text;
  };
}

async function readPage(path: string): Promise<Page | undefined> {
  try {
    const { mtimeMs: writtenAt } = await stat(path);
    const text = await readFile(path, 'utf8');
    return text.includes('</html>') ? { text, writtenAt } : undefined;
  } catch {
    return undefined;
  }
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
