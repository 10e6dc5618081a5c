// A code that is looked up, and what is said about the telling that it opened.
import { z } from 'zod';
import { textLanguages } from '../../shared/domain/language.ts';
import type { Shown } from './follow-page.ts';
import {
  clean,
  type Deed,
  type Door,
  deeds,
  makeTicket,
  noteFailure,
  readTicket,
  type Said,
  typed,
} from './public-tools.ts';
import { LONGEST_WORDS } from './write-page.ts';

export const FollowForm = z.object({
  code: typed(40),
  t: typed(1_000),
  do: z
    .enum([...deeds, 'look'])
    .optional()
    .catch(undefined),
  words: typed(4 * LONGEST_WORDS),
  l: z.enum(textLanguages).optional().catch(undefined),
});
type FollowForm = z.output<typeof FollowForm>;

/** Stands for the code in the forms of the page it opened: the code itself is not written back. */
const CodeTicket = {
  shape: z.strictObject({ id: z.string(), at: z.number(), code: z.string() }),
  longestMs: 30 * 60_000,
};

/** So long nothing more is said by a code that much was said by. */
const PAUSE_MS = 3_600_000;

export async function hearFollow(door: Door, form: FollowForm, ip: string): Promise<Shown> {
  const ticket = readTicket(door, form.t, CodeTicket);
  try {
    if (!ticket || form.do === undefined || form.do === 'look')
      return await look(door, { code: ticket?.code ?? form.code, ip });
    const words = wordsOf(form.do, form.words);
    if (words === undefined) return { outcome: 'said.empty', ticket: form.t };
    const said = await door.public.say({ ticket: ticket.id, code: ticket.code, as: form.do, words, ip });
    const kept = { ticket: said === 'many' ? ticketForLater(door, ticket.code) : form.t, does: form.do, words };
    return toShown(said, kept);
  } catch (error) {
    noteFailure(door, error);
    return { outcome: 'away' };
  }
}

/** Still good when the pause is over. */
const ticketForLater = (door: Door, code: string): string =>
  makeTicket(door, { code, at: door.public.now().getTime() + PAUSE_MS });

function toShown(said: Said, { ticket, ...kept }: { ticket: string; does: Deed; words: string }): Shown {
  if (said === 'many' || said === 'withdrawn') return { outcome: `said.${said}`, ticket, ...kept };
  return { outcome: said === 'heard' ? 'said' : 'said.ended', ticket };
}

async function look(door: Door, asked: { code: string; ip: string }): Promise<Shown> {
  const followed = await door.public.follow(asked);
  return followed.outcome === 'found'
    ? { ...followed, ticket: makeTicket(door, { code: asked.code }) }
    : { outcome: followed.outcome };
}

/** What goes along with a deed; undefined when it needs words and has none. */
function wordsOf(deed: Deed, words: string): string | undefined {
  switch (deed) {
    case 'withdrawn':
    case 'kept':
      return '';
    case 'clear':
      return /^[12]$/.test(words) ? words : undefined;
    case 'solved':
      return /^[1-4]$/.test(words) ? words : undefined;
    case 'added':
    case 'made-clearer':
      return /\p{L}/u.test(words) ? clean(words).slice(0, LONGEST_WORDS).toWellFormed() : undefined;
  }
}
