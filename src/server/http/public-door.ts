// Pages for anybody: no account, no script, no cookie. What comes in is a form; what goes out is one page, kept nowhere.
import { parse as parseForm } from 'node:querystring';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type TextLanguage, textLanguages } from '../../shared/domain/language.ts';
import type { Logger } from '../kit/log.ts';
import { followPage, type Opened, type Shown } from './follow-page.ts';
import { toProblem } from './problem-json.ts';

export type PublicDoor = {
  /** `ip` is where the visitor comes from: hashed with a key at once, and kept as that only while wrong codes are counted. */
  follow(asked: { code: string; ip: string }): Promise<Opened | { outcome: 'unknown' | 'slow-down' }>;
  demonstration: boolean;
  makeNonce(): string;
  log: Logger;
};

export const FOLLOW_PATH = '/seguir';
const FORM_BYTES = 2_048;
const Form = z.object({ code: z.string().max(40).catch(''), l: z.enum(textLanguages).optional().catch(undefined) });
const status = { form: 200, found: 200, unknown: 404, 'slow-down': 429, away: 503 } as const;

export async function openPublicDoor(server: FastifyInstance, door: PublicDoor): Promise<void> {
  await server.register((pages, _options, registered) => {
    pages.removeAllContentTypeParsers();
    pages.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: FORM_BYTES },
      (_request, body, done) => done(null, parseForm(String(body))),
    );
    pages.get(FOLLOW_PATH, (request, reply) =>
      send(reply, { outcome: 'form' }, { door, language: languageOf(request) }),
    );
    pages.post(FOLLOW_PATH, async (request, reply) => {
      const { code, l } = Form.parse(request.body ?? {});
      return send(reply, await look(door, code, request.ip), { door, language: l ?? languageOf(request) });
    });
    registered();
  });
}

async function look(door: PublicDoor, code: string, ip: string): Promise<Shown> {
  try {
    return await door.follow({ code, ip });
  } catch (error) {
    door.log.error({ event: 'page.failed', code: toProblem(error).code, err: error });
    return { outcome: 'away' };
  }
}

function send(
  reply: FastifyReply,
  shown: Shown,
  { door, language }: { door: PublicDoor; language: TextLanguage },
): FastifyReply {
  const nonce = door.makeNonce();
  return reply
    .status(status[shown.outcome])
    .header(
      'content-security-policy',
      `default-src 'none'; style-src 'nonce-${nonce}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    )
    .header('content-type', 'text/html; charset=utf-8')
    .header('content-language', language)
    .header('vary', 'accept-language')
    .header('x-robots-tag', 'noindex')
    .send(followPage(shown, { language, nonce, path: FOLLOW_PATH, demonstration: door.demonstration }));
}

/** As she chose; else as her browser says; else Portuguese. */
function languageOf({ query, headers }: FastifyRequest): TextLanguage {
  const chosen = z.object({ l: z.enum(textLanguages) }).safeParse(query);
  if (chosen.success) return chosen.data.l;
  return /^\s*en\b/i.test(headers['accept-language'] ?? '') ? 'en' : 'pt';
}
