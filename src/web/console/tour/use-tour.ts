// Whether the tour is open for this person in this role. Once left it does not come by itself; the help panel begins it again.
import { useNavigate } from '@tanstack/react-router';
import { ask } from '../../kit/api.ts';
import { useSession } from '../../kit/session.ts';
import { makeStore } from '../../kit/store.ts';

/** What was wanted on this page, by role; before that the account decides. */
const wanted = makeStore<{ grantId: string; open: boolean } | undefined>(undefined);

export function useTour(): { open: boolean; begin: () => void; leave: () => void } {
  const { grant, toured } = useSession();
  const navigate = useNavigate();
  const own = wanted.use();
  const open = own?.grantId === grant.id ? own.open : !toured;
  return {
    open,
    begin: () => {
      wanted.set({ grantId: grant.id, open: true });
      void navigate({ to: '/' });
    },
    leave: () => {
      wanted.set({ grantId: grant.id, open: false });
      // When it is not kept, the worst is that the tour offers itself once more.
      if (!toured) void ask('leaveTour', {}).catch(() => undefined);
    },
  };
}
