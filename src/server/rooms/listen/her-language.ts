// Whoever writes from a number that is nobody's yet is answered in the language she wrote in, where texts exist in it (ADR 0128).
import { type TextLanguage, textLanguages } from '../../../shared/domain/language.ts';
import type { Ctx } from '../../db/tx.ts';
import { updateWishes, type Wishes } from '../protect/index.ts';
import { plainWords } from './flows/read-answer.ts';
import { identifyLanguage } from './grammars/identify-language.ts';
import { grammars } from './grammars/index.ts';
import { toTokens } from './grammars/read-concepts.ts';
import { listOf } from './grammars/words-of.ts';
import type { Heard, ListenTools } from './heard.ts';
import type { UnderstandWorld } from './understand-text.ts';

type Wrote = Pick<Heard, 'contactId' | 'text' | 'via' | 'wishes'>;

/** Her wishes, with the language of these words when it is another. What was registered or chosen for her is not changed by a text. */
export async function followLanguage(ctx: Ctx, wrote: Wrote, tools: Pick<ListenTools, 'world'>): Promise<Wishes> {
  const { contactId, text, via, wishes } = wrote;
  if (via !== 'text' || wishes.kind !== 'person' || !isTextLanguage(wishes.language)) return wishes;
  const language = languageOfWords(text, await tools.world());
  if (language === undefined || language === wishes.language) return wishes;
  await updateWishes(ctx, contactId, { language });
  return { ...wishes, language };
}

/** Undefined without evidence, and for a language without texts. */
export function languageOfWords(
  whole: string,
  { lexicon }: Pick<UnderstandWorld, 'lexicon'>,
): TextLanguage | undefined {
  const text = whole.replace(codes, ' ');
  const said = plainWords(text);
  const [ordered, ...more] = grammars.filter(({ orders }) => Object.values(orders.wishes).some(holds(said)));
  const language =
    ordered && more.length === 0 ? ordered.language : identifyLanguage(text, toTokens(text), lexicon).language;
  return textLanguages.find((one) => one === language);
}

/** A code is letters by chance: now and then they look like some language. */
const codes = /\b(?:[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]|(?=[0-9a-z ]*\d)[0-9a-z]{4} ?[0-9a-z]{4} ?[0-9a-z])\b/gi;

const holds =
  (said: string) =>
  (words: string): boolean =>
    listOf(words).includes(said);

const isTextLanguage = (language: string): boolean => textLanguages.some((one) => one === language);
