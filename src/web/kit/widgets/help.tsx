// A short word of help where it is needed: a `?` that opens, and closes with Escape.
import { ActionIcon, Popover } from '@mantine/core';
import { IconHelp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../i18n.ts';

export function Help({ title, children }: { title: string; children: ReactNode }): ReactNode {
  const { t } = useWords();
  return (
    <Popover width={300} position="bottom" shadow="md" withinPortal>
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="md"
          aria-label={t('help.open', { about: title })}
          className="no-print"
        >
          <IconHelp size={18} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={title}>
        <div className="stack tight small" style={{ whiteSpace: 'pre-line' }}>
          <strong>{title}</strong>
          <span>{children}</span>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
