// Masks what could point at a person: names, telephones, documents, plates, addresses. Places, dates, counts and times stay.
import type { Language } from '../../../../shared/domain/language.ts';
import type { Token } from './compile-terms.ts';
import { remember, soundKey } from './compile-terms.ts';
import { isGivenName } from './given-names.ts';
import type { Grammar } from './grammar.ts';
import { isPlainWord } from './identify-language.ts';
import { grammars } from './index.ts';
import { compiledGrammars } from './read-concepts.ts';
import { anyOf, keysOf, wordsOf } from './words-of.ts';

export type Masked = { masked: string; residue: boolean };
type Span = { start: number; end: number; what: 'name' | 'number' };
export type Masks = Readonly<Record<Span['what'], string>>;
export type MaskContext = { tokens: readonly Token[]; placeTokens: ReadonlySet<number>; masks: Masks };

export function maskText(text: string, context: MaskContext): Masked {
  const numbers = numberSpans(text);
  const names = nameSpans(text, context, numbers);
  const spans = [...numbers, ...names.spans, ...nicknames(text, context.tokens)].sort((a, b) => a.start - b.start);
  let masked = '';
  let at = 0;
  for (const span of spans) {
    if (span.end <= at) continue;
    masked += text.slice(at, Math.max(at, span.start));
    if (span.start >= at || !masked.endsWith(']')) masked += context.masks[span.what];
    at = span.end;
  }
  masked += text.slice(at);
  return { masked, residue: names.doubt || leftoverNumber(masked) };
}

const byLanguage = new Map(grammars.map(({ language, persons }: Grammar) => [language, persons.masks]));
/** What stands for a masked name or number; a language without its own borrows those of the first. */
export const masksOf = (language: Language | 'unknown'): Masks =>
  (language === 'unknown' ? undefined : byLanguage.get(language)) ?? grammars[0].persons.masks;

// Arabic-Indic digits count as digits: some keyboards of the coast write them.
const digit = '[0-9\\u0660-\\u0669\\u06f0-\\u06f9]';
const money = new RegExp(`^\\s*${anyOf(wordsOf((grammar) => grammar.counting.money))}\\b`, 'i');
const patterns: readonly RegExp[] = [
  /(?:https?:\/\/|www\.)\S+/giu,
  /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu,
  /(?<![\p{L}\p{N}])@[\p{L}\p{N}_.]{2,}/gu,
  // Plates: ABC-123-MC, ABC 123 MC, MMA-12-34.
  /(?<![\p{L}\p{N}])[a-z]{3}[ -]?\d{3}[ -]?[a-z]{2}(?![\p{L}\p{N}])/giu,
  /(?<![\p{L}\p{N}])[a-z]{3}-\d{2}-\d{2}(?![\p{L}\p{N}])/giu,
  // Identity card: 12 digits and a letter; passports: letters and digits.
  /(?<![\p{L}\p{N}])\d{9,12}\s?[a-z](?![\p{L}\p{N}])/giu,
  /(?<![\p{L}\p{N}])(?:\d{2}[a-z]{2}\d{5,7}|[a-z]{1,2}\d{6,9})(?![\p{L}\p{N}])/giu,
];
const longNumber = new RegExp(`\\+?\\(?${digit}(?:[ .()/_-]{0,2}${digit}){6,}`, 'gu');
const dates = /^(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}[/.-]\d{1,2}[/.-]\d{1,2})$/;
const papers = anyOf([...wordsOf((grammar) => grammar.counting.papers), 'n\\.?º']);
const afterPaper = new RegExp(`(?:\\b${papers}\\b[\\s.:nº°]*)(\\d[\\d -]{3,}\\d)`, 'giu');

function numberSpans(text: string): Span[] {
  const spans: Span[] = [];
  for (const pattern of patterns) for (const match of text.matchAll(pattern)) spans.push(toSpan(match.index, match[0]));
  for (const match of text.matchAll(longNumber)) {
    const rest = text.slice(match.index + match[0].length);
    if (!dates.test(match[0].trim()) && !money.test(rest) && !isListOfCounts(match[0]))
      spans.push(toSpan(match.index, match[0]));
  }
  for (const match of text.matchAll(afterPaper)) {
    const found = match[1] ?? '';
    if (!money.test(text.slice(match.index + match[0].length)))
      spans.push(toSpan(match.index + match[0].length - found.length, found));
  }
  return [...spans, ...spokenNumbers(text)];
}

const toSpan = (start: number, found: string): Span => ({ start, end: start + found.length, what: 'number' });
/** "0 7 3 2": single digits apart are a pulse, not a telephone, unless there are nine of them. */
const isListOfCounts = (found: string): boolean => /^\d(?: \d){1,7}$/.test(found.trim());

const numberWords = new Set(compiledGrammars.flatMap((each) => Object.keys(each.grammar.numbers)).map(soundKey));
/** Words of numbers and digits, together. */
const minSpoken = 6;
/** "oitenta e seis", "thelathini na mbili": the number goes on. */
const joins = new Set(wordsOf((grammar) => grammar.counting.spoken));

