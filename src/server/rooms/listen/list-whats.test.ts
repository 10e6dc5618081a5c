// No referral, no question: a choice of which nobody answers for the type is in no menu, and the digits close up behind it.
import { expect, test } from 'vitest';
import { beginConversation, converse } from './flows/converse.ts';
import { flows } from './flows/index.ts';
import { listWhats, listWithheld } from './list-whats.ts';
import { dial, type Stepped, step } from './step-menu.ts';

const all = ['taken', 'hurt', 'strangers', 'quarrel', 'road', 'dark', 'other'];
const lookUp = async (): Promise<string> => 'none';

test('what her own words must say is always offered; the rest while somebody answers for its type', () => {
  expect(listWhats(new Set())).toEqual(['hurt', 'other']);
  expect(listWithheld(new Set())).toEqual(['taken', 'strangers', 'quarrel', 'road', 'dark']);
  const on = new Set(['I04']);
  expect(listWhats(on)).toEqual(['hurt', 'dark', 'other']);
  expect([...listWhats(on), ...listWithheld(on)].toSorted()).toEqual(all.toSorted());
});

const walk = async (withheld: readonly string[], texts: readonly string[]): Promise<Stepped> => {
  let stepped = dial('', { language: 'pt', withheld });
  let typed = '';
  for (const text of texts) {
    typed = typed === '' ? text : `${typed}*${text}`;
    stepped = await step(stepped.memory, { typed, text }, lookUp);
  }
  return stepped;
};

test('the menu of a place where nobody sees to roads and dark corners does not ask about them', async () => {
  const asked = await walk(['road', 'dark'], ['1', '2']);
  expect(asked.memory.shown.text).toBe(
    'O que foi?\n1 Levaram alguma coisa\n2 Fizeram mal a alguem\n3 Gente de fora\n4 Desacordo por agua\n5 Outra coisa',
  );
  expect((await walk(['road', 'dark'], ['1', '2', '5'])).memory.state.kept['what']).toBe('other');
  expect((await walk(['road', 'dark'], ['1', '2', '6'])).memory.state.kept['what']).toBeUndefined();
});

test('who goes on after the line fell is offered what stands on the day she goes on', () => {
  const fallen = converse(flows, beginConversation(flows, 'tell').state, { kind: 'text', text: '2' }).state;
  const again = dial('', { language: 'pt', withheld: ['dark'], fallen });
  return step(again.memory, { typed: '1', text: '1' }, lookUp).then(({ memory }) => {
    expect(memory.shown.text).toContain('O que foi?');
    expect(memory.shown.text).not.toContain('Sitio escuro');
  });
});
