// An empty list teaches the next step.
import type { TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';

type Props = {
  icon: TablerIcon;
  title: string /** 1 where the page is nothing else. */;
  level?: 1 | 2;
  next: string;
  children?: ReactNode;
};

export function Empty({ icon: Icon, title, level = 2, next, children }: Props): ReactNode {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <div
      className="stack"
      style={{ alignItems: 'center', textAlign: 'center', padding: '48px 24px', maxWidth: 460, margin: '0 auto' }}
    >
      <Icon size={36} stroke={1.4} className="quiet" aria-hidden />
      <Heading style={{ fontSize: '1.0625rem' }}>{title}</Heading>
      <p className="quiet">{next}</p>
      {children}
    </div>
  );
}
