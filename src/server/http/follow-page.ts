// The page on which a teller's code is looked up: HTML alone, no script, no picture, a neutral look, nothing kept on her device.
import { type PublicKey, publicTexts } from '../../../locales/public.ts';
import { type TextLanguage, textLanguages } from '../../shared/domain/language.ts';
import { fill } from '../../shared/kit/text.ts';

/** What a code opened. Days as `YYYY-MM-DD`. */
export type Opened = {
  outcome: 'found';
  state: 'received' | 'going' | 'answered' | 'closed';
  answer: 'going' | 'done' | 'cannot' | 'referred' | 'call' | null;
  toldOn: string;
  answeredOn: string | null;
  closedOn: string | null;
};
export type Shown = Opened | { outcome: 'form' | 'unknown' | 'slow-down' | 'away' };
export type PageLook = { language: TextLanguage; nonce: string; path: string; demonstration: boolean };

/** Where a hurried visitor is taken: a page that says nothing about her. */
const ELSEWHERE = 'https://www.wikipedia.org/';

export function followPage(shown: Shown, look: PageLook): string {
  const { language, nonce, path, demonstration } = look;
  const say = (key: PublicKey, params: Readonly<Record<string, string>> = {}): string =>
    escapeHtml(fill(publicTexts[language][key], params));
  const other = textLanguages.find((one) => one !== language) ?? language;
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">',
    `<title>${say('title')}</title><style nonce="${nonce}">${STYLE}</style></head><body>`,
    `<header><a href="${path}?l=${other}" lang="${other}" hreflang="${other}">${say('other-language')}</a>`,
    `<a href="${ELSEWHERE}" rel="noreferrer">${say('leave')}</a></header><main>`,
    demonstration ? `<p class="mark">${say('demonstration')}</p>` : '',
    `<h1>${say('title')}</h1>`,
    shown.outcome === 'found' ? told(shown, { language, say }) : form(shown.outcome, { ...look, say }),
    shown.outcome === 'found' ? `<p><a href="${path}?l=${language}">${say('another')}</a></p>` : '',
    `<p class="quiet">${say('private')}</p></main></body></html>`,
  ].join('');
}

type Say = (key: PublicKey, params?: Readonly<Record<string, string>>) => string;

function told(opened: Opened, { language, say }: { language: TextLanguage; say: Say }): string {
  const day = (key: PublicKey, at: string | null): string =>
    at === null ? '' : `<p class="quiet">${say(key, { day: dayIn(language, at) })}</p>`;
  return [
    `<p role="status" class="told">${say(`state.${opened.state}`)}</p>`,
    opened.answer ? `<h2>${say('answer')}</h2><p class="told">${say(`answer.${opened.answer}`)}</p>` : '',
    day('told-on', opened.toldOn),
    day('answered-on', opened.answeredOn),
    day('closed-on', opened.closedOn),
    opened.answeredOn === null ? '' : `<p>${say('not-well')}</p>`,
  ].join('');
}

function form(outcome: Exclude<Shown['outcome'], 'found'>, { language, path, say }: PageLook & { say: Say }): string {
  const refused = outcome === 'form' ? '' : `<p role="alert" class="told" id="why">${say(outcome)}</p>`;
  // The code is not written back into the page: it would stay in what the browser keeps.
  return [
    refused,
    `<p>${say('intro')}</p><form method="post" action="${path}" autocomplete="off">`,
    `<input type="hidden" name="l" value="${language}"><label for="code">${say('code')}</label>`,
    `<input id="code" name="code" required maxlength="40" autocapitalize="characters" spellcheck="false" autocomplete="off" aria-describedby="hint${refused ? ' why' : ''}">`,
    `<p class="quiet" id="hint">${say('code.hint')}</p><button>${say('ask')}</button></form>`,
  ].join('');
}

/** A calendar day has no time zone: read and written as UTC it stays the day it is. */
const dayIn = (language: TextLanguage, day: string): string =>
  new Intl.DateTimeFormat(language === 'pt' ? 'pt-PT' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark);

const STYLE = `
:root{color-scheme:light dark;--ink:#1c2429;--quiet:#55626b;--ground:#fff;--line:#8a969e;--link:#0b5457}
@media(prefers-color-scheme:dark){:root{--ink:#eef2f4;--quiet:#b4bfc6;--ground:#12181b;--line:#71808a;--link:#8ad6d1}}
*{box-sizing:border-box}body{margin:0;background:var(--ground);color:var(--ink);font:1.0625rem/1.5 system-ui,sans-serif}
header{display:flex;justify-content:space-between;gap:16px;padding:12px 16px;max-width:36rem;margin:0 auto}
header a{padding:10px 0}main{padding:8px 16px 40px;max-width:36rem;margin:0 auto}
h1{font-size:1.5rem;line-height:1.25;margin:8px 0 12px}h2{font-size:1rem;margin:20px 0 0}p{margin:0 0 12px}a{color:var(--link)}
label{display:block;font-weight:600;margin-top:16px}
input,button{font:inherit;width:100%;min-height:48px;padding:10px 12px;border:1px solid var(--line);border-radius:8px;color:inherit;background:transparent}
#code{letter-spacing:.08em;text-transform:uppercase}button{background:var(--link);color:var(--ground);border-color:var(--link);font-weight:600;cursor:pointer;margin-top:4px}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.quiet{color:var(--quiet);font-size:.9375rem}.told{font-size:1.125rem;font-weight:600;border-left:4px solid var(--line);padding-left:12px}
.mark{border:1px dashed var(--line);border-radius:8px;padding:6px 10px;font-size:.9375rem}
main>.quiet:last-child{margin-top:28px}@media print{header,form{display:none}}`.trim();
