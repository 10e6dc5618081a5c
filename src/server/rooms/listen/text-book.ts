// Group commit. Texts that arrive while a write is under way are written together by the next one: a commit costs the same for forty.
import { problem } from '../../../shared/kit/problem.ts';
import type { Db } from '../../db/client.ts';
import type { Hearings } from '../../db/journal.ts';
import { turns } from '../../db/turn.ts';
import { insertInbound, type NewInbound } from './store-inbox.ts';

export type TextBook = {
  /** Resolves after the commit: true when the text was written, false when its key was there already. */
  keep(text: NewInbound): Promise<boolean>;
};

type BookSettings = {
  db: Db;
  hearings: Hearings;
  /** Told after a commit that brought a text which sounds of danger. */
  onUrgent?: () => void;
  mostTogether?: number;
  longestWaitMs?: number;
};

const MOST_TOGETHER = 64;
/** As long as one waits for a connection: behind a database that does not answer nobody hangs, the gateway is told to come again. */
const LONGEST_WAIT_MS = 2_000;

type Waiting = { text: NewInbound; resolve(isNew: boolean): void; reject(error: unknown): void; clock: NodeJS.Timeout };

/** One write at a time, in the order in which the texts came. */
export function openTextBook(settings: BookSettings): TextBook {
  const { mostTogether = MOST_TOGETHER, longestWaitMs = LONGEST_WAIT_MS } = settings;
  const waiting = new Set<Waiting>();
  let writing = false;

  const writeAll = async (): Promise<void> => {
    while (waiting.size > 0) {
      const group = [...waiting].slice(0, mostTogether);
      for (const one of group) {
        clearTimeout(one.clock);
        waiting.delete(one);
      }
      await writeGroup(settings, group);
    }
    writing = false;
  };

  return {
    keep: (text) =>
      new Promise((resolve, reject) => {
        const clock = setTimeout(() => {
          waiting.delete(one);
          reject(problem('database.away'));
        }, longestWaitMs);
        const one: Waiting = { text, resolve, reject, clock };
        waiting.add(one);
        if (writing) return;
        writing = true;
        // Those who arrived in the same moment go together from the first write on.
        setImmediate(writeAll);
      }),
  };
}

/** Never rejects: every text of the group is answered for itself. */
async function writeGroup(settings: BookSettings, group: readonly Waiting[]): Promise<void> {
  try {
    const texts = group.map((one) => one.text);
    const written = await insertInbound(settings.db, texts, settings.hearings);
    if (texts.some(({ turn }) => turn === turns.first)) settings.onUrgent?.();
    for (const one of group) one.resolve(written.has(one.text.id));
  } catch (error) {
    if (group.length === 1 || !isOfOneRow(error)) for (const one of group) one.reject(error);
    else await writeApart(settings, group);
  }
}

/** One text that cannot be written refuses only itself. One person's texts keep their order; a text that is stuck delays nobody else. */
async function writeApart(settings: BookSettings, group: readonly Waiting[]): Promise<void> {
  const persons = [...Map.groupBy(group, (one) => one.text.contactId).values()];
  await Promise.all(
    persons.map(async (texts) => {
      for (const one of texts) await writeGroup(settings, [one]);
    }),
  );
}

/**
 * By SQLSTATE: data (22), constraint (23), deadlock (40), a row that somebody holds (55P03) or a statement that took too long (57014).
 * Everything else says that the database is not to be had, and asking forty times would not bring it back.
 */
const isOfOneRow = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  /^(22|23|40)...$|^55P03$|^57014$/.test(error.code);
