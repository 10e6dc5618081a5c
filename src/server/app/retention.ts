// What is forgotten and when (decisions.md 16): once a day, in small pieces, each in a transaction of its own. A kill in the middle
// leaves nothing half done: the rest is found again. What one room must know of another before it forgets is fetched here.
import { z } from 'zod';
import { problem } from '../../shared/kit/problem.ts';
import { findLastFact } from '../db/journal.ts';
import { findProgrammeStart } from '../db/programme.ts';
import { askTask } from '../db/tasks.ts';
import type { Ctx } from '../db/tx.ts';
import { listWantedMessages, listWantedSubjects } from '../rooms/know/index.ts';
import * as listen from '../rooms/listen/index.ts';
import * as protect from '../rooms/protect/index.ts';
import * as respond from '../rooms/respond/index.ts';

const DAY_MS = 86_400_000;
const PIECE = 500;
/** So long the words of a text are kept as they came. */
export const RAW_DAYS = 180;
const IDLE_DAYS = 30;
const CALL_DAYS = 90;
const NARRATIVE_MONTHS = 24;
/** A day less an hour: the look is every fifteen seconds, and must not creep around the clock. */
const EVERY_MS = DAY_MS - 3_600_000;
/** A clock that jumped further than this is more likely wrong than right, and what is forgotten is forgotten. */
const PLAUSIBLE_DAYS = 400;

const DOUBTED =
  'O relógio saltou mais de 400 dias. Se está certo: salama retention --clock-checked. / The clock jumped more than 400 days. If it is right: salama retention --clock-checked.';

export const retentionParts = [
  'texts',
  'parts',
  'params',
  'narratives',
  'words',
  'routes',
  'vault',
  'pseudonyms',
] as const;
export type RetentionPart = (typeof retentionParts)[number];
export type RetentionCounts = Readonly<Record<RetentionPart, number>>;

const count = z.int().min(0);
export const RetentionTask = z.object({
  day: z.int(),
  step: z.int(),
  part: z.enum(retentionParts),
  after: z.string(),
  counts: z.record(z.enum(retentionParts), count),
});
type RetentionTask = z.infer<typeof RetentionTask>;

/** In the tick: asks for the day's run, unless there was one. */
export async function askRetention(ctx: Ctx): Promise<void> {
  const last = await findLastFact(ctx, 'retention.done', 'retention');
  if (last && ctx.now.getTime() - last.getTime() < EVERY_MS) return;
  await ask(ctx, firstTask(ctx));
}

/** Hears the task `retention`: one piece, then the next; at the end one line of counts. Throws `keys.clock` on a doubtful clock. */
export async function runRetention(ctx: Ctx, task: RetentionTask): Promise<void> {
  if (task.step === 0) await checkClock(ctx);
  const next = await takePiece(ctx, task);
  if (next) await ask(ctx, next);
}

/** Everything that is due now, in the transaction at hand: for the operator's command. */
export async function forgetNow(ctx: Ctx, clock: 'doubted' | 'checked'): Promise<RetentionCounts> {
  if (clock === 'doubted') await checkClock(ctx);
  let task: RetentionTask | undefined = firstTask(ctx);
  let { counts } = task;
  while (task) {
    const next: RetentionTask | undefined = await takePiece(ctx, task, (all) => {
      counts = all;
    });
    task = next;
  }
  return counts;
}

const noCounts: RetentionCounts = {
  texts: 0,
  parts: 0,
  params: 0,
  narratives: 0,
  words: 0,
  routes: 0,
  vault: 0,
  pseudonyms: 0,
};

const firstTask = ({ now }: Ctx): RetentionTask => ({
  day: Math.floor(now.getTime() / DAY_MS),
  step: 0,
  part: retentionParts[0],
  after: '',
  counts: { ...noCounts },
});

const ask = (ctx: Ctx, task: RetentionTask): Promise<void> =>
  askTask(ctx.tx, {
    id: `ta_retention_${task.day}_${task.step}`,
    hearing: 'retention',
    payload: task,
    runAt: ctx.now,
  });

async function checkClock(ctx: Ctx): Promise<void> {
  const before = (await findLastFact(ctx, 'retention.done', 'retention')) ?? (await findProgrammeStart(ctx));
  const days = before ? Math.floor((ctx.now.getTime() - before.getTime()) / DAY_MS) : 0;
  if (days > PLAUSIBLE_DAYS) throw problem('keys.clock', { days }, { cause: new Error(DOUBTED) });
}

