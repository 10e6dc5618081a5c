// What each screen is for, in the reader's language; loaded when somebody asks. One group a screen in locales/help.*.json.
import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { useFormat } from './format.ts';
import type { Locale } from './i18n.ts';

const HelpText = z.strictObject({
  for: z.string(),
  do: z.record(z.string(), z.string()),
  words: z.record(z.string(), z.string()),
});
export type HelpText = z.infer<typeof HelpText>;
const Texts = z.record(z.string(), HelpText);

const files = {
  pt: () => import('../../../locales/help.pt.json'),
  en: () => import('../../../locales/help.en.json'),
} as const;

async function loadTexts(locale: Locale): Promise<Record<string, HelpText>> {
  return Texts.parse((await files[locale]()).default);
}

/** `/own-posts` is the group `own-posts`. */
export function useHelpText(path: string): HelpText | undefined {
  const { locale } = useFormat();
  const texts = useQuery({ queryKey: ['help', locale], queryFn: () => loadTexts(locale), staleTime: Infinity });
  return texts.data?.[path.slice(1)];
}
