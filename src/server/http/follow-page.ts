// The page on which a teller's code is looked up: how far it is, what was answered, and what she may say about it. Whoever holds the
// code may be a stranger: no word of what it is about, where, when exactly, who told it or who deals with it is ever on it (ADR 0068).
import type { PublicKey } from '../../../locales/public.ts';
import type { Ago, Followed, PageQuestion } from '../../shared/domain/follow.ts';
import { escapeHtml, hidden, type PageLook, page, radios, type Say, sayIn } from './page.ts';
import type { Deed } from './public-tools.ts';

export const FOLLOW_PATH = '/seguir';

export type Opened = Extract<Followed, { outcome: 'found' }>;
export type Shown =
  /** `ticket` stands for the code in the page's forms, for half an hour. */
  | (Opened & { ticket: string })
  | { outcome: 'form' | 'unknown' | 'slow-down' | 'away' }
  /** A word of hers came, or did not. */
  | { outcome: 'said' | 'said.empty' | 'said.ended'; ticket: string }
  /** Not taken: what she wrote comes back to her. */
  | { outcome: 'said.many' | 'said.withdrawn'; ticket: string; does: Deed; words: string };

export function followPage(shown: Shown, look: PageLook & { writePath: string }): string {
  const say = sayIn(look.language);
  const heading = `<h1>${say('title')}</h1>`;
  const main = heading + mainOf(shown, { ...look, say });
  return page(look, { path: FOLLOW_PATH, title: 'title', main, ...keptBy(shown) });
}

type Tools = PageLook & { say: Say; writePath: string };

/** What a code opened stays open in the other language; words that came back to her stay where they are. */
function keptBy(shown: Shown): { keeps?: { ticket: string } | 'once' } {
  if (!('ticket' in shown)) return {};
  return { keeps: 'words' in shown ? 'once' : { ticket: shown.ticket } };
}

function mainOf(shown: Shown, tools: Tools): string {
  const { say, language } = tools;
  switch (shown.outcome) {
    case 'found':
      return told(shown, tools) + deeds(shown, tools) + another(tools);
    case 'said':
    case 'said.empty':
    case 'said.ended':
      return [
        `<p role="status" class="told">${say(shown.outcome)}</p>`,
        `<form method="post" action="${FOLLOW_PATH}">${hidden('l', language)}${hidden('t', shown.ticket)}`,
        `<button name="do" value="look">${say('look-again')}</button></form>`,
        another(tools),
      ].join('');
    case 'said.many':
    case 'said.withdrawn':
      return notTaken(shown, tools) + another(tools);
    case 'form':
    case 'unknown':
    case 'slow-down':
    case 'away':
      return form(shown.outcome, tools);
  }
}

type NotTaken = Extract<Shown, { outcome: 'said.many' | 'said.withdrawn' }>;

/** Too much for now waits in its own form; words about what was taken back may go as a message of their own. */
function notTaken(shown: NotTaken, tools: Tools): string {
  const { say, language, writePath } = tools;
  const { outcome, does, words } = shown;
  const why = `<p role="alert" class="told">${say(outcome)}</p>`;
  const wrote = /\p{L}/u.test(words);
  if (outcome === 'said.many') {
    const inside = wrote ? area('again', { label: say('said.words'), words }) : hidden('words', words);
    return why + deed(shown, tools, { does, button: 'said.again', inside });
  }
  if (!wrote) return why;
  return [
    `${why}<form method="post" action="${writePath}" autocomplete="off">${hidden('l', language)}${hidden('wants', 'code')}`,
    `${hidden('words', words)}<button name="do" value="edit">${say('write.title')}</button></form>`,
  ].join('');
}

const another = ({ say, language }: Tools): string =>
  `<p class="links"><a href="${FOLLOW_PATH}?l=${language}">${say('another')}</a></p>`;

function told(opened: Opened, { say }: Tools): string {
  const day = (key: PublicKey, ago: Ago | null): string =>
    ago === null ? '' : `<div><dt>${say(key)}</dt><dd>${say(`ago.${ago}`)}</dd></div>`;
  return [
    `<p role="status" class="told">${say(`state.${opened.state}`)}</p>`,
    opened.answer ? `<h2>${say('answer')}</h2><p>${say(answerKey(opened))}</p>` : '',
    opened.answer && opened.again ? `<p>${say(`again.${opened.answer}`)}</p>` : '',
    '<dl class="days">',
    day('when.told', opened.told),
    day('when.seen', opened.seen),
    day('when.answered', opened.answered),
    day('when.closed', opened.closed),
    '</dl>',
  ].join('');
}

