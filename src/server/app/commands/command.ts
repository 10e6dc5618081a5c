// A word of the command line: one file in this folder and one line in index.ts.
import type { ParseArgsConfig } from 'node:util';

export type Given = { values: Readonly<Record<string, unknown>>; positionals: readonly string[] };

export type Command = {
  word: string;
  usage: string;
  /** One line of help. */
  does: string;
  options: NonNullable<ParseArgsConfig['options']>;
  /** Resolves to the exit code. */
  run(given: Given): Promise<number>;
};
