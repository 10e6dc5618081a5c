// Pages for anybody: no account, no script, no cookie. What comes in is a form; what goes out is one page, kept nowhere.
import { parse as parseForm } from 'node:querystring';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type TextLanguage, textLanguages } from '../../shared/domain/language.ts';
import { FollowForm, hearFollow } from './follow-door.ts';
import { FOLLOW_PATH, followPage, type Shown } from './follow-page.ts';
import type { Door, DoorSettings } from './public-tools.ts';
import { blankForm, hearWrite, WriteForm } from './write-door.ts';
import { type Refusal, WRITE_PATH, type WriteShown, writePage } from './write-page.ts';

const FORM_BYTES = 16_384;

export async function openPublicDoor(server: FastifyInstance, settings: DoorSettings): Promise<void> {
  await server.register((pages, _options, registered) => {
    pages.removeAllContentTypeParsers();
    pages.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: FORM_BYTES },
      (_request, body, done) => done(null, parseForm(String(body))),
    );
    pages.get(FOLLOW_PATH, (request, reply) =>
      sendFollow(reply, { outcome: 'form' }, { ...settings, language: languageOf(request) }),
    );
    pages.post(FOLLOW_PATH, async (request, reply) => {
      const form = FollowForm.parse(request.body ?? {});
      const door = { ...settings, language: form.l ?? languageOf(request) };
      return sendFollow(reply, await hearFollow(door, form, request.ip), door);
    });
    pages.get(WRITE_PATH, async (request, reply) => {
      const door = { ...settings, language: languageOf(request) };
      return sendWrite(reply, await blankForm(door), door);
    });
    pages.post(WRITE_PATH, async (request, reply) => {
      const form = WriteForm.parse(request.body ?? {});
      const door = { ...settings, language: form.to ?? form.l ?? languageOf(request) };
      return sendWrite(reply, await hearWrite(door, form, request.ip), door);
    });
    registered();
  });
}

const followStatus: Readonly<Record<Shown['outcome'], number>> = {
  form: 200,
  found: 200,
  said: 200,
  'said.empty': 422,
  'said.ended': 404,
  'said.withdrawn': 409,
  'said.many': 429,
  unknown: 404,
  'slow-down': 429,
  away: 503,
};
const writeStatus: Readonly<Record<Refusal, number>> = {
  empty: 422,
  long: 422,
  phone: 422,
  again: 200,
  many: 429,
  away: 503,
};

function sendFollow(reply: FastifyReply, shown: Shown, door: Door): FastifyReply {
  const nonce = door.makeNonce();
  const html = followPage(shown, { ...door, nonce, writePath: WRITE_PATH });
  return send(reply.status(followStatus[shown.outcome]), html, { nonce, language: door.language });
}

function sendWrite(reply: FastifyReply, shown: WriteShown, door: Door): FastifyReply {
  const nonce = door.makeNonce();
  const refusal = shown.step === 'sent' ? undefined : shown.refusal;
  const html = writePage(shown, { ...door, nonce });
  return send(reply.status(refusal ? writeStatus[refusal] : 200), html, { nonce, language: door.language });
}

const send = (reply: FastifyReply, html: string, look: { nonce: string; language: TextLanguage }): FastifyReply =>
  reply
    .header(
      'content-security-policy',
      `default-src 'none'; style-src 'nonce-${look.nonce}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    )
    .header('content-type', 'text/html; charset=utf-8')
    .header('content-language', look.language)
    .header('vary', 'accept-language')
    .header('x-robots-tag', 'noindex')
    .send(html);

/** As she chose; else as her browser says; else Portuguese. */
function languageOf({ query, headers }: FastifyRequest): TextLanguage {
  const chosen = z.object({ l: z.enum(textLanguages) }).safeParse(query);
  if (chosen.success) return chosen.data.l;
  return /^\s*en\b/i.test(headers['accept-language'] ?? '') ? 'en' : 'pt';
}
