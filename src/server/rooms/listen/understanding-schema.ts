// An interpretation as it comes back from the database: parsed, never trusted.
import { z } from 'zod';

export const Understanding = z.object({
  laneWords: z.array(z.enum(['protection', 'oversight'])).default([]),
  accused: z.array(z.enum(['police', 'force', 'leader', 'official'])).default([]),
  minor: z.boolean().default(false),
  residue: z.boolean().default(true),
});
