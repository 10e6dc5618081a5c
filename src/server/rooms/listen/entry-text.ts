// What a person entered for somebody, as it lies sealed in one inbound row: words, the person's marking, answers and wishes by name.

import { z } from 'zod';
import { lanes } from '../../../shared/domain/lane.ts';
import { languages } from '../../../shared/domain/language.ts';
import { MOST_LETTERS } from '../../../shared/domain/understanding.ts';

const hour = z.int().min(0).max(23);

export const EntryText = z.strictObject({
  by: z.string(),
  told: z
    .strictObject({
      words: z.string().max(MOST_LETTERS),
      language: z.enum(languages),
      typeCode: z.string().optional(),
      areaId: z.string().optional(),
      lane: z.enum(lanes).optional(),
      danger: z.boolean().optional(),
      /** When it happened, where that is not now. */
      happenedAt: z.iso.datetime().optional(),
    })
    .optional(),
  /** The telling that these words and answers belong to. */
  reportId: z.string().optional(),
  /** The words are another matter; only the answers belong to that telling. */
  apart: z.literal(true).optional(),
  clear: z.enum(['1', '2']).optional(),
  /** Whoever spoke with her explained the answer again before she said so. */
  explained: z.literal(true).optional(),
  solved: z.enum(['1', '2', '3', '4']).optional(),
  wishes: z
    .strictObject({
      language: z.enum(languages).optional(),
      stop: z.literal(true).optional(),
      quiet: z.boolean().optional(),
      hours: z.strictObject({ from: hour, to: hour }).nullable().optional(),
    })
    .optional(),
});
export type EntryText = z.infer<typeof EntryText>;

export const writeEntry = (entry: EntryText): string => JSON.stringify(EntryText.parse(entry));
export const readEntry = (text: string): EntryText => EntryText.parse(JSON.parse(text));
