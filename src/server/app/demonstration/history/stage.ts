// Where and among whom the demonstration's history plays: places, councils, who speaks for them, and who answers for what.
import type { ConcernType } from '../../../../shared/domain/taxonomy.ts';

export type StageCouncil = {
  id: string;
  /** Its place in the plan: what everything else about it is drawn from. */
  index: number;
  areaId: string;
  placeName: string;
  districtId: string;
  lineage: readonly string[];
  language: string;
  small: boolean;
  createdAt: Date;
  /** Focal point first. */
  people: readonly Person[];
};

export type Person = { contactId: string; number: string; kind: 'member' | 'person'; language: string };

export type StagePost = { id: string; service: string; superiorId: string | null; areaId: string; hasPhone: boolean };

export type Stage = {
  /** The day of init: nothing of the history is later. */
  until: Date;
  councils: readonly StageCouncil[];
  /** Districts by id, with the councils in them. */
  byDistrict: ReadonlyMap<string, readonly StageCouncil[]>;
  types: ReadonlyMap<string, ConcernType>;
  posts: ReadonlyMap<string, StagePost>;
  /** The post that answers first for an ordinary matter at a place. */
  findPost(typeCode: string, lineage: readonly string[]): StagePost | undefined;
  /** Where a brief may be handed over to. */
  neighbourOf(post: Pick<StagePost, 'id'>, districtId: string): StagePost | undefined;
  people: { coordinator: string; protectionOfficer: string };
};

export const WEEKS = 78;
/** Who speak for one council. */
export const PEOPLE = 4;
export const DAY_MS = 86_400_000;
export const WEEK_MS = 7 * DAY_MS;

/** Week 0 is the last one before init. */
export const weekBegins = (stage: Pick<Stage, 'until'>, week: number): Date =>
  new Date(stage.until.getTime() - (week + 1) * WEEK_MS);

/** Of what is older no way back is left: it died thirty days after the matter was closed. */
export const RECENT_MS = 63 * DAY_MS;
