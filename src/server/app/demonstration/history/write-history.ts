// Writes the demonstration's past, the newest week first, a week in one transaction: killed in the middle, the next start goes on.
import {
  findHistory,
  type HistoryState,
  insertPastFacts,
  insertPastTasks,
  reserveNumbers,
  setHistory,
} from '../../../db/insert-history.ts';
import { type Ctx, takeTime } from '../../../db/tx.ts';
import { insertKnowWorld, insertPastTodos, listAreaNames } from '../../../rooms/know/index.ts';
import { addPastCosts, insertListenHistory, setSegmentPrice } from '../../../rooms/listen/index.ts';
import { addPastContacts, openSources, type ServeKeys } from '../../../rooms/protect/index.ts';
import { insertRespondHistory } from '../../../rooms/respond/index.ts';
import { planWorld } from '../plan-world.ts';
import { openDice } from './dice.ts';
import { familyOf, generateWeek } from './generate.ts';
import { openStage } from './open-stage.ts';
import { type Stage, WEEKS } from './stage.ts';
import { type Batch, CHANNEL, openBatch } from './write/batch.ts';
import { writeMatter } from './write/write-matter.ts';
import { writeWord } from './write/write-word.ts';

/** Journal numbers kept for one week, for each unit of scale. */
const NUMBERS = 200_000;
/** What one SMS costs in the demonstration: thousandths of a metical. */
const SEGMENT_PRICE = 1200;
/** Facts in memory at once. */
const FACTS = 20_000;

export type HistoryTools = { keys: ServeKeys; asOwner<T>(deed: (ctx: Ctx) => Promise<T>): Promise<T> };
export type Written = { messages: number; weeksLeft: number };

/** The world of councils and posts, within the transaction of init. Before any fact is said. */
export async function beginHistory(ctx: Ctx, scale: number): Promise<void> {
  await reserveNumbers(ctx.tx, (WEEKS + 1) * NUMBERS * scale);
  await setHistory(ctx.tx, { scale, weeksLeft: WEEKS, until: new Date(ctx.now.getTime()) });
}

export async function addWorld(ctx: Ctx, keys: ServeKeys): Promise<void> {
  const state = await findHistory(ctx.tx);
  if (!state) return;
  const districts = (await listAreaNames(ctx.tx)).filter(({ kind }) => kind === 'district');
  const { contacts, cast: _cast, ...world } = planWorld({ now: state.until, scale: state.scale, districts });
  await addPastContacts(ctx, keys, { contacts, gatewayId: CHANNEL });
  await insertKnowWorld(ctx, world);
  await setSegmentPrice(ctx, CHANNEL, SEGMENT_PRICE);
}

/** One more week. Undefined when all of the past is there, or none is played. */
export async function writeWeek({ keys, asOwner }: HistoryTools, remembered: Remembered): Promise<Written | undefined> {
  return asOwner(async (ctx) => {
    const state = await findHistory(ctx.tx);
    if (!state || state.weeksLeft === 0) return undefined;
    await takeTime(ctx);
    remembered.stage ??= await openStage(ctx, state);
    remembered.sources ??= openSources(keys);
    const week = WEEKS - state.weeksLeft;
    const messages = await writeFacts(ctx, {
      ...remembered,
      stage: remembered.stage,
      sources: remembered.sources,
      keys,
      state,
      week,
    });
    const weeksLeft = state.weeksLeft - 1;
    await setHistory(ctx.tx, { ...state, weeksLeft });
    return { messages, weeksLeft };
  });
}

/** What stays the same from week to week. */
export type Remembered = { stage?: Stage; sources?: Batch['sources'] };
type Writing = { stage: Stage; sources: Batch['sources']; keys: ServeKeys; state: HistoryState; week: number };

async function writeFacts(ctx: Ctx, { stage, sources, keys, state, week }: Writing): Promise<number> {
  const first = (WEEKS - week) * NUMBERS * state.scale;
  const reference = openReferences(week, state.scale);
  const dice = openDice(`rows ${week}`, familyOf(week));
  const open = (): Batch => openBatch({ stage, dice, keys, sources, reference });
  let batch = open();
  const facts: Batch['facts'] = [];
  let messages = 0;
  const flush = async (): Promise<void> => {
    messages += batch.messages;
    for (const fact of batch.facts) facts.push(fact);
    await insertBatch(ctx, keys, batch);
    batch = open();
  };
  for (const fact of generateWeek(stage, week)) {
    if (fact.kind === 'matter') writeMatter(batch, fact);
    else writeWord(batch, fact);
    if (batch.facts.length > FACTS) await flush();
  }
  await flush();
  await insertPastFacts(ctx.tx, facts, first);
  return messages;
}

async function insertBatch(ctx: Ctx, keys: ServeKeys, batch: Batch): Promise<void> {
  await addPastContacts(ctx, keys, { contacts: batch.contacts, gatewayId: CHANNEL });
  await insertListenHistory(ctx, batch.listen);
  const sent = batch.listen.outbound.map(({ contactId, createdAt }) => ({ contactId, segments: 1, sentAt: createdAt }));
  await addPastCosts(ctx, sent, { gatewayId: CHANNEL, price: SEGMENT_PRICE, timeZone: 'Africa/Maputo' });
  await insertRespondHistory(ctx, batch.respond);
  await insertPastTodos(ctx, batch.todos);
  await insertPastTasks(ctx.tx, batch.tasks);
}

const LETTERS = '34679CDFGHJKMNPQRTVWXY';
const ALL = LETTERS.length ** 4;
/** Coprime to all there are: every number meets another reference. */
const STEP = 7919;
const IN_A_WEEK = 2900;

/** Letters and digits both, like those of live matters; weeks do not share one. */
function openReferences(week: number, scale: number): () => string {
  let n = week * IN_A_WEEK * scale;
  return () => {
    for (;;) {
      n += 1;
      const reference = spell((n * STEP) % ALL);
      if (/\d/.test(reference) && /[A-Z]/.test(reference)) return reference;
    }
  };
}

function spell(number: number): string {
  let [left, text] = [number, ''];
  for (let at = 0; at < 4; at += 1) {
    text += LETTERS.charAt(left % LETTERS.length);
    left = Math.floor(left / LETTERS.length);
  }
  return text;
}
