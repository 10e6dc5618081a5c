// A person switches types on or off in an area from a day on. Nothing is switched on where nobody answers (product.md rule 6).
import { scopeKind } from '../../../shared/domain/area.ts';
import type { Role } from '../../../shared/domain/role.ts';
import { isPolice, type SwitchWord, TO_POLICE_BY_PERSON_ONLY } from '../../../shared/domain/type-switch.ts';
import { problem } from '../../../shared/kit/problem.ts';
import type { WebCtx } from '../../kit/handle.ts';
import { type Area, getArea } from './store-area.ts';
import { isOwnScope } from './store-name.ts';
import { listTypes, type ProgrammeType } from './store-type.ts';
import { listAnsweringPosts, listTypeStates } from './store-type-state.ts';
import { deleteSwitches, insertSwitches, momentOfDay } from './store-type-switch.ts';

export type Switching = { areaId: string; typeCodes: readonly string[]; word: SwitchWord; from: string };

/** Whose switch a type is: ordinary the coordinator's, restricted the protection officer's, all the administrator's. */
export const mayTurn = (role: Role, { lane }: Pick<ProgrammeType, 'lane'>): boolean =>
  role === 'administrator' || role === (lane === 'ordinary' ? 'coordinator' : 'protection-officer');

const wideEnough: readonly string[] = ['country', 'province', scopeKind];

/** Throws `type.nobody-answers` with the first type that nobody would answer for, and `type.not-to-police` for who flees. */
export async function switchTypes(ctx: WebCtx, switching: Switching, timeZone: string): Promise<string> {
  const area = await mustBeOwn(ctx, switching.areaId);
  const types = (await listTypes(ctx.tx)).filter(({ code }) => switching.typeCodes.includes(code));
  if (types.length !== new Set(switching.typeCodes).size) throw problem('type.not-found', { areaId: area.id });
  for (const type of types) mustBeAllowed(ctx, type, switching.word);
  const from = await momentOfDay(ctx, switching.from, timeZone);
  if (!from) throw problem('request.invalid', { field: 'from' });
  await mustBeAnswered(ctx, { area, types, word: switching.word, from }, timeZone);
  // No id kind of its own is needed: a switch is a deed, and several types turned at once are one.
  const switchId = ctx.id('deed');
  const rows = types.map(({ code }) => ({ id: ctx.id('deed'), typeCode: code }));
  await insertSwitches(ctx, { deedId: switchId, areaId: area.id, word: switching.word, from, rows });
  const about = { subjectId: area.id, lane: 'ordinary', scopeId: area.scopeId } as const;
  return ctx.emit('types.switched', about, { areaId: area.id, switchId, to: switching.word, types: types.length });
}

/** Undo. */
export const takeBackSwitch = (ctx: WebCtx, switchId: string): Promise<boolean> => deleteSwitches(ctx, switchId);

async function mustBeOwn(ctx: WebCtx, areaId: string): Promise<Area> {
  const area = await getArea(ctx, areaId);
  if (!wideEnough.includes(area.kind)) throw problem('request.invalid', { field: 'areaId' });
  if (ctx.person.role === 'coordinator' && !(await isOwnScope(ctx, area.scopeId)))
    throw problem('area.not-found', { areaId });
  return area;
}

function mustBeAllowed(ctx: WebCtx, type: ProgrammeType, word: SwitchWord): void {
  if (!mayTurn(ctx.person.role, type)) throw problem('access.denied', { typeCode: type.code });
  if (word === 'on' && TO_POLICE_BY_PERSON_ONLY.includes(type.code))
    throw problem('type.not-to-police', { typeCode: type.code });
}

type Asked = { area: Area; types: readonly ProgrammeType[]; word: SwitchWord; from: Date };

async function mustBeAnswered(ctx: WebCtx, { area, types, word, from }: Asked, timeZone: string): Promise<void> {
  if (word === 'off' || word === 'inherit') return;
  const posts = await listAnsweringPosts(ctx, area.id, from);
  const states = await listTypeStates(ctx.tx, { areaIds: [area.id], at: from, timeZone });
  const isAnswered = (type: ProgrammeType): boolean => {
    if (type.lane !== 'ordinary' || type.answeredBy.includes('coordinator'))
      return states.some(({ typeCode, answered }) => typeCode === type.code && answered);
    return posts.some((post) => post.typeCode === type.code && (word === 'on' || !isPolice(post.service)));
  };
  const lone = types.find((type) => !isAnswered(type));
  if (lone) throw problem('type.nobody-answers', { typeCode: lone.code, areaId: area.id });
}
