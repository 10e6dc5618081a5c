// A Kiswahili verb is found whoever did it, whenever, and to whom; and what was denied is not taken for said.
import { describe, expect, test } from 'vitest';
import { soundKey } from './compile-terms.ts';
import { kiswahili } from './sw/index.ts';
import { takeApart } from './take-apart.ts';

const readings = takeApart(kiswahili.affixes);
const apart = (word: string): readonly string[] => readings(soundKey(word));

describe('a verb without its prefixes', () => {
  test.each(['wameiba', 'aliiba', 'wanaiba', 'wakaiba', 'walioiba', 'kuiba', 'nitaiba'])('%s holds "iba"', (word) =>
    expect(apart(word)).toContain('~iba'),
  );
  test.each(['hawakuiba', 'hatukuiba', 'hajaiba'])('%s denies "iba"', (word) => {
    expect(apart(word)).toContain('^iba');
    expect(apart(word)).not.toContain('~iba');
  });
  test('the object between is taken off too', () => expect(apart('wamempiga')).toContain('~piga'));
});
