// From a text to the ideas in it: tokens, which ideas stand where, and which of them are denied.
import type { Language } from '../../../../shared/domain/language.ts';
import {
  type Beginning,
  compileTerms,
  findTerms,
  type Hit,
  remember,
  soundKey,
  type TermTable,
  type Token,
} from './compile-terms.ts';
import { conceptNumber } from './concepts.ts';
import type { Grammar } from './grammar.ts';
import { grammars } from './index.ts';
import { compileReader, type SecondReader } from './second-reader.ts';
import { takeApart } from './take-apart.ts';
import { listOf } from './words-of.ts';

export type Mention = { from: number; to: number };
export type Reading = {
  tokens: readonly Token[];
  /** Affirmed mentions of an idea, in order. */
  of: (concept: number) => readonly Mention[];
  has: (concept: number) => boolean;
  /** All ideas affirmed, each once. */
  ideas: readonly number[];
  /** Something alarming is said not to be so. */
  deniedSomething: boolean;
  isDenied: (token: number) => boolean;
  /** Which of "long ago", "now" and "feared" the text speaks of. */
  times: ReadonlySet<(typeof timeNames)[number]>;
};
export type CompiledGrammar = {
  grammar: Grammar;
  language: Language;
  terms: TermTable;
  denials: TermTable;
  directDenials: TermTable;
  times: TermTable;
  breaks: ReadonlySet<string>;
  marks: ReadonlySet<string>;
  /** Has nothing to say in a language without examples. */
  reader: SecondReader;
};

const reach = 6;
const directReach = 2;
export const timeNames = ['longAgo', 'now', 'feared'] as const;
const setOf = (terms: string): Set<string> => new Set(listOf(terms).map(soundKey));

export const compiledGrammars: readonly CompiledGrammar[] = grammars.map((grammar: Grammar) => ({
  grammar,
  language: grammar.language,
  terms: compileTerms(
    Object.entries(grammar.concepts).map(([concept, terms]) => [conceptNumber(concept), terms] as const),
    ...(grammar.affixes === undefined ? [] : [takeApart(grammar.affixes)]),
  ),
  denials: compileTerms([[0, grammar.negation.openers]]),
  directDenials: compileTerms([[0, grammar.negation.direct]]),
  times: compileTerms(timeNames.map((name, id) => [id, grammar.times[name]] as const)),
  breaks: setOf(grammar.negation.breaks),
  marks: setOf(grammar.marks),
  reader: grammar.learned === undefined ? () => undefined : compileReader(grammar.learned),
}));

type Table = 'terms' | 'denials' | 'directDenials' | 'times';
const allTables = compiledGrammars.flatMap((each) => [each.terms, each.denials, each.directDenials, each.times]);

/** What a word may begin, by table: asked for once a word, whatever the text is read for. Most words begin hardly anything. */
const beginningsOf = remember((key: string) =>
  allTables.map((table) => ({ table, starts: table.startsAt(key) })).filter(({ starts }) => starts.length > 0),
);

