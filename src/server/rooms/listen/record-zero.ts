// "Nothing happened this week" is a telling of its own: the denominator of everything that did happen.
import type { Understanding } from '../../../shared/domain/understanding.ts';
import type { Ctx } from '../../db/tx.ts';
import type { Heard, ListenTools, Outcome } from './heard.ts';
import { insertReport } from './store-reports.ts';
import { thank } from './thank.ts';

export async function recordZero(
  ctx: Ctx,
  heard: Heard,
  { understanding, tools }: { understanding: Understanding; tools: ListenTools },
): Promise<Outcome> {
  const id = ctx.id('report');
  const { council } = heard;
  await insertReport(
    ctx,
    {
      id,
      contactId: heard.contactId,
      sourceKey: heard.sourceKey,
      councilId: council?.councilId ?? null,
      lane: 'ordinary',
      typeCode: null,
      typeBy: null,
      areaId: council?.areaId ?? null,
      scopeId: council?.scopeId ?? null,
      placeBy: council ? 'council' : 'none',
      language: understanding.language,
      danger: false,
      zero: true,
      masked: null,
      maskedCt: null,
      toldAt: heard.receivedAt,
      origin: heard.origin,
    },
    heard.messageId,
  );
  await ctx.emit(
    'zero.told',
    { subjectId: id, scopeId: council?.scopeId ?? null, origin: heard.origin },
    { reportId: id, ...(council ? { councilId: council.councilId } : {}) },
  );
  await thank(ctx, heard, { template: 'receipt.zero', subjectId: id, tools });
  return { kind: 'zero', subjectId: id };
}
