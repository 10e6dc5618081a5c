// One concern type of data/taxonomy.csv, as rooms use it.
import type { Lane } from './lane.ts';
import type { Severity } from './severity.ts';

export type ConcernType = {
  code: string;
  classCode: string;
  labelEn: string;
  labelPt: string;
  severity: Severity;
  lane: Lane;
  /** Condition that moves a single concern to another lane ("protection if a minor"), as data. */
  laneIf: readonly { lane: Lane; when: 'minor' | 'exploitation' | 'official' }[];
  ruleRelease: boolean;
  danger: boolean;
  solvedAfterHours: number;
};
