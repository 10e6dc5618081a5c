// What an import of reports needs of its surroundings: keys, the world, the wall clock, and that no text can leave.
import { problem } from '../../shared/kit/problem.ts';
import type { Db } from '../db/client.ts';
import type { ImportTools, UnderstandWorld } from '../rooms/listen/index.ts';
import type { ServeKeys } from '../rooms/protect/index.ts';
import { listRealGateways } from './check-nothing-sends.ts';

export function makeImportTools(
  db: Db,
  { keys, world, timeZone }: { keys: ServeKeys; world: () => Promise<UnderstandWorld>; timeZone: string },
): ImportTools {
  return {
    keys,
    world,
    zoneHours: zoneHoursOf(timeZone),
    refuseWhenSending: async () => {
      if ((await listRealGateways(db)).length > 0) throw problem('import.gateway');
    },
  };
}

/** `Africa/Maputo` → 2. */
export function zoneHoursOf(timeZone: string): number {
  const named = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).format();
  const [, sign = '+', hours = '0'] = /GMT([+-])(\d{2})/.exec(named) ?? [];
  return Number(`${sign}${hours}`);
}
