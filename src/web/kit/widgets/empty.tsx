// An empty list teaches the next step.
import type { TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';

type Props = { icon: TablerIcon; title: string; next: string; children?: ReactNode };

export function Empty({ icon: Icon, title, next, children }: Props): ReactNode {
  return (
    <div
      className="stack"
      style={{ alignItems: 'center', textAlign: 'center', padding: '48px 24px', maxWidth: 460, margin: '0 auto' }}
    >
      <Icon size={36} stroke={1.4} className="quiet" aria-hidden />
      <h2 style={{ fontSize: '1.0625rem' }}>{title}</h2>
      <p className="quiet">{next}</p>
      {children}
    </div>
  );
}
