// Segments decide what a text costs and whether it arrives readable: every rule here is one of 3GPP TS 23.038.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isGsm7, segmentsOf, splitSegments, toGsm7 } from './sms.ts';

describe('segments', () => {
  test.each([
    ['', 'gsm-7', 0, 1, 160],
    ['Recebido. Obrigado.', 'gsm-7', 19, 1, 160],
    ['a'.repeat(160), 'gsm-7', 160, 1, 160],
    ['a'.repeat(161), 'gsm-7', 161, 2, 153],
    ['a'.repeat(306), 'gsm-7', 306, 2, 153],
    ['a'.repeat(307), 'gsm-7', 307, 3, 153],
    ['à é è ù Ç ñ', 'gsm-7', 11, 1, 160],
    ['€'.repeat(80), 'gsm-7', 160, 1, 160],
    ['€'.repeat(81), 'gsm-7', 162, 2, 153],
    ['não', 'ucs-2', 3, 1, 70],
    ['ã'.repeat(70), 'ucs-2', 70, 1, 70],
    ['ã'.repeat(71), 'ucs-2', 71, 2, 67],
    ['😀'.repeat(35), 'ucs-2', 70, 1, 70],
    ['😀'.repeat(36), 'ucs-2', 72, 2, 67],
  ])('%j is %s, %i units, %i segments of %i', (text, ...[coding, units, segments, perSegment]) => {
    expect(segmentsOf(text)).toEqual({ coding, units, segments, perSegment });
  });

  test('an escaped character that would straddle two segments goes whole into the next', () => {
    const parts = splitSegments(`${'a'.repeat(152)}€${'b'.repeat(20)}`);
    expect(parts.map((part) => part.length)).toEqual([152, 21]);
    expect(parts[1]?.startsWith('€')).toBe(true);
  });

  test('a picture that would straddle two segments goes whole into the next', () => {
    const parts = splitSegments(`${'ã'.repeat(66)}😀${'ã'.repeat(10)}`);
    expect(parts[0]).toBe('ã'.repeat(66));
    expect(parts[1]?.startsWith('😀')).toBe(true);
  });

  test('cut and joined again, any text is the same text, and no part is over its room', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 500 }), (text) => {
        const { coding, perSegment, segments } = segmentsOf(text);
        const parts = splitSegments(text);
        expect(parts.join('')).toBe(text);
        expect(parts).toHaveLength(segments);
        for (const part of parts) {
          const units = coding === 'ucs-2' ? part.length : segmentsOf(part).units;
          expect(units).toBeLessThanOrEqual(perSegment);
        }
      }),
    );
  });
});

describe('plain GSM-7', () => {
  test.each([
    ['ação, coração, põe, avó', 'acao, coracao, poe, avo'],
    ['“Está bem” – disse…', '"Esta bem" - disse...'],
    ['água 💧 limpa 👨‍👩‍👧', 'agua  limpa '],
    ['3.ª rua, 25°, ½', '3.a rua, 25o, 1/2'],
    ['Ç à é', 'Ç à é'],
    ['Мост', '????'],
  ])('%j is sent as %j', (text, plain) => {
    expect(toGsm7(text)).toBe(plain);
  });

  test('whatever is written, what leaves is GSM-7, and plain text is left alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const plain = toGsm7(text);
        expect(isGsm7(plain)).toBe(true);
        expect(toGsm7(plain)).toBe(plain);
      }),
    );
  });

  test('Portuguese loses no letter on the way', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'áàâãéêíóôõúüçÁÂÃÊÍÓÔÕÚ abcxyz'), maxLength: 200 }), (text) => {
        expect(toGsm7(text)).toHaveLength(text.length);
        expect(toGsm7(text)).not.toContain('?');
      }),
    );
  });
});
