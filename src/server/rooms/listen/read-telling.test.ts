import { expect, test } from 'vitest';
import { tellsAlone } from './read-telling.ts';

test.each([
  ['Só eu vi o carro parar', true],
  ['ninguém mais viu', true],
  ['nobody else saw, I was alone', true],
  ['Ni mimi peke yangu niliona gari', true],
  ['Mimi tu niliona gari likisimama', true],
  ['roubaram cabras', false],
  ['so eu vivo aqui', false],
])('whether she says that nobody else saw it: %s', (text, alone) => expect(tellsAlone(text)).toBe(alone));
