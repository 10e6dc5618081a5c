// After a rotation the courier seals living routes to its newest key: a matter open longer than a key lives can still be answered, and
// destroying the old key takes nobody's way back but those that are gone already.
import type { Db } from '../../db/client.ts';
import type { CourierKeys } from './keys.ts';
import { resealRoute, type Sealed } from './seal.ts';
import { listRoutesUnder, updateSeal } from './store-contacts.ts';

/** Returns how many were sealed anew: 0 when none is left. A route whose key is destroyed, or that is broken, is left as it is. */
export async function resealRoutes(db: Db, keys: CourierKeys, most: number): Promise<number> {
  const current = keys.routes.find(({ retiredAt }) => retiredAt === null);
  if (!current) return 0;
  const openable = keys.routes.map(({ keyId }) => keyId).filter((keyId) => keyId !== current.keyId);
  if (openable.length === 0) return 0;
  let sealed = 0;
  for (const route of await listRoutesUnder(db, openable, most)) {
    const fresh = resealOrLeave(keys, route);
    if (!fresh) continue;
    await updateSeal(db, route, fresh);
    sealed += 1;
  }
  return sealed;
}

function resealOrLeave(keys: CourierKeys, route: Sealed & { id: string }): Sealed | undefined {
  try {
    return resealRoute(keys, route, route.id);
  } catch {
    return undefined;
  }
}
