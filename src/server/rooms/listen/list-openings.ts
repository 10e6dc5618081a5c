// For the auditor: who had how many numbers opened, so that somebody who collects them stands out.
import { MANY_NUMBERS_A_DAY } from '../../../shared/domain/call.ts';
import type { WebCtx } from '../../kit/handle.ts';
import { nameUsers } from '../protect/index.ts';
import { countOpenings } from './store-callbacks.ts';

export async function listOpenings(ctx: WebCtx) {
  const openings = await countOpenings(ctx);
  const names = await nameUsers(
    ctx,
    openings.map(({ userId }) => userId),
  );
  return openings.map((one) => ({
    ...one,
    name: names.get(one.userId) ?? '',
    many: one.today >= MANY_NUMBERS_A_DAY || one.refused > 0,
  }));
}
