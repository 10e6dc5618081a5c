// The answer travels back: a sentence to each teller, "clear?", later "solved?"; what she replies closes the matter or opens it again.
import type { AnswerCode } from '../../../../../shared/domain/answer.ts';
import type { Reply } from '../facts.ts';
import { endMessage, MINUTE, receive, say, send } from './batch.ts';
import { aboutConcern, endTasks, isPast, type Life, openTask, type Told } from './life.ts';
import { askTaskAt, wantAndSend } from './questions.ts';

const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const CLOSE_DAYS = 14;
const HOURS = { clear: 72, solved: CLOSE_DAYS * 24 } as const;

const templates: Readonly<Record<AnswerCode, string>> = {
  going: 'answer.going',
  done: 'answer.done',
  cannot: 'answer.cannot',
  referred: 'answer.referred',
  'already-known': 'answer.going',
  'not-ours': 'answer.cannot',
  'nobody-here': 'answer.nobody',
  information: 'answer.call',
};

type Answered = { at: number; round: 0 | 1 };
export type Heard = { at: number; mark: 1 | 2 | 3 | 4; told: Told };

/** Returns what opens it again, when somebody said so. */
export function answerTellers(life: Life, { at, round }: Answered): Heard | undefined {
  const { concern, matter, type } = life;
  const code = answerOf(concern.answerCode);
  const solvedDue = at + type.solvedAfterHours * HOUR;
  const heard: Heard[] = [];
  for (const [n, told] of life.told.entries()) {
    const reply = matter.rounds[round].replies[n] ?? {};
    Object.assign(told.row, {
      answerCode: code,
      answeredAt: new Date(at),
      solvedDueAt: new Date(solvedDue),
      solvedAskedAt: null,
      solved: null,
    });
    wantAndSend(life, told, { template: templates[code], at });
    if (told.row.clearRounds === 0) askClear(life, { told, reply, at: at + 1000 });
    const mark = askSolved(life, { told, reply: round === 1 ? gentle(reply) : reply, at: solvedDue });
    if (mark) heard.push(mark);
  }
  return settleLoop(life, { heard: heard.sort((a, b) => a.at - b.at), solvedDue, round });
}

const answerOf = (code: unknown): AnswerCode => {
  const known = Object.keys(templates).find((one) => one === code);
  return isAnswer(known) ? known : 'information';
};
const isAnswer = (code: string | undefined): code is AnswerCode => code !== undefined && code in templates;

/** The second time it is solved, or at least partly. */
const gentle = (reply: Reply): Reply =>
  reply.solved && reply.solved.mark > 2 ? { ...reply, solved: { ...reply.solved, mark: 2 } } : reply;

type Asking = { told: Told; reply: Reply; at: number };

function askClear(life: Life, { told, reply, at }: Asking): void {
  if (!isPast(life, at)) return;
  told.row.clearRounds = 1;
  told.row.clearAskedAt = new Date(at);
  const said = ask(life, {
    told,
    kind: 'clear',
    at,
    reply: reply.clear && { after: reply.clear.after, digit: reply.clear.yes ? '1' : '2' },
  });
  if (said === undefined || !reply.clear) return;
  told.row.clear = reply.clear.yes ? 'yes' : 'no';
  sayClear(life, told, said);
  if (reply.clear.yes) return;
  openTask(life, { kind: 'explain-again', at: said, minutes: 24 * 60 });
  const explained = said + life.batch.dice.around(8 * 60) * MINUTE;
  if (isPast(life, explained)) askAgain(life, { told, reply, at: explained });
}

function askAgain(life: Life, { told, reply, at }: Asking): void {
  endTasks(life, at, ['explain-again']);
  told.row.clearRounds = 2;
  told.row.clearAskedAt = new Date(at + 1000);
  const { clearAgain } = reply;
  const said = ask(life, {
    told,
    kind: 'clear',
    at: at + 1000,
    reply: clearAgain && { after: clearAgain.after, digit: clearAgain.yes ? '1' : '2' },
  });
  if (said === undefined || !clearAgain) return;
  told.row.clear = clearAgain.yes ? 'yes' : 'no';
  sayClear(life, told, said);
}

function sayClear(life: Life, { row }: Told, at: number): void {
  const payload = { reportId: row.reportId, concernId: life.concern.id, clear: row.clear ?? 'no' };
  say(life.batch, 'answer.clear', { at: at + 1500, about: aboutConcern(life), payload });
}

