// What a sealed narrative is bound to: its lane's key and its own row.
import type { Lane } from '../../../shared/domain/lane.ts';

export const narrativePlace = (lane: Lane, concernId: string) =>
  ({ textClass: lane, table: 'respond_concern', id: concernId }) as const;