function figuresIn(word: string): number {
  if (/^\d{1,6}$/.test(word)) return word.length;
  return numberWords.has(soundKey(word)) || word.toLowerCase() === 'zero' ? 1 : 0;
}

/** "oito quatro dois …": a telephone read out in words. */
function spokenNumbers(text: string): Span[] {
  const spans: Span[] = [];
  let run: { start: number; end: number; count: number } | undefined;
  for (const match of `${text} .`.matchAll(/[\p{L}\p{N}.]+/gu)) {
    if (run !== undefined && joins.has(match[0].toLowerCase())) continue;
    const more = figuresIn(match[0]);
    if (more > 0) {
      run = { start: run?.start ?? match.index, end: match.index + match[0].length, count: (run?.count ?? 0) + more };
      continue;
    }
    if (run !== undefined && run.count >= minSpoken && /[\p{L}]/u.test(text.slice(run.start, run.end)))
      spans.push({ ...run, what: 'number' });
    run = undefined;
  }
  return spans;
}

const leftoverNumber = (masked: string): boolean => {
  for (const match of masked.matchAll(/\d{6,}/g))
    if (!money.test(masked.slice(match.index + match[0].length))) return true;
  return false;
};

const naming = keysOf((grammar) => grammar.grammarWords.naming);
const ofWhom = keysOf((grammar) => grammar.grammarWords.ofWhom);
const titles = new Set([...keysOf((grammar) => grammar.grammarWords.beforeName), ...naming]);
const roles = keysOf((grammar) => grammar.grammarWords.beforeMaybeName);
const placeWords = keysOf((grammar) => grammar.grammarWords.beforePlace);
const particles = keysOf((grammar) => grammar.persons.particles);
const ofPlace = keysOf((grammar) => grammar.persons.ofPlace);
const notAlone = keysOf((grammar) => grammar.persons.notAlone);
const acronym = /^\p{Lu}{2,5}\d*$/u;
const verbEndings = keysOf((grammar) => grammar.persons.verbEndings);
const isVerbLike = (key: string): boolean => [...verbEndings].some((ending) => key.endsWith(ending));

const quoted = /["'“”«»‘’]([^"'“”«»‘’\n]{2,40})["'“”«»‘’]/gu;
const maxNickname = 3;

/** "conhecido por 'Cobra Velha'": what stands in quotation marks close after a word of naming is one, however plain. */
function nicknames(text: string, tokens: readonly Token[]): Span[] {
  return [...text.matchAll(quoted)].flatMap((match): Span[] => {
    const first = tokens.findIndex((token) => token.start > match.index);
    const inside = tokens.filter((token) => token.start > match.index && token.end < match.index + match[0].length);
    if (first < 1 || inside.length === 0 || inside.length > maxNickname || !afterWords(tokens, first, naming))
      return [];
    return [{ start: match.index, end: match.index + match[0].length, what: 'name' }];
  });
}

type Names = { spans: Span[]; doubt: boolean };

function nameSpans(text: string, context: MaskContext, numbers: readonly Span[]): Names {
  const { tokens } = context;
  const cased = isCased(text, tokens);
  const spans: Span[] = [];
  let doubt = false;
  for (let at = 0; at < tokens.length; at += 1) {
    const judged = judge(text, context, { at, cased });
    if (judged === 'doubt') doubt = true;
    if (typeof judged !== 'number') continue;
    const [first, last] = [tokens[at], tokens[judged]];
    if (
      first === undefined ||
      last === undefined ||
      numbers.some((span) => span.start < last.end && first.start < span.end)
    )
      continue;
    spans.push({ start: first.start, end: last.end, what: 'name' });
    at = judged;
  }
  return { spans, doubt };
}

/** Whether capitals mean anything here: not in shouted, all-small or All-Capitalised texts. */
function isCased(text: string, tokens: readonly Token[]): boolean {
  const long = tokens.filter((token) => token.end - token.start > 2);
  const capitals = long.filter((token) => isCapital(text, token)).length;
  return capitals > 0 && (capitals <= 2 || capitals * 2 <= long.length);
}

const isCapital = (text: string, token: Token): boolean => /^\p{Lu}/u.test(text.slice(token.start, token.end));

/** Index of the last token of a name that begins here; 'doubt' when it may be one; undefined when not. */
function judge(text: string, context: MaskContext, here: { at: number; cased: boolean }): number | 'doubt' | undefined {
  const { at, cased } = here;
  const token = context.tokens[at];
  if (token === undefined || /\d/.test(token.key)) return undefined;
  if (context.placeTokens.has(at)) return afterTitle(context.tokens, at) ? 'doubt' : undefined;
  const capital = cased && isCapital(text, token);
  if (isNameBeyondDoubt(text, context.tokens, { at, capital })) return endOfName(text, context, { at, capital });
  const unknown = !isKnown(token.key) && token.key.length >= minNameLength && !isAcronym(text, token);
  if (!unknown || isGivenName(token.key)) return undefined;
  if (capital) return judgeCapital(text, context, at);
  return isAfterPerson(context.tokens, at) ? 'doubt' : undefined;
}

