// The demonstration's world and past in this room, many rows in one statement, and who answers for what. As the owner.
import { sql } from 'kysely';
import { fold } from '../../../shared/kit/text.ts';
import { insertRows, type Row } from '../../db/insert-history.ts';
import type {
  KnowAreaTable,
  KnowCouncilStatusTable,
  KnowCouncilTable,
  KnowMemberTable,
  KnowPostTable,
  KnowResponsibilityTable,
  KnowTodoTable,
} from '../../db/schema.gen.ts';
import type { Ctx } from '../../db/tx.ts';
import { getArea, type NewArea } from './store-area.ts';

export type PastTodo = Row<KnowTodoTable>;

export const insertPastTodos = ({ tx }: Pick<Ctx, 'tx'>, todos: readonly PastTodo[]): Promise<void> =>
  insertRows(tx, 'knowTodo', todos);

export type KnowWorld = {
  places: readonly (NewArea & { parentId: string })[];
  councils: readonly Row<KnowCouncilTable>[];
  statuses: readonly Row<KnowCouncilStatusTable>[];
  members: readonly Row<KnowMemberTable>[];
  posts: readonly Row<KnowPostTable>[];
  responsibilities: readonly Row<KnowResponsibilityTable>[];
};

export async function insertKnowWorld(ctx: Ctx, world: KnowWorld): Promise<void> {
  const parents = new Map<string, readonly string[]>();
  for (const { parentId } of world.places)
    if (!parents.has(parentId)) parents.set(parentId, (await getArea(ctx, parentId)).lineage);
  const areas = world.places.map((place) => toAreaRow(ctx, place, parents.get(place.parentId) ?? []));
  await insertRows(ctx.tx, 'knowArea', areas);
  const aliases = world.places.flatMap(({ id, aliases: names = [] }) =>
    names.map((alias) => ({ areaId: id, alias, folded: fold(alias) })),
  );
  await insertRows(ctx.tx, 'knowAreaAlias', aliases);
  await insertRows(ctx.tx, 'knowCouncil', world.councils);
  await insertRows(ctx.tx, 'knowCouncilStatus', world.statuses);
  await insertRows(ctx.tx, 'knowMember', world.members);
  await insertRows(ctx.tx, 'knowPost', world.posts);
  await insertRows(ctx.tx, 'knowResponsibility', world.responsibilities);
}

/** Places below a district: their scope is the district they hang in. */
function toAreaRow(ctx: Ctx, place: NewArea & { parentId: string }, above: readonly string[]): Row<KnowAreaTable> {
  const { id, parentId, kind, name, population, origin } = place;
  return {
    id,
    parentId,
    kind,
    name,
    folded: fold(name),
    lineage: [...above, id],
    scopeId: parentId,
    population: population ?? null,
    validFrom: ctx.now,
    origin: origin ?? 'live',
  };
}

export const listAllPosts = ({ tx }: Pick<Ctx, 'tx'>) =>
  tx
    .selectFrom('knowPost')
    .select(['id', 'service', 'superiorId', 'areaId', 'scopeId', 'contactId'])
    .where('active', '=', true)
    .orderBy('id')
    .execute();

export const listAllResponsibilities = ({ tx }: Pick<Ctx, 'tx'>) =>
  tx
    .selectFrom('knowResponsibility')
    .select(['postId', 'areaId', 'typeCode', 'classCode', 'rank'])
    .where('lane', '=', 'ordinary')
    .orderBy('rank')
    .orderBy('id')
    .execute();

/** What there is, in words of the field; counts only. */
export async function countWorld({ tx }: Pick<Ctx, 'tx'>): Promise<Record<string, number>> {
  const { rows } = await sql<{ what: string; n: number }>`
    select 'districts' as what, count(*)::int as n from know_area where kind = 'district'
    union all select 'councils at work', count(*)::int from know_council where status <> 'proposed'
    union all select 'councils planned', count(*)::int from know_council where status = 'proposed'
    union all select 'of them displaced, dormant or re-activated: ' || status, count(*)::int from know_council
      where status in ('displaced', 'dormant', 're-activated') group by status
    union all select 'people who speak for a council', count(*)::int from know_member
    union all select 'posts: ' || service, count(*)::int from know_post group by service
    order by 1`.execute(tx);
  return Object.fromEntries(rows.map(({ what, n }) => [what, n]));
}
