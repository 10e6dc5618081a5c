// A teller's way back after the loop: her code while it runs, and the end of her route when it is over (decisions.md 6, 16).
import type { Ctx } from '../../db/tx.ts';
import { setRouteExpiry } from '../protect/index.ts';
import { minutesAfter } from './hold-concern.ts';
import { type NewCode, setCode } from './store-code.ts';
import { listSettledContacts } from './store-telling.ts';

/** Only the keyed hash comes here. False when there is no telling to follow. */
export const keepCode = (ctx: Ctx, contactId: string, code: NewCode): Promise<boolean> => setCode(ctx, contactId, code);

const ROUTE_DAYS = 30;

/** Something of hers is open, or open again: her way back lives. */
export const letRouteLive = (ctx: Ctx, contactId: string): Promise<void> => setRouteExpiry(ctx, contactId, null);

/** Hears `concern.closed`: the route to whoever waits for nothing more dies in thirty days. */
export async function letRoutesDie(ctx: Ctx, { concernId }: { concernId: string }): Promise<void> {
  const at = minutesAfter(ctx.now, ROUTE_DAYS * 24 * 60);
  for (const contactId of await listSettledContacts(ctx, concernId)) await setRouteExpiry(ctx, contactId, at);
}
