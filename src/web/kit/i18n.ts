// The words on screen, for every component: Portuguese first, English a switch away.
import { createContext, createElement, type ReactNode, useContext } from 'react';
import { makeStore } from './store.ts';
import { keepLocale, keptLocale, type Locale, loadTexts, makeWords, type Words } from './words.ts';

export type { Locale } from './words.ts';

const silent = makeWords('pt', {});
const spoken = makeStore<Words>(silent);
const WordsContext = createContext<Words>(silent);

/** Around all that speaks. One watcher for the whole page: a list of fifty lines is not fifty listeners. */
export const Speaking = ({ children }: { children: ReactNode }): ReactNode =>
  createElement(WordsContext, { value: spoken.use() }, children);

export const useWords = (): Words => useContext(WordsContext);

/** In the language this browser last spoke; on a first visit in the one the programme greets in. */
export async function beginWords(greeting: Promise<Locale>): Promise<void> {
  await setWords(keptLocale() ?? (await greeting));
}

export async function speak(locale: Locale): Promise<void> {
  keepLocale(locale);
  await setWords(locale);
}

async function setWords(locale: Locale): Promise<void> {
  if (spoken.get().language !== locale || spoken.get() === silent)
    spoken.set(makeWords(locale, await loadTexts(locale)));
  document.documentElement.lang = locale;
}
