// Every text the programme sends and every conversation it leads, to read and to try. Nothing here sends or keeps anything.
import { z } from 'zod';
import { languages } from '../domain/language.ts';
import { route } from './route.ts';

const Language = z.enum(languages);
const Count = z.int().min(0);
/** The room a text takes: its letters as the network counts them, and into how many texts it is cut. */
const Room = z.strictObject({ coding: z.enum(['gsm-7', 'ucs-2']), units: Count, perSegment: Count, segments: Count });

export const TextView = z.strictObject({
  key: z.string(),
  reader: z.enum(['teller', 'staff']),
  shownBy: z.enum(['sms', 'menu']),
  /** The conversations that say it. */
  saidIn: z.array(z.string()),
  versions: z.array(
    z.strictObject({
      language: Language,
      /** In which language it is really said to somebody of this language. */
      from: Language,
      text: z.string(),
      /** Written, and said to nobody until somebody who speaks it has read it. */
      draft: z.string().nullable(),
      room: Room,
    }),
  ),
});
export type TextView = z.infer<typeof TextView>;

export const FlowView = z.strictObject({
  id: z.string(),
  by: z.enum(['sms', 'menu']),
  start: z.string(),
  items: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.enum(['choice', 'number', 'words', 'code', 'look-up', 'end']),
      say: z.string().nullable(),
      fact: z.string().nullable(),
      ways: z.array(
        z.strictObject({ on: z.string().nullable(), textKey: z.string().nullable(), to: z.array(z.string()) }),
      ),
    }),
  ),
});
export type FlowView = z.infer<typeof FlowView>;

export const listTexts = route({
  method: 'GET',
  path: '/api/texts',
  summary: 'Every text, its languages side by side, and every conversation as data',
  response: z.strictObject({ texts: z.array(TextView), flows: z.array(FlowView) }),
});

const WalkStep = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: z.string().max(1600) }),
  z.strictObject({ kind: z.literal('found'), answer: z.string().max(40) }),
]);
export const WalkTurn = z.strictObject({
  heard: z.string().nullable(),
  /** False when what was typed fitted nothing. */
  understood: z.boolean(),
  /** As screens of a menu, one below the other. */
  pages: z.array(z.string()),
  message: z.strictObject({ text: z.string(), room: Room }).nullable(),
  language: Language,
  from: z.array(Language),
  facts: z.array(z.string()),
  /** Set when it waits for the house and not for her. */
  awaits: z.strictObject({ question: z.string(), answers: z.array(z.string()) }).nullable(),
  ended: z.boolean(),
});
export type WalkTurn = z.infer<typeof WalkTurn>;

export const walkFlow = route({
  method: 'POST',
  path: '/api/texts/walk',
  summary: 'Walk a conversation with what was answered so far; nothing is kept or sent',
  body: z.strictObject({ flow: z.string().max(40), language: Language, steps: z.array(WalkStep).max(40) }),
  response: z.strictObject({ turns: z.array(WalkTurn) }),
});
