// How many texts answer one number, and how many all numbers together: a number can be forged, and whoever forges it must not make a
// stranger's phone ring all day, nor spend the programme's money (protection.md R8, R9).
import type { Ctx } from '../../db/tx.ts';
import { countReplies } from './store-outbox.ts';

/** To one number within an hour. The next one says that there were many; then nothing more is said until the hour is over. */
const MOST_AN_HOUR = { person: 6, member: 12, post: 20, staff: 20 };
/** To all numbers within an hour, unless the installation says otherwise. Who is registered is not bound by it, and counts. */
export const REPLIES_AN_HOUR = 600;
const HOUR_MS = 3_600_000;

export type ReplyChance = 'say' | 'say-enough' | 'over-budget';
type Reader = { contactId: string; kind: keyof typeof MOST_AN_HOUR };

export async function weighReply(ctx: Ctx, { contactId, kind }: Reader, repliesAnHour: number): Promise<ReplyChance> {
  const { person, all } = await countReplies(ctx, contactId, { since: hourBefore(ctx), enough: repliesAnHour });
  if (kind === 'person' && all >= repliesAnHour) return 'over-budget';
  const most = MOST_AN_HOUR[kind];
  if (person < most) return 'say';
  return person === most ? 'say-enough' : 'over-budget';
}

/** For a text that is held: the first word to this person within the hour, and not of the half that is kept for everybody else. */
export async function hasRoomForReply(ctx: Ctx, contactId: string, repliesAnHour: number): Promise<boolean> {
  const enough = repliesAnHour / 2;
  const { person, all } = await countReplies(ctx, contactId, { since: hourBefore(ctx), enough });
  return person === 0 && all < enough;
}

const hourBefore = ({ now }: Ctx): Date => new Date(now.getTime() - HOUR_MS);
