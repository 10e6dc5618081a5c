// A telling becomes a report: placed, laned, masked; or is asked back once; or is left to a person.

import type { z } from 'zod';
import type { Lane } from '../../../shared/domain/lane.ts';
import type { Understanding } from '../../../shared/domain/understanding.ts';
import type { Ctx } from '../../db/tx.ts';
import { openTodo } from '../know/index.ts';
import { hasRoute, openText, type ServeKeys, sealText } from '../protect/index.ts';
import { choosePlace, type Place } from './choose-place.ts';
import type { Heard, ListenTools, Outcome } from './heard.ts';
import { laneOf } from './lane-of.ts';
import { liftCalls } from './move-calls.ts';
import { openQuestion, queueMessage } from './outbox.ts';
import { hasCode } from './store-codes.ts';
import {
  attachMessage,
  findInterpretation,
  findLatestReport,
  type findReport,
  insertInterpretation,
  insertReport,
  type ReportReading,
  updateReport,
} from './store-reports.ts';
import { thank } from './thank.ts';
import { Understanding as Readings } from './understanding-schema.ts';

const ADDITION_MINUTES = 30;
const ASK_HOURS = 24;
const GRAMMAR = 'text/1';

type Telling = { understanding: Understanding; tools: ListenTools };
type FirstTelling = Telling & { askedAlready: boolean };

/** More of what she told a moment ago: no type of its own, or the same, and no other place. */
export async function recordAddition(
  ctx: Ctx,
  heard: Heard,
  { understanding, tools }: Telling,
): Promise<Outcome | undefined> {
  // Whose number it is, a page does not prove.
  if (heard.via === 'page') return undefined;
  const recent = await findLatestReport(
    ctx,
    heard.contactId,
    new Date(heard.receivedAt.getTime() - ADDITION_MINUTES * 60_000),
  );
  if (!recent || understanding.laneWords.length > 0 || understanding.danger !== recent.danger) return undefined;
  const sameMatter = understanding.type === undefined || understanding.type.code === recent.typeCode;
  const [place] = understanding.places;
  if (
    !sameMatter ||
    (place && place.areaId !== recent.areaId && recent.placeBy !== 'council' && recent.placeBy !== 'none')
  )
    return undefined;
  const outcome = await addToReport(ctx, heard, { report: recent, understanding, keys: tools.keys });
  await thank(ctx, heard, { template: 'receipt.added', subjectId: recent.id, tools });
  return outcome;
}

type Added = {
  report: NonNullable<Awaited<ReturnType<typeof findReport>>>;
  understanding: Understanding;
  keys: ServeKeys;
  /** A rule, unless a person entered it. */
  by?: string;
};

/** Her words join the telling. What they add of danger or harm counts; what the telling said of it before is not unsaid by them. */
export async function addToReport(ctx: Ctx, heard: Heard, added: Added): Promise<Outcome> {
  const { report, understanding, keys, by = 'rule' } = added;
  await attachMessage(ctx, report.id, heard.messageId);
  // Sealed where those that stand are.
  const sealed = report.maskedCt && openText(keys, reportPlace(report.lane, report.id), report.maskedCt);
  const words = [sealed ?? report.masked, understanding.masked].filter(Boolean).join(' / ');
  const masked = maskedFor(keys, { lane: report.lane, reportId: report.id, masked: words });
  const before = await findInterpretation(ctx, report.id, report.version);
  const version = await updateReport(ctx, report.id, { ...masked, danger: report.danger || understanding.danger });
  await insertInterpretation(ctx, {
    reportId: report.id,
    version,
    by,
    grammar: GRAMMAR,
    understanding: { ...codesOf(understanding), ...bothOf(Readings.parse(before?.understanding ?? {}), understanding) },
  });
  await ctx.emit(
    'report.added',
    { subjectId: report.id, lane: report.lane, scopeId: report.scopeId, origin: heard.origin },
    { reportId: report.id, messageId: heard.messageId },
  );
  return { kind: 'addition', subjectId: report.id };
}

const bothOf = (before: z.infer<typeof Readings>, added: Understanding) => ({
  laneWords: [...new Set([...before.laneWords, ...added.laneWords])],
  accused: [...new Set([...before.accused, ...added.accused])],
  minor: before.minor || added.minor,
  residue: before.residue || added.residue,
});

/** Danger, and anything for the restricted lanes, is never asked back: it goes on as it is, and a person looks. */
export async function recordTelling(ctx: Ctx, heard: Heard, telling: FirstTelling): Promise<Outcome> {
  const { understanding, tools } = telling;
  const world = await tools.world();
  const type = world.types.find((known) => known.code === understanding.type?.code);
  const lane = laneOf(understanding, type);
  const place = await choosePlace(ctx, understanding.places, heard.council);
  const urgent = understanding.danger || lane !== 'ordinary';
  const missing = missingOf(understanding, place);
  if (missing && !urgent) {
    const mayAsk =
      !telling.askedAlready &&
      !heard.wishes.optedOut &&
      !heard.wishes.doNotReply &&
      ((await hasRoute(ctx, heard.contactId)) || (await hasCode(ctx, heard.messageId)));
    return mayAsk ? askBack(ctx, heard, { missing, place, tools }) : leaveToPerson(ctx, heard, place);
  }
  return { kind: 'report', subjectId: await fileReport(ctx, heard, { ...telling, lane, place }) };
}

