// Types of concern by code, in the reader's language, from the programme's own list.
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { TypeView } from '../../shared/contract/work.ts';
import { useAsk } from './query.ts';

export type ConcernType = z.infer<typeof TypeView>;

export function useTypes(): { types: readonly ConcernType[]; typeName: (code: string | null | undefined) => string } {
  const { t, i18n } = useTranslation();
  const { data } = useAsk('listTypes', {}, { staleTime: 3_600_000 });
  const typeName = useCallback(
    (code: string | null | undefined) => {
      if (code === null || code === undefined) return t('type.unclear');
      const found = data?.types.find((type) => type.code === code);
      if (found === undefined) return code;
      return i18n.language === 'en' ? found.labelEn : found.labelPt;
    },
    [data, i18n.language, t],
  );
  return { types: data?.types ?? [], typeName };
}