/** What comes next, or nothing when all is done and told. */
async function takePiece(
  ctx: Ctx,
  task: RetentionTask,
  onDone: (counts: RetentionCounts) => void = () => undefined,
): Promise<RetentionTask | undefined> {
  const { gone, after } = await sweeps[task.part](ctx, task.after);
  const counts = { ...task.counts, [task.part]: task.counts[task.part] + gone };
  const step = task.step + 1;
  if (after !== undefined) return { ...task, step, after, counts };
  const part = retentionParts[retentionParts.indexOf(task.part) + 1];
  if (part) return { ...task, step, part, after: '', counts };
  await ctx.emit('retention.done', { subjectId: 'retention' }, counts);
  onDone(counts);
  return undefined;
}

/** How many went; and after whom to go on, while there is more. */
type Swept = { gone: number; after?: string };
type Sweep = (ctx: Ctx, after: string) => Promise<Swept>;

const rawBefore = ({ now }: Ctx): Date => new Date(now.getTime() - RAW_DAYS * DAY_MS);

function narrativesBefore({ now }: Ctx): Date {
  const before = new Date(now);
  before.setUTCMonth(before.getUTCMonth() - NARRATIVE_MONTHS);
  return before;
}

const more = (gone: number): Swept => (gone < PIECE ? { gone } : { gone, after: '' });
const upTo = (gone: number, seen: readonly string[]): Swept => {
  const last = seen.at(-1);
  return seen.length < PIECE || last === undefined ? { gone } : { gone, after: last };
};

const idsOf = (rows: readonly listen.DueRow[]): string[] => rows.map(({ id }) => id);
const printRow = ({ id, at }: listen.DueRow): string => `${at.toISOString()} ${id}`;
function readRow(after: string): listen.DueRow | undefined {
  const [at = '', id] = after.split(' ');
  return id === undefined ? undefined : { at: new Date(at), id };
}

const sweeps: Readonly<Record<RetentionPart, Sweep>> = {
  texts: async (ctx, after) => {
    const due = await listen.listTextsDue(ctx, { before: rawBefore(ctx), after: readRow(after), most: PIECE });
    const wanted = await listWantedMessages(ctx, idsOf(due));
    const over = idsOf(due).filter((id) => !wanted.has(id));
    return upTo(await listen.forgetTexts(ctx, over), due.map(printRow));
  },
  parts: async (ctx) => {
    await listen.forgetCodes(ctx, rawBefore(ctx));
    await listen.forgetCalls(ctx, new Date(ctx.now.getTime() - CALL_DAYS * DAY_MS));
    return more(await listen.forgetParts(ctx, rawBefore(ctx), PIECE));
  },
  params: async (ctx) => more(await listen.forgetParams(ctx, rawBefore(ctx), PIECE)),
  narratives: async (ctx) => more(await respond.forgetNarratives(ctx, narrativesBefore(ctx), PIECE)),
  words: async (ctx, after) => {
    const due = await listen.listWordsDue(ctx, { before: narrativesBefore(ctx), after: readRow(after), most: PIECE });
    if (due.length === 0) return { gone: 0 };
    const unfinished = await respond.listUnfinished(ctx, idsOf(due));
    const over = idsOf(due).filter((id) => !unfinished.has(id));
    return upTo(await listen.forgetWordsOf(ctx, over), due.map(printRow));
  },
  routes: sweepRoutes,
  vault: async (ctx) => more(await protect.deleteOldVault(ctx, PIECE)),
  pseudonyms: async (ctx) => more(await protect.deleteStalePseudonyms(ctx, PIECE)),
};

/** A way back outlives its day while she waits for something, we talk, or a person has yet to read her. */
async function sweepRoutes(ctx: Ctx, after: string): Promise<Swept> {
  const idleSince = new Date(ctx.now.getTime() - IDLE_DAYS * DAY_MS);
  const due = await protect.listRoutesDue(ctx, { idleSince, after, most: PIECE });
  if (due.length === 0) return { gone: 0 };
  const left = await listen.listLeftToPeople(ctx, due);
  const unread = await listWantedMessages(
    ctx,
    left.map(({ messageId }) => messageId),
  );
  const unreadOf = new Set(left.filter(({ messageId }) => unread.has(messageId)).map(({ contactId }) => contactId));
  const kept = [
    await respond.listWaiting(ctx, due),
    await listen.listTalking(ctx, due, idleSince),
    await listWantedSubjects(ctx, due),
    unreadOf,
  ];
  const over = due.filter((contactId) => !kept.some((reason) => reason.has(contactId)));
  return upTo(await protect.eraseContacts(ctx, over), due);
}
