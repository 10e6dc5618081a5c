// What a text takes back itself: a rumour that it calls false, a mistake that it corrects, a threat that nobody carried out (ADR 0115).
import { conceptNumber } from './concepts.ts';
import type { Mention, Reading, Tale } from './read-concepts.ts';
import { keysOf } from './words-of.ts';

type Alarms = (reading: Reading) => boolean;

const untrue = conceptNumber('untrue');
const rumour = conceptNumber('rumour');
const afterAll = keysOf((grammar) => grammar.talk.afterAll);
const denials = keysOf((grammar) => grammar.negation.direct);
const ofWhat = new Set([
  ...keysOf((grammar) => grammar.grammarWords.saying),
  ...keysOf((grammar) => grammar.grammarWords.ofWhom),
]);
/** Harm done to people: how the text goes on does not undo it ("one came home"), only that it is called untrue or denied word by word. */
const done = ['kill', 'dead', 'behead', 'massacre', 'burn', 'abduct', 'loot', 'rape', 'wound'].map(conceptNumber);
/** Nor is a raid undone that nobody only heard of: "atacaram, era festa". */
const raid = ['attack', 'invade', 'ambush', 'gun', 'insurgent'].map(conceptNumber);
/** Who is called for help: that they did not come takes nothing back. */
const helpers = ['police', 'force', 'station', 'official', 'leader', 'aidworker'].map(conceptNumber);

export const takesBack = (reading: Reading, alarms: Alarms): boolean =>
  isCalledUntrue(reading, alarms) || isCorrected(reading, alarms);

/** "era boato", unless it is denied in turn, or a "but" and something alarming follow. */
function isCalledUntrue(reading: Reading, alarms: Alarms): boolean {
  const lies = reading.of(untrue).filter((lie) => !isContested(lie, reading));
  const last = lies.at(-1);
  if (last === undefined) return false;
  const but = reading.tokens.findIndex((token, at) => at > last.to && afterAll.has(token.key));
  if (but >= 0 && stands(partOf(reading, but), alarms)) return false;
  if (isTold(partOf(reading, clauseAfter(reading, last)), alarms) || isHarmBehind(last, reading)) return false;
  return !isPartOnly(last, reading) || !alarms(withoutClause(reading, last));
}

/** "nao e boato", "not a lie": within two words before. */
const isContested = ({ from }: Mention, { tokens }: Reading): boolean =>
  [1, 2].some((back) => {
    const before = tokens[from - back];
    return before !== undefined && before.clause === tokens[from]?.clause && denials.has(before.key);
  });

/** "mentira que acabou a guerra", "mentira da radio": the lie is told in its clause alone. */
const isPartOnly = ({ to }: Mention, { tokens }: Reading): boolean =>
  ofWhat.has(tokens[to]?.key ?? '') || ofWhat.has(tokens[to + 1]?.key ?? '');

const clauseAfter = ({ tokens }: Reading, { to }: Mention): number => {
  const next = tokens.findIndex((token, at) => at > to && token.clause !== tokens[to]?.clause);
  return next < 0 ? tokens.length : next;
};

/** "era so boato ontem, hoje entraram", "do not believe them, armed men are here": told after it, and by nobody else. */
const isTold = (part: Reading, alarms: Alarms): boolean => stands(part, alarms) && !tells(part, 'hearsay');

/** "men who pretended to be soldiers killed three": the lie is not about the harm, unless it says so ("mentira que mataram"). */
function isHarmBehind({ to }: Mention, reading: Reading): boolean {
  const behind = partOf(reading, to + 1);
  return !ofWhat.has(reading.tokens[to + 1]?.key ?? '') && done.some(behind.has) && !tells(behind, 'hearsay');
}

const tells = ({ tales }: Reading, name: Tale['name']): boolean => tales.some((tale) => tale.name === name);

/** "dizem que atacaram mas eram so pastores", "disseram que vinham, nao vieram", "a granada afinal era brinquedo". */
function isCorrected(reading: Reading, alarms: Alarms): boolean {
  const { tales } = reading;
  if (tales.every(({ name }) => name === 'now')) return false;
  const said = [...tales.filter(({ name }) => name === 'hearsay'), ...reading.of(rumour)];
  const first = Math.min(...said.map(({ from }) => from));
  const wasDone = done.some(reading.has);
  const wasSeen = raid.some(reading.has);
  const isUndone = (tale: Tale): boolean => !wasDone && (tale.from > first || !wasSeen);
  const implied = tales.find((tale) => isCorrection(tale, reading, first) && isUndone(tale));
  const correction = implied ?? contradiction(reading, first);
  if (correction === undefined) return false;
  const before = correction.name === 'reveals' ? 0 : clauseOf(reading, first);
  return !alarms(partOf(reading, 0, before)) && !stands(partOf(reading, correction.to + 1), alarms);
}

function isCorrection(tale: Tale, reading: Reading, first: number): boolean {
  if (tale.name === 'reveals') return !isContested(tale, reading) && !isBelieved(tale, reading);
  if (tale.from < first) return false;
  // "disseram que nao vieram matar" is no absence.
  if (tale.name === 'noShows') return endsClause(tale, reading) && !speaksOfHelpers(reading, first, tale.to);
  return tale.name === 'corrections' && !isContested(tale, reading);
}

/** "pensavamos que eram pescadores, tinham armas": what was believed, not what it turned out to be. */
const isBelieved = ({ from }: Mention, { tokens, tales }: Reading): boolean =>
  tales.some(
    ({ name, to }) => name === 'hearsay' && to < from && from - to <= 2 && tokens[to]?.clause === tokens[from]?.clause,
  );

const endsClause = ({ to }: Mention, { tokens }: Reading): boolean => tokens[to]?.clause !== tokens[to + 1]?.clause;

/** "ouvi que queimaram a escola, fui ver, nao queimaram": what was said is denied word by word. */
function contradiction(reading: Reading, first: number): Tale | undefined {
  const denied = reading.denied.find(
    ({ id, from }) => from > first && reading.of(id).some((mention) => mention.from >= first && mention.to < from),
  );
  return denied === undefined ? undefined : { ...denied, name: 'corrections' };
}

const clauseOf = ({ tokens }: Reading, at: number): number =>
  tokens.findIndex((token) => token.clause === tokens[at]?.clause);

const speaksOfHelpers = (reading: Reading, from: number, to: number): boolean =>
  helpers.some((helper) => reading.of(helper).some((mention) => mention.from >= from && mention.from <= to + 1));

const stands = (part: Reading, alarms: Alarms): boolean => alarms(part) || tells(part, 'affirms');

const partOf = (reading: Reading, from: number, to = reading.tokens.length): Reading =>
  only(reading, (mention) => mention.from >= from && mention.to < to);

const withoutClause = (reading: Reading, { to }: Mention): Reading =>
  only(reading, ({ from }) => reading.tokens[from]?.clause !== reading.tokens[to]?.clause);

function only(reading: Reading, isKept: (mention: Mention) => boolean): Reading {
  const of = (concept: number): readonly Mention[] => reading.of(concept).filter(isKept);
  return {
    ...reading,
    of,
    has: (concept) => of(concept).length > 0,
    ideas: reading.ideas.filter((idea) => of(idea).length > 0),
    tales: reading.tales.filter(isKept),
  };
}
