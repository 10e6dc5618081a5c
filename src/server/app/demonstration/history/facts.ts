// The history in field terms: somebody said that all was calm; something happened, was told, worked on and answered.
import type { AnswerCode } from '../../../../shared/domain/answer.ts';
import type { CannotReason } from '../../../../shared/domain/concern.ts';
import type { Dice } from './dice.ts';
import type { Person, Stage, StageCouncil } from './stage.ts';

/** What a text was that is no matter. */
export type Word = {
  kind: 'zero' | 'noise' | 'foreign';
  council: StageCouncil;
  person: Person;
  at: Date;
  text: string;
};

export type Telling = {
  person: Person;
  /** Minutes after the matter's first telling. */
  after: number;
  text: string;
  by: 'keyword' | 'free-text' | 'listener';
  language: string;
};

/** What she says of an answer; minutes after she was asked. */
export type Reply = {
  clear?: { after: number; yes: boolean };
  /** After it was explained again. */
  clearAgain?: { after: number; yes: boolean };
  solved?: { after: number; mark: 1 | 2 | 3 | 4 };
};

/** What a post does with it; minutes after release. */
export type Work = {
  seen: number;
  going?: number;
  /** To a neighbouring post, which takes it over or lets the offer lapse. */
  handOver?: { at: number; acceptedAfter?: number };
  end: { at: number; word: 'done' } | { at: number; word: 'cannot'; reason: CannotReason };
};

/** From release to the tellers' replies; a second round when it was reopened. */
export type Round = {
  /** Minutes until a person released it; used where no rule did. */
  triage: number;
  work: Work;
  /** The coordinator's own answer, minutes after release, where the post gave none; or a rumour's end. */
  coordinator: { after: number; answer: AnswerCode /** Not the post. */; alone: boolean };
  replies: readonly Reply[];
};

export type Matter = {
  kind: 'matter';
  theme: string;
  typeCode: string;
  council: StageCouncil;
  at: Date;
  /** At least one. */
  tellings: readonly Telling[];
  rounds: readonly [Round, Round];
  /** Restricted lanes: minutes after opening, and whether the body took it. */
  referral?: { after: number; body: string; acceptedAfter?: number };
};

export type Fact = Word | Matter;

/** One rhythm of the field. Add a file and a line in themes/index.ts. */
export type Theme = {
  name: string;
  /** What happens in a week. */
  matters?(week: ThemeWeek): Iterable<Happening>;
  /** True while nothing comes from this council. */
  isSilent?(council: StageCouncil, at: Date, week: ThemeWeek): boolean;
};

/** What a theme says of a matter; who tells it and what becomes of it follows from people.ts and answers.ts. */
export type Happening = {
  typeCode: string;
  council: StageCouncil;
  at: Date;
  /** How many tell of it; 1 unless said. */
  voices?: number;
  /** Told by somebody who is no member. */
  outsider?: boolean;
  /** The coordinator ends it with this answer: a rumour's verdict. */
  verdict?: AnswerCode;
};

export type ThemeWeek = {
  stage: Stage;
  /** Weeks before init. */
  index: number;
  begins: Date;
  dice: Dice;
};
