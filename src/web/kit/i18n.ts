// Words on screen: Portuguese first, English a switch away. One language is loaded at a time.
import { changeLanguage, init, use } from 'i18next';
import { initReactI18next } from 'react-i18next';

export type Locale = 'pt' | 'en';

const texts = {
  pt: () => import('../../../locales/console.pt.json'),
  en: () => import('../../../locales/console.en.json'),
} as const;

const KEY = 'salama.locale';

/** In the language this browser last spoke; on a first visit in the one the programme greets in. */
export async function beginWords(greeting: Promise<Locale>): Promise<void> {
  const kept = localStorage.getItem(KEY);
  const locale = kept === 'pt' || kept === 'en' ? kept : await greeting;
  use(initReactI18next);
  use({
    type: 'backend',
    read: (language: string, _namespace: string, done: (error: unknown, data: object | null) => void) => {
      texts[language === 'en' ? 'en' : 'pt']().then(
        (module) => done(null, module.default),
        (error: unknown) => done(error, null),
      );
    },
  });
  await init({
    lng: locale,
    fallbackLng: false,
    supportedLngs: ['pt', 'en'],
    // One file of words: a colon in a key is no boundary, and no key is searched for one.
    nsSeparator: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  document.documentElement.lang = locale;
}

export async function speak(locale: Locale): Promise<void> {
  localStorage.setItem(KEY, locale);
  document.documentElement.lang = locale;
  await changeLanguage(locale);
}
