// What is said on the telephone, in the language of whoever is called: data, so that a new language is one file (locales/call.*.json).
import { useQuery } from '@tanstack/react-query';
import type { AnswerCode } from '../../../shared/domain/answer.ts';
import type { CannotWhy } from '../../../shared/domain/follow.ts';
import { type Language, type TextLanguage, textLanguageOf } from '../../../shared/domain/language.ts';

type Script = typeof import('../../../../locales/call.pt.json');

const files: Readonly<Record<TextLanguage, () => Promise<{ default: Script }>>> = {
  pt: () => import('../../../../locales/call.pt.json'),
  en: () => import('../../../../locales/call.en.json'),
};

export function useScript(language: Language): Script | undefined {
  const spoken = textLanguageOf(language);
  const load = async (): Promise<Script> => (await files[spoken]()).default;
  return useQuery({ queryKey: ['script', spoken], queryFn: load, staleTime: Infinity }).data;
}

/** @example answerKey('cannot', 'means') // 'cannot-means' */
export function answerKey(answer: AnswerCode | null, why: CannotWhy | null): keyof Script['answer'] {
  if (answer === 'cannot' && why !== null) return `cannot-${why}`;
  return answer ?? 'none';
}
