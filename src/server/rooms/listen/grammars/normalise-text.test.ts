// What a person sees is what is read: disguises and unseen marks change nothing.
import { expect, test } from 'vitest';
import { normaliseText } from './normalise-text.ts';

test.each([
  ['zero-width characters', 'ata\u200bca\u200dram a al\u00addeia', 'atacaram a aldeia'],
  ['right-to-left marks', '\u202eroubaram\u202c o gado\u200f', 'roubaram o gado'],
  ['Cyrillic letters in a Latin word', '\u0430t\u0430c\u0430r\u0430m', 'atacaram'],
  ['full-width letters', 'ｒｏｕｂｏ', 'roubo'],
  ['control characters', 'rou\u0000bo\u0007', 'roubo'],
  ['strokes through letters', 'a\u0335t\u0334a\u0336c\u0337aram', 'atacaram'],
  ['small capitals and round letters', 'ᴀᴛᴀᴄᴀʀᴀᴍ ɑ ɑldeıɑ', 'atacaram a aldeia'],
  ['letters that a gateway took for two', 'nÃ£o houve ataque na povoaÃ§Ã£o', 'não houve ataque na povoação'],
  ['odd spaces', 'roubo\u00a0\u2003mota', 'roubo mota'],
])('%s are taken away', (_, written, seen) => expect(normaliseText(written)).toBe(seen));

test.each(['пожалуйста щедрый', 'нападение на деревню'])(
  'a text that is truly in another alphabet stays as it is: %s',
  (text) => expect(normaliseText(text)).toBe(text),
);

test('HTML, formulas and emoji stay text', () =>
  expect(normaliseText("<b>roubo</b> =CMD|' /C calc'!A0 😡")).toBe("<b>roubo</b> =CMD|' /C calc'!A0 😡"));
