// The simulator: the one interpreter over what somebody at a desk answered so far. It is walked anew each time, so that there is
// nothing to keep and nothing to forget.
import type { z } from 'zod';
import { menuText } from '../../../../locales/menu.ts';
import { longestMarks } from '../../../../locales/sms.ts';
import type { WalkTurn } from '../../../shared/contract/texts.ts';
import type { Language } from '../../../shared/domain/language.ts';
import { problem } from '../../../shared/kit/problem.ts';
import { fill } from '../../../shared/kit/text.ts';
import { beginConversation, converse } from './flows/converse.ts';
import type { Flow, State, Turn } from './flows/flow.ts';
import { flows } from './flows/index.ts';
import { renderMessage, renderPages } from './flows/render.ts';
import { roomOf } from './list-texts.ts';
import { chosenLanguage } from './step-menu.ts';

type Step = { kind: 'text'; text: string } | { kind: 'found'; answer: string };
type Walk = { flow: string; language: Language; steps: readonly Step[] };
type Shown = z.input<typeof WalkTurn>;

/** Throws `request.not-found` for a conversation that is not there. What follows its end is not heard. */
export function walkFlow({ flow: flowId, language, steps }: Walk): Shown[] {
  const flow = Object.hasOwn(flows, flowId) ? flows[flowId] : undefined;
  if (flow === undefined) throw problem('request.not-found');
  let turn = beginConversation(flows, flow.id);
  const turns = [show(turn, { flow, language, heard: null })];
  for (const step of steps) {
    if (turn.state.item === undefined) break;
    turn = converse(flows, turn.state, step);
    const heard = step.kind === 'text' ? step.text : step.answer;
    turns.push(show(turn, { flow, language: chosenLanguage(turn.state) ?? language, heard }));
  }
  return turns;
}

function show(turn: Turn, { flow, language, heard }: { flow: Flow; language: Language; heard: string | null }): Shown {
  const { state, say, facts } = turn;
  const text = fill(renderMessage(say, language), longestMarks);
  return {
    heard,
    understood: facts.every(({ name }) => name !== 'misfit'),
    pages: flow.escapes && say.length > 0 ? renderPages(say, language) : [],
    message: flow.escapes || say.length === 0 ? null : { text, room: roomOf(text) },
    language,
    from: [...new Set(say.map(({ key }) => menuText(language, key).language))],
    facts: facts.flatMap(({ name }) => (name === 'misfit' ? [] : [name])),
    awaits: turn.lookUp ? { question: turn.lookUp.question, answers: answersOf(state) } : null,
    ended: state.item === undefined,
  };
}

function answersOf({ flow, item }: State): string[] {
  const asked = flows[flow]?.items[item ?? ''];
  return asked?.kind === 'look-up' ? Object.keys(asked.answers) : [];
}
