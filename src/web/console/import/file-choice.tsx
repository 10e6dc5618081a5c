// The file itself: chosen or let go. Nothing of it is kept before the person says so.
import { Button, FileButton } from '@mantine/core';
import { IconFileSpreadsheet, IconFileUpload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../../kit/i18n.ts';

const ACCEPTED = '.csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
type Props = {
  fileName: string | undefined;
  reading: boolean;
  onFile: (file: File) => void;
  onDrop: () => void;
};

export function FileChoice({ fileName, reading, onFile, onDrop }: Props): ReactNode {
  const { t } = useWords();
  return (
    <section className="card stack tight" style={{ padding: '14px 16px' }} aria-busy={reading}>
      <div className="row apart">
        <span className="row">
          <IconFileSpreadsheet size={22} aria-hidden />
          <strong>{fileName ?? t('imports.choose')}</strong>
        </span>
        <span className="row">
          <FileButton accept={ACCEPTED} onChange={(file) => (file === null ? undefined : onFile(file))}>
            {(props) => (
              <Button
                {...props}
                variant={fileName === undefined ? 'filled' : 'default'}
                loading={reading}
                leftSection={<IconFileUpload size={18} aria-hidden />}
              >
                {t(fileName === undefined ? 'imports.open' : 'imports.other')}
              </Button>
            )}
          </FileButton>
          {fileName === undefined ? null : (
            <Button variant="default" onClick={onDrop}>
              {t('imports.drop')}
            </Button>
          )}
        </span>
      </div>
      <p className="quiet small">{t('imports.chooseHint')}</p>
    </section>
  );
}
