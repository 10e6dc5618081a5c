// When each gateway last brought something: remembered here, written at most once a minute, because intake must not pay for it.
import type { Db } from '../../db/client.ts';
import { setLastIn } from './store-gateways.ts';

const EVERY_MS = 60_000;

/** Called after a text is safe: what goes wrong here is no reason to refuse it. */
export function openLastIn(db: Db): (gatewayId: string, at: Date) => Promise<void> {
  const noted = new Map<string, number>();
  return async (gatewayId, at) => {
    const last = noted.get(gatewayId);
    if (last !== undefined && Math.abs(at.getTime() - last) < EVERY_MS) return;
    noted.set(gatewayId, at.getTime());
    await setLastIn(db, gatewayId, at).catch(() => noted.delete(gatewayId));
  };
}
