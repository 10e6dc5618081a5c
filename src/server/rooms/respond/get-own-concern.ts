// The concern a person works on, locked. One that is not hers to see does not exist for her.
import { type ConcernState, mayMoveConcern } from '../../../shared/domain/concern.ts';
import { problem } from '../../../shared/kit/problem.ts';
import type { WebCtx } from '../../kit/handle.ts';
import { type Concern, lockConcern } from './store-concern.ts';

export async function getOwnConcern(ctx: WebCtx, id: string): Promise<Concern> {
  const concern = await lockConcern(ctx, id);
  if (!concern) throw problem('concern.not-found', { concernId: id });
  return concern;
}

export function mustMove(concern: Concern, to: ConcernState): void {
  if (!mayMoveConcern(concern.state, to)) throw refused(concern);
}

export const refused = (concern: Concern) => problem('concern.state', { concernId: concern.id, state: concern.state });
const ended: readonly ConcernState[] = ['merged', 'withdrawn'];
export function mustStand(concern: Concern): void {
  if (ended.includes(concern.state)) throw refused(concern);
}
