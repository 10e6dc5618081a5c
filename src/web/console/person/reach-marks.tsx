// How far a right reaches: nothing, its own, all. In words and by a sign, never by a colour alone.
import { IconEye, IconEyeOff, IconPencil } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Reach } from '../../../shared/domain/sight.ts';
import { useWords } from '../../kit/i18n.ts';

export function ReachMarks({ sees, does }: { sees: Reach; does: Reach }): ReactNode {
  const { t } = useWords();
  if (sees === '-' && does === '-') {
    return (
      <span className="mark plain">
        <IconEyeOff size={16} aria-hidden />
        {t('sight.nothing')}
      </span>
    );
  }
  return (
    <span className="row tight">
      {sees === '-' ? null : (
        <span className="mark">
          <IconEye size={16} aria-hidden />
          {t(`sight.sees.${sees}`)}
        </span>
      )}
      {does === '-' ? null : (
        <span className="mark">
          <IconPencil size={16} aria-hidden />
          {t(`sight.does.${does}`)}
        </span>
      )}
    </span>
  );
}
