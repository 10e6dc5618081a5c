// Anybody tells by a page without script, account or cookie; the post gets its brief, and the code brings the answer to any browser.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Salama, startSalama } from '../salama.ts';
import { HELD, newestConcern, outcomesOf, say, tell } from './journey-world.ts';
import { openPages, type Pages } from './pages.ts';

let salama: Salama;
let pages: Pages;
beforeAll(async () => {
  salama = await startSalama();
  pages = openPages(salama);
});
afterAll(() => salama?.close());

const inbound = async (): Promise<{ via: string; channel: string }[]> =>
  (
    await salama.sql.query<{ via: string; channel: string }>(
      'select via, channel from listen_inbound order by received_at',
    )
  ).rows;

test('told by page, a brief at the post, answered, seen by code, clear, and solved', async () => {
  const told = await pages.write({ words: 'Roubo gado em Nantalika', place: 'Nantalika', wants: 'code' });
  expect(told.status).toBe(200);
  const code = told.code ?? '';
  expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]$/);
  await salama.drained();
  expect(await inbound()).toEqual([{ via: 'page', channel: 'page' }]);
  expect(await outcomesOf(salama)).toEqual(['report']);
  expect((await pages.follow(code)).text).toContain('A sua mensagem chegou');

  const commander = await salama.signIn('comandante');
  const [brief] = (await commander.call('listBriefs', { query: {} })).briefs;
  if (!brief) throw new Error('no brief');
  expect(JSON.stringify(brief)).not.toMatch(/Roubo gado/);
  await commander.call('finishBrief', { params: { id: brief.id } });
  await salama.advance(HELD);
  const answered = await pages.follow(code);
  expect(answered.text).toContain('Foi tratado por quem devia.');
  expect(answered.text).toContain('Percebeu a resposta?');
  // Neither what it was about, nor where, nor who deals with it, nor a day.
  for (const word of [/gado|roub/i, /Nantalika|Pemba/i, /pol[ií]c|posto/i, new RegExp(brief.ref), /20\d\d/])
    expect(answered.text).not.toMatch(word);

  expect((await answered.say('clear', '1')).text).toContain('Recebido. Obrigado.');
  await salama.drained();
  expect((await pages.follow(code)).text).not.toMatch(/Percebeu a resposta|Ficou resolvido/);
  await salama.advance({ days: 8 });
  expect((await pages.follow(code)).text).toContain('nas últimas duas semanas');
  await salama.advance({ days: 7 });
  const asked = await pages.follow(code);
  expect(asked.text).toContain('Ficou resolvido?');
  await asked.say('solved', '1');
  await salama.drained();
  expect((await pages.follow(code)).text).toContain('Este assunto está fechado.');
  // She may still say that it is not.
  const closed = await pages.follow(code);
  expect(closed.text).toContain('Mudou alguma coisa?');
  await closed.say('solved', '3');
  await salama.drained();
  expect((await pages.follow(code)).text).toContain('A sua mensagem chegou. Está a ver-se quem a pode tratar.');
});

test('sent twice it is one telling with one code; changed in between, the first stands and she is told', async () => {
  const before = (await inbound()).length;
  const form = await pages.fill({ words: 'Falta luz na estrada de Nantalika', place: 'Nantalika', wants: 'code' });
  const [first, second] = [await form.send(), await form.send()];
  expect(second.code).toBe(first.code);
  expect((await inbound()).length).toBe(before + 1);
  const changed = await form.send({ words: 'Outra coisa em Nantalika' });
  expect(changed.text).toContain('já tinha chegado');
  expect((await inbound()).length).toBe(before + 1);
});

test('nothing wanted: no code, no contact, and the concern has no way back', async () => {
  const told = await pages.write({ what: 'taken', words: 'bicicleta', place: 'Nantalika', wants: 'nothing' });
  expect(told.code).toBeUndefined();
  expect(told.text).toContain('nem responder');
  await salama.drained();
  const coordinator = await salama.signIn('coordenadora');
  expect((await newestConcern(coordinator)).tellings.at(-1)).toMatchObject({ wayBack: false });
});

