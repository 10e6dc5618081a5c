// Shapes that several nouns share on the wire. Only strict objects: an unknown key is refused both ways.
import { z } from 'zod';
import { lanes } from '../domain/lane.ts';
import { origins } from '../domain/origin.ts';

// A country is its two letters: `ar_mz`. A set-up may give names of its own: `po_demo-administration-of-cd-cidade-de-pemba`.
export const Id = z.string().regex(/^[a-z]{2}_[0-9a-z_-]{2,60}$/);
export const IdParams = z.strictObject({ id: Id });
export const Moment = z.iso.datetime();
/** A day by the programme's own clock. */
export const Day = z.iso.date();
export const Severity = z.int().min(1).max(5);
export const Lane = z.enum(lanes);
export const TypeCode = z.string().regex(/^[A-J]\d{2}$/);
export const Cursor = z.string().max(200);
export const Nothing = z.strictObject({});
export const TimeBand = z.enum(['morning', 'afternoon', 'night']);
export const Origin = z.enum(origins);

export const AreaView = z.strictObject({ id: Id, name: z.string(), kind: z.string(), within: z.string().nullable() });
export type AreaView = z.infer<typeof AreaView>;

/** What a deed answers: its id lets the actor undo it until `undoUntil`. */
export const Deed = z.strictObject({ deedId: Id, undoUntil: Moment });
export type Deed = z.infer<typeof Deed>;

/** One line of a timeline: what happened and by whose role; codes only. */
export const TimelineEntry = z.strictObject({
  id: Id,
  at: Moment,
  event: z.string(),
  role: z.string(),
  actorName: z.string().nullable(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;
