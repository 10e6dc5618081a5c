// "Nothing happened", a greeting, a text for a listener: a message with its end, and no matter.
import type { Word } from '../facts.ts';
import { type Batch, endMessage, MINUTE, ORIGIN, receive, say, send } from './batch.ts';

const LISTEN_MINUTES = 240;

export function writeWord(batch: Batch, word: Word): void {
  const at = word.at.getTime();
  const message = receive(batch, { person: word.person, at, text: word.text });
  if (word.kind === 'noise') {
    endMessage(batch, message.id, { kind: 'noise', at: at + 1500 });
    return;
  }
  if (word.kind === 'foreign') {
    leaveToListener(batch, word, message.id);
    return;
  }
  const reportId = batch.dice.id('report');
  const { council, person } = word;
  batch.listen.reports.push({
    id: reportId,
    contactId: person.contactId,
    sourceKey: message.sourceKey,
    councilId: council.id,
    version: 1,
    lane: 'ordinary',
    typeCode: null,
    typeBy: null,
    areaId: council.areaId,
    scopeId: council.districtId,
    placeBy: 'council',
    language: 'pt',
    danger: false,
    zero: true,
    masked: null,
    maskedCt: null,
    toldAt: word.at,
    origin: ORIGIN,
  });
  batch.listen.reportMessages.push({ reportId, messageId: message.id });
  const about = { subjectId: reportId, scopeId: council.districtId };
  say(batch, 'zero.told', { at: at + 1500, about, payload: { reportId, councilId: council.id } });
  send(batch, { ...person, template: 'receipt.zero', subjectId: reportId, at: at + 1500, urgency: 4 });
  endMessage(batch, message.id, { kind: 'zero', subjectId: reportId, at: at + 1500 });
}

function leaveToListener(batch: Batch, { council, person, at }: Word, messageId: string): void {
  const todoId = batch.dice.id('todo');
  const openedAt = new Date(at.getTime() + 1500);
  const place = { scopeId: council.districtId };
  batch.todos.push({
    id: todoId,
    kind: 'listen',
    role: 'listener',
    subjectId: messageId,
    messageId,
    lane: 'ordinary',
    ...place,
    language: 'vmw',
    councilId: council.id,
    state: 'open',
    takenBy: null,
    doneBy: null,
    openedAt,
    dueAt: new Date(openedAt.getTime() + LISTEN_MINUTES * MINUTE),
    doneAt: null,
    origin: ORIGIN,
  });
  const about = { subjectId: messageId, lane: 'ordinary' as const, ...place };
  say(batch, 'todo.opened', { at: openedAt.getTime(), about, payload: { todoId, kind: 'listen' } });
  send(batch, { ...person, template: 'receipt', subjectId: messageId, at: openedAt.getTime(), urgency: 4 });
  endMessage(batch, messageId, { kind: 'person', subjectId: todoId, at: openedAt.getTime() });
}
