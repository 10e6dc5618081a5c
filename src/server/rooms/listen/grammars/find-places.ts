// Places by name against an index of the area tree: accents, apostrophes, "Cidade de", old names, small misspellings, homonyms.
import { type AreaName, areaKinds } from '../../../../shared/domain/area.ts';
import type { PlaceMention } from '../../../../shared/domain/understanding.ts';
import { isNear, remember, shortened, soundKey, type Token } from './compile-terms.ts';
import { isGivenName } from './given-names.ts';
import { isPlainWord } from './identify-language.ts';
import { compiledGrammars } from './read-concepts.ts';

type Entry = { area: AreaName; tokens: readonly string[]; by: 'name' | 'alias'; ordinary: boolean };
export type PlaceIndex = {
  byFirst: ReadonlyMap<string, readonly Entry[]>;
  byVariant: ReadonlyMap<string, readonly Entry[]>;
};
export type FoundPlaces = { places: readonly PlaceMention[]; covered: ReadonlySet<number> };
type Match = { from: number; to: number; entries: readonly Entry[]; score: number };

const prefixes =
  /^(cidade|distrito|vila|municipio|posto administrativo|localidade|aldeia|bairro|povoado|provincia) (de|da|do) /;
const minLength = { oneWrong: 6, twoWrong: 10 };
const maxPlaces = 12;
const maxWords = 4;
/** Longer strings are no misspelt names, and would cost dearly. */
const maxNameLength = 30;

export function buildPlaceIndex(areas: readonly AreaName[]): PlaceIndex {
  const byFirst = new Map<string, Entry[]>();
  const byVariant = new Map<string, Entry[]>();
  for (const entry of areas.flatMap(toEntries)) {
    const [first] = entry.tokens;
    if (first === undefined || first === '') continue;
    pushEntry(byFirst, first, entry);
    const joined = entry.tokens.join('');
    if (entry.ordinary || joined.length < minLength.oneWrong) continue;
    for (const variant of variantsOf(joined)) pushEntry(byVariant, variant, entry);
  }
  return { byFirst, byVariant };
}

function toEntries(area: AreaName): Entry[] {
  return namesOf(area).map(({ name, by }) => {
    const tokens = soundKey(name.replace(/-/g, ' ')).split(' ');
    return { area, tokens, by, ordinary: isOrdinary(tokens) };
  });
}

function pushEntry(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const list = map.get(key);
  if (list === undefined) {
    map.set(key, [entry]);
    return;
  }
  const name = entry.tokens.join(' ');
  if (!list.some((each) => each.area.id === entry.area.id && each.tokens.join(' ') === name)) list.push(entry);
}

function namesOf(area: AreaName): { name: string; by: 'name' | 'alias' }[] {
  const all = [
    { name: area.name, by: 'name' as const },
    ...area.aliases.map((name) => ({ name, by: 'alias' as const })),
  ];
  const short = all.map(({ name, by }) => ({ name: soundKey(name).replace(prefixes, ''), by }));
  return [...all, ...short.filter((each) => !all.some((full) => soundKey(full.name) === each.name))];
}

/** A name that is also a word, a person's name or very short needs a sign that a place is meant. */
function isOrdinary(tokens: readonly string[]): boolean {
  const [only] = tokens;
  if (only === undefined || tokens.length > 1) return false;
  return (
    only.length <= 3 ||
    isPlainWord(only, 'spelt') ||
    isGivenName(only) ||
    compiledGrammars.some((each) => each.terms.spells(only))
  );
}

const variantsOf = (text: string): string[] =>
  text.length < minLength.twoWrong ? shortened(text) : [...new Set(shortened(text).flatMap(shortened))];

export function findPlaces(text: string, tokens: readonly Token[], index: PlaceIndex): FoundPlaces {
  const matches: Match[] = [];
  const covered = new Set<number>();
  for (let from = 0; from < tokens.length; from += 1) {
    const match = exactAt(text, tokens, { from, index }) ?? nearAt(tokens, from, index);
    if (match === undefined) continue;
    matches.push(match);
    for (let at = match.from; at <= match.to; at += 1) covered.add(at);
    from = match.to;
  }
  return { places: rank(matches), covered };
}

function exactAt(
  text: string,
  tokens: readonly Token[],
  where: { from: number; index: PlaceIndex },
): Match | undefined {
  const { from, index } = where;
  const first = tokens[from];
  if (first === undefined) return undefined;
  const fits = (index.byFirst.get(first.key) ?? []).filter(
    (entry) =>
      entry.tokens.every((word, offset) => tokens[from + offset]?.key === word) &&
      (!entry.ordinary || isMeantAsPlace(text, tokens, from)),
  );
  if (fits.length === 0) return undefined;
  const longest = Math.max(...fits.map((entry) => entry.tokens.length));
  return { from, to: from + longest - 1, entries: fits.filter((entry) => entry.tokens.length === longest), score: 1 };
}

