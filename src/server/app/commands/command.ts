// A word of the command line: one file in this folder that exports `run`, and one line in index.ts.
import type { ParseArgsConfig } from 'node:util';

export type Given = { values: Readonly<Record<string, unknown>>; positionals: readonly string[] };

/** Resolves to the exit code. */
export type Run = (given: Given) => Promise<number>;

export type Command = {
  word: string;
  usage: string;
  /** One line of help in each language. */
  does: { pt: string; en: string };
  options: NonNullable<ParseArgsConfig['options']>;
  /** Loaded only when asked for: the parent of `serve` and `courier` stays small. */
  load(): Promise<{ run: Run }>;
};
