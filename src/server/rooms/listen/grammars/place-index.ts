// The area tree as people write its names: by first word, by sound, and by what remains when one letter is left out.
import { type AreaKind, type AreaName, areaKinds, scopeKind } from '../../../../shared/domain/area.ts';
import { isNear, remember, shortened, soundKey } from './compile-terms.ts';
import { isGivenName } from './given-names.ts';
import { isPlainWord } from './identify-language.ts';
import { compiledGrammars } from './read-concepts.ts';
import { anyOf, wordsOf } from './words-of.ts';

export type PlaceEntry = {
  area: AreaName;
  tokens: readonly string[];
  joined: string;
  by: 'name' | 'alias' | 'local';
  /** What must stand before it: a plain word needs a sign of a place, a person's name the noun itself. */
  needs: 'nothing' | 'sign' | 'noun';
  /** Below the district: thousands of names, many of them also of people. */
  small: boolean;
  /** The district it lies in or is; itself when it is wider. */
  district: string;
};
export type NearNames = { entries: readonly PlaceEntry[]; score: number };
export type PlaceIndex = {
  byFirst: ReadonlyMap<string, readonly PlaceEntry[]>;
  /** The names that this may be, misspelt or spelt by ear; the words written together. */
  near: (joined: string) => NearNames;
};

const titles = anyOf(wordsOf((grammar) => grammar.places.titles));
const titleLinks = anyOf(wordsOf((grammar) => grammar.places.titleLinks));
const prefixes = new RegExp(`^${titles} ${titleLinks} `);
const bareNouns = new RegExp(`^${anyOf(wordsOf((grammar) => grammar.places.bareTitles))} (?=\\S{4})`);
const minLength = { bySound: 5, oneWrong: 6, twoWrong: 10 };
export const soundScore = 0.97;
/** Kinds go from wide to narrow. */
export const depthOf = (kind: AreaKind): number => areaKinds.indexOf(kind);
const isSmall = (kind: AreaKind): boolean => depthOf(kind) > depthOf(scopeKind);

export function buildPlaceIndex(areas: readonly AreaName[]): PlaceIndex {
  const tables: Tables = { byFirst: new Map(), bySound: new Map(), byVariant: new Map() };
  const seen = new Set<string>();
  const districts = new Set(areas.flatMap(({ id, kind }) => (kind === scopeKind ? [id] : [])));
  for (const entry of areas.flatMap((area) => toEntries(area, districts))) {
    const same = `${entry.area.id} ${entry.tokens.join(' ')}`;
    if (entry.joined === '' || seen.has(same)) continue;
    seen.add(same);
    addEntry(tables, entry);
  }
  return { byFirst: tables.byFirst, near: remember((joined) => findNear(joined, tables)) };
}

type Table = Map<string, PlaceEntry[]>;
type Tables = { byFirst: Table; bySound: Table; byVariant: Table };

function addEntry({ byFirst, bySound, byVariant }: Tables, entry: PlaceEntry): void {
  push(byFirst, entry.tokens[0] ?? '', entry);
  if (entry.needs !== 'nothing') return;
  if (entry.joined.length >= minLength.bySound) for (const sound of soundsOf(entry)) push(bySound, sound, entry);
  if (entry.joined.length < minLength.oneWrong) return;
  for (const variant of variantsOf(entry)) push(byVariant, variant, entry);
}

function push(map: Map<string, PlaceEntry[]>, key: string, entry: PlaceEntry): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [entry]);
  else list.push(entry);
}

function toEntries(area: AreaName, districts: ReadonlySet<string>): PlaceEntry[] {
  const small = isSmall(area.kind);
  const district = area.lineage.find((id) => districts.has(id)) ?? area.id;
  return namesOf(area).map(({ name, by }) => {
    const tokens = soundKey(name.replace(/[-.]/g, ' ')).split(' ');
    return { area, tokens, joined: tokens.join(''), by, needs: needOf(tokens, small), small, district };
  });
}