const placeWords = new Set(
  compiledGrammars.flatMap((each) =>
    each.grammar.grammarWords.beforePlace.split(',').map((word) => soundKey(word).split(' ').at(-1) ?? ''),
  ),
);
const placeNouns = new Set([
  'aldeia',
  'bairo',
  'distrito',
  'vila',
  'localidade',
  'vilage',
  'district',
  'town',
  'provincia',
  'em',
  'in',
  'at',
]);

function isMeantAsPlace(text: string, tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1]?.key ?? '';
  if (token === undefined) return false;
  if (placeNouns.has(before)) return true;
  const initial = text.slice(token.start, token.start + 1);
  const shouted = text === text.toUpperCase();
  return placeWords.has(before) && !shouted && initial !== initial.toLowerCase();
}

/** Small misspellings: of the whole name written in one to four words. */
function nearAt(tokens: readonly Token[], from: number, index: PlaceIndex): Match | undefined {
  const first = tokens[from];
  if (first === undefined || isKnownWord(first.key)) return undefined;
  let joined = '';
  let best: Match | undefined;
  for (let to = from; to < Math.min(tokens.length, from + maxWords); to += 1) {
    joined += tokens[to]?.key ?? '';
    if (joined.length > maxNameLength) break;
    if (joined.length < minLength.oneWrong) continue;
    const found = nearest(joined, index);
    if (found !== undefined && (best === undefined || found.score >= best.score)) best = { from, to, ...found };
  }
  return best;
}

function nearest(joined: string, index: PlaceIndex): { entries: readonly Entry[]; score: number } | undefined {
  const entries = new Map<Entry, number>();
  for (const variant of shortened(joined)) {
    for (const entry of index.byVariant.get(variant) ?? []) {
      const name = entry.tokens.join('');
      if (entries.has(entry) || name[0] !== joined[0]) continue;
      const wrong = lettersWrong(name, joined);
      if (wrong !== undefined) entries.set(entry, wrong);
    }
  }
  if (entries.size === 0) return undefined;
  const least = Math.min(...entries.values());
  return {
    entries: [...entries].filter(([, wrong]) => wrong === least).map(([entry]) => entry),
    score: 1 - least / joined.length,
  };
}

function lettersWrong(name: string, written: string): number | undefined {
  if (name === written) return 0;
  if (isNear(name, written)) return 1;
  if (name.length < minLength.twoWrong) return undefined;
  return shortened(name).some((variant) => isNear(variant, written)) ? 2 : undefined;
}

const isKnownWord = remember(
  (key: string): boolean => isPlainWord(key) || compiledGrammars.some((each) => each.terms.knows(key)),
);

/** One mention per area; a name that parent and child share means the wider one; a homonym inside another named place wins. */
function rank(matches: readonly Match[]): PlaceMention[] {
  const named = new Set(matches.flatMap((match) => match.entries.map((entry) => entry.area.id)));
  const places = new Map<string, Ranked>();
  for (const place of matches.flatMap((match) => weigh(match, named))) {
    if ((places.get(place.areaId)?.score ?? 0) < place.score) places.set(place.areaId, place);
  }
  return [...places.values()]
    .sort((a, b) => b.score - a.score || b.depth - a.depth || a.areaId.localeCompare(b.areaId))
    .slice(0, maxPlaces)
    .map(({ depth: _, ...place }) => place);
}

type Ranked = PlaceMention & { depth: number };
const lessThanName = { alias: 0.98, otherHomonym: 0.8 };

function weigh(match: Match, named: ReadonlySet<string>): Ranked[] {
  const ids = new Set(match.entries.map((entry) => entry.area.id));
  const widest = match.entries.filter((entry) => !entry.area.lineage.some((id) => id !== entry.area.id && ids.has(id)));
  const inNamed = widest.filter((entry) => entry.area.lineage.some((id) => named.has(id) && !ids.has(id)));
  return widest.map((entry) => {
    const loses = inNamed.length > 0 && !inNamed.includes(entry);
    const score =
      (entry.by === 'alias' ? lessThanName.alias : 1) * match.score * (loses ? lessThanName.otherHomonym : 1);
    const { id, name, kind } = entry.area;
    return { areaId: id, name, by: entry.by, score, depth: areaKinds.indexOf(kind) };
  });
}
