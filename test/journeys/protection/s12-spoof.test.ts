// S12: a number proves nothing. Whoever writes in the name of a post, a focal point or a teller gets no power by it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderSms } from '../../../locales/sms.ts';
import { handsets } from '../../../src/server/app/demonstration/people.ts';
import type { Client } from '../../client.ts';
import { type Fact, type GatewayGiven, type Salama, startSalama } from '../../salama.ts';
import { aText, door, secret, signatureOf } from './signed-call.ts';

/** The forger's road: a real gateway, whose `from` is whatever was written there. */
const road: GatewayGiven = { id: 'agregador', channelId: 'http-gateway', settings: { secret }, sends: false };
const numberOf = (label: string): string => handsets.find((one) => one.label.startsWith(label))?.number ?? '';
const postNumber = numberOf('Telefone do Posto');

let salama: Salama;
let coordinator: Client;
let post: Client;
let ref = '';
let briefId = '';

beforeAll(async () => {
  salama = await startSalama({ gateways: [road] });
  [coordinator, post] = [await salama.signIn('coordenadora'), await salama.signIn('comandante')];
  await salama.handset('Moradora, Mirambela').send('Roubo mota em Nantalika ontem a noite');
  await salama.drained();
  const [brief] = (await post.call('listBriefs', { query: {} })).briefs;
  [ref, briefId] = [brief?.ref ?? '', brief?.id ?? ''];
});
afterAll(() => salama.close());

async function forge(from: string, text: string): Promise<void> {
  const body = JSON.stringify({ ...aText(text), from });
  const sent = await fetch(new URL(door, salama.url), { method: 'POST', body, headers: signatureOf(body) });
  expect(sent.status).toBe(200);
  await salama.drained();
}

const stateOfBrief = async (): Promise<string> => (await post.call('getBrief', { params: { id: briefId } })).state;
const named = async (event: string): Promise<Fact[]> => (await salama.journal()).filter((fact) => fact.event === event);
const say = (template: string, params: Record<string, string> = {}): string => renderSms('pt', template, params);

describe('in the name of a post', () => {
  test.each(['OK', 'VISTO', 'VOU', 'FEITO', 'NAO', 'DONE'])('%s does nothing but ask the post itself', async (word) => {
    const phone = salama.handset('Telefone do Posto');
    const before = (await phone.texts()).length;
    await forge(postNumber, `${word} ${ref}`);
    expect(await stateOfBrief()).toBe('new');
    expect(await named('command.confirmed')).toEqual([]);
    const asked = (await phone.texts()).slice(before);
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatch(
      new RegExp(`^Para confirmar \\w+ ${ref}, responda so \\d+\\. Se nao foi voce, nao responda\\.$`),
    );
  });

  test('guessing the digits is written down as suspicion, and three tries end the question', async () => {
    await forge(postNumber, `FEITO ${ref}`);
    const digits =
      /responda so (\d+)/.exec((await salama.handset('Telefone do Posto').texts()).at(-1) ?? '')?.[1] ?? '';
    const wrong = (n: number): string =>
      String((Number(digits) + n) % 10 ** digits.length).padStart(digits.length, '0');
    for (const n of [1, 2, 3]) await forge(postNumber, wrong(n));
    const suspected = await named('command.suspected');
    expect(suspected.map(({ payload }) => payload['postId'])).toEqual(Array(3).fill('po_demo-police-nantalika'));
    await forge(postNumber, digits);
    expect([await stateOfBrief(), await named('command.confirmed')]).toEqual(['new', []]);
  });

  test('CLOSE, FECHAR and their like are no words at all', async () => {
    for (const word of ['CLOSE', 'FECHAR', 'RESOLVER', 'ADMIN', 'SUDO']) await forge(postNumber, `${word} ${ref}`);
    expect(await stateOfBrief()).toBe('new');
  });

  test('from any other number the same words move nothing and tell nothing of the reference', async () => {
    for (const text of [`FEITO ${ref}`, `OK ${ref}`, `FECHAR ${ref}`]) await forge('+258800044001', text);
    expect(await stateOfBrief()).toBe('new');
    const { rows } = await salama.sql.query<{ template: string }>(
      `select o.template from listen_outbound o join protect_contact c on c.id = o.contact_id
       where c.kind = 'person' and o.template like 'post.%'`,
    );
    expect(rows).toEqual([]);
  });

  test('the post itself, which has the digits, is obeyed', async () => {
    const phone = salama.handset('Telefone do Posto');
    await phone.send(`OK ${ref}`);
    await salama.drained();
    const digits = /responda so (\d+)/.exec((await phone.texts()).at(-1) ?? '')?.[1] ?? '';
    await phone.send(digits);
    await salama.drained();
    expect(await stateOfBrief()).toBe('seen');
  });
});

