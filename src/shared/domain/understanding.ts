// What a text was understood to say: the pure result of the grammars, before any record is touched.

import type { Lane } from './lane.ts';
import type { Language } from './language.ts';

/** So much of one text is taken in and read; who hands in more is told, where a person can shorten it. */
export const MOST_LETTERS = 2_000;

/** How sure the type is: a code or keyword is her own word; free text is our reading of it. */
export type TypeBy = 'code' | 'keyword' | 'free-text';

export type PlaceMention = {
  areaId: string;
  name: string;
  by: 'name' | 'alias';
  /** 0 to 1; 1 is the full name, letter for letter after folding. */
  score: number;
  /** Which of the names in the text this is, from 0: areas of one name share it. */
  nth: number;
  /** A local name, and its district is not named in the text: counts only for who is of that district. */
  local?: true;
};

export type Accused = 'police' | 'force' | 'leader' | 'official';

export type Understanding = {
  language: Language | 'unknown';
  /** `report` also when the type is unclear; `foreign` = a language no grammar is installed for: a listener's. */
  kind: 'report' | 'zero' | 'opt-out' | 'opt-in' | 'withdraw' | 'noise' | 'foreign';
  type?: { code: string; by: TypeBy; confidence: number };
  /** Next best types, best first, at most three. */
  otherTypes: readonly string[];
  /** Distinct places named, best first. Two with equal scores are homonyms. */
  places: readonly PlaceMention[];
  /** Words of danger to life stand in the text (not negated, not "only a rumour"). */
  danger: boolean;
  /** Lanes whose lexicon is hit; empty = clean. */
  laneWords: readonly Exclude<Lane, 'ordinary'>[];
  /** Who the text says did the harm, for the harm check. */
  accused: readonly Accused[];
  minor: boolean;
  negated: boolean;
  /** When it is said to be; without a sign, it happened. Only `long-ago` takes a danger away. */
  tense: 'happened' | 'now' | 'feared' | 'long-ago';
  quantities: { armedPersons?: number; families?: number; people?: number; cattle?: number; houses?: number };
  /** The text with names of persons and numbers of phones, documents and plates masked. */
  masked: string;
  /** Something in the text may still be a name or a number: a person must look before release. */
  residue: boolean;
};
