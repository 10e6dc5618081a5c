// Words by key: what a screen says when forms, marks or the words themselves are missing.
import { expect, test } from 'vitest';
import { makeWords } from './words.ts';

const texts = {
  greeting: 'Bom dia',
  post: { waiting_one: '{{count}} à espera', waiting_other: '{{count}} à espera de {{who}}' },
  problem: { 'session.missing': { what: 'Entre outra vez' } },
};
const { t, exists } = makeWords('pt', texts);

test('one matter and several have their own form, and the marks are filled', () => {
  expect(t('post.waiting', { count: 1 })).toBe('1 à espera');
  expect(t('post.waiting', { count: 12, who: 'Ancuabe' })).toBe('12 à espera de Ancuabe');
});

test('none is said as many are', () => {
  expect(t('post.waiting', { count: 0, who: 'ninguém' })).toBe('0 à espera de ninguém');
});

test('a number for which the language has a third form is said in the last one we have', () => {
  expect(new Intl.PluralRules('pt-PT').select(1_000_000)).toBe('many');
  expect(t('post.waiting', { count: 1_000_000, who: 'todos' })).toBe('1\u2009000\u2009000 à espera de todos');
});

test('a code with a point in it finds its words', () => {
  expect(t('problem.session.missing.what')).toBe('Entre outra vez');
  expect(exists('problem.session.missing.what')).toBe(true);
  expect(exists('problem.session.missing')).toBe(false);
});

test('without words the default is said, and without a default the key, so that a test can find it', () => {
  expect(t('channel.smoke', { defaultValue: 'smoke' })).toBe('smoke');
  expect(t('channel.smoke', { defaultValue: '' })).toBe('');
  expect(t('channel.smoke')).toBe('channel.smoke');
});

test('what a person wrote is not read as a mark', () => {
  expect(t('post.waiting', { count: 2, who: '{{count}}' })).toBe('2 à espera de {{count}}');
});
