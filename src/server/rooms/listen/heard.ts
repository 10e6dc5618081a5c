// One inbound message as the steps of understanding pass it on. The text lives in memory only.

import type { FloodMark } from '../../../shared/domain/flood.ts';
import type { OutcomeKind } from '../../../shared/domain/journal.ts';
import type { Origin } from '../../../shared/domain/origin.ts';
import type { ConcernType } from '../../../shared/domain/taxonomy.ts';
import type { Via } from '../../../shared/domain/via.ts';
import type { CouncilOfContact, Post } from '../know/index.ts';
import type { ServeKeys, Wishes } from '../protect/index.ts';
import type { FloodBook } from './flood-book.ts';
import type { UnderstandWorld } from './understand-text.ts';

export type Heard = {
  messageId: string;
  gatewayId: string;
  contactId: string;
  sourceKey: Buffer;
  abuseKey: Buffer;
  wishes: Wishes;
  text: string;
  receivedAt: Date;
  /** A text she wrote, a menu she went through, a page that anybody may open, or what a person entered for her. */
  via: Via;
  origin: Origin;
  /** To which flood intake reckons it. */
  flood: FloodMark | undefined;
  /** Set when the text came from a post's registered duty phone. */
  post: Post | undefined;
  /** Set when a council member wrote. Helps to find the place; goes to no post. */
  council: CouncilOfContact | undefined;
};

/** As what a message ended, and the report, question or task it became. */
export type Outcome = { kind: OutcomeKind; subjectId?: string };

export type ListenTools = {
  keys: ServeKeys;
  timeZone: string;
  /** Answers to all numbers within an hour, at the most. */
  repliesAnHour: number;
  floods: FloodBook;
  /** Types, places and lexicon as they stand now; cached by the caller. */
  world(): Promise<UnderstandWorld & { types: readonly ConcernType[] }>;
};
