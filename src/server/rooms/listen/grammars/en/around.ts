// English words around places, persons and numbers, and of talk itself.
import type { Grammar } from '../grammar.ts';

export const around = {
  places: {
    nouns: {
      village: 'village, settlement',
      bairro: 'neighbourhood, neighborhood',
      locality: 'locality',
      'administrative-post': 'administrative post',
      district: 'district',
      province: 'province',
      any: 'town, city, island',
    },
    titles: '',
    bareTitles: '',
    titleLinks: '',
    here: 'in, at',
    beside: 'near, close, next, behind, beyond, before, after, past, between, around, outside, beside',
    links: 'of, to, the, called',
    byTheWay: 'from, to, towards, of, and',
  },
  persons: {
    before: 'by, with, the, my, his, her',
    deeds: 'stole, beat, rap, said, threat',
    particles: '',
    ofPlace: 'of, to, from',
    notAlone: 'father',
    verbEndings: 'ing, ed, ly, s',
    masks: { name: '[name]', number: '[number]' },
  },
  counting: {
    tens: 'and',
    spoken: 'and',
    ageBefore: 'am, is, age, aged',
    ageAfter: 'and, but, to',
    ageOf: 'of, age, is',
    aged: 'aged',
    agoBefore: 'for, last',
    agoAfter: 'ago',
    money: 'usd, dollars, euro, euros, shilling, shillings',
    papers: 'passport, number, phone, account, id, whatsapp, no',
  },
  talk: {
    afterAll: 'but, however',
    how: 'how',
    polite: 'please, pls, thanks, ok',
    ofOneself: 'me, my, called, told',
    alone:
      'only i saw, only i know, nobody else saw, nobody else knows, no one else saw, no one else knows, i was alone, i am the only, i was the only',
  },
} as const satisfies Pick<Grammar, 'places' | 'persons' | 'counting' | 'talk'>;
