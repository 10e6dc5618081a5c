// Nothing is shown before somebody signed in; when a session ends under the page, the page waits behind the sign-in.
import { type ReactNode, useState } from 'react';
import type { SessionView } from '../../../shared/contract/session.ts';
import { beginSession, resumeSession, SessionContext, useSessionQuery } from '../../kit/session.ts';
import { Trouble } from '../../kit/widgets/trouble.tsx';
import { Waiting } from '../../kit/widgets/waiting.tsx';
import { EntryPage } from './entry-page.tsx';

export function SessionGate({ children }: { children: ReactNode }): ReactNode {
  const session = useSessionQuery();
  const [last, setLast] = useState<SessionView | null>(null);
  if (session.data && session.data !== last) setLast(session.data);
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
      {session.data === null ? <EntryPage onEnter={onEnter} interrupted={last !== null} /> : null}
      {shown === null ? null : (
        <SessionContext value={shown}>
          {/* Hidden, not removed: half-written forms survive. */}
          <div hidden={session.data === null}>{children}</div>
        </SessionContext>
      )}
    </>
  );
}
