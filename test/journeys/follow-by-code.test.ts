// She has her code and any browser: a form without script tells how far it is, and nothing else; guessing ends soon.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Salama, startSalama } from '../salama.ts';
import { tell } from './journey-world.ts';

let salama: Salama;
beforeAll(async () => {
  salama = await startSalama();
});
afterAll(() => salama?.close());

const post = (code: string, more: Readonly<Record<string, string>> = {}, headers = {}): Promise<Response> =>
  fetch(new URL('/seguir', salama.url), { method: 'POST', headers, body: new URLSearchParams({ code, ...more }) });
const read = async (answer: Response): Promise<string> =>
  /<main>(.*)<\/main>/s.exec(await answer.text())?.[1]?.replaceAll(/<[^>]+>/g, ' ') ?? '';

async function tellAndAskCode(): Promise<string> {
  const phone = salama.handset('+258800000901');
  await tell(salama, phone, 'Roubo gado em Nantalika');
  await tell(salama, phone, 'CODIGO');
  await salama.drained();
  const given = (await phone.texts()).find((text) => text.includes('O seu codigo')) ?? '';
  return /O seu codigo: ([0-9A-Z-]{9,12})\./.exec(given)?.[1] ?? '';
}

test('from "it arrived" to "it has been dealt with", in her language, however she types the code', async () => {
  const code = await tellAndAskCode();
  const arrived = await post(code);
  expect(arrived.status).toBe(200);
  expect(await read(arrived)).toContain('A sua mensagem chegou. Está a ver-se quem a pode tratar.');

  const commander = await salama.signIn('comandante');
  const [brief] = (await commander.call('listBriefs', { query: {} })).briefs;
  if (!brief) throw new Error('no brief');
  await commander.call('finishBrief', { params: { id: brief.id } });
  await salama.advance({ seconds: 11 });
  const answered = await read(await post(code.toLowerCase().replaceAll('-', ''), { l: 'en' }));
  expect(answered).toContain('There is a reply.');
  expect(answered).toContain('It has been dealt with.');
  // Neither what it was about, nor where, nor who deals with it.
  for (const word of [/gado|cattle/i, /Nantalika|Pemba/i, /pol[ií]c|posto|post\b/i, new RegExp(brief.ref)])
    expect(answered).not.toMatch(word);
});

test('the form keeps nothing: no cookie, nothing cached, no script, and the code is not written back', async () => {
  for (const answer of [await fetch(new URL('/seguir', salama.url)), await post('<b>"ZW9M\'4F2X')]) {
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const page = await answer.text();
    expect(page).not.toMatch(/<script|<img|<b>|ZW9M/);
    expect(page.length).toBeLessThan(10_000);
  }
  expect(salama.logged()).not.toMatch(/ZW9M/);
});

test('the visitor browser chooses the language, a link changes it', async () => {
  const visit = async (path: string, language: string): Promise<string> =>
    (await fetch(new URL(path, salama.url), { headers: { 'accept-language': language } })).text();
  expect(await visit('/seguir', 'pt-MZ,en;q=0.5')).toContain('<html lang="pt">');
  expect(await visit('/seguir', 'en-GB')).toContain('<html lang="en">');
  expect(await visit('/seguir?l=pt', 'en-GB')).toContain('<html lang="pt">');
  expect(await visit('/seguir?l=xx&l=en', 'sw')).toContain('<html lang="pt">');
});

test.each([
  ['no code at all', new URLSearchParams({})],
  [
    'a code twice',
    new URLSearchParams([
      ['code', 'A'],
      ['code', 'B'],
    ]),
  ],
  ['a code of a thousand letters', new URLSearchParams({ code: 'K'.repeat(1_000) })],
  ['letters that are no text', '%E0%A4%A=%00&code=%FF'],
])('%s opens nothing and breaks nothing', async (_what, body) => {
  const answer = await fetch(new URL('/seguir', salama.url), {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  expect(answer.status).toBe(404);
  expect(await read(answer)).toContain('Este código não abriu nada.');
});

test('a body that is too large or no form is refused by name', async () => {
  expect((await post('K'.repeat(20_000))).status).toBe(413);
  const json = await fetch(new URL('/seguir', salama.url), {
    method: 'POST',
    body: '{"code":"K7QM-4F2X-W"}',
    headers: { 'content-type': 'application/json' },
  });
  expect(json.status).toBe(415);
});

test('ten wrong codes in an hour from one place, then a pause for the right one too; an hour later it opens again', async () => {
  await salama.advance({ hours: 2 });
  const code = await tellAndAskCode();
  const answers: number[] = [];
  // Where no proxy is named, nobody is believed about where she comes from.
  for (let wrong = 0; wrong < 11; wrong += 1)
    answers.push((await post(`AAAA-AAA${wrong % 10}`, {}, { 'x-forwarded-for': `10.${wrong}.0.1` })).status);
  expect(answers).toEqual([...Array.from({ length: 10 }, () => 404), 429]);
  const paused = await post(code);
  expect(paused.status).toBe(429);
  expect(await read(paused)).toContain('volte a tentar daqui a uma hora');
  await salama.advance({ hours: 2 });
  expect((await post(code)).status).toBe(200);
});
