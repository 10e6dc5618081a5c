// What waits for a person, the listener's one text, handsets of the demonstration, lists for pickers, the journal for the auditor.

import { z } from 'zod';
import { languages } from '../domain/language.ts';
import { MOST_LETTERS } from '../domain/understanding.ts';
import { route } from './route.ts';
import {
  AreaView,
  Cursor,
  Id,
  IdParams,
  Lane,
  Moment,
  Nothing,
  Origin,
  Severity,
  TimelineEntry,
  TypeCode,
} from './shapes.ts';

export const TodoView = z.strictObject({
  id: Id,
  kind: z.string(),
  subjectId: Id,
  ref: z.string().nullable(),
  typeCode: TypeCode.nullable(),
  area: AreaView.nullable(),
  /** That of whoever it is about, where a person must speak it. */
  language: z.enum(languages).nullable(),
  openedAt: Moment,
  dueAt: Moment.nullable(),
  late: z.boolean(),
  state: z.enum(['open', 'taken', 'done']),
  mine: z.boolean(),
  origin: Origin,
});
export type TodoView = z.infer<typeof TodoView>;
export const listTodos = route({
  method: 'GET',
  path: '/api/todos',
  summary: 'What waits for my role',
  query: z.strictObject({ cursor: Cursor.optional(), limit: z.coerce.number().int().min(1).max(100).default(50) }),
  response: z.strictObject({ todos: z.array(TodoView), next: Cursor.nullable() }),
});
export const takeTodo = route({
  method: 'POST',
  path: '/api/todos/:id/take',
  summary: 'I take this',
  params: IdParams,
  response: Nothing,
});
export const leaveTodo = route({
  method: 'POST',
  path: '/api/todos/:id/leave',
  summary: 'I took this and leave it to somebody else',
  params: IdParams,
  response: Nothing,
});
export const finishTodo = route({
  method: 'POST',
  path: '/api/todos/:id/done',
  summary: 'This is done',
  params: IdParams,
  response: Nothing,
});

/** One text at a time, taken; reading it is journalled. No number, no search, no sender. */
export const ListeningView = z.strictObject({
  todoId: Id,
  language: z.string().nullable(),
  text: z.string(),
  hint: z.string().nullable(),
  openedAt: Moment,
  waiting: z.int(),
});
export const takeListening = route({
  method: 'POST',
  path: '/api/listening/next',
  summary: 'Take the next text of my languages',
  body: Nothing,
  response: z.strictObject({ listening: ListeningView.nullable() }),
});
const Marking = z.strictObject({
  outcome: z.enum(['report', 'noise', 'zero', 'cannot-read']),
  lane: Lane.optional(),
  typeCode: TypeCode.optional(),
  areaId: Id.optional(),
  translation: z.string().max(800).optional(),
  danger: z.boolean().optional(),
});
export const markListening = route({
  method: 'POST',
  path: '/api/listening/:id',
  summary: 'Mark lane, type, place; translate',
  params: IdParams,
  body: Marking,
  response: Nothing,
});
export const readUnclear = route({
  method: 'POST',
  path: '/api/unclear/:id/read',
  summary: 'Read a message that nobody could place; journalled',
  params: IdParams,
  response: z.strictObject({ todoId: Id, text: z.string() }),
});
export const markUnclear = route({
  method: 'POST',
  path: '/api/unclear/:id',
  summary: 'Say what an unclear message is',
  params: IdParams,
  body: Marking,
  response: Nothing,
});

export const HandsetView = z.strictObject({
  id: Id,
  label: z.string(),
  texts: z.array(z.strictObject({ id: Id, direction: z.enum(['in', 'out']), text: z.string(), at: Moment })),
});
export const listHandsets = route({
  method: 'GET',
  path: '/api/handsets',
  summary: 'Simulated phones; demonstration only',
  response: z.strictObject({ handsets: z.array(HandsetView) }),
});
export const sendFromHandset = route({
  method: 'POST',
  path: '/api/handsets/:id/texts',
  summary: 'Send a text from a simulated phone',
  params: IdParams,
  body: z.strictObject({ text: z.string().min(1).max(MOST_LETTERS) }),
  response: Nothing,
});
/** As an aggregator keeps a session: all that was typed in it so far, joined by `*`. Without a session a new one begins. */
export const dialFromHandset = route({
  method: 'POST',
  path: '/api/handsets/:id/dial',
  summary: 'One step of the menu on a simulated phone',
  params: IdParams,
  body: z.strictObject({ session: Id.optional(), typed: z.string().max(1600) }),
  response: z.strictObject({ session: Id, text: z.string(), ends: z.boolean() }),
});
export const ringFromHandset = route({
  method: 'POST',
  path: '/api/handsets/:id/ring',
  summary: 'Ring from a simulated phone and hang up',
  params: IdParams,
  body: Nothing,
  response: Nothing,
});
export const addHandset = route({
  method: 'POST',
  path: '/api/handsets',
  summary: 'One more simulated phone',
  body: z.strictObject({ label: z.string().min(1).max(40) }),
  response: z.strictObject({ id: Id }),
});

export const TypeView = z.strictObject({
  code: TypeCode,
  classCode: z.string(),
  labelPt: z.string(),
  labelEn: z.string(),
  severity: Severity,
  lane: Lane,
  danger: z.boolean(),
});
export const listTypes = route({
  method: 'GET',
  path: '/api/types',
  summary: 'Types of concern',
  response: z.strictObject({ types: z.array(TypeView) }),
});
export const findAreas = route({
  method: 'GET',
  path: '/api/areas',
  summary: 'Places by name; accents forgiven',
  query: z.strictObject({ q: z.string().max(80).default(''), kind: z.string().max(30).optional() }),
  response: z.strictObject({ areas: z.array(AreaView) }),
});
export const PostView = z.strictObject({
  id: Id,
  name: z.string(),
  service: z.string(),
  area: AreaView,
  superiorId: Id.nullable(),
});
export const listPosts = route({
  method: 'GET',
  path: '/api/posts',
  summary: 'Posts, for hand-over and routing',
  query: z.strictObject({ area: Id.optional(), q: z.string().max(80).optional() }),
  response: z.strictObject({ posts: z.array(PostView) }),
});
export const readJournal = route({
  method: 'GET',
  path: '/api/journal',
  summary: 'The journal, newest first; no content',
  query: z.strictObject({
    subject: z.string().max(60).optional().describe('An id, or the reference of a concern: then its briefs too'),
    actor: Id.optional(),
    kind: z.enum(['event', 'read']).optional(),
    cursor: Cursor.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
  response: z.strictObject({
    entries: z.array(
      TimelineEntry.extend({
        subjectId: z.string(),
        subjectName: z.string().nullable().describe('The reference of a concern, the name of a person'),
        actor: z.string().nullable(),
        kind: z.string(),
      }),
    ),
    next: Cursor.nullable(),
  }),
});
export const getHealth = route({
  method: 'GET',
  path: '/health',
  summary: 'Is the database there',
  open: true,
  response: z.strictObject({ ok: z.boolean(), database: z.enum(['here', 'away']) }),
});
