// Types of concern by code, in the reader's language, from the programme's own list.
import { useCallback } from 'react';
import type { z } from 'zod';
import type { TypeView } from '../../shared/contract/work.ts';
import { useWords } from './i18n.ts';
import { useAsk } from './query.ts';

export type ConcernType = z.infer<typeof TypeView>;

export function useTypes(): { types: readonly ConcernType[]; typeName: (code: string | null | undefined) => string } {
  const { t, language } = useWords();
  const { data } = useAsk('listTypes', {}, { staleTime: 3_600_000 });
  const typeName = useCallback(
    (code: string | null | undefined) => {
      if (code === null || code === undefined) return t('type.unclear');
      const found = data?.types.find((type) => type.code === code);
      if (found === undefined) return code;
      return language === 'en' ? found.labelEn : found.labelPt;
    },
    [data, language, t],
  );
  return { types: data?.types ?? [], typeName };
}
