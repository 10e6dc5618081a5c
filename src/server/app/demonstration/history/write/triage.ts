// Held for a person, or released by rule or by her: the fork every matter comes to.
import type { HoldReason } from '../../../../../shared/domain/concern.ts';
import { triageMinutes } from '../../../../../shared/domain/triage.ts';
import { MINUTE, RULE, say } from './batch.ts';
import { aboutConcern, endTasks, isPast, type Life, openTask } from './life.ts';

export function release(life: Life, at: number, by: 'rule' | 'person'): void {
  const { concern, batch, coordinator } = life;
  concern.state = 'open';
  concern.releasedAt = new Date(at);
  concern.releasedBy = by === 'rule' ? 'rule' : coordinator.id;
  if (by === 'rule') concern.triageDueAt = null;
  // No rule gives her words away; a person has looked at these.
  else concern.releasedNarrative = life.matter.tellings[0]?.text ?? null;
  const who = by === 'rule' ? RULE : coordinator;
  const payload = { concernId: concern.id, by, from: 'triage' };
  say(batch, 'concern.released', { at, about: aboutConcern(life), payload, who });
  endTasks(life, at + (by === 'rule' ? 0 : 10_000), ['triage', 'worse']);
}

type Held = { at: number; reasons: HoldReason[]; kind: 'triage' | 'worse' };

export function hold(life: Life, { at, reasons, kind }: Held): void {
  const { concern, batch } = life;
  const minutes = triageMinutes(kind === 'worse' && life.type.severity < 4 ? 4 : life.type.severity);
  concern.state = 'triage';
  concern.holdReasons = [...new Set([...(concern.holdReasons ?? []), ...reasons])];
  concern.triageDueAt = new Date(at + minutes * MINUTE);
  concern.triageMissedAt = null;
  say(batch, 'concern.held', { at, about: aboutConcern(life), payload: { concernId: concern.id, reasons } });
  openTask(life, { kind, at, minutes });
}

export function sayTriageMissed(life: Life, waited: number): void {
  const { concern, batch } = life;
  const due = concern.triageDueAt instanceof Date ? concern.triageDueAt.getTime() : Number.POSITIVE_INFINITY;
  if (due >= waited || !isPast(life, due)) return;
  concern.triageMissedAt = new Date(due);
  say(batch, 'concern.triage-missed', { at: due, about: aboutConcern(life), payload: { concernId: concern.id } });
}
