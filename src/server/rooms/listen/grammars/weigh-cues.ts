// Compiles cues and weighs them over a reading; every score can be explained by the cue that gave it.
import { conceptNumber, concepts } from './concepts.ts';
import type { Reading } from './read-concepts.ts';

type Need = { anyOf: readonly number[]; before?: readonly number[] };
export type Cue = { weight: number; needs: readonly Need[]; without: readonly number[]; text: string };

const soon = 7;

export function compileCue(text: string): Cue {
  const [weight, ...parts] = text.split(' ');
  const without = parts.filter((part) => part.startsWith('!')).map((part) => conceptNumber(part.slice(1)));
  const needs = parts.filter((part) => !part.startsWith('!')).flatMap(toNeeds);
  return { weight: Number(weight), needs, without, text };
}

export function holds(cue: Cue, reading: Reading): boolean {
  for (const need of cue.needs) if (!meets(need, reading)) return false;
  for (const concept of cue.without) if (reading.has(concept)) return false;
  return true;
}

/** Whether any of many cues holds: only those are tried of which an idea stands in the text. */
export function anyHolds(texts: readonly string[]): (reading: Reading) => boolean {
  const cues = texts.map(compileCue);
  const byIdea = concepts.map((_, idea) => cues.filter(({ needs }) => needs[0]?.anyOf.includes(idea)));
  return (reading) => reading.ideas.some((idea) => byIdea[idea]?.some((cue) => holds(cue, reading)) === true);
}

/** The heaviest cue that holds. */
export function heaviest(cues: readonly Cue[], reading: Reading): Cue | undefined {
  let best: Cue | undefined;
  for (const cue of cues) {
    if ((best === undefined || cue.weight > best.weight) && holds(cue, reading)) best = cue;
  }
  return best;
}

function toNeeds(part: string): Need[] {
  const [first, second] = part.split('>');
  const anyOf = (first ?? '').split('/').map(conceptNumber);
  if (second === undefined) return [{ anyOf }];
  return [{ anyOf, before: second.split('/').map(conceptNumber) }];
}

function meets(need: Need, reading: Reading): boolean {
  for (const concept of need.anyOf) {
    if (!reading.has(concept)) continue;
    const { before } = need;
    if (before === undefined) return true;
    for (const mention of reading.of(concept)) {
      const follows = (other: { from: number }): boolean =>
        other.from >= mention.from && other.from - mention.to <= soon;
      if (before.some((second) => reading.of(second).some(follows))) return true;
    }
  }
  return false;
}
