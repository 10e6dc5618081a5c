// Labelled messages as the second reader learns them: what the rules of their language find in each before it reads.
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { findPlaces } from '../src/server/rooms/listen/grammars/find-places.ts';
import { normaliseText } from '../src/server/rooms/listen/grammars/normalise-text.ts';
import type { PlaceIndex } from '../src/server/rooms/listen/grammars/place-index.ts';
import { compiledGrammars, readConcepts, toTokens } from '../src/server/rooms/listen/grammars/read-concepts.ts';
import type { Found } from '../src/server/rooms/listen/grammars/second-reader.ts';

const exampleRow = z.object({
  text: z.string(),
  language: z.string(),
  kind: z.string(),
  type: z.string(),
  lane: z.string(),
  danger: z.string(),
  negated: z.string().default(''),
});
export type Example = z.infer<typeof exampleRow>;

export const readExamples = (file: URL): Example[] =>
  parse(readFileSync(file), { columns: true, skip_empty_lines: true }).map((row: unknown) => exampleRow.parse(row));

export function findIn(example: Example, index: PlaceIndex): Found {
  const text = normaliseText(example.text);
  const tokens = toTokens(text);
  const own = compiledGrammars.filter(({ language }) => language === example.language);
  const { ideas, isDenied } = readConcepts(tokens, own);
  return { tokens, ideas, isDenied, places: findPlaces(text, tokens, index).covered };
}
