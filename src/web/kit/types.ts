// Types of concern by code, in the reader's language, from the programme's own list.
import { createContext, createElement, type ReactNode, useContext, useMemo } from 'react';
import type { z } from 'zod';
import type { TypeView } from '../../shared/contract/work.ts';
import { useWords } from './i18n.ts';
import { useAsk } from './query.ts';

export type ConcernType = z.infer<typeof TypeView>;
type Types = { types: readonly ConcernType[]; typeName: (code: string | null | undefined) => string };

const none: readonly ConcernType[] = [];
const TypesContext = createContext<Types>({ types: none, typeName: (code) => code ?? '' });

/** Around all that names a type. One question and one watcher for the whole page: a list of fifty lines is not fifty. */
export function Naming({ children }: { children: ReactNode }): ReactNode {
  const { t, language } = useWords();
  const types = useAsk('listTypes', {}, { staleTime: 3_600_000 }).data?.types ?? none;
  const value = useMemo(() => {
    const names = new Map(types.map((type) => [type.code, language === 'en' ? type.labelEn : type.labelPt]));
    const typeName: Types['typeName'] = (code) => (code ? (names.get(code) ?? code) : t('type.unclear'));
    return { types, typeName };
  }, [types, language, t]);
  return createElement(TypesContext, { value }, children);
}

export const useTypes = (): Types => useContext(TypesContext);
