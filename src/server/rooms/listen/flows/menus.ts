// The menus of a keypad phone: tell, hear the answer to a code, nothing happened, another language, no more messages. Danger first,
// at most seven choices, ordinary words: the phone may be in somebody else's hand.
import type { SmsKey } from '../../../../../locales/sms.ts';
import type { Flow, Item } from './flow.ts';

export const home: Flow = {
  id: 'home',
  start: 'menu',
  escapes: true,
  items: {
    menu: {
      kind: 'choice',
      say: 'menu.home',
      choices: [
        { text: 'menu.home.tell', value: 'tell', next: '#tell' },
        { text: 'menu.home.follow', value: 'follow', next: '#follow' },
        { text: 'menu.home.zero', value: 'zero', next: '#zero' },
        { text: 'menu.home.language', value: 'language', next: '#language' },
        { text: 'menu.home.stop', value: 'stop', next: 'sure' },
      ],
    },
    sure: {
      kind: 'choice',
      say: 'menu.stop.sure',
      choices: [
        { text: 'menu.yes', value: 'yes', next: '#stop' },
        { text: 'menu.no', value: 'no', next: 'menu' },
      ],
    },
  },
};

/** What a dialled-in person sees when her last session fell. Nothing of what she had answered is shown again. */
export const resume: Flow = {
  id: 'resume',
  start: 'ask',
  escapes: true,
  items: {
    ask: {
      kind: 'choice',
      say: 'menu.resume',
      keep: 'resume',
      choices: [
        { text: 'menu.resume.on', value: 'on', next: 'on' },
        { text: 'menu.resume.new', value: 'new', next: 'new' },
      ],
    },
    on: { kind: 'end', fact: 'read' },
    new: { kind: 'end', fact: 'read' },
  },
};

const yesOrNo = { yes: { text: 'menu.yes', value: 'yes' }, no: { text: 'menu.no', value: 'no' } } as const;

export const tell: Flow = {
  id: 'tell',
  start: 'now',
  escapes: true,
  items: {
    now: {
      kind: 'choice',
      say: 'menu.tell.now',
      keep: 'now',
      choices: [
        { ...yesOrNo.yes, next: 'what' },
        { ...yesOrNo.no, next: 'what' },
      ],
    },
    what: {
      kind: 'choice',
      say: 'menu.tell.what',
      keep: 'what',
      choices: [
        { text: 'menu.what.taken', value: 'taken', next: 'place' },
        { text: 'menu.what.hurt', value: 'hurt', next: 'place' },
        { text: 'menu.what.strangers', value: 'strangers', next: 'place' },
        { text: 'menu.what.quarrel', value: 'quarrel', next: 'place' },
        { text: 'menu.what.road', value: 'road', next: 'place' },
        { text: 'menu.what.dark', value: 'dark', next: 'place' },
        { text: 'menu.what.other', value: 'other', next: 'place' },
      ],
    },
    place: {
      kind: 'words',
      say: 'menu.tell.place',
      keep: 'place',
      longest: 80,
      maySkip: true,
      next: [{ when: { kept: 'now', is: 'yes' }, to: 'words' }, { to: 'when' }],
    },
    when: {
      kind: 'choice',
      say: 'menu.tell.when',
      keep: 'when',
      choices: [
        { text: 'menu.when.today', value: 'today', next: 'words' },
        { text: 'menu.when.yesterday', value: 'yesterday', next: 'words' },
        { text: 'menu.when.before', value: 'before', next: 'words' },
      ],
    },
    words: { kind: 'words', say: 'menu.tell.words', keep: 'words', longest: 160, maySkip: true, next: 'reply' },
    reply: {
      kind: 'choice',
      say: 'menu.tell.reply',
      keep: 'reply',
      choices: [
        { ...yesOrNo.yes, next: 'end' },
        { ...yesOrNo.no, next: 'end' },
      ],
    },
    end: { kind: 'end', say: 'menu.end', fact: 'told' },
  },
};

/** An answer that a person can tell more about, by voice: a screen that ends cannot be replied to. */
const withCall = (say: SmsKey): Item => ({
  kind: 'choice',
  say,
  choices: [
    { text: 'menu.follow.wanted', value: 'call', next: 'ring' },
    { text: 'menu.follow.add', value: 'add', next: 'more' },
    { text: 'menu.no', value: 'no', next: 'end' },
  ],
});

/** Nothing to be rung about yet; she may say more. */
const withMore = (say: SmsKey): Item => ({
  kind: 'choice',
  say,
  choices: [
    { text: 'menu.follow.add', value: 'add', next: 'more' },
    { text: 'menu.follow.leave', value: 'leave', next: 'end' },
  ],
});

export const follow: Flow = {
  id: 'follow',
  start: 'code',
  escapes: true,
  items: {
    code: {
      kind: 'code',
      say: 'menu.follow.code',
      form: 'teller-code',
      keep: 'code',
      tries: 3,
      lost: 'unknown',
      next: 'found',
    },
    found: {
      kind: 'look-up',
      question: 'answer-of-code',
      of: 'code',
      answers: {
        none: 'again',
        waiting: 'waiting',
        going: 'going',
        done: 'done',
        cannot: 'cannot',
        referred: 'referred',
        nobody: 'nobody',
        call: 'call',
        closed: 'closed',
        'slow-down': 'later',
      },
    },
    // A slip is asked again on the same call; who guesses is counted by the house, and paused.
    again: {
      kind: 'code',
      say: 'menu.follow.unknown',
      form: 'teller-code',
      keep: 'code',
      tries: 3,
      lost: 'unknown',
      next: 'found',
    },
    unknown: { kind: 'end', say: 'menu.follow.unknown', fact: 'read' },
    waiting: withMore('menu.follow.waiting'),
    going: withMore('menu.follow.going'),
    done: withCall('menu.follow.done'),
    cannot: withCall('menu.follow.cannot'),
    referred: withCall('menu.follow.referred'),
    nobody: withCall('menu.follow.nobody'),
    call: withCall('menu.follow.call'),
    ring: { kind: 'end', say: 'menu.follow.ring', fact: 'call-wanted' },
    end: { kind: 'end', say: 'menu.left', fact: 'read' },
    closed: withCall('menu.follow.closed'),
    more: { kind: 'words', say: 'menu.follow.more', keep: 'more', longest: 160, next: 'added' },
    added: { kind: 'end', say: 'receipt.added', fact: 'added' },
    later: { kind: 'end', say: 'menu.follow.later', fact: 'read' },
  },
};

export const zero: Flow = {
  id: 'zero',
  start: 'end',
  escapes: true,
  items: { end: { kind: 'end', say: 'receipt.zero', fact: 'zero' } },
};

export const language: Flow = {
  id: 'language',
  start: 'ask',
  escapes: true,
  items: {
    ask: {
      kind: 'choice',
      say: 'menu.language',
      keep: 'language',
      choices: [
        { text: 'menu.language.pt', value: 'pt', next: '#home' },
        { text: 'menu.language.en', value: 'en', next: '#home' },
        { text: 'menu.language.sw', value: 'sw', next: '#home' },
      ],
    },
  },
};

export const stop: Flow = {
  id: 'stop',
  start: 'end',
  escapes: true,
  items: { end: { kind: 'end', say: 'menu.stopped', fact: 'stopped' } },
};

export const left: Flow = {
  id: 'left',
  start: 'end',
  escapes: true,
  items: { end: { kind: 'end', say: 'menu.left', fact: 'left' } },
};
