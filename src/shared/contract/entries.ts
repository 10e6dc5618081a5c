// What a person of the programme enters for somebody: at the desk, from paper, on the telephone. No name is asked, none has a field.

import { z } from 'zod';
import { agos } from '../domain/follow.ts';
import { languages } from '../domain/language.ts';
import { MOST_LETTERS } from '../domain/understanding.ts';
import { entrySources, partsOfDay, referAnswers } from '../domain/via.ts';
import { route } from './route.ts';
import { Day, Deed, Id, Lane, TypeCode } from './shapes.ts';

const hour = z.int().min(0).max(23);
const Code = z.string().trim().min(1).max(20);

export const EnteredWords = z.strictObject({
  words: z.string().trim().min(1).max(MOST_LETTERS),
  language: z.enum(languages),
  typeCode: TypeCode.optional(),
  areaId: Id.optional(),
  lane: Lane.optional(),
  danger: z.boolean().optional(),
  happened: z.strictObject({ on: Day, part: z.enum(partsOfDay) }).optional(),
});
export const EnteredAnswers = z
  .strictObject({
    clear: z.enum(['1', '2']).optional(),
    /** It was explained again, by voice, before she said whether it is clear. */
    explained: z.literal(true).optional(),
    solved: z.enum(['1', '2', '3', '4']).optional(),
  })
  .refine(({ clear, explained }) => !explained || clear !== undefined, 'explained, and not asked whether it is clear');
export const EnteredWishes = z.strictObject({
  language: z.enum(languages).optional(),
  stop: z.literal(true).optional(),
  quiet: z.boolean().optional(),
  hours: z.strictObject({ from: hour, to: hour }).nullable().optional(),
});

/** That it may be recorded is asked first: without that yes there is nothing to send. */
export const EnteredConsent = z.strictObject({
  record: z.literal(true),
  answer: z.boolean(),
  refer: z.enum(referAnswers),
});

/** Anybody's number can be typed: only its own phone says stop, be quiet, this language, or any hour. */
const isForTyped = ({ hours, ...more }: z.output<typeof EnteredWishes> = {}): boolean =>
  hours !== null && Object.keys(more).length === 0;

export const EnterTelling = z
  .strictObject({
    key: Id,
    source: z.enum(entrySources),
    consent: EnteredConsent,
    wayBack: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('none') }),
      z.strictObject({ kind: z.literal('phone'), number: z.string().trim().min(6).max(24) }),
      z.strictObject({ kind: z.literal('code') }),
      z.strictObject({ kind: z.literal('known'), code: Code }),
    ]),
    told: EnteredWords.optional(),
    answers: EnteredAnswers.optional(),
    wishes: EnteredWishes.optional(),
    again: z.boolean().default(false),
  })
  .refine(({ wayBack, consent }) => wayBack.kind !== 'phone' || consent.answer, 'no number without a yes to an answer')
  .refine(({ wayBack, wishes }) => wayBack.kind !== 'phone' || isForTyped(wishes), 'a typed number is not silenced')
  .refine(({ wayBack, told }) => wayBack.kind === 'known' || told !== undefined, 'nothing was told');

export type EnterTelling = z.input<typeof EnterTelling>;

export const enterTelling = route({
  method: 'POST',
  path: '/api/entries',
  summary: 'Enter for somebody who told it at the desk, on paper or on the telephone',
  body: EnterTelling,
  response: z.strictObject({ code: z.string().nullable(), deed: Deed.nullable() }),
});

/** Less than the page for anybody who has a code. */
export const ReadCode = z.strictObject({
  outcome: z.enum(['found', 'unknown', 'slow-down']),
  told: z
    .strictObject({
      state: z.enum(['new', 'received', 'going', 'answered', 'closed', 'withdrawn']),
      answer: z.enum(['going', 'done', 'cannot', 'referred', 'nobody', 'call']).nullable(),
      told: z.enum(agos),
      answered: z.enum(agos).nullable(),
    })
    .nullable(),
});
export const readCode = route({
  method: 'POST',
  path: '/api/entries/code',
  summary: 'What the code she says tells her; every try is counted',
  body: z.strictObject({ code: Code }),
  response: ReadCode,
});
