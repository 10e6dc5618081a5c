// What came in the last ten minutes, by gateway, counted in memory: whose text is one of a flood, and of which. Numbers are keyed
// hashes of a week; no word, number or count is written down.
import { FLOOD_MINUTES, type FloodCause, type FloodMark } from '../../../shared/domain/flood.ts';
import { isHistory, type Origin } from '../../../shared/domain/origin.ts';
import { newId } from '../../../shared/kit/ids.ts';
import { type Turn, turns } from '../../db/turn.ts';
import { type Counts, causeOf, FLOOD_LIMITS, type FloodLimits, turnOf } from './flood-gate.ts';
import { openLikeness } from './likeness.ts';
import { openTally, type Tally } from './tally.ts';
import { soundsUrgent } from './understand-text.ts';

export type Arrival = {
  gatewayId: string;
  origin: Origin;
  at: Date;
  /** Pseudonym of the number, of purpose abuse. */
  sender: Buffer;
  /** The same of its neighbourhood, or the network of a page; a word or short code has none, and parts of long texts come without. */
  range?: Buffer | undefined;
  /** Nobody had met this number before this text. */
  isNew?: boolean;
  text: string;
  /** What a menu makes of her choices is alike by nature; that, and a ring, is counted when it is dialled, without words. */
  via: 'text' | 'menu' | 'page' | 'call';
};

export type Weighed = { turn: Turn; flood?: FloodMark };
export type FloodBook = { weigh(arrival: Arrival): Weighed };

const WINDOW_MS = FLOOD_MINUTES * 60_000;

/** A replay and an import are told at any speed, and set nothing off: they are no flood. */
export function openFloodBook(
  given: { [Limit in keyof FloodLimits]?: FloodLimits[Limit] | undefined } = {},
): FloodBook {
  const limits: FloodLimits = {
    oneSender: given.oneSender ?? FLOOD_LIMITS.oneSender,
    oneRange: given.oneRange ?? FLOOD_LIMITS.oneRange,
    alike: given.alike ?? FLOOD_LIMITS.alike,
    allAtOnce: given.allAtOnce ?? FLOOD_LIMITS.allAtOnce,
  };
  const gateways = new Map<string, GatewayWatch>();
  return {
    weigh: (arrival) => {
      if (isHistory(arrival.origin)) return { turn: turns.usual };
      const watch = gateways.get(arrival.gatewayId) ?? watchGateway(limits);
      gateways.set(arrival.gatewayId, watch);
      const urgent = soundsUrgent(arrival.text);
      const flood = watch(arrival, urgent);
      const turn = turnOf({ urgent, flooded: flood !== undefined });
      return { turn, ...(flood ? { flood } : {}) };
    },
  };
}

type GatewayWatch = (arrival: Arrival, urgent: boolean) => FloodMark | undefined;

function watchGateway(limits: FloodLimits): GatewayWatch {
  const namesOf = nameArrivals();
  const count = countNames();
  const mark = markTexts();
  return (arrival, urgent) => {
    const names = namesOf(arrival);
    const cause = causeOf(count(names, arrival, urgent), limits);
    return cause && mark(arrival.at, cause, names[cause] ?? '');
  };
}

type Names = Readonly<Record<FloodCause, string | undefined>>;

/** Under which names a text may belong to a flood. Who was met before is no stranger, and what a menu writes is alike by nature. */
function nameArrivals(): (arrival: Arrival) => Names {
  const newcomers = openTally(WINDOW_MS);
  const likeness = openLikeness();
  return ({ at, sender, range, isNew, text, via }) => {
    const name = sender.toString('latin1');
    if (isNew) newcomers.count(name, at);
    const isStranger = newcomers.has(name, at);
    return {
      'one-sender': name,
      alike: via === 'text' || via === 'page' ? likeness.nameOf(text) : undefined,
      'one-range': isStranger ? range?.toString('latin1') : undefined,
      'all-at-once': isStranger ? '' : undefined,
    };
  };
}

/** Each danger calls people: alike ones are a flood four times sooner. */
const URGENT_WEIGHT = 4;
/** A page costs its writer no number and no text: fewer of them at once are more than people would write. */
const PAGE_WEIGHT = 5;

function countNames(): (names: Names, arrival: Arrival, urgent: boolean) => Counts {
  const tallies = {
    sender: openTally(WINDOW_MS),
    range: openTally(WINDOW_MS),
    alike: openTally(WINDOW_MS),
    all: openTally(WINDOW_MS),
  };
  return (names, { at, via }, urgent) => {
    const count = (tally: Tally, name: string | undefined, weight = 1): number =>
      name === undefined ? 0 : tally.count(name, at, weight);
    return {
      oneSender: count(tallies.sender, names['one-sender']),
      oneRange: count(tallies.range, names['one-range']),
      alike: count(tallies.alike, names.alike, urgent ? URGENT_WEIGHT : 1),
      allAtOnce: count(tallies.all, names['all-at-once'], via === 'page' ? PAGE_WEIGHT : 1),
    };
  };
}

/** One flood of a gateway at a time, until ten minutes brought none of its texts. */
function markTexts(): (at: Date, cause: FloodCause, name: string) => FloodMark {
  let flood: { id: string; lastAt: number; groups: Map<string, string> } | undefined;
  return (at, cause, name) => {
    const isOver = !flood || at.getTime() - flood.lastAt > WINDOW_MS;
    const current = isOver || !flood ? { id: newId('flood'), lastAt: 0, groups: new Map<string, string>() } : flood;
    flood = current;
    current.lastAt = at.getTime();
    const key = `${cause}|${name}`;
    const groupId = current.groups.get(key) ?? newId('floodGroup');
    current.groups.set(key, groupId);
    return { floodId: current.id, groupId, cause };
  };
}
