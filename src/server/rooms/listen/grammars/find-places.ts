// Places by name against an index of the area tree: accents, apostrophes, "Cidade de", old names, misspellings, homonyms.
import type { PlaceMention } from '../../../../shared/domain/understanding.ts';
import { remember, type Token } from './compile-terms.ts';
import { isPlainWord } from './identify-language.ts';
import { depthOf, type PlaceEntry, type PlaceIndex, soundScore } from './place-index.ts';
import { isLikelyPerson, isMeantAsPlace, isWrittenAsName, type PlaceSign, signBefore } from './place-signs.ts';
import { compiledGrammars } from './read-concepts.ts';

export type FoundPlaces = { places: readonly PlaceMention[]; covered: ReadonlySet<number> };
type Match = { from: number; to: number; entries: readonly PlaceEntry[]; score: number; sign: PlaceSign };
type Text = { text: string; tokens: readonly Token[]; index: PlaceIndex };

/** A name of many villages must still show the one in her own district. */
const maxPlaces = 40;
const maxWords = 4;
/** Longer strings are no misspelt names, and would cost dearly. */
const maxNameLength = 30;
/** A misspelt small place without a sign must be long, or it is some other word. */
const longEnough = 9;

export function findPlaces(text: string, tokens: readonly Token[], index: PlaceIndex): FoundPlaces {
  const matches: Match[] = [];
  const covered = new Set<number>();
  const whole = { text, tokens, index };
  for (let from = 0; from < tokens.length; from += 1) {
    const match = exactAt(whole, from) ?? nearAt(whole, from);
    if (match === undefined) continue;
    matches.push(match);
    for (let at = match.from; at <= match.to; at += 1) covered.add(at);
    from = match.to;
  }
  return { places: rank(matches), covered };
}

function exactAt({ text, tokens, index }: Text, from: number): Match | undefined {
  const starting = index.byFirst.get(tokens[from]?.key ?? '');
  if (starting === undefined) return undefined;
  const sign = signBefore(tokens, from);
  const fits = starting.filter(
    (entry) =>
      entry.tokens.every((word, offset) => tokens[from + offset]?.key === word) &&
      isAllowed(entry, { text, tokens, from, sign }),
  );
  if (fits.length === 0) return undefined;
  const longest = Math.max(...fits.map((entry) => entry.tokens.length));
  const entries = fits.filter((entry) => entry.tokens.length === longest);
  return { from, to: from + longest - 1, entries, score: 1, sign };
}

type Where = { text: string; tokens: readonly Token[]; from: number; sign: PlaceSign };

function isAllowed(entry: PlaceEntry, { text, tokens, from, sign }: Where): boolean {
  if (entry.needs === 'noun') return sign.sign === 'noun';
  if (entry.needs === 'sign') {
    const first = tokens[from];
    // "em ponte" is a bridge; "em Ponte" and "aldeia ponte" are a village.
    const named = sign.sign === 'noun' || (first !== undefined && isWrittenAsName(text, first));
    return isMeantAsPlace(text, tokens, from) && (!entry.small || named);
  }
  if (!entry.small || sign.sign === 'noun' || sign.sign === 'at') return true;
  return !isLikelyPerson(tokens, { from, to: from + entry.tokens.length - 1 });
}

const mayBe = (entry: PlaceEntry, where: Where, joined: string): boolean =>
  isAllowed(entry, where) &&
  (!entry.small || where.sign.sign === 'noun' || where.sign.sign === 'at' || joined.length >= longEnough);

/** Misspellings: of the whole name written in one to four words. */
function nearAt({ text, tokens, index }: Text, from: number): Match | undefined {
  const first = tokens[from];
  if (first === undefined || isKnownWord(first.key)) return undefined;
  const sign = signBefore(tokens, from);
  const least = mayBeVerb(first.key) ? soundScore : 0;
  let joined = '';
  let best: Match | undefined;
  for (let to = from; to < Math.min(tokens.length, from + maxWords); to += 1) {
    joined += tokens[to]?.key ?? '';
    if (joined.length > maxNameLength) break;
    const near = index.near(joined);
    if (near.score < Math.max(least, best?.score ?? 0)) continue;
    const entries = near.entries.filter((entry) => mayBe(entry, { text, tokens, from, sign }, joined));
    if (entries.length > 0) best = { from, to, entries, score: near.score, sign };
  }
  return best;
}

