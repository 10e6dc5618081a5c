// Districts as the map needs them: their code, people, and how many posts and planned councils there are in each. One read, whatever their number.
import { sql } from 'kysely';
import type { AreaView } from '../../../shared/contract/shapes.ts';
import type { Ctx } from '../../db/tx.ts';

export type District = {
  area: AreaView;
  code: string | null;
  posts: number;
  /** The projection of the census office; who was displaced since is not in it. */
  population: number | null;
  /** Councils that are to come. */
  planned: number;
};

/** More than any country has; a programme's districts are never paged. */
const MOST = 500;

/** The asker's districts that hold now, by name. The code is of the older vintage: the newer is partly inferred. */
export async function listDistricts(ctx: Ctx): Promise<District[]> {
  const { rows } = await sql<AreaView & Omit<District, 'area'>>`
    select a.id, a.name, a.kind, above.name as within, code.code, coalesce(p.posts, 0) as posts, a.population, coalesce(c.planned, 0) as planned
    from know_area a
    left join know_area above on above.id = a.parent_id
    left join know_area_code code on code.area_id = a.id and code.scheme = 'codab-v01'
    left join (
      select scope_id, count(*)::int as posts from know_post
      where active and valid_from <= ${ctx.now} and (valid_to is null or valid_to > ${ctx.now}) group by scope_id) p on p.scope_id = a.id
    left join (select scope_id, count(*)::int as planned from know_council where status = 'proposed' group by scope_id) c on c.scope_id = a.id
    where a.kind = 'district' and a.id = any((select ctx.areas())::text[]) and (a.valid_to is null or a.valid_to > ${ctx.now})
    order by a.folded, a.id limit ${MOST}`.execute(ctx.tx);
  return rows.map(({ code, posts, population, planned, ...area }) => ({ area, code, posts, population, planned }));
}