describe('in the name of a focal point', () => {
  const focal = numberOf('Ponto focal, Nantalika');

  test('a report is one more telling, checked and held or released like any other, and receipted to the real phone', async () => {
    const before = (await salama.handset('Ponto focal, Nantalika').texts()).length;
    await forge(focal, 'Roubo de gado em Nantalika');
    expect((await salama.handset('Ponto focal, Nantalika').texts()).length).toBe(before + 1);
  });

  test('CLOSE, a check-in and a forged weekly count change no concern', async () => {
    const states = async (): Promise<string[]> =>
      (await coordinator.call('listConcerns', { query: { limit: 100 } })).concerns.map(
        ({ id, state }) => `${id} ${state}`,
      );
    const before = await states();
    for (const text of [`FECHAR ${ref}`, `FEITO ${ref}`, 'PRESENTE', 'CHECK IN', '0 0 0']) await forge(focal, text);
    expect((await states()).filter((line) => before.includes(line))).toEqual(before);
    expect(await named('concern.closed')).toEqual([]);
  });
});

describe('in the name of a teller', () => {
  const phone = 'Moradora, Mirambela';
  const number = numberOf(phone);
  const heard = async (): Promise<string[]> => salama.handset(phone).texts();

  test('PARAR stops texts at once, for a searched phone cannot wait; but not in silence: her own phone says so, and how to return', async () => {
    await forge(number, 'PARAR');
    expect((await heard()).at(-1)).toBe(say('opted-out'));
    expect(say('opted-out')).toContain('INICIAR');
  });

  test('while it lasts, what she tells is taken as ever, and her word brings the answers back', async () => {
    const tellings = async (): Promise<number> => (await named('report.told')).length;
    const before = await tellings();
    await salama.handset(phone).send('Assaltaram uma loja em Nantalika, levaram telefones');
    await salama.drained();
    expect(await tellings()).toBe(before + 1);
    await salama.handset(phone).send('INICIAR');
    await salama.drained();
    expect((await heard()).at(-1)).toBe(say('opted-in'));
  });

  test('CODIGO goes to her phone, never to the road it was asked on', async () => {
    await forge(number, 'CODIGO');
    expect((await heard()).at(-1)).toMatch(/^O seu codigo: /);
    const { rows } = await salama.sql.query(`select 1 from listen_outbound where state = 'sent' and template = 'code'`);
    expect(rows).toHaveLength(1);
  });

  test('APAGAR takes a telling back only after telling her; what she tells next is whole', async () => {
    await forge(number, 'APAGAR');
    expect((await heard()).at(-1)).toBe(say('withdrawn'));
    const before = (await named('report.told')).length;
    await salama.handset(phone).send('Roubaram cinco cabras no bairro Mirambela');
    await salama.drained();
    expect((await named('report.told')).length).toBe(before + 1);
  });

  test('PARAR before APAGAR does not silence the warning: her phone is told of both', async () => {
    await forge(number, 'PARAR');
    await forge(number, 'APAGAR');
    expect((await heard()).slice(-2)).toEqual([say('opted-out'), say('withdrawn')]);
  });

  test('a storm of forged PARAR and INICIAR does not make her phone ring all day', async () => {
    const before = (await heard()).length;
    for (let times = 0; times < 30; times += 1) {
      await forge(number, 'INICIAR');
      await forge(number, 'PARAR');
    }
    expect((await heard()).length - before).toBeLessThanOrEqual(24);
  }, 60_000);
});
