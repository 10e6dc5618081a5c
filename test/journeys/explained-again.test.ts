// The answer was not clear: whoever says so is explained to, in other words or by voice, however and whenever she says it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../client.ts';
import type { Handset } from '../handset.ts';
import { makePageKey } from '../page-key.ts';
import { type Salama, startSalama } from '../salama.ts';
import { HELD, newestConcern, say, tell } from './journey-world.ts';

let salama: Salama;
let coordinator: Client;
beforeAll(async () => {
  salama = await startSalama();
  coordinator = await salama.signIn('coordenadora');
});
afterAll(() => salama?.close());

const tasksOf = async (about: 'explain-again' | 'call-back') => {
  const { todos } = await coordinator.call('listTodos', { query: { limit: 100 } });
  return todos.filter(({ kind }) => kind === about);
};
const explaining = async (ref: string) => (await tasksOf('explain-again')).filter((todo) => todo.ref === ref);

/** A telephone that told something and had "done" for an answer. */
async function answered(text: string): Promise<{ id: string; ref: string; phone: Handset }> {
  const phone = salama.handset(`+2588000191${String(text.length).padStart(2, '0')}`);
  await tell(salama, phone, text);
  const { id, ref } = await newestConcern(coordinator);
  await coordinator.call('answerConcern', { params: { id }, body: { answer: 'done' } });
  await salama.advance(HELD);
  return { id, ref, phone };
}

test('on the telephone: she is rung, it is explained, and nobody has to any more', async () => {
  const { id, ref, phone } = await answered('Roubaram o gerador em Nantalika');
  await tell(salama, phone, '2');
  expect((await phone.texts()).at(-1)).toMatch(/LIGAR/);
  await tell(salama, phone, 'LIGAR');
  expect(await explaining(ref)).toHaveLength(1);
  const todo = { params: { id: (await tasksOf('call-back'))[0]?.id ?? '' } };
  await coordinator.call('takeTodo', todo);
  const { told } = await coordinator.call('lookAtCall', todo);
  expect(told).toMatchObject({ ref, answer: 'done', answered: true, clear: 'no' });
  const { callId } = await coordinator.call('askNumber', { ...todo, body: { pageKey: makePageKey().publicKey } });
  const call = { params: { id: callId } };
  const isOpen = async () => (await coordinator.call('getNumber', call)).state === 'open' || undefined;
  await salama.until(isOpen, 'the courier to answer');
  const texts = await phone.texts();
  const said = { outcome: 'reached', answers: { clear: '1', explained: true } } as const;
  await coordinator.call('endCall', { ...call, body: said });
  await salama.drained();
  expect(await explaining(ref)).toEqual([]);
  const { tellings } = await coordinator.call('getConcern', { params: { id } });
  expect(tellings).toMatchObject([{ clear: 'yes', clearRounds: 2 }]);
  expect(await phone.texts()).toEqual(texts);
});

test.each(['Não percebi', 'Explica outra vez por favor'])(
  'days after the question, "%s" is about her answer: somebody explains it, and it is no telling',
  async (words) => {
    const { id, ref, phone } = await answered(`Gado roubado em Mirambela ${words.length}`);
    await salama.advance({ hours: 100 });
    expect(await tell(salama, phone, words)).toBe('reply');
    expect((await phone.texts()).at(-1)).toBe(say('explain-again'));
    const concern = await coordinator.call('getConcern', { params: { id } });
    expect(concern.tellings.filter(({ clear }) => clear === 'no').length).toBeGreaterThan(0);
    expect(await explaining(ref)).toHaveLength(1);
  },
);

test('without an answer there is nothing to explain', async () => {
  const phone = salama.handset('+258800019001');
  await tell(salama, phone, 'Roubaram quatro motas em Nantalika');
  expect(await tell(salama, phone, 'explica outra vez')).not.toBe('reply');
  expect(await phone.texts()).not.toContain(say('explain-again'));
});
