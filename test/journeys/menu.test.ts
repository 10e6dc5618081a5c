// A keypad phone's menu through the gateway's own door: five answers make a telling, and a line that falls loses nothing.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../client.ts';
import { type Salama, startSalama } from '../salama.ts';
import { newestConcern, outcomesOf, say, tell } from './journey-world.ts';

const SECRET = 'a-secret-of-this-menu-gateway-0000001';

let salama: Salama;
let coordinator: Client;
beforeAll(async () => {
  salama = await startSalama({
    gateways: [{ id: 'menu', channelId: 'ussd', settings: { secret: SECRET }, sends: false }],
  });
  coordinator = await salama.signIn('coordenadora');
});
afterAll(() => salama.close());

type Phone = { number: string; session: string; typed: string };
let phones = 0;
const aPhone = (): Phone => {
  phones += 1;
  return { number: `+2588000003${String(phones).padStart(2, '0')}`, session: `s${phones}-1`, typed: '' };
};

async function callBack(phone: Phone, secret = SECRET): Promise<{ status: number; text: string }> {
  const given = await fetch(new URL('/gateway/menu/step', salama.url), {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      sessionId: phone.session,
      serviceCode: '*384*1490#',
      phoneNumber: phone.number,
      text: phone.typed,
    }).toString(),
  });
  return { status: given.status, text: await given.text() };
}
const dial = async (phone: Phone): Promise<string> => {
  phone.typed = '';
  return (await callBack(phone)).text;
};
const type = async (phone: Phone, text: string): Promise<string> => {
  phone.typed = phone.typed === '' ? text : `${phone.typed}*${text}`;
  return (await callBack(phone)).text;
};
const drop = (phone: Phone): void => {
  phone.session = `${phone.session}+`;
};
const sent = async (): Promise<number> => {
  const { rows } = await salama.sql.query<{ n: number }>('select count(*)::int as n from listen_outbound');
  return rows[0]?.n ?? -1;
};

test('five answers are a telling: one sealed row, one concern, and no text on the phone', async () => {
  const phone = aPhone();
  const before = await sent();
  expect(await dial(phone)).toBe(
    'CON O que quer fazer?\n1 Contar\n2 Tenho um codigo\n3 Esta tudo calmo\n4 Outra lingua\n5 Parar mensagens',
  );
  for (const text of ['1', '2', '1', 'Nantalika', '2']) expect(await type(phone, text)).toMatch(/^CON /);
  expect(await type(phone, 'tres cabritos * e uma cabra')).toMatch(/^CON Podemos responder/);
  expect(await type(phone, '1')).toBe('END Recebido. Obrigado.');
  await salama.drained();
  expect(await newestConcern(coordinator)).toMatchObject({ tellings: [{ wayBack: true }] });
  expect((await outcomesOf(salama)).at(-1)).toBe('report');
  const { rows } = await salama.sql.query<{ via: string; n: number }>(
    'select via, count(*)::int as n from listen_inbound group by via',
  );
  expect(rows).toEqual([{ via: 'menu', n: 1 }]);
  const received = await salama.sql.query<{ template: string }>(
    `select o.template from listen_outbound o join listen_inbound i using (contact_id) where i.via = 'menu'`,
  );
  expect(received.rows).toEqual([]);
  expect(before).toBe(0);
});

test('a step that comes twice is answered the same, and a telling that ends twice is one', async () => {
  const phone = aPhone();
  await dial(phone);
  const first = await type(phone, '1');
  expect((await callBack(phone)).text).toBe(first);
  for (const text of ['1', '3', 'Nantalika', '1']) await type(phone, text);
  const end = await type(phone, '1');
  expect(end).toBe('END Recebido. Obrigado.');
  expect((await callBack(phone)).text).toBe(end);
  await salama.drained();
  const { rows } = await salama.sql.query(
    `select 1 from listen_inbound i join listen_conversation c using (contact_id) where c.session_key is not null
     and i.received_at >= c.began_at and i.contact_id = (select contact_id from listen_conversation order by touched_at desc limit 1)`,
  );
  expect(rows).toHaveLength(1);
  expect(await newestConcern(coordinator)).toMatchObject({ danger: true, severity: 5 });
});

