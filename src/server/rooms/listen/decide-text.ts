// Is a text an answer, a new telling, or noise? One pure decision for every text that is neither a post's command nor a wish.
import type { Understanding } from '../../../shared/domain/understanding.ts';
import { flows } from './flows/index.ts';
import { isBareNumber, isBareReply, readAnswer } from './flows/read-answer.ts';

export type OpenQuestion = {
  id: string;
  kind: 'clearer' | 'place' | 'clear' | 'solved' | 'command';
  /** For a question about an unclear text: the type that text told of, when it told of one. */
  typeCode?: string | undefined;
};

/** What a text says by itself, before any question is thought of. */
export type Reading = Pick<Understanding, 'kind' | 'danger' | 'laneWords' | 'places'> & {
  typeCode?: string | undefined;
};

export type Decision =
  | { as: 'reply'; questionId: string }
  /** An answer by its form that no open question admits: asked once more how to answer. */
  | { as: 'misfit'; questionId: string }
  | { as: 'clarification'; questionId: string }
  | { as: 'telling' }
  | { as: 'noise' };

/**
 * In this order: (1) an answer that the newest question with such a choice admits, whole, politeness aside; (2) words to a question
 * about an earlier text, unless they tell of another matter: then it is a telling and the question stays; (3) a telling by what it
 * says itself; (4) noise, and every question stays open.
 * @example decideText('nao, atacaram de novo', [{ id: 'qu_1', kind: 'solved' }], reading) // { as: 'telling' }
 */
export function decideText(text: string, questions: readonly OpenQuestion[], reading: Reading): Decision {
  const loop = questions.filter(({ kind }) => kind === 'clear' || kind === 'solved');
  const answered = loop.find(({ kind }) => isAnswer(kind, text));
  if (answered) return { as: 'reply', questionId: answered.id };
  const [newest] = loop;
  if (newest && (isBareNumber(text) || isBareReply(text))) return { as: 'misfit', questionId: newest.id };
  const about = questions.find(({ kind }) => kind === 'clearer' || kind === 'place');
  if (about && isAbout(about, reading)) return { as: 'clarification', questionId: about.id };
  if (isBareReply(text)) return { as: 'noise' };
  return reading.kind === 'noise' ? { as: 'noise' } : { as: 'telling' };
}

function isAnswer(kind: OpenQuestion['kind'], text: string): boolean {
  const item = flows[kind]?.items['ask'];
  return item?.kind === 'choice' && readAnswer(item, text) !== undefined;
}

/** Small talk answers nothing; an urgent or other matter is not squeezed into the earlier text. */
function isAbout(question: OpenQuestion, reading: Reading): boolean {
  if (reading.kind === 'noise' && reading.places.length === 0) return false;
  if (reading.kind === 'zero') return false;
  const other =
    reading.typeCode !== undefined && question.typeCode !== undefined && reading.typeCode !== question.typeCode;
  if (question.kind === 'place' && other) return false;
  return !(
    question.kind === 'place' &&
    (reading.danger || reading.laneWords.length > 0) &&
    reading.typeCode !== question.typeCode
  );
}
