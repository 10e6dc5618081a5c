// Councils, who speaks for one, and who is on duty for an area's danger ladder. No name is kept here.

import { type Selectable, sql } from 'kysely';
import type { AreaView } from '../../../shared/contract/shapes.ts';
import type { Language } from '../../../shared/domain/language.ts';
import type { Origin } from '../../../shared/domain/origin.ts';
import type { KnowCouncilTable, KnowDutyTable, KnowMemberTable } from '../../db/schema.gen.ts';
import type { Ctx } from '../../db/tx.ts';
import { getArea, listAreaViews } from './store-area.ts';

export type CouncilOfContact = { councilId: string; areaId: string; scopeId: string; language: Language };

/** Unattended login only: the council a registered contact speaks for today. */
export async function findCouncilOfContact(ctx: Ctx, contactId: string): Promise<CouncilOfContact | undefined> {
  return speakers(ctx)
    .select(['council.id as councilId', 'council.areaId', 'council.scopeId', 'council.language'])
    .where('member.contactId', '=', contactId)
    .executeTakeFirst();
}

/** The same for many at once: council by contact, of those who speak for one. */
export async function findCouncilsOfContacts(
  ctx: Ctx,
  contactIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await speakers(ctx)
    .select(['member.contactId', 'council.id as councilId'])
    .where('member.contactId', '=', sql<string>`any(${contactIds}::text[])`)
    .execute();
  return new Map(rows.flatMap(({ contactId, councilId }) => (contactId ? [[contactId, councilId]] : [])));
}

const speakers = ({ tx, now }: Ctx) =>
  tx
    .selectFrom('knowMember as member')
    .innerJoin('knowCouncil as council', 'council.id', 'member.councilId')
    .where('member.validFrom', '<=', now)
    .where((eb) => eb.or([eb('member.validTo', 'is', null), eb('member.validTo', '>', now)]))
    .where('council.status', '<>', 'closed');

export type Rung = KnowDutyTable['rung'];

/** Unattended login only: who stands on this rung for the nearest area upwards. Their phone is asked of `protect`. */
export async function findDuty(ctx: Ctx, areaId: string, rung: Rung): Promise<{ userId: string } | undefined> {
  return ctx.tx
    .selectFrom('knowDuty as duty')
    .innerJoin('knowArea as area', (join) => join.on(sql<boolean>`duty.area_id = any(area.lineage)`))
    .select('duty.userId')
    .where('area.id', '=', areaId)
    .where('duty.rung', '=', rung)
    .where('duty.validFrom', '<=', ctx.now)
    .where((eb) => eb.or([eb('duty.validTo', 'is', null), eb('duty.validTo', '>', ctx.now)]))
    .orderBy(sql`array_position(area.lineage, duty.area_id)`, 'desc')
    .orderBy('duty.validFrom', 'desc')
    .executeTakeFirst();
}

export type NewCouncil = {
  id: string;
  name: string;
  areaId: string;
  language?: Language;
  status?: Selectable<KnowCouncilTable>['status'];
  /** The day from which it is so; today where nobody says. */
  since?: string;
  origin?: Origin;
};

/** A council, once under its id. Its scope is that of its area; `area.not-found` when there is none. */
export async function addCouncil(ctx: Ctx, council: NewCouncil): Promise<void> {
  const { id, name, language = 'pt', status = 'active', origin = 'live' } = council;
  const area = await getArea(ctx, council.areaId);
  const place = { areaId: area.id, scopeId: area.scopeId };
  const added = await ctx.tx
    .insertInto('knowCouncil')
    .values({ id, name, ...place, language, languages: [language], status, createdAt: ctx.now, origin })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows === 0n) return;
  const since = {
    status,
    since: council.since ?? ctx.now.toISOString().slice(0, 10),
    areaId: area.id,
    saidAt: ctx.now,
  };
  await ctx.tx
    .insertInto('knowCouncilStatus')
    .values({ id: ctx.id('councilStatus'), councilId: id, ...since })
    .execute();
}

/** Lets a contact speak for a council. A contact speaks for one council at a time: the newest holds. */
export async function addMember(
  ctx: Ctx,
  member: { contactId: string; councilId: string; function: KnowMemberTable['function'] },
): Promise<void> {
  await ctx.tx
    .insertInto('knowMember')
    .values({ ...member, validFrom: ctx.now, validTo: null })
    .onConflict((conflict) =>
      conflict
        .column('contactId')
        .doUpdateSet({ councilId: member.councilId, function: member.function, validTo: null }),
    )
    .execute();
}

/** Puts a person on a rung of an area from a moment on. */
export async function addDuty(
  ctx: Ctx,
  duty: { areaId: string; rung: Rung; userId: string; validFrom: Date; validTo?: Date },
): Promise<void> {
  await ctx.tx
    .insertInto('knowDuty')
    .values({ ...duty, validTo: duty.validTo ?? null })
    .onConflict((conflict) => conflict.columns(['areaId', 'rung', 'validFrom']).doNothing())
    .execute();
}

/** Councils by id, with the place they speak for; those the reader may not see are left out. */
export async function listCouncilViews(ctx: Ctx, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, { id: string; name: string; area: AreaView }>();
  const rows = await ctx.tx
    .selectFrom('knowCouncil')
    .select(['id', 'name', 'areaId'])
    .where('id', 'in', [...ids])
    .execute();
  const areas = await listAreaViews(
    ctx,
    rows.map(({ areaId }) => areaId),
  );
  return new Map(
    rows.flatMap(({ id, name, areaId }) => {
      const area = areas.get(areaId);
      return area ? [[id, { id, name, area }] as const] : [];
    }),
  );
}
