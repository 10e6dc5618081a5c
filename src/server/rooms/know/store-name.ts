// Names that people taught: another name of a place, confirmed by a person, in the district of that place.
import { sql } from 'kysely';
import { fold } from '../../../shared/kit/text.ts';
import type { Ctx } from '../../db/tx.ts';

export type TaughtName = { id: string; name: string; areaId: string; learnedAt: Date };

/** Whether the one who asks works in this scope. */
export async function isOwnScope(ctx: Ctx, scopeId: string): Promise<boolean> {
  const { rows } = await sql<{ own: boolean }>`select ${scopeId} = any(ctx.areas()) as own`.execute(ctx.tx);
  return rows[0]?.own === true;
}

/** The widest area that the one who asks works in: where what has no place of its own belongs. */
export async function findHomeScope(ctx: Ctx): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from know_area where id = any((select ctx.areas())::text[]) order by cardinality(lineage), id limit 1`.execute(
    ctx.tx,
  );
  return rows[0]?.id ?? null;
}

/** Undefined when the area has this name already. */
export async function insertName(ctx: Ctx, taught: { areaId: string; name: string }): Promise<string | undefined> {
  const id = ctx.id('alias');
  const { rows } = await sql<{ learnedId: string }>`
    insert into know_area_alias (area_id, alias, folded, learned_id, learned_at, learned_by)
    select id, ${taught.name}, ${fold(taught.name)}, ${id}, ${ctx.now}, ${ctx.actor.id}
    from know_area where id = ${taught.areaId} and folded <> ${fold(taught.name)}
    on conflict do nothing returning learned_id`.execute(ctx.tx);
  return rows.length > 0 ? id : undefined;
}

/** The area it belonged to; undefined when it is not there, or not the actor's to take back. */
export async function deleteName(ctx: Ctx, id: string): Promise<string | undefined> {
  const row = await ctx.tx
    .deleteFrom('knowAreaAlias')
    .where('learnedId', '=', id)
    .returning('areaId')
    .executeTakeFirst();
  return row?.areaId;
}

const MOST_SHOWN = 200;

/** Newest first, of the areas that the actor works in. */
export async function listNames(ctx: Ctx): Promise<TaughtName[]> {
  const { rows } = await sql<TaughtName>`
    select o.learned_id as id, o.alias as name, o.area_id, o.learned_at
    from know_area_alias o join know_area a on a.id = o.area_id
    where o.learned_at is not null and a.scope_id = any((select ctx.areas())::text[])
    order by o.learned_at desc, o.learned_id limit ${MOST_SHOWN}`.execute(ctx.tx);
  return rows;
}
