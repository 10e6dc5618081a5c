// The port of a language of texts: a grammar is data only, so that a new language is one folder and one line in index.ts.
import type { AreaKind } from '../../../../shared/domain/area.ts';
import type { ImportChannel, ImportOutcome, ReportField } from '../../../../shared/domain/import.ts';
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
  /** Its code in the tables of letter triples (ISO 639-3), by which a text without known words is recognised. */
  trigrams: string;
  /** A language so near that texts in it look like this one; only a listener can tell them apart. */
  alike?: Language;
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
  /** First word or words of a message that stand for exactly one type; the first of each is what a choice in the menu is read as. */
  keywords: Readonly<Record<string, Terms>>;
  numbers: Readonly<Record<string, number>>;
  negation: {
    /** What they deny follows directly, to the end of the clause: "nao houve", "no". */
    openers: Terms;
    /** Deny only a deed that follows within two words: "nao", "never". */
    direct: Terms;
    /** Say what something is not: the word that follows, "nao sao", "it is not a". */
    notSo: Terms;
    /** They end a clause and deny what it said: "ataque nao houve", "the attack never happened". */
    closers: Terms;
    /** Those who stand right before did not come or do it: "nao entraram", "did not attack". */
    absent: Terms;
    /** Words that end the reach of a denial. */
    breaks: Terms;
    /** It was said or believed, not seen: "dizem que", "pensavamos", "people say". */
    hearsay: Terms;
    /** What was said turned out to be nothing: "eram so", "nothing happened". */
    corrections: Terms;
    /** Who was said to come did not: "ninguem veio", "nobody came". */
    noShows: Terms;
    /** Needs no hearsay before it: "afinal eram", "turned out to be". */
    reveals: Terms;
    /** It is true all the same: "e verdade", "mesmo", "really". */
    affirms: Terms;
  };
  times: {
    /** Years back: "em 2017", "quando era crianca", "years ago". */
    longAgo: Terms;
    now: Terms;
    /** Expected, not happened: "temos medo que", "they will come". */
    feared: Terms;
  };
  /** Words around the names of places. */
  places: {
    /** Nouns of a kind of place, before a name: "aldeia", "village"; `any` names no kind. */
    nouns: Readonly<Partial<Record<AreaKind | 'any', Terms>>>;
    /** Part of an official name that people leave out, with one of `titleLinks` behind: "Cidade de". */
    titles: Terms;
    /** The same without a link: "Aldeia Nanjua". */
    bareTitles: Terms;
    titleLinks: Terms;
    /** It happened there: "em", "in". */
    here: Terms;
    /** It happened beside it: "perto", "near". */
    beside: Terms;
    /** May stand between the noun and the name: "de", "called". */
    links: Terms;
    /** From it, to it, of it: named, but perhaps not where it happened. */
    byTheWay: Terms;
  };
  /** Words around the names of persons, and what stands for a masked one. */
  persons: {
    before: Terms;
    /** Beginnings of deeds that a person does, right after a name. */
    deeds: Terms;
    /** Small words inside a name: "da", "bin". */
    particles: Terms;
    /** Between a noun of a place and a name that may be a person's all the same: "de", "from". */
    ofPlace: Terms;
    /** Words of `beforeName` and `naming` that are everyday words too. */
    notAlone: Terms;
    /** Endings by which a word that no list knows looks like a verb or another everyday word. */
    verbEndings: Terms;
    /** A language without them uses those of the first. */
    masks?: Readonly<Record<'name' | 'number', string>>;
  };
  counting: {
    /** Between tens and units: "vinte e cinco". */
    tens: Terms;
    /** Between the words of a number that is read out. */
    spoken: Terms;
    /** Before an age without "years": "tem 13". */
    ageBefore: Terms;
    /** After such an age, where nothing is counted: "tem 13 e ja vive com". */
    ageAfter: Terms;
    /** Between a person and her age: "a girl of 14". */
    ageOf: Terms;
    /** Before an age and nothing else: "aged". */
    aged: Terms;
    /** A time and not an age: "ha 3 anos", "3 years ago". */
    agoBefore: Terms;
    agoAfter: Terms;
    /** After an amount: "meticais". */
    money: Terms;
    /** Before a number that points at a person: "telefone", "account". */
    papers: Terms;
  };
  talk: {
    /** What follows counts after all: "mas", "but". */
    afterAll: Terms;
    /** In a question how things are: "como". */
    how: Terms;
    /** Around a command. */
    polite: Terms;
    /** In a text about an advert, not in the advert: "ligaram", "my". */
    ofOneself: Terms;
    /** Nobody else saw or knows it: whoever it is told to knows who told. */
    alone: Terms;
  };
  /** What may be typed when something was asked. Folded, not by sound: "sim" and nothing like it. */
  answers: {
    /** Words for 1 to 7. */
    numerals: readonly Terms[];
    yes: Terms;
    no: Terms;
    /** No, what was done in my name was not mine. */
    notMe: Terms;
    /** Politeness around an answer; none of them can carry a telling. */
    padding: Terms;
    clear: Readonly<Record<'yes' | 'no', Terms>>;
    solved: Readonly<Record<'yes' | 'partly' | 'no' | 'worse', Terms>>;
    menu: Readonly<Record<'back' | 'help' | 'leave' | 'stop', Terms>>;
  };
  /** Whole messages that order something. Folded, like answers. */
  orders: {
    post: Readonly<Record<'seen' | 'going' | 'done' | 'cannot', Terms>>;
    wishes: Readonly<
      Record<'opt-out' | 'opt-in' | 'withdraw' | 'quiet' | 'quiet-off' | 'any-hour' | 'code' | 'call', Terms>
    >;
    newNumber: Terms;
    /** "So das 6 horas as 8": the words before, between and behind the hours. */
    hours: Readonly<Record<'only' | 'from' | 'to' | 'unit', Terms>>;
  };
  /** What a table of reports calls its columns, ways in, ends and languages; `*` ends a beginning. */
  tables: {
    headings: Readonly<Partial<Record<ReportField, Terms>>>;
    channels: Readonly<Partial<Record<ImportChannel, Terms>>>;
    outcomes: Readonly<Partial<Record<ImportOutcome, Terms>>>;
    languages: Readonly<Partial<Record<Language, Terms>>>;
  };
  grammarWords: {
    /** Articles and pronouns that may stand between a deed and the one it is done to. */
    articles: Terms;
    /** The doer follows: "por", "pela", "by". */
    byDoer: Terms;
    /** A new subject may follow: "que", "quando", "because". */
    newClause: Terms;
    /** "na esquadra", "no posto": the deed was done inside, not to it. */
    inside: Terms;
    /** Before a deed that was suffered: "foi", "was". */
    passive: Terms;
    /** Reported speech follows: "que", "that". */
    saying: Terms;
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
