// What this room is handed of a report: who told it only as a contact and a keyed source, its text masked or sealed.

import type { ImportOutcome } from '../../../shared/domain/import.ts';
import type { Lane } from '../../../shared/domain/lane.ts';
import type { Origin } from '../../../shared/domain/origin.ts';
import type { Accused } from '../../../shared/domain/understanding.ts';
import type { Via } from '../../../shared/domain/via.ts';
import type { RespondConcernTable } from '../../db/schema.gen.ts';
import type { Ctx } from '../../db/tx.ts';
import type { TypeInPlace } from '../know/index.ts';

export type { Origin };
export type PlaceBy = RespondConcernTable['placeBy'];

export type Telling = {
  reportId: string;
  contactId: string;
  /** Keyed hash by which independent sources are counted. */
  sourceKey: Buffer;
  councilId?: string | undefined;
  lane: Lane;
  laneWords: readonly Exclude<Lane, 'ordinary'>[];
  typeCode?: string | undefined;
  typeBy?: 'code' | 'keyword' | 'free-text' | 'confirmed' | 'listener' | undefined;
  confirmed: boolean;
  areaId?: string | undefined;
  placeBy: Exclude<PlaceBy, 'coordinator'>;
  scopeId?: string | undefined;
  danger: boolean;
  accused: readonly Accused[];
  minor: boolean;
  residue: boolean;
  language: string;
  /** Ordinary lane: plain. */
  masked: string | undefined;
  /** Restricted lanes: sealed for the report. */
  maskedCt: Buffer | undefined;
  toldAt: Date;
  wayBack: boolean;
  origin: Origin;
  /** Of an imported telling: how its table says it ended. */
  outcome?: ImportOutcome | undefined;
  smallSettlement: boolean;
  /** She says that nobody else saw or knows it. */
  alone: boolean;
};

/** A telling with what the programme makes of it. */
export type Told = { telling: Telling; type: TypeInPlace | undefined; lane: Lane };

/** What a telling or a person's name needs from rooms that this one may not open; app gives it. */
export type RespondTools = {
  /** Opens what was sealed for this id: a concern's narrative, or a report's masked text. */
  openNarrative(lane: Lane, sealed: Buffer, subjectId: string): string;
  sealNarrative(lane: Lane, text: string, subjectId: string): Buffer;
  /** The phone of somebody on duty. Unattended login only. */
  findStaffContact(ctx: Ctx, userId: string): Promise<string | undefined>;
  /** Who is at work and has given a telephone. Unattended login only. */
  listStaffPhones(ctx: Ctx): Promise<readonly { userId: string; contactId: string }[]>;
  /** Language, way in and masked text of reports; null where the lane keeps it sealed. One query. */
  readTellings(
    ctx: Ctx,
    reportIds: readonly string[],
  ): Promise<ReadonlyMap<string, { language: string; via: Via; masked: string | null }>>;
  /** A telling as it was last read; undefined when it is unknown. Unattended login only. */
  readTelling(ctx: Ctx, reportId: string): Promise<Telling | undefined>;
  /** Councils of the asker's districts, and how many of them were heard from one day to another. One query. */
  countReporting(
    ctx: Ctx,
    period: { from: string; to: string; timeZone: string },
  ): Promise<readonly { scopeId: string; councils: number; reporting: number }[]>;
  /** The programme's wall clock, as an IANA name. */
  timeZone: string;
  /** From which hour on that clock whoever works here is told what waits for her. */
  digestHour: number;
  /** Names of the programme's own staff, by user id. One query. */
  nameUsers(ctx: Ctx, userIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
};