type Missing = 'ask.clearer' | 'ask.place' | 'ask.which-place';

function missingOf(understanding: Understanding, place: Place): Missing | undefined {
  if (understanding.type === undefined) return 'ask.clearer';
  if (place.placeBy !== 'none') return undefined;
  return place.ambiguous ? 'ask.which-place' : 'ask.place';
}

/** Where no more answers go to this number for now, a person reads it instead: nobody could answer a question that was not put. */
async function askBack(
  ctx: Ctx,
  heard: Heard,
  { missing, place, tools }: { missing: Missing; place: Place; tools: ListenTools },
): Promise<Outcome> {
  const { contactId, messageId } = heard;
  const kind = missing === 'ask.clearer' ? 'clearer' : 'place';
  const question = { kind, hours: ASK_HOURS, messageId } as const;
  const about = { contactId, template: missing, subjectId: messageId, question };
  const wanted = { ...about, urgency: 4, reply: true, byPage: heard.via === 'page' };
  const asked: Outcome = { kind: 'asked', subjectId: messageId };
  if (await hasRoute(ctx, contactId))
    return (await queueMessage(ctx, tools, wanted)) ? asked : leaveToPerson(ctx, heard, place);
  // Without a way back the question waits for her where her code is looked up.
  await openQuestion(ctx, wanted, ctx.now);
  return asked;
}

/** Nothing is thrown away because a machine did not understand it. */
export async function leaveToPerson(
  ctx: Ctx,
  heard: Pick<Heard, 'messageId' | 'origin'>,
  place: Pick<Place, 'scopeId'>,
): Promise<Outcome> {
  const subjectId = await openTodo(ctx, {
    kind: 'unclear',
    role: 'coordinator',
    subjectId: heard.messageId,
    messageId: heard.messageId,
    ...(place.scopeId ? { scopeId: place.scopeId } : {}),
    dueAt: new Date(ctx.now.getTime() + ASK_HOURS * 3_600_000),
    origin: heard.origin,
  });
  return { kind: 'person', subjectId };
}

async function fileReport(
  ctx: Ctx,
  heard: Heard,
  telling: FirstTelling & { lane: Lane; place: Place },
): Promise<string> {
  const { understanding, lane, place, tools } = telling;
  const id = ctx.id('report');
  const reading: ReportReading = {
    lane,
    typeCode: understanding.type?.code ?? null,
    typeBy: understanding.type?.by ?? null,
    areaId: place.areaId,
    scopeId: place.scopeId,
    placeBy: place.placeBy,
    language: understanding.language,
    danger: understanding.danger,
    ...maskedFor(tools.keys, { lane, reportId: id, masked: understanding.masked }),
  };
  const toldAt = heard.receivedAt;
  await Promise.all([
    insertReport(
      ctx,
      {
        ...reading,
        id,
        contactId: heard.contactId,
        sourceKey: heard.sourceKey,
        councilId: heard.council?.councilId ?? null,
        zero: false,
        via: heard.via,
        toldAt,
        origin: heard.origin,
      },
      heard.messageId,
    ),
    insertInterpretation(ctx, {
      reportId: id,
      version: 1,
      by: 'rule',
      grammar: GRAMMAR,
      understanding: codesOf(understanding),
    }),
    ctx.emit('report.told', { subjectId: id, lane, scopeId: place.scopeId, origin: heard.origin }, { reportId: id }),
  ]);
  await liftCalls(ctx, heard.contactId, lane);
  await thank(ctx, heard, { template: 'receipt', subjectId: id, tools });
  return id;
}

/** What a report's sealed words are bound to: its lane's key and its own row. */
export const reportPlace = (lane: Lane, reportId: string) =>
  ({ textClass: lane, table: 'listen_report', id: reportId }) as const;

/** decisions.md 17: plain and indexed in the ordinary lane, sealed in the restricted ones. */
export function maskedFor(
  keys: ServeKeys,
  text: { lane: Lane; reportId: string; masked: string },
): { masked: string | null; maskedCt: Buffer | null } {
  if (text.lane === 'ordinary') return { masked: text.masked, maskedCt: null };
  return {
    masked: null,
    maskedCt: Buffer.from(sealText(keys, reportPlace(text.lane, text.reportId), text.masked)),
  };
}

/** What an interpretation keeps: codes and flags, never words of hers. */
export function codesOf(understanding: Understanding): Record<string, unknown> {
  const { masked: _masked, places, ...rest } = understanding;
  return { ...rest, places: places.map(({ areaId, by, score }) => ({ areaId, by, score })) };
}
