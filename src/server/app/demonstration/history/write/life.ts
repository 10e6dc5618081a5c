// One matter while its history is written: its rows, changed step by step, and the tasks that open and close with it.
import type { Lane } from '../../../../../shared/domain/lane.ts';
import type { ConcernType } from '../../../../../shared/domain/taxonomy.ts';
import type { PastTodo } from '../../../../rooms/know/index.ts';
import type { RespondHistory } from '../../../../rooms/respond/index.ts';
import type { Matter, Telling } from '../facts.ts';
import { type About, type Batch, MINUTE, ORIGIN, RULE, say, type Who } from './batch.ts';

export type Concern = RespondHistory['concerns'][number];
export type Brief = RespondHistory['briefs'][number];
export type Told = { telling: Telling; row: RespondHistory['tellings'][number]; at: number };

export type Life = {
  batch: Batch;
  matter: Matter;
  type: ConcernType;
  lane: Lane;
  concern: Concern;
  told: Told[];
  briefs: Brief[];
  open: Map<PastTodo['kind'], PastTodo>;
  coordinator: Who;
};

export const aboutConcern = ({ concern, lane, matter }: Life): About => ({
  subjectId: concern.id,
  lane,
  scopeId: matter.council.districtId,
});

/** Has it happened by the day of init? */
export const isPast = ({ batch }: Life, at: number): boolean => at <= batch.until;

type NewTask = { kind: PastTodo['kind']; at: number; minutes: number };

/** Asking twice for the same task leaves one. */
export function openTask(life: Life, { kind, at, minutes }: NewTask): void {
  if (life.open.has(kind)) return;
  const { batch, concern, lane } = life;
  const todo: PastTodo = {
    id: batch.dice.id('todo'),
    kind,
    role: lane === 'ordinary' ? 'coordinator' : 'protection-officer',
    subjectId: concern.id,
    messageId: null,
    lane,
    scopeId: life.matter.council.districtId,
    language: null,
    councilId: null,
    state: 'open',
    takenBy: null,
    doneBy: null,
    openedAt: new Date(at),
    dueAt: new Date(at + minutes * MINUTE),
    doneAt: null,
    origin: ORIGIN,
  };
  batch.todos.push(todo);
  life.open.set(kind, todo);
  say(batch, 'todo.opened', { at, about: aboutConcern(life), payload: { todoId: todo.id, kind } });
  if (askedAfter.includes(kind)) workOff(life, todo, at + batch.dice.around(22 * 60, 0.8) * MINUTE);
}

/** What a coordinator asks after in the days that follow, whatever becomes of the matter. */
const askedAfter: readonly PastTodo['kind'][] = ['clock-missed', 'post-cannot', 'hand-over-overdue'];

function workOff(life: Life, todo: PastTodo, at: number): void {
  if (!isPast(life, at)) return;
  const { id } = life.coordinator;
  Object.assign(todo, { state: 'done', takenBy: id, doneBy: id, doneAt: new Date(at) });
  life.open.delete(todo.kind);
  const fact = { about: aboutConcern(life), payload: { todoId: todo.id }, who: life.coordinator };
  say(life.batch, 'todo.taken', { ...fact, at: at - 10 * MINUTE });
  say(life.batch, 'todo.done', { ...fact, at });
}

export function endTasks(life: Life, at: number, kinds: readonly PastTodo['kind'][]): void {
  for (const kind of kinds) {
    const todo = life.open.get(kind);
    if (!todo) continue;
    life.open.delete(kind);
    todo.state = 'done';
    todo.doneAt = new Date(at);
    say(life.batch, 'todo.done', { at, about: aboutConcern(life), payload: { todoId: todo.id }, who: RULE });
  }
}
