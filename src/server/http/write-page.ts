// The pages on which anybody tells: one form, one look before it goes, one word that it came, with a code to keep. What was typed is in
// the page and nowhere else until it is sent; a refusal brings it back.
import { type PublicKey, publicKeys } from '../../../locales/public.ts';
import { FOLLOW_PATH } from './follow-page.ts';
import { escapeHtml, hidden, type PageLook, page, radios, type Say, sayIn } from './page.ts';
import type { Choices } from './public-tools.ts';

export const WRITE_PATH = '/escrever';

/** What stands in the form, as typed. */
export type Written = {
  now: string;
  what: string;
  words: string;
  place: string;
  district: string;
  when: string;
  wants: string;
  phone: string;
};
export type Refusal = 'empty' | 'long' | 'phone' | 'again' | 'many' | 'away';

export type WriteShown =
  | { step: 'form'; ticket: string; written: Written; choices: Choices; refusal?: Refusal }
  /** `answered`: somebody deals with such a matter in that place. */
  | { step: 'check'; ticket: string; written: Written; placeKnown: boolean; answered: boolean; refusal?: Refusal }
  | { step: 'sent'; code: string | null; byPhone: boolean; changed: boolean };

export const LONGEST_WORDS = 1_500;

/** The choices of the menu, in words with their accents. */
export const whats = ['taken', 'hurt', 'strangers', 'quarrel', 'road', 'dark', 'other'] as const;
const whens = ['today', 'yesterday', 'before'] as const;

const FORM_ID = 'telling';
const frame = { path: WRITE_PATH, title: 'write.title' } as const;

export function writePage(shown: WriteShown, look: PageLook): string {
  const say = sayIn(look.language);
  const tools = { ...look, say };
  switch (shown.step) {
    case 'form':
      return page(look, { ...frame, main: formOf(shown, tools), keeps: { form: FORM_ID, deed: 'check' } });
    case 'check':
      return page(look, { ...frame, main: checkOf(shown, tools), keeps: { form: FORM_ID, deed: 'send' } });
    case 'sent':
      return page(look, { ...frame, main: sentOf(shown, tools), ...(shown.code === null ? {} : { keeps: 'once' }) });
  }
}

type Tools = PageLook & { say: Say };
type Of<Step extends WriteShown['step']> = Extract<WriteShown, { step: Step }>;

const refused = (refusal: Refusal | undefined, say: Say): string =>
  refusal === undefined ? '' : `<p role="alert" class="told" id="why">${aimed(refusal, say(`refuse.${refusal}`))}</p>`;

/** What can be mended in one field leads there. */
function aimed(refusal: Refusal, text: string): string {
  const field = { empty: 'what', long: 'words', phone: 'phone' };
  return refusal === 'empty' || refusal === 'long' || refusal === 'phone'
    ? `<a href="#${field[refusal]}">${text}</a>`
    : text;
}

function formOf({ ticket, written, choices, refusal }: Of<'form'>, { say, language }: Tools): string {
  const picks = whats.filter((value) => choices.whats.includes(value));
  return [
    `<h1>${say('write.title')}</h1>${refused(refusal, say)}<p>${say('write.intro')}</p>`,
    `<form id="${FORM_ID}" method="post" action="${WRITE_PATH}" autocomplete="off">${hidden('l', language)}${hidden('t', ticket)}`,
    `${radios('now', { legend: say('now.ask'), options: yesAndNo(say), chosen: written.now })}<p class="quiet">${say('now.hint')}</p>`,
    radios('what', {
      legend: say('what.ask'),
      options: picks.map((value) => ({ value, label: say(`what.${value}`) })),
      chosen: written.what,
    }),
    `<label for="words">${say('words.ask')}</label>`,
    `<textarea id="words" name="words" maxlength="${LONGEST_WORDS}" autocomplete="off" aria-describedby="words-hint">${escapeHtml(written.words)}</textarea>`,
    `<p class="quiet" id="words-hint">${say('words.hint')}</p>`,
    field('place', { label: say('place.label'), hint: say('place.hint'), value: written.place, longest: 80 }),
    `<label for="district">${say('district.label')}</label><select id="district" name="district" autocomplete="off">`,
    `<option value="">${say('district.none')}</option>`,
    ...choices.districts.map((name) => option(name, name === written.district)),
    '</select>',
    radios('when', {
      legend: say('when.ask'),
      options: [
        ...whens.map((value) => ({ value, label: say(`when.${value}`) })),
        { value: '', label: say('when.skip') },
      ],
      chosen: written.when,
    }),
    radios('wants', { legend: say('wants.ask'), options: wantsOf(choices, say), chosen: written.wants }),
    choices.mayAnswer
      ? field('phone', {
          label: say('phone.label'),
          hint: say('phone.hint'),
          value: written.phone,
          longest: 24,
          tel: true,
          wrong: refusal === 'phone',
        })
      : '',
    `<div class="trap" aria-hidden="true"><label for="site">${say('trap')}</label><input id="site" name="site" tabindex="-1" autocomplete="off"></div>`,
    `<button name="do" value="check">${say('write.check')}</button></form>`,
    who(say),
    `<p class="links"><a href="${FOLLOW_PATH}?l=${language}">${say('write.follow')}</a></p>`,
  ].join('');
}

