// A post that works by SMS: its word counts only when one-time digits, sent to its own registered phone, come back (S12).
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { renderSms } from '../../locales/sms.ts';
import type { Client } from '../client.ts';
import type { Handset } from '../handset.ts';
import { type Salama, startSalama } from '../salama.ts';
import { say, tell } from './journey-world.ts';

let salama: Salama;
let post: Client;
let phone: Handset;
let told = 0;

beforeAll(async () => {
  salama = await startSalama();
  post = await salama.signIn('comandante');
  phone = salama.handset('Telefone do Posto');
});
afterAll(() => salama.close());

type Matter = { ref: string; teller: Handset; state(): Promise<string> };
let matter: Matter;

const kinds = ['Roubo mota', 'Furto', 'Roubo casa', 'Roubo gado', 'Burla', 'Acidente', 'Vandalismo'];
/** One more matter before the post, told by somebody new. */
beforeEach(async () => {
  const teller = salama.handset(`+2588000001${told}`.padEnd(13, '0'));
  await tell(salama, teller, `${kinds[told]} em Nantalika`);
  told += 1;
  const notice = (await phone.texts()).at(-1) ?? '';
  const ref = notice.slice(0, 4);
  const id = (await post.call('listBriefs', { query: {} })).briefs.find((brief) => brief.ref === ref)?.id ?? '';
  expect(notice).toMatch(/^[0-9A-Z]{4}: assunto novo/);
  matter = { ref, teller, state: async () => (await post.call('getBrief', { params: { id } })).state };
});

/** What stands on the post's phone after this text was heard. */
async function sent(from: Handset, text: string): Promise<string> {
  await tell(salama, from, text);
  return (await phone.texts()).at(-1) ?? '';
}
const digitsIn = (text: string): string => /responda so (\d+)/.exec(text)?.[1] ?? '';
const wrong = (digits: string): string =>
  String((Number(digits) + 1) % 10 ** digits.length).padStart(digits.length, '0');

describe('from the post’s own phone', () => {
  test('OK, VOU and FEITO each take effect only after the digits came back', async () => {
    const steps = [
      ['OK', 'new', 'seen'],
      ['vou', 'seen', 'going'],
      ['Feito', 'going', 'done'],
    ] as const;
    for (const [word, before, after] of steps) {
      const asked = await sent(phone, `${word} ${matter.ref.toLowerCase()}`);
      expect(asked).toContain(`${word.toUpperCase()} ${matter.ref}`);
      expect(await matter.state()).toBe(before);
      await sent(phone, digitsIn(asked));
      expect(await matter.state()).toBe(after);
      const done = renderSms('pt', 'post.command-done', { verb: word.toUpperCase(), ref: matter.ref });
      expect((await phone.texts()).at(-1)).toBe(done);
    }
    await salama.drained();
    expect(await matter.teller.texts()).toEqual(['receipt.first', 'answer.going', 'answer.done', 'ask.clear'].map(say));
  });

  test('NAO goes to the coordinator as a need, and the teller hears it neutrally', async () => {
    await sent(phone, digitsIn(await sent(phone, `NAO ${matter.ref}`)));
    expect(await matter.state()).toBe('cannot');
    expect(await matter.teller.texts()).toContain(say('answer.cannot'));
    const coordinator = await salama.signIn('coordenadora');
    const { todos } = await coordinator.call('listTodos', { query: {} });
    expect(todos.map(({ kind }) => kind)).toContain('post-cannot');
  });

  test('three times wrong digits end the command: the right ones come too late, and it is on record', async () => {
    const digits = digitsIn(await sent(phone, `OK ${matter.ref}`));
    for (const _ of [1, 2, 3]) await sent(phone, wrong(digits));
    expect(await sent(phone, digits)).toBe(renderSms('pt', 'post.command-expired', { ref: matter.ref }));
    expect(await matter.state()).toBe('new');
    const suspected = (await salama.journal()).filter(({ event }) => event === 'command.suspected');
    expect(suspected.map(({ payload }) => payload['postId'])).toEqual(Array(3).fill('po_demo-police-nantalika'));
  });

  test('digits that come back after ten minutes change nothing', async () => {
    const digits = digitsIn(await sent(phone, `OK ${matter.ref}`));
    await salama.advance({ minutes: 10, seconds: 30 });
    expect(await sent(phone, digits)).toBe(renderSms('pt', 'post.command-expired', { ref: matter.ref }));
    expect(await matter.state()).toBe('new');
  });

  test('a second command takes the place of the first: only the newer digits count', async () => {
    const first = digitsIn(await sent(phone, `OK ${matter.ref}`));
    const second = digitsIn(await sent(phone, `VOU ${matter.ref}`));
    if (first !== second) await sent(phone, first);
    expect(await matter.state()).toBe('new');
    await sent(phone, second);
    expect(await matter.state()).toBe('going');
  });
});

describe('from anybody else', () => {
  test('a stranger who knows the reference, and even the digits, moves nothing', async () => {
    const digits = digitsIn(await sent(phone, `FEITO ${matter.ref}`));
    const before = await phone.texts();
    const stranger = salama.handset('+258800000777');
    await tell(salama, stranger, `FEITO ${matter.ref}`);
    await tell(salama, stranger, digits);
    expect(await matter.state()).toBe('new');
    expect(await phone.texts()).toEqual(before);
    expect((await stranger.texts()).join(' ')).not.toMatch(/confirmar|\d{3}/);
  });

  test('the teller’s own phone moves nothing either', async () => {
    const before = await phone.texts();
    await tell(salama, matter.teller, `OK ${matter.ref}`);
    await tell(salama, matter.teller, `FEITO ${matter.ref}`);
    expect(await matter.state()).toBe('new');
    expect(await phone.texts()).toEqual(before);
  });
});
