// How a command is written back to the post that sent it.
import { type Language, textLanguageOf } from '../../../shared/domain/language.ts';
import type { PostVerb } from './commands.ts';

const spellings: Readonly<Record<'pt' | 'en', Readonly<Record<PostVerb, string>>>> = {
  pt: { seen: 'OK', going: 'VOU', done: 'FEITO', cannot: 'NAO' },
  en: { seen: 'OK', going: 'GOING', done: 'DONE', cannot: 'CANNOT' },
};

export const commandSpelling = (verb: PostVerb, language: Language): string =>
  spellings[textLanguageOf(language)][verb];
