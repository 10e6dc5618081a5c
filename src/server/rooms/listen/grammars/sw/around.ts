// Kiswahili words around places, persons and numbers, and of talk itself.
import { empty } from '../empty.ts';
import type { Grammar } from '../grammar.ts';

export const around = {
  places: { ...empty.places, nouns: { village: 'kijiji' } },
  persons: { ...empty.persons, particles: 'bin, al' },
  counting: { ...empty.counting, spoken: 'na', ageBefore: 'ana, nina', ageAfter: 'lakini, na', money: 'tzs' },
  talk: {
    ...empty.talk,
    afterAll: 'lakini, ila',
    how: 'vipi',
    alone:
      'peke yangu, mimi tu niliona, mimi tu niliyeona, mimi tu ninajua, hakuna mwingine aliyeona, hakuna mwingine anayejua',
  },
} as const satisfies Pick<Grammar, 'places' | 'persons' | 'counting' | 'talk'>;
