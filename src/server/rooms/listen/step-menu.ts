// One step of a menu, pure: what was remembered and what the gateway brought → what to remember, what to show, what to file.
import { type Language, languages } from '../../../shared/domain/language.ts';
import type { Shown } from './channel.ts';
import { beginConversation, converse } from './flows/converse.ts';
import type { Fact, State, Turn } from './flows/flow.ts';
import { flows } from './flows/index.ts';
import { renderScreen } from './flows/render.ts';
import type { Memory } from './menu-memory.ts';

/** Looks up what a conversation asks of the house. */
export type LookUp = (asked: NonNullable<Turn['lookUp']>) => Promise<string>;

export type Stepped = { memory: Memory; facts: readonly Fact[] };

/** What was typed since the last step; undefined when this step was answered before. */
export function newlyTyped(before: string, now: string): string | undefined {
  if (before === '') return now === '' ? undefined : now;
  return now.startsWith(`${before}*`) ? now.slice(before.length + 1) : undefined;
}

type Dialled = { language: Language; withheld: readonly string[]; fallen?: State | undefined };

/** A session dialled anew. Where the one before fell she may go on, and sees nothing of what she had answered. */
export function dial(typed: string, { language, withheld, fallen }: Dialled): Stepped {
  const turn = beginConversation(flows, fallen === undefined ? 'home' : 'resume', withheld);
  return { memory: show(turn, { typed, language, ...(fallen === undefined ? {} : { fallen }) }), facts: [] };
}

/** Worth going on with: something was answered and it has not ended. */
export const isUnfinished = ({ state, fallen }: Memory): State | undefined => {
  if (state.flow === 'resume') return fallen;
  return state.item !== undefined && state.path.length > 0 ? state : undefined;
};

export async function step(memory: Memory, input: { typed: string; text: string }, lookUp: LookUp): Promise<Stepped> {
  const { state, pages, language, fallen } = memory;
  if (input.text.trim() === '0' && state.page + 1 < pages) return { memory: turnPage(memory, input.typed), facts: [] };
  const turn = await settle(converse(flows, state, { kind: 'text', text: input.text }), lookUp);
  const resumed = turn.state.flow === 'resume' ? turn.state.kept['resume'] : undefined;
  const next = resumed === undefined ? turn : goOn(turn.state.withheld, resumed === 'on' ? fallen : undefined);
  const kept = next.state.flow === 'resume' && fallen ? { fallen } : {};
  const spoken = chosenLanguage(next.state) ?? language;
  return { memory: show(next, { typed: input.typed, language: spoken, ...kept }), facts: next.facts };
}

const goOn = (withheld: State['withheld'], fallen: State | undefined): Turn =>
  fallen === undefined
    ? beginConversation(flows, 'home', withheld)
    : converse(flows, { ...fallen, page: 0, withheld }, { kind: 'open' });

async function settle(turn: Turn, lookUp: LookUp): Promise<Turn> {
  if (turn.lookUp === undefined) return turn;
  const found = converse(flows, turn.state, { kind: 'found', answer: await lookUp(turn.lookUp) });
  return { ...found, facts: [...turn.facts, ...found.facts] };
}

/** The language she chose in this conversation. */
export const chosenLanguage = ({ kept }: State): Language | undefined =>
  languages.find((each) => each === kept['language']);

function turnPage(memory: Memory, typed: string): Memory {
  const state = { ...memory.state, page: memory.state.page + 1 };
  return show(converse(flows, state, { kind: 'open' }), { ...memory, typed });
}

type Kept = { typed: string; language: Language; fallen?: State | undefined };

function show(turn: Turn, { typed, language, fallen }: Kept): Memory {
  const { text, pages } = renderScreen(turn.say, { language, page: turn.state.page });
  const shown: Shown = { text, ends: turn.state.item === undefined };
  const state = writable(turn.state);
  return { typed, shown, pages, language, state, ...(fallen === undefined ? {} : { fallen: writable(fallen) }) };
}

const writable = (state: State): Memory['state'] => ({
  ...state,
  path: [...state.path],
  kept: { ...state.kept },
  withheld: [...(state.withheld ?? [])],
});
