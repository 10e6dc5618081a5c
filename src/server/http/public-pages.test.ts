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
  expect(html.match(/<fieldset>/g)).toHaveLength(1);
  expect(follow({ ...opened, why: null })).toContain('Desta vez não foi possível. Obrigado');
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
