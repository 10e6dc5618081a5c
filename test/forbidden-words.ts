// The beginnings of words that tell a stranger what a text or a call is about.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { words } from '../src/shared/kit/text.ts';

const { comment: _, ...lists } = z
  .looseObject({ comment: z.string() })
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, '../locales/sms.forbidden.json'), 'utf8')));
const stems = Object.values(z.record(z.string(), z.array(z.string())).parse(lists)).flat();

/** The forbidden beginnings that stand in a text. */
export function forbiddenIn(text: string): string[] {
  const said = ` ${words(text).join(' ')} `;
  return stems.filter((stem) => said.includes(stem.endsWith('=') ? ` ${stem.slice(0, -1)} ` : ` ${stem}`));
}
