// A hearer of one shape of payload.
import type { z } from 'zod';
import type { Ctx } from '../db/tx.ts';
import type { ListenTools } from '../rooms/listen/index.ts';
import type { ContactBook, ServeKeys } from '../rooms/protect/index.ts';
import type { RespondTools } from '../rooms/respond/index.ts';
import type { Hearer } from '../work/runner.ts';

export type HearerTools = ListenTools & {
  keys: ServeKeys;
  respond: RespondTools;
  contacts: Pick<ContactBook, 'forgetAll'>;
};

/** A payload is parsed again on its way out of the database: a task outlives the code that asked for it. */
export function hear<T extends z.ZodType>(shape: T, deed: (ctx: Ctx, payload: z.output<T>) => Promise<void>): Hearer {
  return (ctx, payload) => deed(ctx, shape.parse(payload));
}