const shorthand = new Map(
  grammars.flatMap((grammar) => Object.entries(grammar.shorthand)).map(([short, long]) => [short, soundKey(long)]),
);
const keyOf = remember((word: string): string => shorthand.get(word.toLowerCase()) ?? soundKey(word));
const wordPattern = /\p{N}+|\p{L}[\p{L}\p{N}]*(?:['’´`][\p{L}\p{N}]+)*/gu;

export function toTokens(text: string): Token[] {
  const tokens: Token[] = [];
  let clause = 0;
  let last = 0;
  for (const match of text.matchAll(wordPattern)) {
    const start = match.index;
    if (/[.,;:!?\n()]/.test(text.slice(last, start))) clause += 1;
    const word = match[0];
    last = start + word.length;
    tokens.push({ key: keyOf(word), start, end: last, clause });
  }
  return tokens;
}

export function readConcepts(tokens: readonly Token[], active: readonly CompiledGrammar[]): Reading {
  const find = findIn(tokens);
  const hits = active.flatMap((grammar) => find(grammar, 'terms'));
  const denials = readDenials(tokens, active, find);
  return {
    tokens,
    ...gather(denials ? hits.filter((hit) => !denials.reach(hit)) : hits),
    deniedSomething: denials !== undefined && hits.some((hit) => alarming.has(hit.id) && denials.reach(hit)),
    isDenied: (token) => denials?.denied[token] === 1,
    // At the door nobody asks when it was.
    get times() {
      return new Set(active.flatMap((grammar) => find(grammar, 'times')).flatMap((hit) => timeNames[hit.id] ?? []));
    },
  };
}

type Denials = { denied: Uint8Array /** Whether this is denied. */; reach(hit: Hit): boolean };

/** Undefined where nothing is denied, as in most texts. */
function readDenials(
  tokens: readonly Token[],
  active: readonly CompiledGrammar[],
  find: ReturnType<typeof findIn>,
): Denials | undefined {
  const openers = active.map((grammar) => ({
    breaks: grammar.breaks,
    all: find(grammar, 'denials'),
    direct: find(grammar, 'directDenials'),
  }));
  if (openers.every(({ all, direct }) => all.length + direct.length === 0)) return undefined;
  const denied = new Uint8Array(tokens.length);
  const deedDenied = new Uint8Array(tokens.length);
  const openedBy = new Int32Array(tokens.length).fill(-1);
  for (const { breaks, all, direct } of openers) {
    markDenied(tokens, all, { breaks, denied, openedBy });
    markDeedDenied(tokens, direct, { breaks, deedDenied });
  }
  // An idea that holds the denial in its own words ("nao voltou") is not denied by it.
  const reach = (hit: Hit): boolean =>
    (denied[hit.from] === 1 && (openedBy[hit.from] ?? -1) < hit.from && !undeniable.has(hit.id)) ||
    (deedDenied[hit.from] === 1 && deeds.has(hit.id));
  return { denied, reach };
}

function gather(hits: readonly Hit[]): Pick<Reading, 'of' | 'has' | 'ideas'> {
  const mentions: Mention[][] = [];
  const ideas: number[] = [];
  for (const { id, from, to } of hits) {
    const known = mentions[id];
    if (known !== undefined) known.push({ from, to });
    else {
      mentions[id] = [{ from, to }];
      ideas.push(id);
    }
  }
  return { of: (concept) => mentions[concept] ?? none, has: (concept) => mentions[concept] !== undefined, ideas };
}

const none: readonly Mention[] = [];

/** The terms of one table of one language that stand in the text. */
function findIn(tokens: readonly Token[]): (grammar: CompiledGrammar, table: Table) => Hit[] {
  const words = new Map<TermTable, Beginning[]>();
  tokens.forEach(({ key }, from) => {
    for (const { table, starts } of beginningsOf(key)) {
      const known = words.get(table);
      if (known) known.push({ from, starts });
      else words.set(table, [{ from, starts }]);
    }
  });
  return (grammar, table) => findTerms(tokens, words.get(grammar[table]) ?? []);
}

/** "nao atacaram", "never attacked": the deed alone, so that "nao sabemos quem atacou" stays an attack. */
function markDeedDenied(
  tokens: readonly Token[],
  openers: readonly Hit[],
  { breaks, deedDenied }: { breaks: ReadonlySet<string>; deedDenied: Uint8Array },
): void {
  for (const opener of openers) {
    for (let at = opener.to + 1; at <= opener.to + directReach; at += 1) {
      const token = tokens[at];
      if (token === undefined || token.clause !== tokens[opener.to]?.clause || breaks.has(token.key)) break;
      deedDenied[at] = 1;
    }
  }
}

/** Ideas that are themselves about denial stand as they are. */
const undeniable = new Set(['untrue', 'rumour', 'quiet'].map(conceptNumber));
const alarming = new Set(
  [
    'attack',
    'invade',
    'massacre',
    'shots',
    'kill',
    'dead',
    'behead',
    'abduct',
    'burn',
    'loot',
    'ambush',
    'insurgent',
    'gun',
    'explosive',
    'steal',
    'rob',
    'bandit',
    'stranger',
    'fight',
    'beat',
    'rape',
    'dispute',
    'accident',
    'threaten',
    'seen',
    'armed',
  ].map(conceptNumber),
);

const actors = new Set(['insurgent', 'bandit', 'stranger', 'gun', 'explosive', 'seen', 'armed'].map(conceptNumber));
const deeds = new Set([...alarming].filter((concept) => !actors.has(concept)));

function markDenied(
  tokens: readonly Token[],
  openers: readonly Hit[],
  { breaks, denied, openedBy }: { breaks: ReadonlySet<string>; denied: Uint8Array; openedBy: Int32Array },
): void {
  for (const opener of openers) {
    const clause = tokens[opener.to]?.clause;
    for (let at = opener.to + 1; at <= opener.to + reach; at += 1) {
      const token = tokens[at];
      if (token === undefined || token.clause !== clause || breaks.has(token.key)) break;
      denied[at] = 1;
      openedBy[at] = opener.to;
    }
    // "nao houve", "ninguem foi morto": words inside the opener itself affirm nothing.
    for (let at = opener.from; at <= opener.to; at += 1) {
      if (at > opener.from) {
        denied[at] = 1;
        openedBy[at] = opener.from;
      }
    }
  }
}
