// The pages for anybody, as text: nothing typed becomes markup, nothing of a code is written back, every answer has its words.
import { expect, test } from 'vitest';
import { textLanguages } from '../../shared/domain/language.ts';
import { followPage, type Opened } from './follow-page.ts';
import { type WriteShown, type Written, writePage } from './write-page.ts';

const look = { language: 'pt', nonce: 'n', demonstration: false } as const;
const hostile = `"><script>alert(1)</script>'&`;
const written: Written = {
  now: 'no',
  what: hostile,
  words: hostile,
  place: hostile,
  district: hostile,
  when: hostile,
  wants: hostile,
  phone: hostile,
};
const choices = { whats: ['taken', 'other'], districts: [hostile, 'Palma'], mayAnswer: true };
const steps: readonly WriteShown[] = [
  { step: 'form', ticket: 't', written, choices, refusal: 'empty' },
  { step: 'check', ticket: 't', written, placeKnown: false, answered: true },
];

test.each(steps)('$step: what was typed is shown as text', (shown) => {
  const html = writePage(shown, look);
  expect(html).not.toContain('<script');
  expect(html).toContain('&lt;script&gt;');
});

test.each(['said.many', 'said.withdrawn'] as const)('%s: what she wrote comes back to her, as text', (outcome) => {
  const html = followPage({ outcome, ticket: 't', does: 'added', words: hostile }, { ...look, writePath: '/escrever' });
  expect(html).not.toContain('<script');
  expect(html).toContain('&lt;script&gt;');
});

test('only what may be asked about can be chosen, and a number only where somebody sends', () => {
  const [form] = steps;
  if (form?.step !== 'form') throw new Error('no form');
  expect(writePage(form, look)).not.toContain('value="strangers"');
  const silent = writePage({ ...form, choices: { ...choices, mayAnswer: false } }, look);
  expect(silent).not.toMatch(/name="phone"|value="answer"/);
});

test('an invented page says so, in the title of its tab too', () => {
  const [form] = steps;
  if (form === undefined) throw new Error('no form');
  const titleOf = (html: string) => /<title>(.*?)<\/title>/.exec(html)?.[1];
  expect(titleOf(writePage(form, { ...look, demonstration: true }))).toMatch(/ · Demonstração$/);
  expect(titleOf(writePage(form, look))).not.toMatch(/Demonstra/);
});

test('a refusal leads to the field that it is about', () => {
  const [form] = steps;
  if (form?.step !== 'form') throw new Error('no form');
  const short = writePage({ ...form, refusal: 'phone' }, look);
  expect(short).toContain('<a href="#phone">');
  expect(short).toMatch(/id="phone"[^>]*aria-invalid="true" aria-describedby="why phone-hint"/);
  expect(writePage(form, look)).toMatch(/<a href="#what">.*<fieldset id="what">/s);
  expect(writePage({ ...form, refusal: 'away' }, look)).not.toContain('href="#');
});

test('the other language takes nothing from her: a form goes along, and a code shown once stays on the page', () => {
  for (const shown of steps) {
    const html = writePage(shown, look);
    expect(html).toMatch(/<button form="telling" name="to" value="en"/);
    // Enter in a field presses the first button of the form.
    expect(/<button form="telling" name="(\w+)"/.exec(html)?.[1]).toBe('do');
  }
  const sent = { step: 'sent', code: 'K7QM-4F2X-W', byPhone: false, changed: false } as const;
  expect(writePage(sent, look)).not.toContain('lang="en"');
  expect(writePage({ ...sent, code: null }, look)).toContain('href="/escrever?l=en"');
});

const opened: Opened & { ticket: string } = {
  outcome: 'found',
  ticket: 'sealed',
  state: 'answered',
  answer: 'cannot',
  why: 'means',
  again: false,
  told: 'weeks',
  seen: 'days',
  answered: 'now',
  closed: null,
  asks: 'clear',
};
const follow = (shown: Opened & { ticket: string }, language: 'pt' | 'en' = 'pt'): string =>
  followPage(shown, { ...look, language, writePath: '/escrever' });

test('the fuller answer says why only as means, way or else, and asks one question', () => {
  const html = follow(opened);
  expect(html).toContain('faltaram meios');
  expect(html.match(/<fieldset/g)).toHaveLength(1);
  expect(follow({ ...opened, why: null })).toContain('Desta vez não foi possível. Obrigado');
});

test('what a code opened is looked up in the other language without the code; words that came back stay', () => {
  expect(follow(opened)).toMatch(
    /name="l" value="en"><input type="hidden" name="t" value="sealed"><button name="do" value="look"/,
  );
  const back = followPage(
    { outcome: 'said.many', ticket: 't', does: 'added', words: 'x' },
    { ...look, writePath: '/escrever' },
  );
  expect(back).not.toContain('lang="en"');
});

test('what was not clear stands there in other words, in every language, and only then', () => {
  for (const answer of ['going', 'done', 'cannot', 'referred', 'nobody', 'call'] as const)
    for (const language of textLanguages) {
      const otherWords = /Por outras palavras|In other words/;
      expect(follow({ ...opened, answer, again: true }, language)).toMatch(otherWords);
      expect(follow({ ...opened, answer }, language)).not.toMatch(otherWords);
    }
});

test.each(['clearer', 'place', 'clear', 'solved', 'reopen', null] as const)('asking %s, in every language', (asks) => {
  for (const language of textLanguages) expect(follow({ ...opened, asks }, language)).toContain('value="added"');
});

test('taken back, it can be kept and nothing else; still unclear, it can be taken back too', () => {
  const gone = follow({ ...opened, state: 'withdrawn', asks: null });
  expect(gone).toContain('value="kept"');
  expect(gone).not.toMatch(/value="(?:added|withdrawn)"/);
  expect(follow({ ...opened, state: 'new', answer: null, asks: 'place' })).toContain('value="withdrawn"');
});