test('a session that falls at every step goes on where it was, and shows nothing of what was answered', async () => {
  const phone = aPhone();
  const answers = ['1', '2', '1', 'Mirambela', '1', 'duas bicicletas azuis', '1'];
  await dial(phone);
  let last = '';
  for (const [at, text] of answers.entries()) {
    last = await type(phone, text);
    if (last.startsWith('END')) break;
    drop(phone);
    const again = await dial(phone);
    expect(again, `after answer ${at + 1}`).toBe('CON A chamada caiu. Quer continuar?\n1 Continuar\n2 Comecar de novo');
    const back = await type(phone, '1');
    expect(back).toBe(last);
    expect(back).not.toMatch(/Mirambela|bicicletas/);
  }
  expect(last).toBe('END Recebido. Obrigado.');
  await salama.drained();
  const concern = await newestConcern(coordinator);
  expect(concern.narrative).toMatch(/duas bicicletas azuis/);
  expect(concern.area?.name).toContain('Mirambela');
});

test('a session that falls with enough said is a telling half an hour later, and what was remembered is gone', async () => {
  const phone = aPhone();
  const before = (await outcomesOf(salama)).length;
  await dial(phone);
  for (const text of ['1', '2', '5', 'Nantalika']) await type(phone, text);
  await salama.drained();
  expect(await outcomesOf(salama)).toHaveLength(before);
  await salama.advance({ minutes: 31 });
  await salama.drained();
  expect((await outcomesOf(salama)).slice(before)).toEqual(['report']);
  const { rows } = await salama.sql.query('select 1 from listen_conversation where touched_at < now()');
  expect(rows).toEqual([]);
});

test('"all is calm" is a zero report; another language stays hers; PARAR is obeyed for good', async () => {
  const phone = aPhone();
  await dial(phone);
  expect(await type(phone, '3')).toBe('END Recebido. Obrigado. Ate para a semana.');
  drop(phone);
  await dial(phone);
  await type(phone, '4');
  expect(await type(phone, '2')).toMatch(/^CON What would you like to do\?/);
  expect(await type(phone, 'stop')).toBe('END All right. You get no more messages from us.');
  await salama.drained();
  expect((await outcomesOf(salama)).slice(-3)).toEqual(['zero', 'reply', 'opt-out']);
  const { rows } = await salama.sql.query('select language, kind from protect_contact where opted_out_at is not null');
  expect(rows).toEqual([{ language: 'en', kind: 'person' }]);
});

/** What the menu says to a code, without how the session ends. */
async function askWith(phone: Phone, code: string): Promise<string> {
  drop(phone);
  // A session that fell is offered again first.
  if ((await dial(phone)).includes('Quer continuar?')) await type(phone, '2');
  await type(phone, '2');
  return type(phone, code);
}

async function codeOf(number: string, told = 'Roubo gado em Nantalika'): Promise<string> {
  const handset = salama.handset(number);
  await tell(salama, handset, told);
  await tell(salama, handset, 'CODIGO');
  await salama.drained();
  const given = (await handset.texts()).find((text) => text.includes('O seu codigo')) ?? '';
  return /O seu codigo: ([0-9A-Z-]{9,12})\./.exec(given)?.[1] ?? '';
}

