// The ladder of persons beside a danger: mostly the duty coordinator has it within minutes.
import { MINUTE, say } from './batch.ts';
import { aboutConcern, endTasks, isPast, type Life, openTask } from './life.ts';

const RUNG_MINUTES = [0, 10, 20, 40] as const;

export function raiseDanger(life: Life, at: number): void {
  const { batch, concern, coordinator } = life;
  say(batch, 'danger.raised', { at, about: aboutConcern(life), payload: { concernId: concern.id } });
  openTask(life, { kind: 'danger', at, minutes: 10 });
  const after = batch.dice.around(6, 0.8);
  const answeredAt = at + after * MINUTE;
  const climbed = RUNG_MINUTES.filter(
    (minutes) => minutes > 0 && minutes < after && isPast(life, at + minutes * MINUTE),
  );
  for (const [n, minutes] of climbed.entries()) {
    const payload = { concernId: concern.id, rung: n + 1 };
    say(batch, 'danger.stepped', { at: at + minutes * MINUTE, about: aboutConcern(life), payload });
  }
  const rung = climbed.length;
  const done = isPast(life, answeredAt);
  const next = RUNG_MINUTES[rung + 1] ?? 50;
  batch.respond.ladders.push({
    concernId: concern.id,
    rung,
    nextAt: new Date(at + next * MINUTE),
    startedAt: new Date(at),
    answeredAt: done ? new Date(answeredAt) : null,
    answeredBy: done ? coordinator.id : null,
  });
  if (!done) return;
  const fact = { about: aboutConcern(life), payload: { concernId: concern.id }, who: coordinator };
  say(batch, 'danger.answered', { ...fact, at: answeredAt });
  endTasks(life, answeredAt + 10_000, ['danger']);
}
