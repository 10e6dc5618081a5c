// What of the key ring is due to change, and the ring as it is then. Pure: app/rotate-keys.ts writes the files.
import { type CourierKeys, dropOldRouteKeys, rotateRouteKey, type ServeKeys } from './keys.ts';
import { isPepperDue, rotatePeppers, rotatingPurposes } from './peppers.ts';

const ROUTE_DAYS = 30;
const DAY_MS = 86_400_000;

type Ring = { serve: ServeKeys; courier: CourierKeys };
/** How many pepper chains were cut, route keys made, and old ones destroyed. */
export type Rotation = { peppers: number; routes: number; destroyed: number };

/**
 * The courier's file is to be written before serve's: serve must never seal to a key that nobody holds. A kill between the two leaves
 * serve with the last key, which the courier still opens; the next call mends it. Throws `keys.clock`.
 */
export function rotateKeys(ring: Ring, now: Date): { ring: Ring; rotation: Rotation } {
  // First: a clock that cannot be right must touch nothing.
  const serve = isPepperDue(ring.serve, now) ? rotatePeppers(ring.serve, now) : ring.serve;
  const peppers = rotatingPurposes.filter(
    (purpose) => serve.peppers[purpose].period !== ring.serve.peppers[purpose].period,
  ).length;
  const together = bringTogether({ serve, courier: ring.courier });
  if (isRouteDue(ring.courier, now)) {
    const { destroyed, ...rotated } = rotateRouteKey(together, now);
    return { ring: rotated, rotation: { peppers, routes: 1, destroyed: destroyed.length } };
  }
  const { kept, destroyed } = dropOldRouteKeys(ring.courier.routes, now);
  const courier = destroyed.length === 0 ? ring.courier : { ...ring.courier, routes: kept };
  return { ring: { ...together, courier }, rotation: { peppers, routes: 0, destroyed: destroyed.length } };
}

function isRouteDue({ routes }: CourierKeys, now: Date): boolean {
  const current = routes.find(({ retiredAt }) => retiredAt === null);
  return !current || now.getTime() - Date.parse(current.createdAt) >= ROUTE_DAYS * DAY_MS;
}

/** serve seals to the courier's current key. */
function bringTogether(ring: Ring): Ring {
  const current = ring.courier.routes.find(({ retiredAt }) => retiredAt === null);
  if (!current || current.keyId === ring.serve.route.keyId) return ring;
  return { ...ring, serve: { ...ring.serve, route: { keyId: current.keyId, publicKey: current.publicKey } } };
}
