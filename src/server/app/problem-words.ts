// A refusal with the words that the screens have for it, in both languages: the command line keeps no texts of its own.
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { textLanguages } from '../../shared/domain/language.ts';
import { type Problem, problem } from '../../shared/kit/problem.ts';

const Told = z.object({ what: z.string(), next: z.string() });
const Texts = z.object({ problem: z.object({ import: z.record(z.string(), Told) }) });

/** @example throw await inWords(problem('import.unreadable')) */
export async function inWords({ code, details }: Problem): Promise<Problem> {
  const fault = code.slice('import.'.length);
  const told = await Promise.all(
    textLanguages.map(async (language) => {
      const file = new URL(`../../../locales/console.${language}.json`, import.meta.url);
      return Texts.parse(JSON.parse(await readFile(file, 'utf8'))).problem.import[fault];
    }),
  );
  const words = told.flatMap((one) => (one ? [`${one.what} ${one.next}`] : []));
  return problem(code, details, { cause: new Error(words.join('\n')) });
}
