// What another room may know of a telling: codes, flags and the masked text of its newest reading. No number, no raw text.

import type { Ctx } from '../../db/tx.ts';
import { findArea } from '../know/index.ts';
import { lockWishes } from '../protect/index.ts';
import { holdsPhrase, wordsOf } from './grammars/words-of.ts';
import { findImported } from './store-imported.ts';
import { findInterpretation, findReport } from './store-reports.ts';
import { Understanding } from './understanding-schema.ts';

/** Villages and quarters with fewer people than this are small: who told could be guessed. */
const SMALL_POPULATION = 1_000;
const SMALL_KINDS: readonly string[] = ['village', 'quarteirao'];

export async function readTelling(ctx: Ctx, reportId: string) {
  const report = await findReport(ctx, reportId);
  if (!report) return undefined;
  const [interpretation, wishes, area] = await Promise.all([
    findInterpretation(ctx, reportId, report.version),
    lockWishes(ctx, report.contactId),
    report.areaId ? findArea(ctx, report.areaId) : undefined,
  ]);
  const read = Understanding.parse(interpretation?.understanding ?? {});
  return {
    ...knownOf(report),
    reportId,
    contactId: report.contactId,
    sourceKey: report.sourceKey,
    lane: report.lane,
    laneWords: read.laneWords,
    confirmed: report.typeBy === 'confirmed',
    placeBy: report.placeBy,
    danger: report.danger,
    accused: read.accused,
    minor: read.minor,
    residue: read.residue,
    language: report.language,
    masked: report.masked ?? undefined,
    maskedCt: report.maskedCt ?? undefined,
    toldAt: report.toldAt,
    wayBack: !wishes.optedOut && !wishes.doNotReply && wishes.wayBack,
    origin: report.origin,
    ...(report.origin === 'import' ? { outcome: (await findImported(ctx, reportId))?.outcome ?? undefined } : {}),
    smallSettlement: area !== undefined && isSmall(area),
    alone: tellsAlone(report.masked ?? ''),
  };
}

function knownOf({
  councilId,
  typeCode,
  typeBy,
  areaId,
  scopeId,
}: NonNullable<Awaited<ReturnType<typeof findReport>>>) {
  return {
    ...(councilId ? { councilId } : {}),
    ...(typeCode ? { typeCode } : {}),
    ...(typeBy ? { typeBy } : {}),
    ...(areaId ? { areaId } : {}),
    ...(scopeId ? { scopeId } : {}),
  };
}

const alone = wordsOf(({ talk }) => talk.alone);
/** She says that nobody else saw or knows it. Of sealed words nothing is known. */
export const tellsAlone = (masked: string): boolean => holdsPhrase(masked, alone);

/** Nobody counted a village: it is taken for small. A larger place is small only by its count. */
function isSmall({ kind, population }: { kind: string; population: number | null }): boolean {
  if (population === null) return SMALL_KINDS.includes(kind);
  return population < SMALL_POPULATION;
}
