// What each screen is for, in the reader's language; loaded when somebody asks. One group a screen in locales/help.*.json, and one for
// what stands on all of them.
import { useQuery } from '@tanstack/react-query';
import { useFormat } from './format.ts';
import type { Locale } from './i18n.ts';

export type HelpText = {
  for: string;
  do: Readonly<Record<string, string>>;
  words: Readonly<Record<string, string>>;
};

const files = {
  pt: () => import('../../../locales/help.pt.json'),
  en: () => import('../../../locales/help.en.json'),
} as const;

async function loadTexts(locale: Locale): Promise<Readonly<Record<string, HelpText>>> {
  return (await files[locale]()).default;
}

/** Of what stands on every screen: the bell, the bar of danger. */
export const EVERYWHERE = '/everywhere';

/** `/own-posts` is the group `own-posts`. */
export function useHelpText(path: string): HelpText | undefined {
  const { locale } = useFormat();
  const texts = useQuery({ queryKey: ['help', locale], queryFn: () => loadTexts(locale), staleTime: Infinity });
  return texts.data?.[path.slice(1)];
}
