// Calling a teller back: what must be known first, her number for one page, and how the call ended.
import { z } from 'zod';
import { answerCodes } from '../domain/answer.ts';
import { callAskers, callOutcomes, numberStates } from '../domain/call.ts';
import { agos, cannotWhys } from '../domain/follow.ts';
import { languages } from '../domain/language.ts';
import { EnteredAnswers, EnteredConsent, EnteredWishes, EnteredWords } from './entries.ts';
import { route } from './route.ts';
import { Id, IdParams, Moment, Nothing } from './shapes.ts';

/** Her matter as it may be read to her, where this person works on it. */
const Told = z.strictObject({
  concernId: Id,
  ref: z.string(),
  state: z.enum(['received', 'going', 'answered', 'closed']),
  answer: z.enum(answerCodes).nullable(),
  why: z.enum(cannotWhys).nullable(),
  told: z.enum(agos),
  answered: z.boolean(),
  /** What she said of the answer; "no": it is to be explained again. */
  clear: z.enum(['yes', 'no']).nullable(),
});
export const CallView = z.strictObject({
  language: z.enum(languages),
  /** What only she knows: how she asked to be called, and when. */
  asked: z.strictObject({ by: z.enum(callAskers), at: Moment }),
  hours: z.strictObject({ from: z.int(), to: z.int() }).nullable(),
  /** Null: now. */
  notBefore: z.strictObject({ at: Moment, why: z.enum(['hours', 'tried']) }).nullable(),
  /** She had said PARAR or "no answers", and asked to be called after it. */
  quiet: z.boolean(),
  reachable: z.boolean(),
  tries: z.int(),
  told: Told.nullable(),
});
export type CallView = z.infer<typeof CallView>;

export const lookAtCall = route({
  method: 'GET',
  path: '/api/todos/:id/call',
  summary: 'Before she is called: her language, her hours, what she was answered; no number',
  params: IdParams,
  response: CallView,
});
export const askNumber = route({
  method: 'POST',
  path: '/api/todos/:id/number',
  summary: 'Ask for her number, for this page alone; journalled when it is opened',
  params: IdParams,
  /** This page's public key: what the courier opens, only this page reads. */
  body: z.strictObject({ pageKey: z.base64().max(400) }),
  response: z.strictObject({ callId: Id }),
});
export const getNumber = route({
  method: 'POST',
  path: '/api/calls/:id/number',
  summary: 'Her number, sealed to the page that asked, for a quarter of an hour',
  byItself: true,
  params: IdParams,
  response: z.strictObject({
    state: z.enum(numberStates),
    sealed: z.base64().nullable(),
    until: Moment.nullable(),
  }),
});

export const EndCall = z
  .strictObject({
    outcome: z.enum(callOutcomes),
    consent: EnteredConsent.optional(),
    told: EnteredWords.optional(),
    /** More of the matter that was read to her. */
    same: z.boolean().default(false),
    answers: EnteredAnswers.optional(),
    wishes: EnteredWishes.optional(),
  })
  .refine(({ outcome, told, answers }) => outcome === 'reached' || !(told ?? answers), 'nobody spoke')
  .refine(({ told, consent }) => !told || consent !== undefined, 'not asked whether it may be recorded');
export type EndCall = z.input<typeof EndCall>;
export const endCall = route({
  method: 'POST',
  path: '/api/calls/:id/end',
  summary: 'How the call ended, and what she said',
  params: IdParams,
  body: EndCall,
  response: Nothing,
});

export const listOpenings = route({
  method: 'GET',
  path: '/api/openings',
  summary: 'Who had how many numbers opened',
  response: z.strictObject({
    openings: z.array(
      z.strictObject({
        userId: Id,
        name: z.string(),
        today: z.int(),
        month: z.int(),
        refused: z.int(),
        many: z.boolean(),
      }),
    ),
  }),
});
