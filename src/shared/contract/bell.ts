// The bell over every page: what waits for this person in this role, as one digest. Danger to life alone is told row by row.
import { z } from 'zod';
import { bellParts } from '../domain/bell.ts';
import { route } from './route.ts';
import { AreaView, Id, Moment, Nothing, TypeCode } from './shapes.ts';

const Count = z.int().min(0);

/** Danger to life that nobody has taken. */
export const BellDanger = z.strictObject({
  id: Id,
  ref: z.string(),
  typeCode: TypeCode.nullable(),
  area: AreaView.nullable(),
  /** Of a brief: which of the reader's posts has not seen it. */
  postName: z.string().nullable(),
  /** Never for a post, which reads no moment so fine. */
  since: Moment.nullable(),
  /** In a restricted lane: the task by which it is taken. */
  todoId: Id.nullable(),
});
export type BellDanger = z.infer<typeof BellDanger>;

/** Things of one kind in one part of the list. */
export const BellRow = z.strictObject({
  part: z.enum(bellParts),
  kind: z.string(),
  count: Count,
  /** The thing itself, where there is one only. */
  subjectId: Id.nullable(),
});
export type BellRow = z.infer<typeof BellRow>;

export const BellView = z.strictObject({
  at: Moment,
  /** Until when this person has looked; a day ago for one who never did. */
  lookedAt: Moment,
  waiting: Count,
  /** Of them: new, or late, since she looked. */
  fresh: Count,
  dangers: z.array(BellDanger),
  rows: z.array(BellRow),
});
export type BellView = z.infer<typeof BellView>;

export const getBell = route({
  method: 'GET',
  path: '/api/bell',
  summary: 'What waits for me: danger to life row by row, all else counted by kind',
  byItself: true,
  response: BellView,
});
export const lookAtBell = route({
  method: 'POST',
  path: '/api/bell',
  summary: 'I have looked at what waited until then',
  body: z.strictObject({ at: Moment }),
  response: Nothing,
});
