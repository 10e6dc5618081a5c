import { expect, test } from 'vitest';
import { buildLexicon } from './grammars/identify-language.ts';
import { hintLoanwords } from './hint-loanwords.ts';

const lexicon = buildLexicon([
  { vmw: 'wuniversitaate', pt: 'universidade', tag: 'loan' },
  { vmw: 'eparaaxi', pt: 'paragem', tag: 'loan' },
  { vmw: 'apatani', pt: 'amigo', tag: 'native' },
]);

test('loanwords are shown with the word they come from, once each, in the order of the text', () =>
  expect(hintLoanwords('Eparaaxi ni wuniversitaate; eparaaxi!', lexicon)).toBe(
    'eparaaxi = paragem; wuniversitaate = universidade',
  ));

test('words of the language itself are no hint, and a text without loanwords has none', () =>
  expect(hintLoanwords('apatani tthaaka', lexicon)).toBeNull());

test('never more than eight', () => {
  const many = buildLexicon(
    Array.from({ length: 20 }, (_, at) => ({ vmw: `exemplu${'abcdefghijklmnopqrst'[at]}`, pt: `p${at}`, tag: 'loan' })),
  );
  const text = [...many.loans.keys()].join(' ');
  expect(hintLoanwords(text, many)?.split('; ')).toHaveLength(8);
});