/** An unknown small word beside a person may be a name, unless it looks like a deed. */
const isAfterPerson = (tokens: readonly Token[], at: number): boolean =>
  (roles.has(tokens[at - 1]?.key ?? '') || isOfWhom(tokens, at)) && !isVerbLike(tokens[at]?.key ?? '');

const minNameLength = 3;

/** Behind a word of naming, and with a capital behind a title, a word that only begins like one of ours is none: "Sr. Castigo". */
function isOwnWord(tokens: readonly Token[], at: number, sure: boolean): boolean {
  const key = tokens[at]?.key ?? '';
  return sure || afterWords(tokens, at, naming) ? isSpelt(key) : isKnown(key);
}

function isNameBeyondDoubt(
  text: string,
  tokens: readonly Token[],
  { at, capital }: { at: number; capital: boolean },
): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  const titled = afterTitle(tokens, at);
  const known = isOwnWord(tokens, at, titled && capital);
  const inRole = roles.has(tokens[at - 1]?.key ?? '');
  if (isGivenName(token.key)) return capital || titled || inRole || !known;
  if (known || token.key.length < minNameLength || isAcronym(text, token)) return false;
  return titled || ((inRole || isOfWhom(tokens, at)) && !isVerbLike(token.key));
}

const isAcronym = (text: string, token: Token): boolean =>
  text !== text.toUpperCase() && acronym.test(text.slice(token.start, token.end));

function judgeCapital(text: string, context: MaskContext, at: number): number | 'doubt' | undefined {
  const { tokens } = context;
  const next = tokens[at + 1];
  const pair = next !== undefined && isCapital(text, next) && !isKnown(next.key) && !context.placeTokens.has(at + 1);
  const before = tokens[at - 1]?.key ?? '';
  if (placeWords.has(before)) return pair || ofPlace.has(before) ? 'doubt' : undefined;
  const starts = at === 0 || tokens[at - 1]?.clause !== tokens[at]?.clause;
  if (pair || !starts) return endOfName(text, context, { at, capital: true });
  return isVerbLike(tokens[at]?.key ?? '') ? undefined : 'doubt';
}

const afterTitle = (tokens: readonly Token[], at: number): boolean => afterWords(tokens, at, titles);

function afterWords(tokens: readonly Token[], at: number, cues: ReadonlySet<string>): boolean {
  for (let length = 1; length <= 4; length += 1) {
    const words = tokens.slice(Math.max(0, at - length), at).map((token) => token.key);
    if (words.length === length && cues.has(words.join(' ')) && !notAlone.has(words.join(' '))) return true;
  }
  return false;
}

/** "filho do", "mtoto wa": a kin or a role, and whose. */
const isOfWhom = (tokens: readonly Token[], at: number): boolean =>
  ofWhom.has(tokens[at - 1]?.key ?? '') && roles.has(tokens[at - 2]?.key ?? '');

/** After a word of naming even a word that begins like one of ours is a name; only our own words as they are spelt are not. */
const isSpelt = (key: string): boolean =>
  isPlainWord(key, 'spelt') || talkWords.has(key) || compiledGrammars.some((each) => each.terms.spells(key));

const maxNameWords = 5;

function endOfName(text: string, context: MaskContext, here: { at: number; capital: boolean }): number {
  const { tokens, placeTokens } = context;
  let last = here.at;
  for (let at = here.at + 1; at < Math.min(tokens.length, here.at + maxNameWords); at += 1) {
    const token = tokens[at];
    if (token === undefined || token.clause !== tokens[here.at]?.clause || placeTokens.has(at)) break;
    if (particles.has(token.key)) continue;
    if (!isSurname(text, token, here.capital)) break;
    last = at;
  }
  return last;
}

/** After a capital first name any capital goes on; after a small one only what is no word of ours. */
function isSurname(text: string, token: Token, capital: boolean): boolean {
  if (isGivenName(token.key)) return true;
  if (capital) return isCapital(text, token);
  return !isKnown(token.key) && !/\d/.test(token.key) && !isVerbLike(token.key);
}

const isKnown = remember(
  (key: string): boolean =>
    isPlainWord(key) || talkWords.has(key) || compiledGrammars.some((each) => each.terms.knows(key)),
);

const talkWords = new Set(
  compiledGrammars.flatMap((each) =>
    [
      each.grammar.smallTalk,
      each.grammar.advertWords,
      ...Object.values(each.grammar.grammarWords),
      ...Object.values(each.grammar.keywords),
      ...Object.values(each.grammar.commands),
    ].flatMap((terms) => terms.split(/[\s,]+/).map((word) => soundKey(word.replace('*', '')))),
  ),
);
