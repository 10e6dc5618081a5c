// Whoever writes from a number that is nobody's yet is answered in the language she wrote in, where texts exist in it (ADR 0128).
import { type TextLanguage, textLanguages } from '../../../shared/domain/language.ts';
import type { Ctx } from '../../db/tx.ts';
import { updateWishes, type Wishes, withoutCodes } from '../protect/index.ts';
import { plainWords } from './flows/read-answer.ts';
import { identifyLanguage } from './grammars/identify-language.ts';
import { grammars } from './grammars/index.ts';
import { toTokens } from './grammars/read-concepts.ts';
import { listOf } from './grammars/words-of.ts';
import type { Heard, ListenTools } from './heard.ts';
import type { UnderstandWorld } from './understand-text.ts';

type Wrote = Pick<Heard, 'contactId' | 'text' | 'via' | 'wishes'>;

/** Her wishes, with the language of these words when it is another. What was registered for her, or is a language without texts, is a person's word and stands. */
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
  const text = withoutCodes(whole);
  const said = plainWords(text);
  const [ordered, ...more] = grammars.filter(({ orders }) => Object.values(orders.wishes).some(holds(said)));
  const language =
    ordered && more.length === 0 ? ordered.language : identifyLanguage(text, toTokens(text), lexicon).language;
  return textLanguages.find((one) => one === language);
}

const holds =
  (said: string) =>
  (words: string): boolean =>
    listOf(words).includes(said);

const isTextLanguage = (language: string): boolean => textLanguages.some((one) => one === language);
