// The coordinator's concerns: triage at six in the morning after a night of messages.
import type { ReactNode } from 'react';
import { ConcernDesk } from '../concern/concern-desk.tsx';

export function ConcernsScreen(): ReactNode {
  return <ConcernDesk kind="coordinator" />;
}