function namesOf(area: AreaName): { name: string; by: PlaceEntry['by'] }[] {
  const all = [
    { name: area.name, by: 'name' as const },
    ...area.aliases.map((name) => ({ name, by: 'alias' as const })),
    ...(area.localAliases ?? []).map((name) => ({ name, by: 'local' as const })),
  ];
  const short = all.map(({ name, by }) => ({ name: soundKey(name).replace(prefixes, '').replace(bareNouns, ''), by }));
  return [...all, ...short.filter((each) => !all.some((full) => soundKey(full.name) === each.name))];
}

/** A name that is also a word, a person's name or very short needs a sign that a place is meant; initials ("MDP") are no word. */
function needOf(tokens: readonly string[], small: boolean): PlaceEntry['needs'] {
  const [only] = tokens;
  if (only === undefined) return 'nothing';
  if (tokens.length > 1) return small && tokens.every(isGivenName) ? 'noun' : 'nothing';
  if (isGivenName(only)) return small ? 'noun' : 'sign';
  const word =
    (only.length <= 3 && /[aeiou]/.test(only)) ||
    isPlainWord(only, 'spelt') ||
    compiledGrammars.some((each) => each.terms.spells(only));
  return word ? 'sign' : 'nothing';
}

/** Two letters may be wrong in a long name of a district or wider; among thousands of villages that would be a guess. */
const variantsOf = ({ joined, small }: PlaceEntry): string[] =>
  joined.length < minLength.twoWrong || small ? shortened(joined) : [...new Set(shortened(joined).flatMap(shortened))];

/**
 * How names sound whose spelling nobody settled: x for ch and sh, ly for lh, ny for nh, a silent h, c for qu, u for o and w, i for y.
 * Built upon soundKey, which has k as c and no double letters.
 */
export function earKey(joined: string): string {
  return joined
    .replace(/t?ch|sh|tx/g, 'x')
    .replace(/([ln])h/g, '$1i')
    .replace(/qu(?=[ei])/g, 'c')
    .replace(/q/g, 'c')
    .replace(/h/g, '')
    .replace(/[wo]/g, 'u')
    .replace(/y/g, 'i')
    .replace(/g(?=[ei])/g, 'j')
    .replace(/(.)\1+/g, '$1');
}

/** "Mosimboa": a c before e or i is soft where the name has one. "Parma": r is written for l, but only of wide places is that no guess. */
function soundsOf({ joined, small }: PlaceEntry): ReadonlySet<string> {
  const spoken = [joined, joined.replace(/c(?=[ei])/g, 's')].map(earKey);
  return new Set(small ? spoken : spoken.flatMap((sound) => [sound, liquid(sound)]));
}

const liquid = (sound: string): string => sound.replace(/r/g, 'l');

const none: NearNames = { entries: [], score: 0 };

function findNear(joined: string, { bySound, byVariant }: Tables): NearNames {
  const sound = earKey(joined);
  const alike = joined.length < minLength.bySound ? undefined : (bySound.get(sound) ?? bySound.get(liquid(sound)));
  if (alike !== undefined) return { entries: alike, score: soundScore };
  if (joined.length < minLength.oneWrong) return none;
  const candidates = new Set(shortened(joined).flatMap((variant) => byVariant.get(variant) ?? []));
  const found = [...candidates].flatMap((entry) => {
    const wrong = entry.joined[0] === joined[0] ? lettersWrong(entry, joined) : undefined;
    return wrong === undefined ? [] : [{ entry, wrong }];
  });
  if (found.length === 0) return none;
  const least = Math.min(...found.map(({ wrong }) => wrong));
  return {
    entries: found.filter(({ wrong }) => wrong === least).map(({ entry }) => entry),
    score: 1 - least / joined.length,
  };
}

function lettersWrong({ joined: name, small }: PlaceEntry, written: string): number | undefined {
  if (name === written) return 0;
  if (isNear(name, written)) return 1;
  if (small || name.length < minLength.twoWrong) return undefined;
  return shortened(name).some((variant) => isNear(variant, written)) ? 2 : undefined;
}