test('a number left on the page is sealed like any other, and the answer goes there; the page still needs the code', async () => {
  const phone = salama.handset('+258800000931');
  await phone.texts();
  const told = await pages.write({
    words: 'Partiram a bomba de agua em Nantalika',
    place: 'Nantalika',
    wants: 'answer',
    phone: '80 0000 931',
  });
  await salama.drained();
  expect(told.text).toContain('por SMS');
  const coordinator = await salama.signIn('coordenadora');
  const concern = await newestConcern(coordinator);
  expect(concern.tellings.at(-1)).toMatchObject({ wayBack: true });
  const { rows } = await salama.sql.query<{ n: number }>(
    `select count(*)::int as n from listen_inbound i join protect_route r using (contact_id) where i.via = 'page'`,
  );
  expect(rows[0]?.n).toBe(1);
  expect(salama.logged()).not.toContain('0000931');
});

test('without a phone, what is unclear is asked on the page that her code opens, and her words make it a telling', async () => {
  const told = await pages.write({ words: 'aconteceu aquilo outra vez', wants: 'code' });
  await salama.drained();
  expect((await outcomesOf(salama)).at(-1)).toBe('asked');
  const asked = await pages.follow(told.code ?? '');
  expect(asked.text).toContain('o que foi e onde?');
  await asked.say('made-clearer', 'roubaram galinhas em Nantalika');
  await salama.drained();
  const shown = await pages.follow(told.code ?? '');
  expect(shown.text).not.toContain('o que foi e onde?');
  expect(shown.text).toContain('A sua mensagem chegou. Está a ver-se quem a pode tratar.');
});

test('she adds to it by page and, with her code, from any phone; that phone hears a receipt and no more', async () => {
  const told = await pages.write({ words: 'Roubo gado em Nantalika', place: 'Nantalika', wants: 'code' });
  await salama.drained();
  await (await pages.follow(told.code ?? '')).say('added', 'Levaram para o rio');
  await salama.drained();
  expect((await outcomesOf(salama)).at(-1)).toBe('addition');
  const phone = salama.handset('+258800000932');
  expect(await tell(salama, phone, `${told.code} eram vacas castanhas`)).toBe('addition');
  expect(await phone.texts()).toEqual([say('receipt.first')]);
  const { rows } = await salama.sql.query<{ masked: string }>(
    `select masked from listen_report where masked like '%castanhas%'`,
  );
  expect(rows[0]?.masked).toMatch(/Roubo gado.*Levaram para o rio.*eram vacas castanhas$/);
  expect(rows[0]?.masked).not.toContain((told.code ?? '').slice(0, 4));
  // A wrong code is no key: the words are a telling of that phone's own, without the code in them.
  await tell(salama, phone, 'AAAA-AA2A-M roubaram cabras em Nantalika');
  expect(await tell(salama, phone, told.code ?? '')).toBe('reply');
  expect((await phone.texts()).at(-1)).toBe(say('code.alone'));
});

test('she takes it back by page, and within two days thinks better of it; after them the code opens nothing', async () => {
  const told = await pages.write({ words: 'Roubo de milho em Nantalika', place: 'Nantalika', wants: 'code' });
  const code = told.code ?? '';
  await salama.drained();
  await (await pages.follow(code)).say('withdrawn');
  await salama.drained();
  const gone = await pages.follow(code);
  expect(gone.text).toContain('Esta mensagem foi apagada a pedido.');
  await gone.say('kept');
  await salama.drained();
  expect((await pages.follow(code)).text).toContain('A sua mensagem chegou');
  await (await pages.follow(code)).say('withdrawn');
  await salama.drained();
  await salama.advance({ hours: 49 });
  expect((await pages.follow(code)).status).toBe(404);
});

test('what is said by one code is bounded; what she wrote beyond it stays in her form, and another code still speaks', async () => {
  const told = await pages.write({ words: 'Roubo de cabras em Nantalika', place: 'Nantalika', wants: 'code' });
  const other = await pages.write({ words: 'Roubo de porcos em Nantalika', place: 'Nantalika', wants: 'code' });
  await salama.drained();
  const opened = await pages.follow(told.code ?? '');
  for (let more = 1; more <= 20; more += 1)
    expect((await opened.say('added', `Levaram ${more} cabras`)).status).toBe(200);
  const before = (await inbound()).length;
  const refused = await opened.say('added', 'Levaram mais uma');
  expect([refused.status, refused.html.includes('Levaram mais uma</textarea>')]).toEqual([429, true]);
  expect((await inbound()).length).toBe(before);
  expect((await (await pages.follow(other.code ?? '')).say('added', 'eram dois')).status).toBe(200);
  await salama.advance({ minutes: 61 });
  expect((await refused.say('added', 'Levaram mais uma')).status).toBe(200);
  await salama.drained();
});

