// Kiswahili words around places, persons and numbers, and of talk itself.
import type { Grammar } from '../grammar.ts';

export const around = {
  places: {
    nouns: { village: 'kijiji' },
    titles: '',
    bareTitles: '',
    titleLinks: '',
    here: '',
    beside: '',
    links: '',
    byTheWay: '',
  },
  persons: {
    before: '',
    deeds: '',
    particles: 'bin, al',
    ofPlace: '',
    notAlone: '',
    verbEndings: '',
  },
  counting: {
    tens: '',
    spoken: 'na',
    ageBefore: 'ana, nina',
    ageAfter: 'lakini, na',
    ageOf: '',
    aged: '',
    agoBefore: '',
    agoAfter: '',
    money: 'tzs',
    papers: '',
  },
  talk: {
    afterAll: 'lakini, ila',
    how: 'vipi',
    polite: '',
    ofOneself: '',
    alone:
      'peke yangu, mimi tu niliona, mimi tu niliyeona, mimi tu ninajua, hakuna mwingine aliyeona, hakuna mwingine anayejua',
  },
} as const satisfies Pick<Grammar, 'places' | 'persons' | 'counting' | 'talk'>;
