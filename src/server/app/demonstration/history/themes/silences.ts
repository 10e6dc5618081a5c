// Why nothing comes from a council: the network is out over a district, or its people had to leave.
import { openDice } from '../dice.ts';
import type { Theme } from '../facts.ts';
import { DAY_MS, WEEKS } from '../stage.ts';
import { clustersOf } from './attacks.ts';

const OUTAGES = 34;
const DISPLACED_DAYS = 21;
type Gap = { from: number; to: number };

const outages = new Map<string, readonly Gap[]>();

export const silences: Theme = {
  name: 'silences',
  isSilent(council, at, { stage }) {
    const day = (stage.until.getTime() - at.getTime()) / DAY_MS;
    const inGap = ({ from, to }: Gap): boolean => day <= from && day > to;
    // Half of the councils that were struck had to leave.
    if (council.index % 2 === 0 && displacedFrom(council.districtId).some(inGap)) return true;
    return outagesOf(council.districtId).some(inGap);
  },
};

const displaced = new Map<string, readonly Gap[]>();

/** Days before init. */
function displacedFrom(districtId: string): readonly Gap[] {
  const known = displaced.get(districtId);
  if (known) return known;
  const gaps = clustersOf().flatMap(({ begins, way }) => {
    const step = way.indexOf(districtId);
    if (step < 0 || step > 2) return [];
    const from = begins - step * 6 - 2;
    return [{ from, to: from - DISPLACED_DAYS }];
  });
  displaced.set(districtId, gaps);
  return gaps;
}

/** A district is without network about every second year for a week; in the cyclone's district for longer. */
function outagesOf(districtId: string): readonly Gap[] {
  const known = outages.get(districtId);
  if (known) return known;
  const dice = openDice(`outage ${districtId}`);
  const gaps = Array.from({ length: dice.chance(OUTAGES / 56) ? 1 + dice.below(2) : 0 }, () => {
    const from = dice.below(WEEKS * 7);
    return { from, to: from - Math.round(dice.around(5)) };
  });
  outages.set(districtId, gaps);
  return gaps;
}