test('what was taken back hears no words: they may go as a message of their own, and it may be kept after all', async () => {
  const told = await pages.write({ words: 'Roubo de peixe em Nantalika', place: 'Nantalika', wants: 'code' });
  await salama.drained();
  const open = await pages.follow(told.code ?? '');
  await open.say('withdrawn');
  await salama.drained();
  const before = (await inbound()).length;
  const refused = await open.say('added', 'mataram um homem');
  expect([refused.status, refused.html.includes('action="/escrever"')]).toEqual([409, true]);
  expect(refused.html).toContain('mataram um homem');
  expect((await inbound()).length).toBe(before);
  expect((await open.say('kept')).status).toBe(200);
  await salama.drained();
  expect((await open.say('added', 'foi de noite')).status).toBe(200);
  await salama.drained();
});

test('of two that she took back, the older one too is kept by its own code', async () => {
  const phone = salama.handset('+258800000934');
  const codes: string[] = [];
  for (const told of ['Roubo gado em Nantalika', 'Uma ponte caiu em Mirambela']) {
    await tell(salama, phone, told);
    await tell(salama, phone, 'CODIGO');
    codes.push(/O seu codigo: ([0-9A-Z-]{9,12})\./.exec((await phone.texts()).at(-1) ?? '')?.[1] ?? '');
  }
  for (const code of codes) await tell(salama, phone, `APAGAR ${code}`);
  const older = await pages.follow(codes[0] ?? '');
  expect(older.text).toContain('Esta mensagem foi apagada a pedido.');
  await older.say('kept');
  await salama.drained();
  expect((await pages.follow(codes[0] ?? '')).text).toContain('A sua mensagem chegou');
  expect((await pages.follow(codes[1] ?? '')).text).toContain('Esta mensagem foi apagada a pedido.');
});

const tasks = async (): Promise<string[]> =>
  (
    await salama.sql.query<{ kind: string }>(
      `select kind from know_todo where state <> 'done' and message_id in (select id from listen_inbound where via = 'page')`,
    )
  ).rows.map(({ kind }) => kind);

test('still unclear, it is taken back all the same: nobody is asked, nobody reads it, and after two days the words are gone', async () => {
  const told = await pages.write({ words: 'aconteceu aquilo outra vez', wants: 'code' });
  const code = told.code ?? '';
  await salama.drained();
  await (await pages.follow(code)).say('withdrawn');
  await salama.drained();
  const gone = await pages.follow(code);
  expect(gone.text).toContain('Esta mensagem foi apagada a pedido.');
  expect(gone.text).not.toContain('o que foi e onde?');
  await salama.advance({ hours: 25 });
  expect(await tasks()).toEqual([]);
  await (await pages.follow(code)).say('kept');
  await salama.drained();
  expect(await tasks()).toEqual(['unclear']);
  await (await pages.follow(code)).say('withdrawn');
  await salama.drained();
  expect(await tasks()).toEqual([]);
  const words = async () =>
    (await salama.sql.query(`select 1 from listen_code k join listen_inbound i on i.id = k.message_id`)).rows.length;
  expect(await words()).toBe(1);
  await salama.advance({ hours: 49 });
  expect([(await pages.follow(code)).status, await words()]).toEqual([404, 0]);
});

