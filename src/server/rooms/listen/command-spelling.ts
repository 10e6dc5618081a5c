// How a command is written back to the post that sent it.
import { type Language, type TextLanguage, textLanguageOf } from '../../../shared/domain/language.ts';
import type { PostVerb } from './commands.ts';

const spellings: Readonly<Record<TextLanguage, Readonly<Record<PostVerb, string>>>> = {
  pt: { seen: 'OK', going: 'VOU', done: 'FEITO', cannot: 'NAO' },
  en: { seen: 'OK', going: 'GOING', done: 'DONE', cannot: 'CANNOT' },
};

export const commandSpelling = (verb: PostVerb, language: Language): string =>
  spellings[textLanguageOf(language)][verb];
