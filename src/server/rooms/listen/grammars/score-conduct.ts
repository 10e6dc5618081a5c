// Types of class J need a doer, so they are no plain cues: who did it decides (decisions.md 7).
import { conceptNumber } from './concepts.ts';
import type { Harm } from './find-harm.ts';
import type { Reading } from './read-concepts.ts';
import { anyHolds } from './weigh-cues.ts';

export type Scored = { code: string; score: number };

const asksForMoney = anyHolds([
  '1 bribe',
  '1 corrupt',
  '1 demand money/gratuity/release',
  '1 pay',
  '1 money release',
  '1 gratuity release',
  '1 eatMoney money',
  '1 take money',
]);
const ofBribe = anyHolds(['1 bribe/release']);
const isGone = anyHolds(['1 kill', '1 vanish', '1 dead', '1 massacre', '1 shots dead']);
const isShotDead = anyHolds(['1 shots dead', '1 kill', '1 beat dead']);
const isSexual = anyHolds(['1 sex', '1 rape', '1 pregnant']);
const isViolent = anyHolds(['1 beat/torture/tied/shots/rape/threaten/steal/insult/point-gun']);
const atBorder = anyHolds(['1 border']);
const ofAid = anyHolds(['1 list/aid/divert']);
const noshow = conceptNumber('noshow');

export function scoreConduct(reading: Reading, harm: Harm): Scored[] {
  if (harm.accused.length === 0) return [];
  return [...scoreLeaders(reading, harm), ...scoreMoney(reading), ...scoreForces(reading, harm)];
}

function scoreLeaders(reading: Reading, { accused, council }: Harm): Scored[] {
  const scores: Scored[] = [];
  if (council) scores.push({ code: 'J07', score: 9.75 });
  else if (accused.includes('leader')) scores.push({ code: 'J07', score: ofAid(reading) ? 8 : 9.3 });
  if (accused.includes('official') && isSexual(reading)) scores.push({ code: 'D04', score: 9.9 });
  return scores;
}

function scoreMoney(reading: Reading): Scored[] {
  if (!asksForMoney(reading)) return [];
  if (atBorder(reading))
    return [
      { code: 'J01', score: 9.05 },
      { code: 'F06', score: 9.5 },
    ];
  return [{ code: 'J01', score: isViolent(reading) && !ofBribe(reading) ? 9.2 : 9.65 }];
}

function scoreForces(reading: Reading, { accused }: Harm): Scored[] {
  if (!accused.includes('police') && !accused.includes('force')) return [];
  const gone = isShotDead(reading) || (isGone(reading) && !reading.has(noshow));
  return [{ code: 'J02', score: 9.6 }, ...(gone ? [{ code: 'J03', score: 9.7 }] : [])];
}
