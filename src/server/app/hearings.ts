// One table: which fact sets off which work. Sibling rooms never call each other; they meet here (house.md D5).
import type { Hearings } from '../db/journal.ts';

export const hearings = {
  'message.received': ['understand'],
  'call.missed': ['ask-to-call-back'],
  'part.received': ['file-parts'],
  'delivery.reported': ['hear-delivery'],
  'message.wanted': ['queue-message'],
  'message.ended': ['tell-undelivered'],
  'gateway.up': ['hear-gateway-up'],
  'code.wanted': ['give-code'],
  'report.told': ['open-concern'],
  'report.added': ['revise-telling'],
  'report.withdrawn': ['withdraw-telling'],
  'report.kept': ['keep-telling'],
  'question.answered': ['hear-answer'],
  'command.confirmed': ['obey-command'],
  'command.obeyed': ['tell-obeyed'],
  'concern.released': ['route-concern'],
  'concern.answered': ['tell-answer'],
  'concern.laned': ['hear-lane', 'move-reports'],
  'concern.typed': ['hear-sorted'],
  'concern.placed': ['hear-sorted'],
  'concern.merged': ['hear-merged'],
  'concern.split': ['hear-split'],
  'duplicate.refused': ['hear-kept-apart'],
  'danger.answered': ['hear-danger'],
  'concern.escalated': ['bring-before-superior'],
  'concern.closed': ['let-routes-die'],
  'brief.seen': ['hear-seen'],
  'brief.going': ['hear-going'],
  'brief.done': ['hear-done'],
  'brief.cannot': ['hear-cannot'],
  'hand-over.offered': ['hear-offer'],
  'hand-over.accepted': ['hear-accepted'],
  'hand-over.refused': ['hear-refused'],
  'todo.done': ['hear-explained'],
  'user.invited': ['ask-confirmation'],
  'grant.confirmed': ['end-confirmation'],
} as const satisfies Hearings;

/** Work that is asked for by time or by name, not set off by a fact. */
export const scheduled = [
  'expire-question',
  'erase-report',
  'file-partial',
  'end-conversation',
  'mark-message',
  'take-rows',
  'undo-rows',
  'ask-solved',
  'close-silent',
  'show-reopened',
  'retention',
  'tick',
] as const;

export type HearingName = (typeof hearings)[keyof typeof hearings][number] | (typeof scheduled)[number];
