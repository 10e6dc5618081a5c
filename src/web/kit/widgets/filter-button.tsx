// A filter: what can be chosen, or what was chosen and goes with one tap.
import { Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../i18n.ts';

type Chip = { name: string; value: string; onClear: () => void };
type Props = Omit<Chip, 'value'> & { value: string | undefined; onOpen: () => void };

export function FilterButton({ name, value, onOpen, onClear }: Props): ReactNode {
  if (value !== undefined) return <FilterChip name={name} value={value} onClear={onClear} />;
  return (
    <Button variant="default" size="compact-sm" onClick={onOpen}>
      {name}
    </Button>
  );
}

export function FilterChip({ name, value, onClear }: Chip): ReactNode {
  const { t } = useWords();
  return (
    <Button
      variant="light"
      size="compact-sm"
      onClick={onClear}
      rightSection={<IconX size={14} aria-hidden />}
      aria-label={t('filter.remove', { filter: `${name}: ${value}` })}
      style={{ maxWidth: 220 }}
    >
      <span className="truncate">{value}</span>
    </Button>
  );
}