function askSolved(life: Life, { told, reply, at }: Asking): Heard | undefined {
  const { row } = told;
  if (!isPast(life, at)) {
    const payload = { reportId: row.reportId, dueAt: new Date(at).toISOString() };
    askTaskAt(life, { id: `ta_solved_${row.reportId}_${at}`, hearing: 'ask-solved', payload, at });
    return undefined;
  }
  row.solvedAskedAt = new Date(at);
  const { solved } = reply;
  const said = ask(life, {
    told,
    kind: 'solved',
    at,
    reply: solved && { after: solved.after, digit: String(solved.mark) },
  });
  if (said === undefined || !solved) return undefined;
  row.solved = solved.mark;
  const payload = { reportId: row.reportId, concernId: life.concern.id, solved: solved.mark };
  say(life.batch, 'answer.solved', { at: said + 1500, about: aboutConcern(life), payload });
  return { at: said + 1500, mark: solved.mark, told };
}

type Question = {
  told: Told;
  kind: 'clear' | 'solved';
  at: number;
  reply: { after: number; digit: string } | undefined;
};

/** When she replied; undefined when she has not. The question ends with her reply or with its time. */
function ask(life: Life, { told, kind, at, reply }: Question): number | undefined {
  const { batch } = life;
  const { person } = told.telling;
  const { reportId } = told.row;
  const id = batch.dice.id('question');
  const expires = at + HOURS[kind] * HOUR;
  const said = reply && at + reply.after * MINUTE;
  const answered = said !== undefined && isPast(life, said);
  const expired = !answered && isPast(life, expires);
  wantAndSend(life, told, { template: `ask.${kind}`, at, question: { kind, hours: HOURS[kind] } });
  batch.listen.questions.push({
    id,
    contactId: person.contactId,
    kind,
    subjectId: reportId,
    messageId: null,
    expects: {},
    askedAt: new Date(at),
    expiresAt: new Date(expires),
    tries: 0,
    state: stateOf(answered, expired),
    answer: answered ? (reply?.digit ?? null) : null,
  });
  const about = { subjectId: reportId };
  say(batch, 'question.asked', { at, about, payload: { questionId: id, kind, subjectId: reportId } });
  if (expired)
    say(batch, 'question.expired', { at: expires, about, payload: { questionId: id, kind, subjectId: reportId } });
  else if (!answered)
    askTaskAt(life, {
      id: batch.dice.id('task'),
      hearing: 'expire-question',
      payload: { questionId: id },
      at: expires,
    });
  if (!answered || !reply) return undefined;
  const message = receive(batch, { person, at: said, text: reply.digit });
  say(batch, 'question.answered', {
    at: said + 1000,
    about,
    payload: { questionId: id, kind, subjectId: reportId, answer: reply.digit },
  });
  send(batch, { ...person, template: thanksFor(kind, reply.digit), subjectId: reportId, at: said + 1000 });
  endMessage(batch, message.id, { kind: 'reply', subjectId: reportId, at: said + 1000 });
  return said;
}

function stateOf(answered: boolean, expired: boolean): 'answered' | 'expired' | 'open' {
  if (answered) return 'answered';
  return expired ? 'expired' : 'open';
}

function thanksFor(kind: 'clear' | 'solved', digit: string): string {
  if (kind === 'clear') return digit === '2' ? 'explain-again' : 'thanks';
  return Number(digit) >= 3 ? 'reopened' : 'thanks';
}

type Settling = { heard: readonly Heard[]; solvedDue: number; round: 0 | 1 };

function settleLoop(life: Life, { heard, solvedDue, round }: Settling): Heard | undefined {
  const against = heard.find(({ mark }) => mark >= 3);
  if (against) return against;
  const partly = heard.some(({ mark }) => mark === 2);
  const last = heard.at(-1);
  if (last && heard.length === life.told.length) return void close(life, last.at, partly ? 'partly' : 'solved');
  const silentAt = solvedDue + CLOSE_DAYS * DAY;
  if (!isPast(life, silentAt)) {
    const payload = { concernId: life.concern.id };
    askTaskAt(life, {
      id: `ta_close_${life.concern.id}_${silentAt}_${round}`,
      hearing: 'close-silent',
      payload,
      at: silentAt,
    });
    return undefined;
  }
  close(life, silentAt, reasonOf(partly, heard.length > 0));
  return undefined;
}

function reasonOf(partly: boolean, replied: boolean): 'solved' | 'partly' | 'silent' {
  if (partly) return 'partly';
  return replied ? 'solved' : 'silent';
}

function close(life: Life, at: number, reason: 'solved' | 'partly' | 'silent'): void {
  const { concern, batch } = life;
  concern.state = 'closed';
  concern.closedAt = new Date(at);
  concern.closeReason = reason;
  say(batch, 'concern.closed', { at, about: aboutConcern(life), payload: { concernId: concern.id, reason } });
  endTasks(life, at, [...life.open.keys()]);
}
