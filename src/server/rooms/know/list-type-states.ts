// How every type stands in an area, as whoever switches them reads it.
import type { z } from 'zod';
import type { DistrictCounts, TypeStateView } from '../../../shared/contract/type-switches.ts';
import { scopeKind } from '../../../shared/domain/area.ts';
import { isPolice } from '../../../shared/domain/type-switch.ts';
import { problem } from '../../../shared/kit/problem.ts';
import type { WebCtx } from '../../kit/handle.ts';
import type { NameUsers } from './keep-recipient.ts';
import { findRootArea, getArea, listAreaViews, listDistrictIds } from './store-area.ts';
import { findHomeScope } from './store-name.ts';
import { listTypes } from './store-type.ts';
import { listLostOf } from './store-type-asked.ts';
import { listAnsweringPosts, listTypeStates, type TypeState } from './store-type-state.ts';
import { listSaid, type Said } from './store-type-switch.ts';
import { mayTurn } from './switch-types.ts';

const MOST_NAMED = 3;
type Tools = { timeZone: string; nameUsers: NameUsers };

export async function getTypeStates(ctx: WebCtx, areaId: string | undefined, tools: Tools) {
  const area = await getArea(ctx, areaId ?? (await findHome(ctx)));
  const { timeZone } = tools;
  const states = await listTypeStates(ctx.tx, { areaIds: [area.id], at: ctx.now, timeZone });
  const districtIds = area.kind === scopeKind ? [] : await listDistrictIds(ctx, area.id);
  const views = await listAreaViews(ctx, [area.id, ...states.flatMap(({ setIn }) => setIn ?? []), ...districtIds]);
  const shown = views.get(area.id);
  if (!shown) throw problem('area.not-found', { areaId: area.id });
  const within = await listTypeStates(ctx.tx, { areaIds: districtIds, at: ctx.now, timeZone });
  const districts = districtIds.flatMap((id) => {
    const district = views.get(id);
    return district ? [{ area: district, ...countOf(within.filter((state) => state.areaId === id)) }] : [];
  });
  return { area: shown, types: await toViews(ctx, { areaId: area.id, states, views }, tools), districts };
}

async function findHome(ctx: WebCtx): Promise<string> {
  const home = (await findHomeScope(ctx)) ?? (await findRootArea(ctx))?.id;
  if (!home) throw problem('area.not-found', {});
  return home;
}

const countOf = (states: readonly TypeState[]): Omit<DistrictCounts, 'area'> => ({
  on: states.filter(({ state, answered }) => state !== 'off' && answered).length,
  off: states.filter(({ state }) => state === 'off').length,
  unanswered: states.filter(({ state, answered }) => state !== 'off' && !answered).length,
});

type Read = { areaId: string; states: readonly TypeState[]; views: Awaited<ReturnType<typeof listAreaViews>> };

async function toViews(
  ctx: WebCtx,
  { areaId, states, views }: Read,
  { nameUsers }: Tools,
): Promise<z.input<typeof TypeStateView>[]> {
  const posts = await listAnsweringPosts(ctx, areaId, ctx.now);
  const lost = await listLostOf(ctx, areaId);
  const said = await listSaid(ctx, areaId);
  const names = await nameUsers(ctx, [...new Set(said.map(({ by }) => by))]);
  const toSaid = (one: Said | undefined) =>
    one
      ? { word: one.word, from: one.from.toISOString(), at: one.at.toISOString(), by: names.get(one.by) ?? null }
      : null;
  const stateOf = new Map(states.map((state) => [state.typeCode, state]));
  return (await listTypes(ctx.tx)).flatMap((type) => {
    const stands = stateOf.get(type.code);
    if (!stands) return [];
    const answering = posts.filter(
      ({ typeCode, service }) => typeCode === type.code && (stands.state === 'on' || !isPolice(service)),
    );
    const of = (holds: boolean) => said.find((one) => one.typeCode === type.code && one.holds === holds);
    return {
      code: type.code,
      state: stands.state,
      setIn: views.get(stands.setIn ?? '') ?? null,
      answered: stands.answered,
      answeredBy: [...type.answeredBy],
      posts: answering.slice(0, MOST_NAMED).map(({ name }) => name),
      morePosts: Math.max(0, answering.length - MOST_NAMED),
      lostAt: lost.get(type.code)?.toISOString() ?? null,
      said: toSaid(of(true)),
      next: toSaid(of(false)),
      mayChange: mayTurn(ctx.person.role, type),
    };
  });
}