const answerKey = ({ answer, why }: Opened): PublicKey =>
  answer === 'cannot' && why !== null ? `answer.cannot.${why}` : `answer.${answer ?? 'going'}`;

/** What is asked of her now first; then what she may always say. */
function deeds(opened: Opened & { ticket: string }, tools: Tools): string {
  const { say } = tools;
  if (opened.state === 'withdrawn') return deed(opened, tools, { does: 'kept', button: 'keep.send' });
  const write = { does: 'added', button: 'add.send', inside: area('add', { label: say('add.ask') }) } as const;
  return [
    opened.asks
      ? deed(opened, tools, { does: deedOf[opened.asks], button: 'answer-it', inside: ask(opened.asks, say) })
      : '',
    fold(say('add'), deed(opened, tools, write)),
    fold(
      say('withdraw'),
      deed(opened, tools, {
        does: 'withdrawn',
        button: 'withdraw.send',
        inside: `<p>${say('withdraw.sure')}</p>`,
        second: true,
      }),
    ),
  ].join('');
}

const fold = (title: string, inside: string): string => `<details><summary>${title}</summary>${inside}</details>`;

const deedOf = {
  clearer: 'made-clearer',
  place: 'made-clearer',
  clear: 'clear',
  solved: 'solved',
  reopen: 'solved',
} as const satisfies Record<PageQuestion, string>;

type DeedForm = { does: string; button: PublicKey; inside?: string; second?: boolean };

const deed = (
  { ticket }: { ticket: string },
  { say, language }: Tools,
  { does, button, inside = '', second = false }: DeedForm,
): string =>
  [
    `<form method="post" action="${FOLLOW_PATH}" autocomplete="off">${hidden('l', language)}${hidden('t', ticket)}`,
    `${inside}<button name="do" value="${does}"${second ? ' class="second"' : ''}>${say(button)}</button></form>`,
  ].join('');

const area = (id: string, { label, words = '' }: { label: string; words?: string }): string =>
  `<label for="${id}">${label}</label><textarea id="${id}" name="words" required maxlength="1500" autocomplete="off">${escapeHtml(words)}</textarea>`;

function ask(question: PageQuestion, say: Say): string {
  switch (question) {
    case 'clearer':
    case 'place':
      return area('asked', { label: say(`${question}.ask`) });
    case 'clear':
      return digits('clear.ask', ['clear.1', 'clear.2'], say);
    case 'solved':
      return digits('solved.ask', ['solved.1', 'solved.2', 'solved.3', 'solved.4'], say);
    case 'reopen':
      return digits('reopen.ask', ['reopen.3', 'reopen.4'], say);
  }
}

/** The digit that a text on a phone would carry stands at the end of its key. */
const digits = (legend: PublicKey, keys: readonly PublicKey[], say: Say): string =>
  radios('words', { legend: say(legend), options: keys.map((key) => ({ value: key.slice(-1), label: say(key) })) });

function form(outcome: 'form' | 'unknown' | 'slow-down' | 'away', { language, say, writePath }: Tools): string {
  const refused = outcome === 'form' ? '' : `<p role="alert" class="told" id="why">${say(outcome)}</p>`;
  // The code is not written back into the page: it would stay in what the browser keeps.
  return [
    refused,
    `<p>${say('intro')}</p><form method="post" action="${FOLLOW_PATH}" autocomplete="off">`,
    `${hidden('l', language)}<label for="code">${say('code')}</label>`,
    `<input id="code" name="code" required maxlength="40" autocapitalize="characters" spellcheck="false" autocomplete="off" aria-describedby="hint${refused ? ' why' : ''}">`,
    `<p class="quiet" id="hint">${say('code.hint')}</p><button>${say('ask')}</button></form>`,
    `<p class="links"><a href="${writePath}?l=${language}">${say('write-instead')}</a></p>`,
  ].join('');
}
