// The one frame of every page for anybody: HTML alone, no script, no picture, a neutral look, nothing kept on her device.
import { type PublicKey, publicTexts } from '../../../locales/public.ts';
import { type TextLanguage, textLanguages } from '../../shared/domain/language.ts';
import { fill } from '../../shared/kit/text.ts';

export type PageLook = { language: TextLanguage; nonce: string; demonstration: boolean };
export type Say = (key: PublicKey, params?: Readonly<Record<string, string>>) => string;

/** Where a hurried visitor is taken: a page that says nothing about her. */
const ELSEWHERE = 'https://www.wikipedia.org/';

/** A text of the catalogue, ready to stand in HTML. */
export const sayIn =
  (language: TextLanguage): Say =>
  (key, params = {}) =>
    escapeHtml(fill(publicTexts[language][key], params));

/**
 * `keeps`: what the page holds and would lose by a link. A form is sent along with the other language; a ticket is looked up again; what
 * is shown once has no other language.
 */
type Whole = {
  path: string;
  title: PublicKey;
  main: string;
  keeps?: { form: string; deed: string } | { ticket: string } | 'once' | undefined;
};

export function page(look: PageLook, { path, title, main, keeps }: Whole): string {
  const { language, nonce, demonstration } = look;
  const say = sayIn(language);
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">',
    `<title>${say(title)}${demonstration ? ` · ${say('demonstration-title')}` : ''}</title><style nonce="${nonce}">${STYLE}</style></head><body>`,
    `<header>${otherLanguage({ path, keeps, language })}`,
    `<a href="${ELSEWHERE}" rel="noreferrer">${say('leave')}</a></header><main>`,
    demonstration ? `<p class="mark">${say('demonstration')}</p>` : '',
    main,
    `<p class="quiet end">${say('private')}</p></main></body></html>`,
  ].join('');
}

function otherLanguage({ path, keeps, language }: Pick<Whole, 'path' | 'keeps'> & { language: TextLanguage }): string {
  const other = textLanguages.find((one) => one !== language) ?? language;
  const name = sayIn(language)('other-language');
  if (keeps === 'once') return '<span></span>';
  if (keeps === undefined) return `<a href="${path}?l=${other}" lang="${other}" hreflang="${other}">${name}</a>`;
  if ('ticket' in keeps)
    return `<form method="post" action="${path}">${hidden('l', other)}${hidden('t', keeps.ticket)}<button name="do" value="look" class="link" lang="${other}">${name}</button></form>`;
  // Enter in a field presses the first button of its form: that is the form's own, not the language.
  return [
    `<span class="trap" aria-hidden="true"><button form="${keeps.form}" name="do" value="${keeps.deed}" tabindex="-1"></button></span>`,
    `<button form="${keeps.form}" name="to" value="${other}" class="link" lang="${other}" formnovalidate>${name}</button>`,
  ].join('');
}

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark);

export const hidden = (name: string, value: string): string =>
  `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`;

type Option = { value: string; label: string };

type Question = { legend: string; options: readonly Option[]; chosen?: string };

/** One question with its answers, of which one may be chosen. */
export const radios = (name: string, { legend, options, chosen }: Question): string =>
  [
    `<fieldset id="${name}"><legend>${legend}</legend>`,
    ...options.map(
      ({ value, label }) =>
        `<label class="pick"><input type="radio" name="${name}" value="${value}"${value === chosen ? ' checked' : ''}><span>${label}</span></label>`,
    ),
    '</fieldset>',
  ].join('');

const STYLE = `
:root{color-scheme:light dark;--ink:#1c2429;--quiet:#55626b;--ground:#fff;--soft:#f4f7f8;--line:#8a969e;--hair:#d5dce0;--link:#0b5457;--on:#fff}
@media(prefers-color-scheme:dark){:root{--ink:#eef2f4;--quiet:#b4bfc6;--ground:#12181b;--soft:#1a2226;--line:#71808a;--hair:#2f3a40;--link:#8ad6d1;--on:#12181b}}
*{box-sizing:border-box}body{margin:0;background:var(--ground);color:var(--ink);font:1.0625rem/1.5 system-ui,sans-serif}
header{display:flex;justify-content:space-between;gap:16px;padding:12px 16px;max-width:36rem;margin:0 auto}
header a{padding:10px 0}main{padding:8px 16px 40px;max-width:36rem;margin:0 auto}
h1{font-size:1.5rem;line-height:1.25;margin:8px 0 12px}h2{font-size:1.0625rem;margin:24px 0 4px}p{margin:0 0 12px}a{color:var(--link)}
form{margin:0}fieldset{border:0;padding:0;margin:28px 0 0}legend,label{font-weight:600;padding:0}label{display:block;margin-top:24px}legend{margin-bottom:8px}
input,textarea,select,button{font:inherit;width:100%;min-height:48px;padding:10px 12px;border:1px solid var(--line);border-radius:8px;color:inherit;background:var(--ground)}
textarea{min-height:8rem;resize:vertical}label+input,label+textarea,label+select{margin-top:6px}
.pick{display:flex;align-items:center;gap:12px;margin:0;min-height:48px;padding:10px 12px;font-weight:400;border:1px solid var(--hair);border-bottom-width:0;cursor:pointer}
.pick:first-of-type{border-radius:8px 8px 0 0}.pick:last-of-type{border-radius:0 0 8px 8px;border-bottom-width:1px}
.pick:has(:checked){background:var(--soft)}.pick:has(:focus-visible){outline:3px solid var(--link);outline-offset:2px}
.pick input{width:22px;height:22px;min-height:0;flex:none;margin:0;accent-color:var(--link)}.pick input:focus-visible{outline:0}
.code{font-size:2rem;letter-spacing:.06em;font-family:ui-monospace,monospace;border:1px solid var(--line);border-radius:8px;padding:16px;text-align:center;background:var(--soft);margin:8px 0 12px}
#code{letter-spacing:.08em;text-transform:uppercase}
button{background:var(--link);color:var(--on);border-color:var(--link);font-weight:600;cursor:pointer;margin-top:20px}
button.second{background:transparent;color:var(--link)}
button.link{width:auto;min-height:44px;margin:0;padding:0;border:0;background:transparent;color:var(--link);font-weight:400;text-decoration:underline}
[aria-invalid]{border:2px solid var(--link)}.told a{color:inherit}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.quiet{color:var(--quiet);font-size:.9375rem}label+input+.quiet,label+textarea+.quiet{margin:6px 0 0}.told{font-size:1.125rem;font-weight:600;border-left:4px solid var(--link);padding-left:12px}
.mark{border:1px dashed var(--line);border-radius:8px;padding:6px 10px;font-size:.9375rem}.end{margin-top:32px;padding-top:16px;border-top:1px solid var(--hair)}
dl{margin:0 0 16px;border-top:1px solid var(--hair)}dl div{padding:10px 0;border-bottom:1px solid var(--hair)}dt{color:var(--quiet);font-size:.9375rem}dd{margin:2px 0 0;overflow-wrap:anywhere;white-space:pre-line}
dl.days div{display:flex;justify-content:space-between;gap:16px}dl.days dd{margin:0}
details{border-top:1px solid var(--hair);margin-top:20px;padding-top:4px}summary{padding:12px 0;font-weight:600;cursor:pointer;color:var(--link)}ul{margin:0 0 12px;padding-left:20px}li{margin-bottom:8px}
fieldset+.quiet{margin-top:8px}
.trap{position:absolute;left:-9999px;width:1px;height:1px;overflow:hidden}.links{margin-top:24px}
@media print{header,form{display:none}}`.trim();
