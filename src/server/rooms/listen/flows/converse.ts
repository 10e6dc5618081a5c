// The one interpreter of every conversation: pure, total, and it never takes a second step without an answer. SMS questions and
// USSD menus run through it.
import { wordsOf } from '../grammars/words-of.ts';
import type { Fact, Flow, Flows, Input, Item, Next, Said, State, Turn } from './flow.ts';
import { plainWords, readAnswer } from './read-answer.ts';

/** Screens gone back at most; a longer way forgets its beginning. */
const LONGEST_PATH = 12;

export function beginConversation(flows: Flows, flowId: string, withheld: State['withheld'] = []): Turn {
  const flow = flowOf(flows, flowId);
  return arrive(flows, { flow: flow.id, item: flow.start, kept: {}, tries: 0, page: 0, path: [], withheld });
}

/**
 * One answer, one turn. A conversation that has ended says nothing more.
 * @example converse(flows, { flow: 'solved', item: 'ask', … }, { kind: 'text', text: '3 obrigado' })
 */
export function converse(flows: Flows, state: State, input: Input): Turn {
  const item = itemOf(flows, state);
  if (item === undefined) return { state, say: [], facts: [] };
  if (input.kind === 'open') return arrive(flows, state);
  if (item.kind === 'look-up')
    return input.kind === 'found' ? hearHouse(flows, state, { item, input }) : wait(state, item);
  if (item.kind === 'end' || input.kind === 'found') return arrive(flows, state);
  const flow = flowOf(flows, state.flow);
  return (flow.escapes ? hearEscape(flows, state, input.text) : undefined) ?? hearAnswer(flows, state, { item, input });
}

type LookUpItem = Extract<Item, { kind: 'look-up' }>;
type AskingItem = Exclude<Item, { kind: 'look-up' | 'end' }>;

function hearAnswer(flows: Flows, state: State, { item, input }: { item: AskingItem; input: { text: string } }): Turn {
  const value = readAnswer(item, input.text);
  if (value === undefined) return hearMisfit(flows, state, item);
  const kept = item.keep === undefined ? state.kept : { ...state.kept, [item.keep]: value };
  const next = item.kind === 'choice' ? item.choices.find((choice) => choice.value === value)?.next : item.next;
  return follow(flows, { ...state, kept }, next ?? '');
}

function hearMisfit(flows: Flows, state: State, item: AskingItem): Turn {
  const tries = state.tries + 1;
  const misfit: Fact = { name: 'misfit', flow: state.flow };
  if (item.lost !== undefined && tries >= (item.tries ?? Number.POSITIVE_INFINITY)) {
    const turn = follow(flows, state, item.lost);
    return { ...turn, facts: [misfit, ...turn.facts] };
  }
  const turn = arrive(flows, { ...state, tries, page: 0 });
  return { ...turn, facts: [misfit] };
}

function hearHouse(flows: Flows, state: State, { item, input }: { item: LookUpItem; input: { answer: string } }): Turn {
  const next = item.answers[input.answer] ?? item.answers['none'] ?? '';
  return follow(flows, state, next);
}

const escapeWords = {
  back: ['0', ...wordsOf(({ answers }) => answers.menu.back)],
  help: wordsOf(({ answers }) => answers.menu.help),
  leave: wordsOf(({ answers }) => answers.menu.leave),
  stop: wordsOf(({ answers }) => answers.menu.stop),
} as const;

/** SAIR, 0, VOLTAR, AJUDA and PARAR mean the same wherever she is. 0 is "more" where a screen goes on: the renderer turns that page. */
function hearEscape(flows: Flows, state: State, text: string): Turn | undefined {
  const said = plainWords(text);
  const isOne = (words: readonly string[]): boolean => words.includes(said);
  if (isOne(escapeWords.leave)) return follow(flows, state, '#left');
  if (isOne(escapeWords.stop)) return follow(flows, state, '#stop');
  if (isOne(escapeWords.help)) {
    const turn = arrive(flows, { ...state, page: 0 });
    return { ...turn, say: [{ key: 'menu.help', choices: [] }, ...turn.say] };
  }
  return isOne(escapeWords.back) ? goBack(flows, state) : undefined;
}

function goBack(flows: Flows, state: State): Turn {
  const before = state.path.at(-1);
  const [flow, item] = before?.split('/') ?? [];
  if (flow === undefined || item === undefined) return follow(flows, state, '#left');
  return arrive(flows, { ...state, flow, item, tries: 0, page: 0, path: state.path.slice(0, -1) });
}

function follow(flows: Flows, state: State, next: Next): Turn {
  const to = typeof next === 'string' ? next : next.find((branch) => holds(branch.when, state))?.to;
  const target = to?.startsWith('#')
    ? { flow: to.slice(1), item: flowOf(flows, to.slice(1)).start }
    : { flow: state.flow, item: to ?? '' };
  const here = itemOf(flows, state);
  const stays = here?.kind === 'look-up';
  const path = stays ? state.path : [...state.path, `${state.flow}/${state.item ?? ''}`].slice(-LONGEST_PATH);
  return arrive(flows, { ...state, ...target, tries: 0, page: 0, path });
}

const holds = (guard: { kept: string; is: string } | undefined, state: State): boolean =>
  guard === undefined || state.kept[guard.kept] === guard.is;

/** Says where the conversation now stands. An end is reported once and takes the place away. */
function arrive(flows: Flows, state: State): Turn {
  const item = itemOf(flows, state);
  if (item === undefined) throw new RangeError(`flow ${state.flow} has no item ${state.item ?? '-'}`);
  if (item.kind === 'look-up') return wait(state, item);
  if (item.kind === 'end') {
    const { item: _ended, ...ended } = state;
    const fact: Fact = { name: item.fact, flow: state.flow, kept: state.kept };
    return { state: { ...ended, path: [] }, say: item.say ? [{ key: item.say, choices: [] }] : [], facts: [fact] };
  }
  return { state, say: [saidOf(item)], facts: [] };
}

const wait = (state: State, item: LookUpItem): Turn => ({
  state,
  say: [],
  facts: [],
  lookUp: { question: item.question, of: state.kept[item.of] ?? '' },
});

/** What an item shows: its text, and in a menu the lines of its choices. */
export function saidOf(item: AskingItem): Said {
  if (item.kind !== 'choice') return { key: item.say, choices: [] };
  return { key: item.say, choices: item.choices.flatMap((choice) => choice.text ?? []) };
}

function flowOf(flows: Flows, id: string): Flow {
  const flow = flows[id];
  if (flow === undefined) throw new RangeError(`no flow is called ${id}`);
  return flow;
}

/** An item as this conversation offers it. */
function itemOf(flows: Flows, { flow, item: id, withheld = [] }: State): Item | undefined {
  const item = id === undefined ? undefined : flowOf(flows, flow).items[id];
  if (item?.kind !== 'choice') return item;
  return { ...item, choices: item.choices.filter(({ value }) => !withheld.includes(value)) };
}
