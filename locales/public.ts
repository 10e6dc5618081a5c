// Texts of the pages that anybody may open, by language. They name no service and no type: a stranger may read over her shoulder.
import type { TextLanguage } from '../src/shared/domain/language.ts';
import en from './public.en.json' with { type: 'json' };
import pt from './public.pt.json' with { type: 'json' };

export type PublicKey = keyof typeof pt;

/** Both files must have the same keys, or this does not compile. */
export const publicTexts: Readonly<Record<TextLanguage, Readonly<Record<PublicKey, string>>>> = { pt, en };

const isKey = (key: string): key is PublicKey => key in pt;
export const publicKeys: readonly PublicKey[] = Object.keys(pt).filter(isKey);