test('her code, typed on anybody’s phone, says how far it is, and nothing of what, where or who', async () => {
  const code = await codeOf('+258800000391');
  const phone = aPhone();
  expect(await askWith(phone, code)).toBe(
    'CON Recebemos e estamos a ver quem pode tratar. Ainda nao ha resposta. Nao ficou esquecido.\n1 Acrescentar\n2 Sair',
  );
  const commander = await salama.signIn('comandante');
  const { briefs } = await commander.call('listBriefs', { query: {} });
  for (const { id } of briefs) await commander.call('finishBrief', { params: { id } });
  await salama.advance({ seconds: 11 });
  await salama.drained();
  const answered = await askWith(phone, code.toLowerCase().replaceAll('-', ''));
  expect(answered).toMatch(/^CON Foi tratado por quem devia.*\n1 Sim, liguem\n2 Acrescentar\n3 Nao$/);
  const before = await sent();
  expect(await type(phone, '1')).toBe('END Esta bem. Ligamos nos. Pode demorar um dia.');
  await salama.drained();
  const calls = await salama.sql.query(`select 1 from know_todo where kind = 'call-back'`);
  expect(calls.rows).toHaveLength(1);
  expect(await sent()).toBe(before);
  for (const word of [/gado/i, /Nantalika/i, /pol[ií]c|posto/i, ...briefs.map(({ ref }) => new RegExp(ref))])
    expect(answered).not.toMatch(word);
});

test('with her code she adds to it on anybody’s phone: the words join her telling, and that phone keeps nothing', async () => {
  const code = await codeOf('+258800000393', 'Furto em Mirambela');
  const phone = aPhone();
  await askWith(phone, code);
  expect(await type(phone, '1')).toBe('CON O que quer acrescentar? Poucas palavras, sem nomes.');
  const before = await sent();
  expect(await type(phone, 'foi perto do poco')).toBe(`END ${say('receipt.added')}`);
  await salama.drained();
  expect((await outcomesOf(salama)).at(-1)).toBe('addition');
  expect(await sent()).toBe(before);
  const { rows } = await salama.sql.query<{ masked: string }>(
    `select masked from listen_report where masked like '%foi perto do poco'`,
  );
  expect(rows[0]?.masked).toContain('Furto em Mirambela');
});

test('ten wrong codes in an hour, and the right one waits too on that phone; on another it is answered', async () => {
  const code = await codeOf('+258800000392', 'Burla em Mirambela');
  const guesser = aPhone();
  for (let wrong = 0; wrong < 10; wrong += 1)
    expect(await askWith(guesser, `AAAA-AAA${wrong % 10}-A`)).toContain('Nao conhecemos esse codigo');
  expect(await askWith(guesser, code)).toBe('END Muitas tentativas seguidas. Espere uma hora e tente outra vez.');
  expect(await askWith(aPhone(), code)).toMatch(/^CON Recebemos/);
});

test('who cannot show the secret starts no session, and no number or word is in the log or the journal', async () => {
  const phone = aPhone();
  expect((await callBack(phone, `${SECRET}x`)).status).toBe(401);
  const written = JSON.stringify(await salama.journal()) + salama.logged();
  for (const secret of ['80000003', 'cabritos', 'bicicletas', 'Mirambela', SECRET])
    expect(written).not.toContain(secret);
});

test('what nobody answers for where her council is, her menu does not ask; a phone of nowhere is asked what is answered anywhere', async () => {
  const [{ area_id: areaId, contact_id: contactId } = { area_id: '', contact_id: '' }] = (
    await salama.sql.query<{ area_id: string; contact_id: string }>(
      `select c.area_id, m.contact_id from know_member m join know_council c on c.id = m.council_id
       join protect_contact p on p.id = m.contact_id limit 1`,
    )
  ).rows;
  const on = async (contact: string): Promise<boolean> => {
    const { rows } = await salama.sql.query(
      `select 1 from ctx.types_for($1, now(), current_date) where type_code = 'C01'`,
      [contact],
    );
    return rows.length > 0;
  };
  expect(await on(contactId)).toBe(true);
  await salama.sql.query(
    `insert into know_type_switch (id, deed_id, area_id, type_code, state, valid_from, at, by)
     select 'sw_menu', 'de_menu', lineage[cardinality(lineage)], 'C01', 'off', now() - interval '1 hour', now(), 'us_x'
     from know_area where id = $1`,
    [areaId],
  );
  expect([await on(contactId), await on('ct_nobody')]).toEqual([false, true]);
});
