// What a conversation is made of. Flows are data: items that say one catalogue text, wait for one answer, and name what follows.
import type { SmsKey } from '../../../../../locales/sms.ts';

/** An item of the same flow, or `#flow` for the beginning of another. The first branch whose guard holds is taken. */
export type Next = string | readonly Branch[];
export type Branch = { when?: Guard; to: string };
/** Holds when what was kept under this name is this. */
export type Guard = { kept: string; is: string };

export type Choice = {
  /** What stands behind the digit in a menu; in an SMS the item's own text names the digits. */
  text?: SmsKey;
  value: string;
  /** What the answer may be called in words, folded. */
  words?: readonly string[];
  next: Next;
};

type Asking = {
  say: SmsKey;
  /** Under which name the answer is kept. */
  keep?: string;
  /** Segments that the text may take as an SMS; 1 when left out. */
  segments?: number;
  /** Answers that do not fit until somebody else must help; after them `lost` follows. */
  tries?: number;
  lost?: string;
};

export type Item =
  | (Asking & { kind: 'choice'; choices: readonly Choice[] })
  | (Asking & { kind: 'number'; least: number; most: number; next: Next })
  | (Asking & { kind: 'words'; longest: number; maySkip?: true; next: Next })
  | (Asking & { kind: 'code'; form: 'digits' | 'teller-code'; next: Next })
  /** Not for her: whoever runs the conversation looks something up and answers with one of these. */
  | { kind: 'look-up'; question: LookUp; of: string; answers: Readonly<Record<string, Next>> }
  | { kind: 'end'; say?: SmsKey; fact: FactName };

export type LookUp = 'answer-of-code' | 'digits';
/** What a conversation ends as. The room makes rows of it; the interpreter does nothing. */
export const factNames = [
  'told',
  'added',
  'zero',
  'stopped',
  'call-wanted',
  'language-chosen',
  'answered',
  'made-clearer',
  'confirmed',
  'read',
  'left',
  'given-up',
] as const;
export type FactName = (typeof factNames)[number];

export type Flow = {
  id: string;
  start: string;
  /** Whether VOLTAR, AJUDA, SAIR, 0 and PARAR are words of the conversation itself. In single SMS questions they are the room's. */
  escapes: boolean;
  items: Readonly<Record<string, Item>>;
};

export type Flows = Readonly<Record<string, Flow>>;

export type Kept = Readonly<Record<string, string>>;

/** Where a conversation stands. Sealed wherever it is stored: `kept` are her words. */
export type State = {
  flow: string;
  /** Absent once it has ended. */
  item?: string | undefined;
  kept: Kept;
  tries: number;
  /** Which page of a long screen she sees, from 0. */
  page: number;
  /** The way here, for VOLTAR: `flow/item`, newest last. */
  path: readonly string[];
  /** Choices that are not offered in this conversation: nobody answers for them where she is. Settled when it was dialled. */
  withheld?: readonly string[] | undefined;
};

export type Input = { kind: 'open' } | { kind: 'text'; text: string } | { kind: 'found'; answer: string };

export type Said = { key: SmsKey; choices: readonly SmsKey[] };
export type Fact = { name: FactName; flow: string; kept: Kept } | { name: 'misfit'; flow: string };

export type Turn = {
  state: State;
  say: readonly Said[];
  facts: readonly Fact[];
  /** Set when the conversation waits for the room, not for her. */
  lookUp?: { question: LookUp; of: string };
};
