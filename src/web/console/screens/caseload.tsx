// The protection officer's list: both restricted lanes, seen by nobody else.
import type { ReactNode } from 'react';
import { ConcernDesk } from '../concern/concern-desk.tsx';

export function CaseloadScreen(): ReactNode {
  return <ConcernDesk kind="protection" />;
}
