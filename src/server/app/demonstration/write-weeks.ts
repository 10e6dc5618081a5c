// The past of the demonstration, week by week as the owner of its database, until it is whole or somebody ends the process.
import { asOwner, type Keys } from '../set-up.ts';
import { type Remembered, writeWeek } from './history/write-history.ts';

/** Enough for Today and the lists of what is open; the first page waits for no more. */
export const FIRST_WEEKS = 2;

type Weeks = { most?: number; isStopped?(): boolean; onWeek?(left: number): void };

/** Returns how many inbound messages were written. */
export async function writeWeeks(
  database: Parameters<typeof asOwner>[0],
  keys: Keys,
  { most = Number.POSITIVE_INFINITY, isStopped = () => false, onWeek }: Weeks,
): Promise<number> {
  const tools = {
    keys: keys.serve,
    asOwner: <T>(deed: Parameters<typeof asOwner<T>>[2]) => asOwner(database, 'demonstration', deed),
  };
  const remembered: Remembered = {};
  let messages = 0;
  for (let week = 0; week < most && !isStopped(); week += 1) {
    const written = await writeWeek(tools, remembered);
    if (!written) break;
    messages += written.messages;
    onWeek?.(written.weeksLeft);
  }
  return messages;
}
