// The single questions that go out by SMS: was it clear, was it solved, say it more clearly, which place, the digits of a post's word.
import { wordsOf } from '../grammars/words-of.ts';
import type { Flow } from './flow.ts';

export const clear: Flow = {
  id: 'clear',
  start: 'ask',
  escapes: false,
  items: {
    ask: {
      kind: 'choice',
      say: 'ask.clear',
      keep: 'answer',
      choices: [
        { value: '1', words: wordsOf(({ answers }) => answers.clear.yes), next: 'end' },
        { value: '2', words: wordsOf(({ answers }) => answers.clear.no), next: 'end-no' },
      ],
    },
    end: { kind: 'end', say: 'thanks', fact: 'answered' },
    'end-no': { kind: 'end', say: 'explain-again', fact: 'answered' },
  },
};

export const solved: Flow = {
  id: 'solved',
  start: 'ask',
  escapes: false,
  items: {
    ask: {
      kind: 'choice',
      say: 'ask.solved',
      keep: 'answer',
      choices: [
        { value: '1', words: wordsOf(({ answers }) => answers.solved.yes), next: 'end' },
        { value: '2', words: wordsOf(({ answers }) => answers.solved.partly), next: 'end' },
        { value: '3', words: wordsOf(({ answers }) => answers.solved.no), next: 'end-again' },
        { value: '4', words: wordsOf(({ answers }) => answers.solved.worse), next: 'end-again' },
      ],
    },
    end: { kind: 'end', say: 'thanks.solved', fact: 'answered' },
    'end-again': { kind: 'end', say: 'reopened', fact: 'answered' },
  },
};

export const clearer: Flow = {
  id: 'clearer',
  start: 'ask',
  escapes: false,
  items: {
    ask: { kind: 'words', say: 'ask.clearer', keep: 'words', longest: 1600, next: 'end' },
    end: { kind: 'end', fact: 'made-clearer' },
  },
};

export const place: Flow = {
  id: 'place',
  start: 'ask',
  escapes: false,
  items: {
    ask: { kind: 'words', say: 'ask.place', keep: 'words', longest: 1600, next: 'end' },
    end: { kind: 'end', fact: 'made-clearer' },
  },
};

/** Numbers can be forged: a post's word takes effect when the digits that its own phone was sent come back (decisions.md 21). */
export const command: Flow = {
  id: 'command',
  start: 'ask',
  escapes: false,
  items: {
    ask: { kind: 'code', say: 'post.confirm-command', form: 'digits', keep: 'digits', next: 'check' },
    check: {
      kind: 'look-up',
      question: 'digits',
      of: 'digits',
      answers: { right: 'end', wrong: 'ask', spent: 'lost', none: 'ask' },
    },
    end: { kind: 'end', fact: 'confirmed' },
    lost: { kind: 'end', fact: 'given-up' },
  },
};
