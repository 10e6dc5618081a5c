// Who would have to be there before a type can be asked about.
import type { ReactNode } from 'react';
import type { TypeStateView } from '../../../shared/contract/type-switches.ts';
import { useWords } from '../../kit/i18n.ts';

export function Missing({ type: { answeredBy } }: { type: Pick<TypeStateView, 'answeredBy'> }): ReactNode {
  const { t } = useWords();
  const kinds = answeredBy.filter((one) => one !== 'post' && one !== 'coordinator');
  if (kinds.length === 0) return t('types.missingPost');
  return t('types.missingService', { kinds: kinds.map((kind) => t(`referralKind.${kind}`)).join(', ') });
}
