// One titled part of a record.
import { type ReactNode, useId } from 'react';

type Props = {
  title: string /** 2 directly under the page's title. */;
  level?: 2 | 3;
  hint?: string;
  aside?: ReactNode;
  children: ReactNode;
};

export function Section({ title, level = 3, hint, aside, children }: Props): ReactNode {
  const id = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className="stack" aria-labelledby={id}>
      <div className="row apart">
        <Heading id={id} style={{ fontSize: '0.9375rem' }}>
          {title}
        </Heading>
        {aside}
      </div>
      {hint === undefined ? null : <p className="quiet small">{hint}</p>}
      {children}
    </section>
  );
}
