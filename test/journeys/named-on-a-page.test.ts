// Anybody may write anybody's number on the page: that phone hears little of it, its owner's own words and wishes are about what she told
// herself, and a phone on duty hears nothing.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Handset } from '../handset.ts';
import { type Salama, startSalama } from '../salama.ts';
import { newestConcern, say, tell } from './journey-world.ts';
import { openPages, type Pages } from './pages.ts';

let salama: Salama;
let pages: Pages;
let phones = 0;
beforeAll(async () => {
  salama = await startSalama();
  pages = openPages(salama);
});
afterAll(() => salama?.close());

async function aNewPhone(): Promise<Handset & { number: string }> {
  phones += 1;
  const number = `+2588000007${String(phones).padStart(2, '0')}`;
  const phone = salama.handset(number);
  // Switched on before anybody names it.
  await phone.texts();
  return { ...phone, number };
}
/** A stranger names her number; the code is the stranger's. */
async function name(number: string, words: string, more: Readonly<Record<string, string>> = {}): Promise<string> {
  const told = await pages.write({ words, wants: 'answer', phone: number, ...more });
  await salama.drained();
  return told.code ?? '';
}
async function sayByCode(code: string, does: string, words = ''): Promise<void> {
  await (await pages.follow(code)).say(does, words);
  await salama.drained();
}

test('taken back and kept, over and over: her phone hears of it once, and not at all after PARAR', async () => {
  const phone = await aNewPhone();
  const code = await name(phone.number, 'Roubo gado em Nantalika');
  for (let time = 0; time < 3; time += 1) {
    await sayByCode(code, 'withdrawn');
    await sayByCode(code, 'kept');
  }
  expect(await phone.texts()).toEqual([say('withdrawn')]);

  const silent = await aNewPhone();
  await tell(salama, silent, 'PARAR');
  await sayByCode(await name(silent.number, 'Roubo gado em Nantalika'), 'withdrawn');
  await sayByCode(await name(silent.number, 'aconteceu aquilo outra vez'), 'withdrawn');
  expect(await silent.texts()).toEqual([say('opted-out')]);
});

test('asked about a page and answered by her phone, it is one telling, and the code that the page gave is its own', async () => {
  const phone = await aNewPhone();
  const code = await name(phone.number, 'Roubaram gado ontem a noite');
  await phone.next();
  await tell(salama, phone, 'em Nantalika');
  const { rows } = await salama.sql.query<{ carries: boolean }>(
    'select code_hash is not null as carries from respond_telling order by joined_at desc limit 1',
  );
  expect(rows).toEqual([{ carries: true }]);
  expect((await pages.follow(code)).status).toBe(200);
});

test('many tellings with her number are few texts a day, and none of those that are her own', async () => {
  const phone = await aNewPhone();
  for (let time = 1; time <= 8; time += 1)
    await sayByCode(await name(phone.number, `Roubo de ${time} cabras em Nantalika`), 'withdrawn');
  expect(await phone.texts()).toEqual(Array.from({ length: 6 }, () => say('withdrawn')));
  const { rows } = await salama.sql.query<{ n: number }>(
    'select count(*)::int as n from listen_outbound where by_page and contact_id = (select contact_id from listen_outbound where by_page order by seq desc limit 1)',
  );
  expect(rows[0]?.n).toBe(8);
  expect(await tell(salama, phone, 'Furto em Nantalika')).toBe('report');
  expect((await phone.texts()).at(-1)).toBe(say('receipt.first'));
});

test('her NAO keeps what was taken back with her number, and she hears a receipt that promises nothing', async () => {
  const phone = await aNewPhone();
  const code = await name(phone.number, 'Roubo gado em Nantalika');
  await sayByCode(code, 'withdrawn');
  expect(await tell(salama, phone, 'NAO')).toBe('reply');
  expect(await phone.texts()).toEqual([say('withdrawn'), say('receipt.first')]);
  expect((await pages.follow(code)).text).toContain('A sua mensagem chegou');
});

test('a duty phone is never written to because a page names it', async () => {
  const phone = salama.handset('Telefone do Posto');
  const number = '+258800000018';
  const before = (await phone.texts()).length;
  await sayByCode(await name(number, 'Burla em Mirambela'), 'withdrawn');
  await name(number, 'aconteceu aquilo outra vez');
  const { rows } = await salama.sql.query<{ n: number }>(
    `select count(*)::int as n from listen_inbound i join protect_contact c on c.id = i.contact_id where i.via = 'page' and c.kind <> 'person'`,
  );
  expect(rows[0]?.n).toBe(0);
  expect((await phone.texts()).slice(before)).not.toContain(say('withdrawn'));
  expect((await phone.texts()).slice(before)).not.toContain(say('ask.clearer'));
});

test('APAGAR, CODIGO and more words from her phone are about her own telling; her language stays hers', async () => {
  const phone = await aNewPhone();
  await tell(salama, phone, 'Furto em Mirambela');
  const coordinator = await salama.signIn('coordenadora');
  const own = await newestConcern(coordinator);
  const code = await name(phone.number, 'Roubo gado em Nantalika', { l: 'en' });
  expect(await tell(salama, phone, 'foi ontem a noite')).toBe('addition');
  await tell(salama, phone, 'CODIGO');
  expect((await phone.texts()).at(-1)).toMatch(/^O seu codigo: /);
  const given = /codigo: ([0-9A-Z-]{9,12})\./.exec((await phone.texts()).at(-1) ?? '')?.[1] ?? '';
  await tell(salama, phone, 'LIGAR');
  const { todos } = await coordinator.call('listTodos', { query: { limit: 100 } });
  expect(todos.find(({ kind }) => kind === 'call-back')).toMatchObject({ ref: own.ref });
  await tell(salama, phone, 'APAGAR');
  expect((await pages.follow(given)).text).toContain('Esta mensagem foi apagada a pedido.');
  expect((await pages.follow(code)).text).toContain('A sua mensagem chegou');
  await tell(salama, phone, 'APAGAR');
  expect((await phone.texts()).at(-1)).toBe(say('withdrawn.none'));
  const { rows } = await salama.sql.query<{ masked: string; language: string }>(
    `select r.masked, c.language from listen_report r join protect_contact c on c.id = r.contact_id
     where r.via = 'page' order by r.told_at desc limit 1`,
  );
  expect(rows).toMatchObject([{ masked: expect.not.stringContaining('ontem'), language: 'pt' }]);
});
