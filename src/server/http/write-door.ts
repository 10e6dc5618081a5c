// A telling by page: looked at once more before it goes, refused with everything that was typed still in the form.
import { z } from 'zod';
import { textLanguages } from '../../shared/domain/language.ts';
import { clean, type Door, makeTicket, noteFailure, readTicket, type ToldByPage, typed } from './public-tools.ts';
import { LONGEST_WORDS, type Refusal, type WriteShown, type Written, whats } from './write-page.ts';

export const WriteForm = z.object({
  now: typed(10),
  what: typed(20),
  words: typed(4 * LONGEST_WORDS),
  place: typed(80),
  district: typed(60),
  when: typed(10),
  wants: typed(10),
  phone: typed(24),
  /** Nobody sees this field: what is in it was put there by a machine. */
  site: typed(200),
  t: typed(1_000),
  do: z.enum(['check', 'edit', 'send']).catch('check'),
  /** The other language was asked for: all that was typed comes back in it. */
  to: z.enum(textLanguages).optional().catch(undefined),
  l: z.enum(textLanguages).optional().catch(undefined),
});
type WriteForm = z.output<typeof WriteForm>;

const FormTicket = { shape: z.strictObject({ id: z.string(), at: z.number() }), longestMs: 24 * 3_600_000 };
/** Nobody reads, chooses and sends sooner. */
const QUICKEST_MS = 3_000;

const blank: Written = { now: '', what: '', words: '', place: '', district: '', when: '', wants: 'code', phone: '' };

export const blankForm = async (door: Door): Promise<WriteShown> => ({
  step: 'form',
  ticket: makeTicket(door),
  written: blank,
  choices: await door.public.choices(blank),
});

export async function hearWrite(door: Door, form: WriteForm, ip: string): Promise<WriteShown> {
  const { site, t, do: step, l: _language, to, ...written } = form;
  const ticket = readTicket(door, t, FormTicket);
  const kept = { ticket: ticket ? t : makeTicket(door), written };
  const refusal = site === '' ? refusalOf(door, written) : 'again';
  if (step === 'edit' || to !== undefined) return edit(door, kept);
  if (refusal) return edit(door, kept, refusal);
  if (step === 'check') return check(door, kept);
  // Sent by a machine, or so long after that the form is no longer known: a person looks once more.
  if (!ticket || door.public.now().getTime() - ticket.at < QUICKEST_MS) return check(door, kept, 'again');
  try {
    if (!(await door.public.mayTell(ip))) return await check(door, kept, 'many');
    const sent = await door.public.tell({ ...toTold(door, ticket.id, written), ip });
    return { step: 'sent', ...sent, byPhone: written.wants === 'answer' };
  } catch (error) {
    noteFailure(door, error);
    return check(door, kept, 'away');
  }
}

type Kept = { ticket: string; written: Written };

const edit = async (door: Door, kept: Kept, refusal?: Refusal): Promise<WriteShown> => ({
  step: 'form',
  ...kept,
  choices: await door.public.choices(kept.written),
  ...(refusal ? { refusal } : {}),
});

const check = async (door: Door, kept: Kept, refusal?: Refusal): Promise<WriteShown> => ({
  step: 'check',
  ...kept,
  placeKnown: kept.written.district !== '' || (await door.public.knowsPlace(kept.written.place)),
  answered: kept.written.what === '' || (await door.public.choices(kept.written)).whats.includes(kept.written.what),
  ...(refusal ? { refusal } : {}),
});

function refusalOf(door: Door, { now, what, words, wants, phone }: Written): Refusal | undefined {
  if (words.length > LONGEST_WORDS) return 'long';
  if (now !== 'yes' && what === '' && !/\p{L}/u.test(words)) return 'empty';
  return wants === 'answer' && !door.public.readsAsPhone(phone) ? 'phone' : undefined;
}

function toTold(door: Door, ticket: string, written: Written): ToldByPage {
  const { now, what, when } = written;
  const place = [clean(written.place), written.district && `distrito de ${clean(written.district)}`].filter(Boolean);
  return {
    ticket,
    language: door.language,
    answers: {
      ...(now === 'yes' || now === 'no' ? { now } : {}),
      ...(whats.some((known) => known === what) ? { what } : {}),
      ...(place.length > 0 ? { place: place.join(', ') } : {}),
      ...(when === '' ? {} : { when }),
      words: clean(written.words),
    },
    wants: toWants(written),
  };
}

function toWants({ wants, phone }: Written): ToldByPage['wants'] {
  if (wants === 'answer') return { kind: 'answer', phone };
  return { kind: wants === 'nothing' ? 'nothing' : 'code' };
}
