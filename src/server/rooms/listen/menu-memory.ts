// What is remembered of a conversation by menu between two steps: sealed, never shown again, and parsed when it comes back.
import { z } from 'zod';
import { floodCauses } from '../../../shared/domain/flood.ts';
import { languages } from '../../../shared/domain/language.ts';
import { openText, type ServeKeys, sealText } from '../protect/index.ts';

const State = z.object({
  flow: z.string(),
  item: z.string().optional(),
  kept: z.record(z.string(), z.string()),
  tries: z.int(),
  page: z.int(),
  path: z.array(z.string()),
  withheld: z.array(z.string()).optional(),
});
const Memory = z.strictObject({
  /** All that was typed in this session so far, as the gateway joins it. */
  typed: z.string(),
  shown: z.strictObject({ text: z.string(), ends: z.boolean() }),
  pages: z.int(),
  language: z.enum(languages),
  state: State,
  /** Where the session before fell, until she says whether she goes on. */
  fallen: State.optional(),
  /** To which flood the session was reckoned when it was dialled. */
  flood: z.strictObject({ floodId: z.string(), groupId: z.string(), cause: z.enum(floodCauses) }).optional(),
});
export type Memory = z.infer<typeof Memory>;

const place = (contactId: string) => ({ textClass: 'raw', table: 'listen_conversation', id: contactId }) as const;

export const sealMemory = (keys: ServeKeys, contactId: string, memory: Memory): Buffer =>
  Buffer.from(sealText(keys, place(contactId), JSON.stringify(memory)));

export const openMemory = (keys: ServeKeys, contactId: string, sealed: Buffer): Memory =>
  Memory.parse(JSON.parse(openText(keys, place(contactId), sealed)));
