// Which language a text is in. Never a silent guess: without evidence it is 'unknown', and a person reads it.
import { francAll } from 'franc-all';
import type { Language } from '../../../../shared/domain/language.ts';
import { remember, soundKey, type Token } from './compile-terms.ts';
import { compiledGrammars } from './read-concepts.ts';

/** Words of languages without a grammar, as evidence only: they name the listener's queue, never a meaning. */
export type Lexicon = { language: Language; words: ReadonlySet<string> };
export type LexiconRow = { vmw: string; pt: string; tag: string };
export type Identified = {
  language: Language | 'unknown';
  marks: Readonly<Record<'pt' | 'en', number>>;
  foreignWords: number;
};

/** Loanwords that are not spelt as Portuguese: those would prove nothing. */
export function buildLexicon(rows: readonly LexiconRow[]): Lexicon {
  const portugueseWords = new Set(rows.flatMap((row) => [row.pt]).map(soundKey));
  const words = rows.filter((row) => row.tag === 'loan').map((row) => soundKey(row.vmw));
  const knownElsewhere = (word: string): boolean =>
    compiledGrammars.some((each) => each.terms.knows(word) || each.marks.has(word) || plain(each.language, word));
  return {
    language: 'vmw',
    words: new Set(words.filter((word) => word.length > 4 && !portugueseWords.has(word) && !knownElsewhere(word))),
  };
}

// Kiswahili for the border with Tanzania; Kimwani looks alike to every method here, so the listener decides.
const swahili = new Set(
  'na ya wa kwa watu wetu yetu zetu sana hapa huko kuna hakuna wezi jana leo kesho usiku asubuhi habari ndugu tunaomba msaada polisi shule kijiji kijijini karibu wamefika wameiba wamekuja wamekimbia wamechoma silaha hatujui sijui ngombe mbuzi mtoto watoto mwanamke mume nyumba pesa simu wangu yangu langu kila lakini kama hii hiyo huyo yule wenye vijana baba mama ni si tu kwetu nchi mpaka barabara bahari wavuvi magaidi shambulio wamevamia wameua damu kutoka kwenda walikokwenda'
    .split(' ')
    .map(soundKey),
);

const candidates = ['por', 'eng', 'swh', 'vmw', 'kde', 'yao', 'nya'];
const byCode: Readonly<Record<string, Language>> = { por: 'pt', eng: 'en', swh: 'sw', vmw: 'vmw', kde: 'kde' };
/** Below this length trigrams are noise (domain.md C3). */
const minTrigramLength = 20;

export function identifyLanguage(text: string, tokens: readonly Token[], lexicon: Lexicon): Identified {
  const marks = { pt: countMarks('pt', tokens), en: countMarks('en', tokens) };
  const own = marks.pt + marks.en;
  const loans = tokens.filter((token) => lexicon.words.has(token.key)).length;
  const swahiliWords = tokens.filter((token) => swahili.has(token.key)).length;
  const foreignWords = Math.max(loans, swahiliWords);
  if (tokens.length === 0) return { language: 'unknown', marks, foreignWords: 0 };
  if (swahiliWords >= 2 && swahiliWords >= own) return { language: 'sw', marks, foreignWords };
  if (loans >= 2 && loans * 2 >= tokens.length && loans > own)
    return { language: lexicon.language, marks, foreignWords };
  if (own > 0 && marks.pt !== marks.en && own * 6 >= tokens.length)
    return { language: marks.pt > marks.en ? 'pt' : 'en', marks, foreignWords };
  return { language: byWords(tokens, foreignWords) ?? byTrigrams(text, tokens) ?? byMarks(marks), marks, foreignWords };
}

const isWord = (key: string): boolean => /^\p{L}/u.test(key);

/** Short texts carry no small words: then the ideas and plain words they are made of tell. */
function byWords(tokens: readonly Token[], foreignWords: number): Language | undefined {
  const [pt, en] = (['pt', 'en'] as const).map((language) => {
    const grammar = compiledGrammars.find((each) => each.language === language);
    return tokens.filter(
      ({ key }) =>
        key.length > 2 &&
        (grammar?.terms.knows(key) === true || grammar?.marks.has(key) === true || plain(language, key)),
    ).length;
  });
  if (pt === undefined || en === undefined || pt === en || foreignWords > 1) return undefined;
  if (Math.max(pt, en) * 2 < tokens.filter(({ key }) => isWord(key)).length) return undefined;
  return pt > en ? 'pt' : 'en';
}

const byMarks = (marks: Identified['marks']): Language | 'unknown' => {
  if (marks.pt === marks.en) return 'unknown';
  return marks.pt > marks.en ? 'pt' : 'en';
};

function byTrigrams(text: string, tokens: readonly Token[]): Language | 'unknown' | undefined {
  const known = tokens.filter((token) => compiledGrammars.some((each) => each.terms.knows(token.key))).length;
  const letters = tokens.filter(({ key }) => isWord(key)).reduce((sum, { key }) => sum + key.length + 1, 0);
  if (letters < minTrigramLength || known * 2 >= tokens.length) return undefined;
  const [first, second] = francAll(text, { only: candidates, minLength: minTrigramLength });
  if (first === undefined || first[0] === 'und') return undefined;
  const margin = first[1] - (second?.[1] ?? 0);
  return margin < 0.05 ? 'unknown' : (byCode[first[0]] ?? 'unknown');
}

const shared = new Set(
  [...(compiledGrammars[0]?.marks ?? [])].filter((word) =>
    compiledGrammars.slice(1).some((each) => each.marks.has(word)),
  ),
);

function countMarks(language: 'pt' | 'en', tokens: readonly Token[]): number {
  const grammar = compiledGrammars.find((each) => each.language === language);
  return tokens.filter((token) => grammar?.marks.has(token.key) === true && !shared.has(token.key)).length;
}

type PlainWords = { exact: ReadonlySet<string>; stems: ReadonlySet<string> };
const plainSets = new Map<string, PlainWords>(
  compiledGrammars.map((each) => [each.language, compilePlain(each.grammar.plainWords)]),
);

const plainOf = remember(
  (word: string): ReadonlySet<string> =>
    new Set([...plainSets].filter(([, words]) => isIn(words, word, 'any')).map(([language]) => language)),
);
const plain = (language: string, word: string): boolean => plainOf(word).has(language);

/** Whether a word is an everyday word of an installed language; `spelt` = just so, its ending aside. */
export function isPlainWord(word: string, how: 'any' | 'spelt' = 'any'): boolean {
  if (compiledGrammars.some((each) => each.marks.has(word))) return true;
  return [...plainSets.values()].some((words) => isIn(words, word, how));
}

const minStem = 3;
const maxEnding = 5;

function isIn({ exact, stems }: PlainWords, word: string, how: 'any' | 'spelt'): boolean {
  if (exact.has(word) || stems.has(word)) return true;
  if (how === 'spelt') return false;
  for (let length = Math.max(minStem, word.length - maxEnding); length <= word.length; length += 1)
    if (stems.has(word.slice(0, length))) return true;
  return false;
}

function compilePlain(terms: string): PlainWords {
  const list = terms.split(',').map((term) => term.trim());
  return {
    exact: new Set(list.filter((term) => !term.endsWith('*')).map(soundKey)),
    stems: new Set(list.filter((term) => term.endsWith('*')).map((term) => soundKey(term.slice(0, -1)))),
  };
}