test('a refusal keeps what was typed: nothing said, a number cut short, words without end, a machine in a hurry', async () => {
  const refuse = async (given: Parameters<Pages['post']>[0]) => pages.post({ do: 'check', ...given });
  const kept = 'perto da ponte';
  const empty = await refuse({ place: kept });
  expect([empty.status, empty.html.includes(kept)]).toEqual([422, true]);
  const short = await refuse({ words: kept, wants: 'answer', phone: '841' });
  expect([short.status, short.html.includes(kept), short.html.includes('"841"')]).toEqual([422, true, true]);
  expect((await refuse({ words: 'a '.repeat(1_000) })).status).toBe(422);
  const trapped = await refuse({ words: kept, site: 'http://spam' });
  expect(trapped.html).toContain('Ainda não foi enviado');
  const before = (await inbound()).length;
  const hurried = await pages.post({ do: 'send', words: kept, t: await pages.ticket() });
  expect(hurried.html).toContain('Ainda não foi enviado');
  expect((await pages.post({ do: 'send', words: kept, t: 'forged' })).html).toContain('Ainda não foi enviado');
  expect((await inbound()).length).toBe(before);
});

test('she changes the language in the middle: all that she typed comes back in the other one, and nothing is sent', async () => {
  const before = (await inbound()).length;
  const asked = await pages.post({ do: 'send', to: 'en', words: 'perto da ponte', place: 'Nantalika' });
  expect(asked.status).toBe(200);
  expect(asked.html).toContain('lang="en"');
  expect(asked.html).toContain('>Write a message</h1>');
  expect(asked.html).toMatch(/perto da ponte<\/textarea>.*value="Nantalika"/s);
  expect((await inbound()).length).toBe(before);
});

test('what nobody answers for in the chosen district is not asked there; chosen all the same, the page says so before it goes', async () => {
  await salama.sql.query(
    `insert into know_type_switch (id, deed_id, area_id, type_code, state, valid_from, at, by)
     select 'sw_page', 'de_page', id, 'I04', 'off', now() - interval '1 hour', now(), 'us_x'
     from know_area where name = 'Mueda' and kind = 'district'`,
  );
  const there = await pages.post({ do: 'edit', district: 'Mueda', t: await pages.ticket() });
  expect(there.html).toContain('Outra coisa');
  const chosen = await pages.post({
    do: 'check',
    district: 'Mueda',
    what: 'dark',
    words: 'rua sem luz',
    t: await pages.ticket(),
  });
  const elsewhere = await pages.post({
    do: 'check',
    district: 'Pemba',
    what: 'dark',
    words: 'rua sem luz',
    t: await pages.ticket(),
  });
  expect(there.html).not.toContain('value="dark"');
  expect(chosen.html).toContain('não temos quem trate disto');
  expect(elsewhere.html).not.toContain('não temos quem trate disto');
});

test('one machine that sends without end closes no door: others tell, and their codes open', async () => {
  const told = await pages.write({ words: 'Roubo de cabras em Nantalika', place: 'Nantalika', wants: 'code' });
  await salama.drained();
  const machine = Buffer.from('a machine');
  const wrong = Buffer.from('a wrong code');
  await salama.sql.query('select ctx.may_tell_by_page($1, $2) from generate_series(1, 2001)', [machine, salama.now()]);
  const tries = 'select ctx.find_by_code($1, $2, $3) from generate_series(1, 5001)';
  await salama.sql.query(tries, [wrong, machine, salama.now()]);
  expect((await pages.write({ words: 'Roubo em Nantalika', wants: 'nothing' })).status).toBe(200);
  expect((await pages.follow(told.code ?? '')).status).toBe(200);
});

test('after sixty in an hour from one place it pauses, and says what to do; the words are still there', async () => {
  let last = await pages.write({ words: 'Roubo em Nantalika', wants: 'nothing' });
  for (let more = 0; more < 60 && last.status === 200; more += 1)
    last = await pages.write({ words: `Roubo em Nantalika ${more}`, wants: 'nothing' });
  expect(last.status).toBe(429);
  expect(last.html).toContain('Roubo em Nantalika');
}, 120_000);

test('no cookie, no script, nothing kept, nothing of the visitor in log or address', async () => {
  const page = await fetch(new URL('/escrever', salama.url), { headers: { 'accept-language': 'en' } });
  expect(page.headers.get('set-cookie')).toBeNull();
  expect(page.headers.get('cache-control')).toBe('no-store');
  expect(page.headers.get('referrer-policy')).toBe('no-referrer');
  const html = await page.text();
  expect(html).toContain('<html lang="en">');
  expect(html).not.toMatch(/<script|<img|<link|polic|crime|report/i);
  expect(html.length).toBeLessThan(100_000);
});
