// One text at a time before a person: hers to read, never to search, and every reading is in the journal.
import type { Via } from '../../../shared/domain/via.ts';
import { problem } from '../../../shared/kit/problem.ts';
import { appendRead } from '../../db/journal.ts';
import { askTask } from '../../db/tasks.ts';
import type { WebCtx } from '../../kit/handle.ts';
import { completeTodo, getOwnTodo, takeNextTodo, takeTodo, type WorkTodo } from '../know/index.ts';
import { findTellerCode, openText, type ServeKeys, sealText } from '../protect/index.ts';
import type { Lexicon } from './grammars/identify-language.ts';
import { hintLoanwords } from './hint-loanwords.ts';
import type { Marking } from './mark-message.ts';
import { listTextsForReader } from './store-added.ts';
import { inboundPlace } from './text-places.ts';
import { readTranscript, toReading } from './transcript.ts';

/** The next text of this listener's languages, taken by her now, or the one she already holds. */
export async function takeListening(ctx: WebCtx, keys: ServeKeys, world: () => Promise<{ lexicon: Lexicon }>) {
  const next = await takeNextTodo(ctx, 'listen');
  if (!next) return { listening: null };
  const text = await readText(ctx, next.todo, { keys, purpose: 'listen' });
  const { lexicon } = await world();
  return {
    listening: {
      todoId: next.todo.id,
      language: next.todo.language,
      text,
      hint: next.todo.language === lexicon.language ? hintLoanwords(text, lexicon) : null,
      openedAt: next.todo.openedAt.toISOString(),
      waiting: next.waiting,
    },
  };
}

/** A message that nobody could place, for the coordinator or protection officer who takes it. */
export async function readUnclear(
  ctx: WebCtx,
  todoId: string,
  keys: ServeKeys,
): Promise<{ todoId: string; text: string }> {
  await takeTodo(ctx, todoId);
  const todo = await getOwnTodo(ctx, todoId);
  return { todoId, text: await readText(ctx, todo, { keys, purpose: 'unclear' }) };
}

/** Ends the task and hands the marking to the unattended side; a translation travels sealed. */
export async function markText(
  ctx: WebCtx,
  todoId: string,
  { keys, marking }: { keys: ServeKeys; marking: Omit<Marking, 'messageId' | 'by' | 'language'> },
): Promise<Record<string, never>> {
  const todo = await getOwnTodo(ctx, todoId);
  if (!todo.messageId) throw problem('todo.state', { todoId });
  await completeTodo(ctx, todo);
  const { translation, ...codes } = marking;
  const sealed = translation
    ? { translationCt: Buffer.from(sealText(keys, translationPlace(todo.messageId), translation)).toString('base64') }
    : {};
  const payload = {
    ...codes,
    ...sealed,
    messageId: todo.messageId,
    by: ctx.actor.id,
    ...(todo.language ? { language: todo.language } : {}),
  };
  await askTask(ctx.tx, { id: ctx.id('task'), hearing: 'mark-message', payload, runAt: ctx.now });
  return {};
}

export const translationPlace = (messageId: string) => ({ textClass: 'raw', table: 'task', id: messageId }) as const;

async function readText(
  ctx: WebCtx,
  todo: WorkTodo,
  { keys, purpose }: { keys: ServeKeys; purpose: string },
): Promise<string> {
  const { messageId } = todo;
  const texts = messageId ? await listTextsForReader(ctx, messageId) : [];
  const read = texts.flatMap(({ textCt, ...text }) => (textCt ? [readWords(keys, { ...text, textCt })] : []));
  if (messageId === null || read.length === 0) throw problem('todo.not-found', { todoId: todo.id });
  await appendRead(ctx, 'text.read', {
    subjectId: messageId,
    lane: todo.lane,
    scopeId: todo.scopeId,
    origin: todo.origin,
    payload: { messageId, purpose },
  });
  return read.join('\n');
}

/** As it was written or answered; her code is nobody's to read. */
function readWords(keys: ServeKeys, { id, via, textCt }: { id: string; via: Via; textCt: Buffer }): string {
  const text = openText(keys, inboundPlace(id), textCt);
  if (via === 'menu' || via === 'page') return toReading(readTranscript(text));
  return findTellerCode(text)?.rest ?? text;
}
