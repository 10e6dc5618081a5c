// A table of reports as reports: date, place, type and words of every row understood and masked, or the reason why the row stays out.
import type { ImportChannel, ImportOutcome, ReportField, RowReason } from '../../../shared/domain/import.ts';
import { importChannels, importOutcomes, reportFields } from '../../../shared/domain/import.ts';
import type { Lane } from '../../../shared/domain/lane.ts';
import { languages } from '../../../shared/domain/language.ts';
import type { ConcernType } from '../../../shared/domain/taxonomy.ts';
import { MOST_LETTERS, type Understanding } from '../../../shared/domain/understanding.ts';
import { problem } from '../../../shared/kit/problem.ts';
import { fold } from '../../../shared/kit/text.ts';
import { type Epoch, readDay, type Table, textOf } from '../know/index.ts';
import { begins } from './grammars/words-of.ts';
import { laneOf } from './lane-of.ts';
import { type UnderstandWorld, understandText } from './understand-text.ts';

export type ReportMap = Readonly<Partial<Record<ReportField, string>>>;
export type RowPlace = { areaId: string; scopeId: string; name: string };
export type ReadRow = {
  row: number;
  toldAt: Date;
  place: RowPlace | undefined;
  typeCode: string | undefined;
  typeBy: 'code' | 'free-text' | undefined;
  lane: Lane;
  language: string;
  danger: boolean;
  understanding: Understanding;
  channel: ImportChannel;
  outcome: ImportOutcome | undefined;
  /** What makes this row this row, as one string; hashed before it is kept. */
  sameness: string;
  /** Rows of one number share it. Lives while the table is read. */
  sender: string | undefined;
};
export type RowFault = { row: number; reason: RowReason };

export type RowWorld = {
  world: UnderstandWorld;
  now: Date;
  epoch: Epoch;
  zoneHours: number;
  /** Where the words of the place column are; a reason when nobody can say, or when it is not the importer's. */
  findPlace(words: { place: string; district: string }): Promise<RowPlace | undefined | { reason: RowReason }>;
};

const AT_ONCE = 50;

/** Yields to other requests every fifty rows. */
export async function* readReportRows(
  table: Table,
  map: ReportMap,
  world: RowWorld,
): AsyncGenerator<{ row: ReadRow } | { fault: RowFault }> {
  const columns = columnsOf(table, map);
  const seen = new Set<string>();
  const types = typesByWords(world.world.types);
  let read = 0;
  for (const { row, cells } of table.rows) {
    read += 1;
    if (read % AT_ONCE === 0) await new Promise((resolve) => setImmediate(resolve));
    const cell = (field: ReportField) => cells[columns.get(field) ?? -1];
    const told = await readRow({ row, cell }, { ...world, types });
    if ('reason' in told) yield { fault: told };
    else if (seen.has(told.sameness)) yield { fault: { row, reason: 'repeated' } };
    else {
      seen.add(told.sameness);
      yield { row: told };
    }
  }
}

function columnsOf(table: Table, map: ReportMap): ReadonlyMap<ReportField, number> {
  const columns = new Map<ReportField, number>();
  for (const field of reportFields) {
    const heading = map[field];
    if (heading === undefined) continue;
    const at = table.columns.indexOf(heading);
    if (at < 0) throw problem('import.column', { field });
    columns.set(field, at);
  }
  if (!columns.has('date')) throw problem('import.column', { field: 'date' });
  if (!columns.has('text') && !columns.has('type')) throw problem('import.column', { field: 'text' });
  return columns;
}

type Line = { row: number; cell: (field: ReportField) => string | Date | undefined };
type LineWorld = RowWorld & { types: ReadonlyMap<string, ConcernType> };

async function readRow({ row, cell }: Line, world: LineWorld): Promise<ReadRow | RowFault> {
  const say = (field: ReportField): string => textOf(cell(field));
  const text = say('text');
  const typed = say('type');
  const wrong = reasonOfWords(text, typed);
  if (wrong) return { row, reason: wrong };
  const dated = readDay(cell('date'), world);
  if ('fault' in dated) return { row, reason: dated.fault };
  const type = typeOf(typed, world);
  if (type === 'unknown') return { row, reason: 'type-unknown' };
  const place = await world.findPlace({ place: say('place'), district: say('district') });
  if (place && 'reason' in place) return { row, reason: place.reason };
  const outcome = outcomeOf(say('outcome'));
  if (outcome === 'unknown') return { row, reason: 'outcome-unknown' };
  const understanding = understandText(text === '' ? typed : text, world.world);
  const told = type ?? world.world.types.find(({ code }) => code === understanding.type?.code);
  return {
    row,
    toldAt: dated.day,
    place,
    typeCode: told?.code,
    typeBy: typeBy(type, told),
    lane: laneOf(understanding, told),
    language: languageOf(say('language')) ?? understanding.language,
    danger: understanding.danger,
    understanding,
    channel: channelOf(say('channel')),
    outcome,
    sameness: JSON.stringify([dated.day.toISOString(), place?.areaId ?? '', typed, text, say('number')]),
    sender: senderOf(say('number')),
  };
}

/** However it was written, the last nine digits are the same telephone; a word stands for itself. */
function senderOf(written: string): string | undefined {
  if (written === '') return undefined;
  const digits = written.replace(/\D+/g, '').slice(-9);
  return digits === '' ? fold(written) : digits;
}

function reasonOfWords(text: string, typed: string): RowReason | undefined {
  if (text === '' && typed === '') return 'empty';
  return text.length > MOST_LETTERS ? 'too-long' : undefined;
}

function typeBy(said: ConcernType | undefined, told: ConcernType | undefined): ReadRow['typeBy'] {
  if (said) return 'code';
  return told ? 'free-text' : undefined;
}

function typesByWords(types: readonly ConcernType[]): ReadonlyMap<string, ConcernType> {
  return new Map(
    types.flatMap((type) => [type.code, type.labelPt, type.labelEn].map((words) => [fold(words), type] as const)),
  );
}

/** Its code, its name in either language, or words that mean one type clearly. */
function typeOf(words: string, { types, world }: LineWorld): ConcernType | undefined | 'unknown' {
  if (words === '') return undefined;
  const named = types.get(fold(words)) ?? types.get(fold(words.slice(0, 3)));
  if (named) return named;
  const understood = understandText(words, world).type;
  return world.types.find(({ code }) => code === understood?.code) ?? 'unknown';
}

function channelOf(words: string): ImportChannel {
  const said = fold(words);
  return (
    importChannels.find((channel) => channel === said) ??
    importChannels.find((channel) => begins(said, ({ tables }) => tables.channels[channel])) ??
    'other'
  );
}

function languageOf(words: string): string | undefined {
  const said = fold(words);
  return (
    languages.find((language) => language === said) ??
    languages.find((language) => begins(said, ({ tables }) => tables.languages[language]))
  );
}

/** "em parte resolvido" begins like "resolvido" nowhere: what is not wholly solved is asked first. */
const outcomesAsked = ['partly', 'not-solved', 'solved'] as const satisfies readonly ImportOutcome[];

function outcomeOf(words: string): ImportOutcome | undefined | 'unknown' {
  const said = fold(words);
  if (said === '') return undefined;
  return (
    importOutcomes.find((outcome) => outcome === said) ??
    outcomesAsked.find((outcome) => begins(said, ({ tables }) => tables.outcomes[outcome])) ??
    'unknown'
  );
}
