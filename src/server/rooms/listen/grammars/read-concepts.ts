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
import type { Grammar, Terms } from './grammar.ts';
import { grammars } from './index.ts';
import { alarming, closesClause, deeds, didNotCome, readDenials } from './read-denials.ts';
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
  /** What is alarming and said not to be so, by idea. */
  denied: readonly Hit[];
  deniedSomething: boolean;
  isDenied: (token: number) => boolean;
  /** Which of "long ago", "now" and "feared" the text speaks of. */
  times: ReadonlySet<(typeof timeNames)[number]>;
  /** Where the text says how it knows: by hearsay, corrected, true all the same; and where it says "now". */
  tales: readonly Tale[];
};
export type Tale = Mention & { name: (typeof taleNames)[number] | 'now' };
export type CompiledGrammar = {
  grammar: Grammar;
  language: Language;
  terms: TermTable;
  denials: TermTable;
  directDenials: TermTable;
  notSo: TermTable;
  closingDenials: TermTable;
  /** Verbs of alarming deeds in their denied form, in languages that have one. */
  deniedVerbs: TermTable;
  times: TermTable;
  tales: TermTable;
  breaks: ReadonlySet<string>;
  marks: ReadonlySet<string>;
  /** Has nothing to say in a language without examples. */
  reader: SecondReader;
};

export const timeNames = ['longAgo', 'now', 'feared'] as const;
const taleNames = ['hearsay', 'corrections', 'noShows', 'reveals', 'affirms'] as const;
const setOf = (terms: string): Set<string> => new Set(listOf(terms).map(soundKey));

const ideasOf = ({ concepts }: Grammar): (readonly [idea: number, terms: Terms])[] =>
  Object.entries(concepts).map(([concept, terms]) => [conceptNumber(concept), terms]);
const formsOf = ({ affixes }: Grammar): Parameters<typeof compileTerms>[1][] =>
  affixes === undefined ? [] : [takeApart(affixes)];
/** `~iba` said, `^iba` denied. */
const toDenied = (terms: Terms): Terms =>
  listOf(terms)
    .filter((term) => term.startsWith('~'))
    .map((term) => term.replace('~', '^'))
    .join();

export const compiledGrammars: readonly CompiledGrammar[] = grammars.map((grammar: Grammar) => ({
  grammar,
  language: grammar.language,
  terms: compileTerms(ideasOf(grammar), ...formsOf(grammar)),
  deniedVerbs: compileTerms(
    ideasOf(grammar).flatMap(([idea, terms]) => (deeds.has(idea) ? [[idea, toDenied(terms)] as const] : [])),
    ...formsOf(grammar),
  ),
  denials: compileTerms([[0, grammar.negation.openers]]),
  directDenials: compileTerms([[0, grammar.negation.direct]]),
  notSo: compileTerms([[0, grammar.negation.notSo]]),
  closingDenials: compileTerms([
    [closesClause, grammar.negation.closers],
    [didNotCome, grammar.negation.absent],
  ]),
  tales: compileTerms(taleNames.map((name, id) => [id, grammar.negation[name]] as const)),
  times: compileTerms(timeNames.map((name, id) => [id, grammar.times[name]] as const)),
  breaks: setOf(grammar.negation.breaks),
  marks: setOf(grammar.marks),
  reader: grammar.learned === undefined ? () => undefined : compileReader(grammar.learned),
}));

const tableNames = [
  'terms',
  'denials',
  'directDenials',
  'notSo',
  'closingDenials',
  'deniedVerbs',
  'times',
  'tales',
] as const;
type Table = (typeof tableNames)[number];
const allTables = compiledGrammars.flatMap((each) => tableNames.map((name) => each[name]));

/** What a word may begin, by table: asked for once a word, whatever the text is read for. Most words begin hardly anything. */
const beginningsOf = remember((key: string) => {
  const found: { table: TermTable; starts: Beginning['starts'] }[] = [];
  for (const table of allTables) {
    const starts = table.startsAt(key);
    if (starts.length > 0) found.push({ table, starts });
  }
  return found;
});

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
  const denials = readDenials(
    tokens,
    active.map((grammar) => ({
      breaks: grammar.breaks,
      openers: find(grammar, 'denials'),
      direct: find(grammar, 'directDenials'),
      notSo: find(grammar, 'notSo'),
      closers: find(grammar, 'closingDenials'),
    })),
  );
  const denied = [
    ...(denials === undefined ? [] : hits.filter((hit) => alarming.has(hit.id) && denials.reach(hit))),
    // A form that may be both is said, not denied.
    ...active
      .flatMap((grammar) => find(grammar, 'deniedVerbs'))
      .filter((hit) => !hits.some(({ id, from }) => id === hit.id && from === hit.from)),
  ];
  const timeHits = once(() => active.flatMap((grammar) => find(grammar, 'times')));
  const times = once(() => new Set(timeHits().flatMap((hit) => timeNames[hit.id] ?? [])));
  const tales = once(() =>
    toTales(
      active.flatMap((grammar) => find(grammar, 'tales')),
      timeHits(),
    ),
  );
  return {
    tokens,
    ...gather(denials ? hits.filter((hit) => !denials.reach(hit)) : hits),
    denied,
    deniedSomething: denied.length > 0,
    isDenied: (token) => denials?.isDenied(token) === true,
    // At the door nobody asks when it was, nor who said so.
    get times() {
      return times();
    },
    get tales() {
      return tales();
    },
  };
}

const once = <Made>(make: () => Made): (() => Made) => {
  let made: Made | undefined;
  return () => {
    made ??= make();
    return made;
  };
};

function toTales(told: readonly Hit[], times: readonly Hit[]): Tale[] {
  const named = told.flatMap(({ id, from, to }) => taleNames.slice(id, id + 1).map((name) => ({ name, from, to })));
  const nows = times.filter(({ id }) => timeNames[id] === 'now');
  return [...named, ...nows.map(({ from, to }) => ({ name: 'now' as const, from, to }))];
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

const noHits: readonly Hit[] = [];

/** The terms of one table of one language that stand in the text. */
function findIn(tokens: readonly Token[]): (grammar: CompiledGrammar, table: Table) => readonly Hit[] {
  const words = new Map<TermTable, Beginning[]>();
  tokens.forEach(({ key }, from) => {
    for (const { table, starts } of beginningsOf(key)) {
      const known = words.get(table);
      if (known) known.push({ from, starts });
      else words.set(table, [{ from, starts }]);
    }
  });
  return (grammar, table) => {
    const beginnings = words.get(grammar[table]);
    return beginnings === undefined ? noHits : findTerms(tokens, beginnings);
  };
}