/** A verb that is taken apart may be nearly any word: what sounds just like a place is the place. */
const isKnownWord = remember(
  (key: string): boolean =>
    isPlainWord(key) ||
    compiledGrammars.some(({ grammar, terms }) =>
      grammar.affixes === undefined ? terms.knows(key) : terms.spells(key),
    ),
);
const mayBeVerb = remember((key: string): boolean =>
  compiledGrammars.some(({ grammar, terms }) => grammar.affixes !== undefined && terms.knows(key)),
);

type Ranked = PlaceMention & { depth: number };
const worth = { alias: 0.98, unsigned: 0.95, byTheWay: 0.9, otherHomonym: 0.8 };

/** One mention per area; best first, then the narrower, then the one named first. */
function rank(matches: readonly Match[]): PlaceMention[] {
  const named = new Set(matches.flatMap((match) => match.entries.map((entry) => entry.area.id)));
  const places = new Map<string, Ranked>();
  for (const place of matches.flatMap((match, nth) => weigh(match, { named, nth })))
    if ((places.get(place.areaId)?.score ?? 0) < place.score) places.set(place.areaId, place);
  return [...places.values()]
    .sort((a, b) => b.score - a.score || b.depth - a.depth || a.nth - b.nth || a.areaId.localeCompare(b.areaId))
    .slice(0, maxPlaces)
    .map(({ depth: _, ...place }) => place);
}

function weigh(match: Match, { named, nth }: { named: ReadonlySet<string>; nth: number }): Ranked[] {
  const meant = narrow(match);
  const ids = new Set(meant.map((entry) => entry.area.id));
  const isInNamed = (entry: PlaceEntry): boolean => entry.area.lineage.some((id) => named.has(id) && !ids.has(id));
  // "Chiúre" is the district, also when a village of that name lies in another district of the text.
  const someWide = meant.some((entry) => !entry.small);
  const someInNamed = !someWide && meant.some(isInNamed);
  return meant.map((entry) => {
    const inNamed = isInNamed(entry);
    const loses = (someInNamed && !inNamed) || (someWide && entry.small);
    const score =
      match.score *
      (entry.by === 'name' ? 1 : worth.alias) *
      signWorth(match.sign, { entry, inNamed }) *
      (loses ? worth.otherHomonym : 1);
    const { id, name, kind } = entry.area;
    const local = entry.by === 'local' && !inNamed ? { local: true as const } : {};
    const by = entry.by === 'name' ? ('name' as const) : ('alias' as const);
    return { areaId: id, name, by, score, nth, ...local, depth: depthOf(kind) };
  });
}

/** Of several areas with the name: the kind that was said; then the widest of those that lie in one another or in one district. */
function narrow({ entries, sign }: Match): readonly PlaceEntry[] {
  const kinds = sign.sign === 'noun' ? sign.kinds : [];
  const ofKind = entries.filter((entry) => kinds.includes(entry.area.kind));
  const said = ofKind.length > 0 ? ofKind : entries;
  const ids = new Set(said.map((entry) => entry.area.id));
  const widest = said.filter((entry) => !entry.area.lineage.some((id) => id !== entry.area.id && ids.has(id)));
  return widest.filter(
    (entry) =>
      !widest.some((other) => other.district === entry.district && depthOf(other.area.kind) < depthOf(entry.area.kind)),
  );
}

function signWorth(sign: PlaceSign, { entry, inNamed }: { entry: PlaceEntry; inNamed: boolean }): number {
  if (sign.sign === 'by-the-way') return inNamed ? 1 : worth.byTheWay;
  return sign.sign === 'none' && entry.small && !inNamed ? worth.unsigned : 1;
}