const yesAndNo = (say: Say) => [
  { value: 'yes', label: say('now.yes') },
  { value: 'no', label: say('now.no') },
];

const wantsOf = ({ mayAnswer }: Choices, say: Say) => [
  { value: 'code', label: say('wants.code') },
  ...(mayAnswer ? [{ value: 'answer', label: say('wants.answer') }] : []),
  { value: 'nothing', label: say('wants.nothing') },
];

const option = (name: string, chosen: boolean): string =>
  `<option${chosen ? ' selected' : ''}>${escapeHtml(name)}</option>`;

type Field = { label: string; hint: string; value: string; longest: number; tel?: true; wrong?: boolean };

const field = (name: string, { label, hint, value, longest, tel, wrong = false }: Field): string =>
  [
    `<label for="${name}">${label}</label>`,
    `<input id="${name}" name="${name}" maxlength="${longest}" value="${escapeHtml(value)}" autocomplete="off" spellcheck="false"`,
    `${tel ? ' inputmode="tel"' : ''}${wrong ? ' aria-invalid="true"' : ''} aria-describedby="${wrong ? 'why ' : ''}${name}-hint"><p class="quiet" id="${name}-hint">${hint}</p>`,
  ].join('');

function checkOf({ ticket, written, placeKnown, answered, refusal }: Of<'check'>, { say, language }: Tools): string {
  const where = [written.place, written.district].filter(Boolean).map(escapeHtml).join(', ');
  const line = (label: PublicKey, value: string): string =>
    `<div><dt>${say(label)}</dt><dd>${value === '' ? say('check.none') : value}</dd></div>`;
  const picked = (prefix: 'now' | 'what' | 'when' | 'wants', value: string, known: readonly string[]): string =>
    known.includes(value) ? say(keyOf(prefix, value)) : '';
  return [
    `<h1>${say('check.title')}</h1>${refused(refusal, say)}<p>${say('check.intro')}</p><dl>`,
    line('now.ask', picked('now', written.now, ['yes', 'no'])),
    line('what.ask', picked('what', written.what, whats)),
    line('words.ask', escapeHtml(written.words)),
    line('place.label', where),
    line('when.ask', picked('when', written.when, whens)),
    line('wants.ask', picked('wants', written.wants, ['code', 'answer', 'nothing'])),
    written.wants === 'answer' ? line('phone.label', escapeHtml(written.phone)) : '',
    '</dl>',
    where === '' ? `<p class="told">${say('check.no-place')}</p>` : '',
    where !== '' && !placeKnown ? `<p class="told">${say('check.unknown-place')}</p>` : '',
    answered ? '' : `<p class="told">${say('check.nobody')}</p>`,
    `<form id="${FORM_ID}" method="post" action="${WRITE_PATH}" autocomplete="off">${hidden('l', language)}${hidden('t', ticket)}`,
    ...Object.entries(written).map(([name, value]) => hidden(name, value)),
    `<button name="do" value="send">${say('check.send')}</button>`,
    `<button name="do" value="edit" class="second">${say('check.edit')}</button></form>${who(say)}`,
  ].join('');
}

/** The few keys that are put together from a name and a chosen value, which was looked up before. */
const keyOf = (prefix: string, value: string): PublicKey => {
  const key = publicKeys.find((one) => one === `${prefix}.${value}`);
  if (key === undefined) throw new RangeError(`no text is called ${prefix}.${value}`);
  return key;
};

const who = (say: Say): string =>
  `<details><summary>${say('who.title')}</summary><ul>${(['who.1', 'who.2', 'who.3', 'who.4', 'who.5'] as const)
    .map((key) => `<li>${say(key)}</li>`)
    .join('')}</ul></details>`;

function sentOf({ code, byPhone, changed }: Of<'sent'>, { say, language }: Tools): string {
  return [
    `<h1>${say('sent.title')}</h1>`,
    changed ? `<p class="told">${say('sent.changed')}</p>` : '',
    code === null
      ? `<p>${say('sent.nothing')}</p>`
      : `<h2>${say('sent.code')}</h2><p class="code">${code}</p><p class="told">${say('sent.write-down')}</p><p>${say('sent.use')}</p>`,
    byPhone ? `<p>${say('sent.answer')}</p>` : '',
    `<p class="links">${code === null ? '' : `<a href="${FOLLOW_PATH}?l=${language}">${say('sent.follow')}</a> · `}`,
    `<a href="${WRITE_PATH}?l=${language}">${say('sent.another')}</a></p>${who(say)}`,
  ].join('');
}
