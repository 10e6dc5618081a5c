// Who sees this concern, how much of it, and why: the first question of anybody who works with safety.
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ConcernView } from '../../../shared/contract/concerns.ts';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import { Help } from '../../kit/widgets/help.tsx';
import { Section } from '../../kit/widgets/section.tsx';

export function SeenByTable({ seenBy }: { seenBy: ConcernView['seenBy'] }): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  // A role that nobody holds sees nothing, whatever its right.
  const lines = seenBy.filter((line) => line.sees !== 'all' || line.count > 0);
  if (lines.length === 0) return null;
  const words = (group: string, code: string): string =>
    t(`${group}.${code}`, { defaultValue: t(`role.${code}`, { defaultValue: code }) });
  return (
    <Section title={t('seenBy.title')} aside={<Help title={t('seenBy.title')}>{t('help.seenBy')}</Help>}>
      <div className="scroll">
        <table className="grid">
          <thead>
            <tr>
              <th scope="col">{t('seenBy.who')}</th>
              <th scope="col">{t('seenBy.sees')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={`${line.who} ${line.sees} ${line.why}`}>
                <td>
                  {words('seenByWho', line.who)}{' '}
                  {line.count === 0 ? null : <span className="quiet numbers">({format.number(line.count)})</span>}
                  <div className="quiet small">{words('seenByWhy', line.why)}</div>
                </td>
                <td>
                  <span className="mark plain folds">
                    {line.sees === 'nothing' ? <IconEyeOff size={16} aria-hidden /> : <IconEye size={16} aria-hidden />}
                    {t(`sees.${line.sees}`)}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
