// Decides, of counts alone, whether a text belongs to a flood, and when its turn comes. Nothing is refused here, and nothing is lost.
import type { FloodCause } from '../../../shared/domain/flood.ts';
import { type Turn, turns } from '../../db/turn.ts';

/** Texts within ten minutes that people who live here would send, by what is counted; above it begins a flood. */
export type FloodLimits = {
  /** Of one number. A council's speaker who writes down a whole meeting stays below. */
  oneSender: number;
  /** Of numbers that differ in their last three digits only and that nobody had met before. */
  oneRange: number;
  /** Alike, from any numbers. */
  alike: number;
  /** Of all numbers of a gateway that nobody had met before. */
  allAtOnce: number;
};

export const FLOOD_LIMITS: FloodLimits = { oneSender: 20, oneRange: 40, alike: 40, allAtOnce: 300 };

export type Counts = { oneSender: number; oneRange: number; alike: number; allAtOnce: number };

/** The narrowest cause: what one number does is not laid at the door of others. */
export function causeOf(counts: Counts, limits: FloodLimits): FloodCause | undefined {
  if (counts.oneSender > limits.oneSender) return 'one-sender';
  if (counts.alike > limits.alike) return 'alike';
  if (counts.oneRange > limits.oneRange) return 'one-range';
  if (counts.allAtOnce > limits.allAtOnce) return 'all-at-once';
  return undefined;
}

/** A danger goes before everybody; within a flood it goes with everybody, for a flood may be of nothing but dangers. */
export function turnOf({ urgent, flooded }: { urgent: boolean; flooded: boolean }): Turn {
  if (urgent) return flooded ? turns.usual : turns.first;
  return flooded ? turns.last : turns.usual;
}
