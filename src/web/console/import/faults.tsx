// Rows that stay out: how many for which reason, and all of them as a file of row numbers and reasons, without a word of theirs.
import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../../kit/i18n.ts';
import { useSession } from '../../kit/session.ts';
import { Section } from '../../kit/widgets/section.tsx';
import type { Seen } from './use-import.ts';

const SHOWN = 12;

export function Faults({ faults }: { faults: Seen['faults'] }): ReactNode {
  const { t } = useWords();
  const { programme } = useSession();
  const byReason = [...Map.groupBy(faults, ({ reason }) => reason)];
  const download = (): void => {
    const lines = faults.map(
      ({ row, reason }) => `${row},${reason},"${t(`imports.reason.${reason}`).replace(/"/g, '""')}"`,
    );
    const address = URL.createObjectURL(
      new Blob([`\uFEFF${['row,reason,words', ...lines].join('\r\n')}\r\n`], { type: 'text/csv' }),
    );
    const link = document.createElement('a');
    link.href = address;
    const mark = programme.demonstration ? `-${t('shell.demonstration').toLowerCase()}` : '';
    link.download = `${t('imports.faultsFile')}${mark}.csv`;
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <Section level={2} title={t('imports.faults')} hint={t('imports.faultsHint')}>
      <ul className="plain-list stack tight">
        {byReason.map(([reason, all]) => (
          <li key={reason}>
            <strong>{t(`imports.reason.${reason}`)}</strong>{' '}
            <span className="quiet">
              {t('imports.rowsAre', {
                count: all.length,
                rows: `${all
                  .slice(0, SHOWN)
                  .map(({ row }) => row)
                  .join(', ')}${all.length > SHOWN ? ' …' : ''}`,
              })}
            </span>
          </li>
        ))}
      </ul>
      <div>
        <Button variant="default" leftSection={<IconDownload size={18} aria-hidden />} onClick={download}>
          {t('imports.faultsDownload')}
        </Button>
      </div>
    </Section>
  );
}
