// The port of a language of texts: a grammar is data only, so that a new language is one folder and one line in index.ts.
import type { Language } from '../../../../shared/domain/language.ts';
import type { Concept } from './concepts.ts';

/**
 * Terms of one idea, separated by commas. In a term, `*` ends a stem, `|` parts spellings of one word,
 * `~` begins a verb whose prefixes were taken off, `^` the same verb denied (languages with `affixes` only), `..` stands for up to three words in between, a leading `!` takes its words away from every other term. Without accents.
 * @example 'levar* .. a forca, rapt*, sequestr*|secuestr*'
 */
export type Terms = string;

/** Parts that a verb is built of, before its stem, for languages that do so. */
export type Affixes = Readonly<
  Record<'subjects' | 'tenses' | 'relatives' | 'objects' | 'infinitives' | 'denials' | 'deniedTenses', Terms>
>;

/** What a language's second reader learned; generated from its examples. */
export type Weights = {
  /** Digest of what it was learned from: a test keeps both together. */
  learnedFrom: string;
  /** Types and the ends `zero`, `noise` and `unclear`, of which one is true; then `marks`, each true or not. */
  kinds: readonly string[];
  marks: readonly string[];
  /** One step of a weight. */
  step: number;
  /** Of each label, in steps. */
  bias: readonly number[];
  /** "sign rarity(label weight)…": one letter of `letters` each, the weights from the middle. */
  signs: readonly string[];
};

export type Grammar = {
  language: Language;
  /** Frequent words by which the language is known; words that another grammar shares do not belong here. */
  marks: Terms;
  /** Plain words that carry no idea of ours but are no names either. */
  plainWords: Terms;
  /** How people shorten words on a keypad. */
  shorthand: Readonly<Record<string, string>>;
  affixes?: Affixes;
  /** What was learned from `examples.csv` beside it (`npm run train`); a language without examples has no second reader. */
  learned?: Weights;
  concepts: Readonly<Partial<Record<Concept, Terms>>>;
  /** Whole messages. Nothing else in the text, or it is not a command. */
  commands: Readonly<Record<'zero' | 'opt-out' | 'opt-in' | 'withdraw', Terms>>;
  /** Words of which a message may be made without telling anything. */
  smallTalk: Terms;
  /** Words of operators' and sellers' messages; two of them make an advert. */
  advertWords: Terms;
  /** First word or words of a message that stand for exactly one type. */
  keywords: Readonly<Record<string, Terms>>;
  numbers: Readonly<Record<string, number>>;
  negation: {
    /** What they deny follows directly, to the end of the clause: "nao houve", "no". */
    openers: Terms;
    /** Deny only a deed that follows within two words: "nao", "never". */
    direct: Terms;
    /** Words that end the reach of a denial. */
    breaks: Terms;
  };
  times: {
    /** Years back: "em 2017", "quando era crianca", "years ago". */
    longAgo: Terms;
    now: Terms;
    /** Expected, not happened: "temos medo que", "they will come". */
    feared: Terms;
  };
  grammarWords: {
    /** Articles and pronouns that may stand between a deed and the one it is done to. */
    articles: Terms;
    /** The doer follows: "por", "pela", "by". */
    byDoer: Terms;
    /** A new subject may follow: "que", "quando", "because". */
    newClause: Terms;
    /** A place follows: "em", "perto de", "aldeia". */
    beforePlace: Terms;
    /** Something is beside it, not done by it: "perto", "behind". */
    beside: Terms;
    /** Names follow: "senhor", "chama-se". */
    beforeName: Terms;
    /** A name follows and hardly anything else: "de nome", "anaitwa". */
    naming: Terms;
    /** Between kin and a name: "filho do", "mtoto wa", "son of". */
    ofWhom: Terms;
    /** A name may follow: "vizinho", "husband". */
    beforeMaybeName: Terms;
    /** Years of age: "anos", "years old". */
    years: Terms;
  };
};
