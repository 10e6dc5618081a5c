// What a telling is before any record is touched: its lane, its severity, whether it is danger. Pure.
import { isRestricted, type Lane } from '../../../shared/domain/lane.ts';
import type { Severity } from '../../../shared/domain/severity.ts';
import type { ConcernType } from '../../../shared/domain/taxonomy.ts';
import { policeServices, TO_POLICE_BY_PERSON_ONLY } from '../../../shared/domain/type-switch.ts';
import type { PostKind, TypeInPlace } from '../know/index.ts';
import type { Telling } from './telling.ts';

type Words = Pick<Telling, 'lane' | 'laneWords' | 'accused' | 'minor' | 'danger'>;

/** `lane_if` moves a single concern, never the type; a lane is only ever raised here, never lowered (decisions.md 7). */
export function laneOf(telling: Words, type: ConcernType | undefined): Lane {
  if (telling.lane === 'oversight' || !type) return telling.lane;
  const moved = type.laneIf.find(({ when }) => conditions[when](telling))?.lane;
  if (moved === 'oversight') return moved;
  if (isRestricted(telling.lane)) return telling.lane;
  return moved ?? type.lane;
}

const conditions: Record<ConcernType['laneIf'][number]['when'], (telling: Words) => boolean> = {
  minor: (telling) => telling.minor,
  official: (telling) => telling.accused.length > 0,
  // Exploitation is told in words of the protection lexicon.
  exploitation: (telling) => telling.laneWords.includes('protection'),
};

/** The most abused type: strangers seen. No rule makes it danger, and one source never brings it before a superior (decisions.md 13). */
export const NEVER_ON_ONE_SOURCE = 'A03';

/**
 * A type that is danger raises it, unless it is only our reading of free text: then the words themselves were asked, and may have said that
 * it did not happen or lies years back (ADR 0021).
 */
export function isDanger(told: {
  type: ConcernType | undefined;
  danger: boolean;
  typeBy?: Telling['typeBy'];
}): boolean {
  if (told.type?.code === NEVER_ON_ONE_SOURCE) return false;
  return told.danger || (told.typeBy !== 'free-text' && (told.type?.danger ?? false));
}

/** Words of danger weigh more than the type they came with. A matter nobody could name yet is looked at within the shift. */
export function severityOf(type: ConcernType | undefined, danger: boolean): Severity {
  if (danger) return 5;
  return type?.severity ?? 3;
}

/** A service complaint: a figure, never a brief (decisions.md 7). */
export const SERVICE_COMPLAINT = 'J04';

type Kept = Pick<TypeInPlace, 'code' | 'usual' | 'switched'>;

/** As it is switched in the place, police only when a person names the post herself; who flees, whatever is switched (decisions.md 13). */
export function keptFrom({ code, usual, switched }: Kept): readonly PostKind[] {
  const stands = switched === 'off' ? usual : switched;
  return stands === 'on' && !TO_POLICE_BY_PERSON_ONLY.includes(code) ? [] : policeServices;
}

export const mayGoTo = (type: Kept, service: PostKind): boolean => !keptFrom(type).includes(service);
