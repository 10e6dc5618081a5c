import { describe, expect, test } from 'vitest';
import { compiledGrammars, readConcepts, toTokens } from './read-concepts.ts';

const opinionOf = (language: string, text: string) => {
  const own = compiledGrammars.filter((each) => each.language === language);
  const { tokens, ideas, isDenied } = readConcepts(toTokens(text), own);
  return own[0]?.reader({ tokens, ideas, isDenied, places: new Set() });
};

describe('a second reader, which learned from examples', () => {
  test.each([
    ['pt', 'levaram me a panela grande da banca enquanto fui buscar agua', 'C02'],
    ['pt', 'o meu marido chega bebado e bate me a frente dos filhos', 'D02'],
    ['sw', 'wamevunja mlango wa duka usiku na kuchukua mchele', 'C01'],
    ['en', 'he moved the boundary stones of my field again', 'H01'],
  ])('recognises in %s what no list of words names: %s', (language, text, type) => {
    const opinion = opinionOf(language, text);
    expect(opinion?.best.kind).toBe(type);
  });

  test('shows the words that weighed most', () => {
    const opinion = opinionOf('pt', 'queimaram as casas da aldeia');
    expect(opinion?.because('A06').slice(0, 2)).toEqual(expect.arrayContaining(['queimaram']));
  });

  test('has no opinion of words that stood in no example', () =>
    expect(opinionOf('pt', 'plondira flimpa grotinda')).toBeUndefined());

  test('thinks a denied attack denied', () => {
    const opinion = opinionOf('pt', 'nao houve ataque nenhum, eram foguetes');
    expect(opinion?.mark('denied')).toBeGreaterThan(0.5);
  });
});
