// One table: which fact sets off which work. Sibling rooms never call each other; they meet here (house.md D5).
import type { Hearings } from '../db/journal.ts';

export const hearings = {
  'message.received': ['understand'],
  'part.received': ['file-parts'],
  'delivery.reported': ['hear-delivery'],
  'message.wanted': ['queue-message'],
  'message.ended': ['tell-undelivered'],
  'code.wanted': ['give-code'],
  'report.told': ['open-concern'],
  'report.added': ['revise-telling'],
  'report.revised': ['revise-telling'],
  'report.withdrawn': ['withdraw-telling'],
  'question.answered': ['hear-answer'],
  'command.confirmed': ['obey-command'],
  'concern.released': ['route-concern'],
  'concern.answered': ['answer-tellers'],
  'concern.laned': ['check-again'],
  'concern.merged': ['count-sources'],
  'concern.escalated': ['escalate-brief'],
  'concern.closed': ['let-routes-die'],
  'brief.seen': ['hear-brief'],
  'brief.going': ['hear-brief'],
  'brief.done': ['hear-brief'],
  'brief.cannot': ['hear-brief'],
  'hand-over.offered': ['tell-hand-over'],
  'hand-over.accepted': ['hear-hand-over'],
} as const satisfies Hearings;

/** Work that is asked for by time or by name, not set off by a fact. */
export const scheduled = ['expire-question', 'file-partial', 'mark-message', 'ask-solved', 'close-silent', 'show-reopened', 'tick'] as const;

export type HearingName = (typeof hearings)[keyof typeof hearings][number] | (typeof scheduled)[number];
