// Nothing is shown before somebody signed in; when a session ends under the page, the page waits behind the sign-in.
import { lazyRouteComponent } from '@tanstack/react-router';
import { type ReactNode, Suspense, useEffect, useState } from 'react';
import type { SessionView } from '../../../shared/contract/session.ts';
import { beginSession, resumeSession, SessionContext, useSessionQuery } from '../../kit/session.ts';
import { Naming } from '../../kit/types.ts';
import { whenIdle } from '../../kit/when-idle.ts';
import { Trouble } from '../../kit/widgets/trouble.tsx';
import { Waiting } from '../../kit/widgets/waiting.tsx';

/** Seldom needed at once; fetched behind the first page, so that it is here when a session ends while nothing can be fetched. */
const EntryPage = lazyRouteComponent(() => import('./entry-page.tsx'), 'EntryPage');
export const preloadEntryPage = async (): Promise<void> => EntryPage.preload?.()?.catch(() => undefined);

export function SessionGate({ children }: { children: ReactNode }): ReactNode {
  const session = useSessionQuery();
  const [last, setLast] = useState<SessionView | null>(null);
  if (session.data && session.data !== last) setLast(session.data);
  useEffect(() => whenIdle(() => void preloadEntryPage()), []);
  if (session.isPending) return <Waiting rows={3} />;
  if (session.isError) return <Trouble error={session.error} retry={() => void session.refetch()} />;

  const onEnter = async (entered: SessionView): Promise<void> => {
    const same = last !== null && last.userId === entered.userId && last.grant.id === entered.grant.id;
    if (same) return resumeSession(entered);
    await beginSession(entered);
  };
  const shown = session.data ?? last;
  return (
    <>
      {session.data === null ? (
        <Suspense fallback={<Waiting rows={3} />}>
          <EntryPage onEnter={onEnter} interrupted={last !== null} />
        </Suspense>
      ) : null}
      {shown === null ? null : (
        <SessionContext value={shown}>
          {/* Hidden, not removed: half-written forms survive. */}
          <div hidden={session.data === null}>
            <Naming>{children}</Naming>
          </div>
        </SessionContext>
      )}
    </>
  );
}
