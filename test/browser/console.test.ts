// The console in a real browser against a real Salama: every role, the whole loop, the keyboard.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firstQuestions } from '../../src/web/console/first-questions.ts';
import { openChromium } from '../../tools/open-chromium.ts';
import { type Salama, startSalama } from '../salama.ts';
import { findBarriers, hasChromium, openPage } from './chromium.ts';
import { everyRole, type OpenAs, openAsIn, personOf, screensOf } from './roles.ts';

const runs = hasChromium ? describe : describe.skip;

runs('the console (needs Chromium)', () => {
  let salama: Salama;
  let browser: Browser;
  let openAs: OpenAs;

  beforeAll(async () => {
    [salama, browser] = await Promise.all([startSalama(), openChromium()]);
    openAs = openAsIn(browser, salama);
    // Two matters of different kinds, so that the queue has something to walk through.
    await salama.handset('Moradora').send('Roubo de gado em Macomia, levaram tres cabritos');
    await salama.handset('Morador,').send('Conflito de terra entre vizinhos em Montepuez, ontem houve gritos');
    await salama.drained();
  });
  afterAll(async () => {
    await browser?.close();
    await salama?.close();
  });

  test.each(everyRole)('%s signs in and finds exactly the screens of that role', async (role) => {
    const { page, close } = await openAs(role);
    const links = await page
      .locator('nav a')
      .evaluateAll((all) => all.map((link) => new URL(link.getAttribute('href') ?? '', document.baseURI).pathname));
    expect(links.toSorted()).toEqual([...screensOf[role]].toSorted());
    await close();
  });

  test.each([
    ['coordinator', '/today', 'main h2'],
    ['coordinator', '/concerns', '[id^="row-"]'],
    ['post-commander', '/post', 'main article, main .card'],
  ] as const)(
    '%s opens %s: its questions go out before the code is here, and none twice',
    async (role, path, shows) => {
      const { page, close } = await openAs(role);
      // What the page of the sign-in still asks is not this page's.
      await page.goto('about:blank');
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname + new URL(request.url()).search));
      await page.goto(salama.url + path);
      await page.locator(shows).first().waitFor();
      const questions = asked.filter((address) => address.startsWith('/api/'));
      const ahead = firstQuestions(new URL(salama.url + path));
      expect(ahead.length).toBeGreaterThan(3);
      expect(questions.filter((address) => ahead.includes(address)).toSorted()).toEqual([...ahead].toSorted());
      expect(asked.indexOf('/api/session')).toBeLessThan(
        asked.findIndex((address) => /\/assets\/start-.*\.js/.test(address)),
      );
      await close();
    },
  );

  test('a wrong password says what happened and keeps the name that was typed', async () => {
    const { page, close } = await openPage(browser, salama.url, { locale: 'pt' });
    await page.goto(salama.url);
    await page.locator('input[name="login"]').fill(personOf(salama, 'coordinator').login);
    await page.locator('input[name="password"]').fill('isto-nao-e-a-palavra');
    await page.locator('button[type="submit"]').click();
    await page.getByRole('alert').getByText('session.refused').waitFor();
    expect(await page.locator('input[name="login"]').inputValue()).toBe(personOf(salama, 'coordinator').login);
    await close();
  });

  test('a post commander who types the address of the coordinator’s queue reads that it is not his, and nothing of it', async () => {
    const { page, close } = await openAs('post-commander');
    const given: number[] = [];
    page.on('response', (response) => {
      if (new URL(response.url()).pathname === '/api/concerns') given.push(response.status());
    });
    await page.goto(`${salama.url}/concerns`);
    await page.getByRole('heading', { name: 'Este ecrã é de outra função' }).waitFor();
    expect(given.filter((status) => status < 400)).toEqual([]);
    expect(await page.locator('[id^="row-"]').count()).toBe(0);
    await page.getByRole('link', { name: 'Ir para o início' }).click();
    await page.waitForURL('**/post');
    await close();
  });

  test('on a phone the queue gives way to the opened concern, and nothing is wider than the page', async () => {
    const { page, close } = await openAs('coordinator', { width: 390 });
    await page.goto(`${salama.url}/concerns?state=all`);
    await page.locator('[id^="row-"]').first().click();
    await page.locator('article h2').first().waitFor();
    expect(await page.locator('[id^="row-"]').first().isVisible()).toBe(false);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await close();
  });

  test('on a phone the bar holds four screens and the rest behind "More", by hand and by keyboard', async () => {
    const { page, faults, close } = await openAs('coordinator', { width: 390, locale: 'pt' });
    const bar = page.getByRole('navigation', { name: 'Ecrãs' });
    expect(await bar.evaluate((nav) => nav.scrollWidth - nav.clientWidth)).toBe(0);
    expect(await bar.getByRole('link').count()).toBe(4);
    await page.locator('main h1').first().waitFor();
    await bar.getByRole('button', { name: 'Mais' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Telefones' }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('menuitem', { name: 'Telefones' }).click();
    await page.waitForURL('**/handsets');
    expect(await bar.getByRole('button', { name: /Mais/ }).getAttribute('data-status')).toBe('active');
    expect(faults).toEqual([]);
    await close();
  });

  test('on a phone every line of the post’s list stays within its card', async () => {
    // A post's matter three days past its time, with the longest words there are for it.
    await salama.sql.query(
      `insert into respond_brief (id, concern_id, post_id, scope_id, kind, ref, type_code, severity, area_id, time_band, told_on, sources, why,
         released_at, seen_due_at, decide_due_at, seen_shown_at, decide_shown_at)
       select 'br_phone', c.id, p.id, p.scope_id, 'brief', c.ref, c.type_code, 2, c.area_id, c.time_band, c.told_on, 'several', '{}',
         at, at, at, at, at
       from (select * from respond_concern where type_code is not null limit 1) c, protect_user u join protect_grant g on g.user_id = u.id
         join know_post p on p.id = g.post_id, (values (now() - interval '3 days')) m (at)
       where u.login = $1 limit 1`,
      [personOf(salama, 'post-commander').login],
    );
    const { page, close } = await openAs('post-commander', { width: 360, locale: 'pt' });
    await page.locator('article').first().waitFor();
    await page
      .getByText(/à espera desde/i)
      .first()
      .waitFor();
    const out = await page
      .locator('article')
      .evaluateAll((cards) =>
        cards.flatMap((card) =>
          [...card.querySelectorAll('*')]
            .filter((part) => part.getBoundingClientRect().right > card.getBoundingClientRect().right)
            .map((part) => part.textContent),
        ),
      );
    expect(out).toEqual([]);
    await salama.sql.query(`delete from respond_brief where id = 'br_phone'`);
    await close();
  });

  test('the map is walked by arrows, says what it is not, and opens the concerns of a district; the table says the same', async () => {
    const { page, faults, close } = await openAs('coordinator', { locale: 'pt' });
    await page.goto(`${salama.url}/map?weeks=12`);
    await page.getByText(/Distritos esquemáticos/).waitFor();
    await page
      .getByText(/ninguém falou: talvez porque ninguém pode/)
      .first()
      .waitFor();
    const links = page.locator('main svg a');
    const names = await page.locator('main tbody th a').allTextContents();
    expect(await links.count()).toBe(names.length);
    expect(await page.locator('main svg a[tabindex="0"]').count()).toBe(1);
    await page.locator('main svg a[tabindex="0"]').focus();
    const before = await page.evaluate(() => document.activeElement?.getAttribute('data-code'));
    await page.keyboard.press('ArrowDown');
    const label = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-code'))).not.toBe(before);
    expect(names).toContain(label.split(':')[0]);
    await page.locator('figcaption').getByText(label).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/concerns?state=waiting&area=ar_*');
    expect(new URL(page.url()).searchParams.get('areaName')).toBe(label.split(':')[0]);
    expect(faults).toEqual([]);
    await close();
  });

  test('J and K walk the queue; T sets a type; U takes it back', async () => {
    const { page, faults, close } = await openAs('coordinator');
    await page.goto(`${salama.url}/concerns?state=all`);
    const rows = page.locator('[id^="row-"]');
    await rows.nth(1).waitFor();
    const [first, second] = await rows.evaluateAll((all) => all.slice(0, 2).map((row) => row.id.replace('row-', '')));
    // On a wide screen the most pressing one stands open already.
    await page.waitForURL(`**id=${first}*`);
    await page.keyboard.press('j');
    await page.waitForURL(`**id=${second}*`);
    await page.keyboard.press('k');
    await page.waitForURL(`**id=${first}*`);

    const title = page.locator('article h2').first();
    await title.waitFor();
    const before = (await title.textContent()) ?? '';
    const chosen = before.includes('residência') ? 'I04' : 'C01';
    await page.keyboard.press('t');
    await page.getByRole('combobox').last().fill(chosen);
    await page.keyboard.press('Enter');
    await expect.poll(() => title.textContent()).not.toBe(before);
    await page.getByRole('button', { name: 'Desfazer' }).waitFor();
    await page.keyboard.press('u');
    await expect.poll(() => title.textContent()).toBe(before);
    expect(faults).toEqual([]);
    await close();
  });

  test('single keys do nothing once they are switched off', async () => {
    const { page, close } = await openAs('coordinator');
    await page.goto(`${salama.url}/concerns?state=all`);
    await page.waitForURL('**id=*');
    const opened = new URL(page.url()).searchParams.get('id');
    await page.keyboard.press('?');
    await page.getByRole('switch').click();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('j');
    expect(new URL(page.url()).searchParams.get('id')).toBe(opened);
    await close();
  });

  test('without a network nothing is lost: the words stay in the box and the screen says so', async () => {
    const { page, close } = await openAs('coordinator');
    await page.goto(`${salama.url}/handsets`);
    const box = page.locator('form textarea').first();
    await box.waitFor();
    await page.route('**/api/handsets/*/texts', (route) => route.abort());
    await box.fill('Tudo calmo hoje');
    await box.press('Enter');
    await page.getByRole('alert').getByText('network.away').waitFor();
    expect(await box.inputValue()).toBe('Tudo calmo hoje');
    await close();
  });

  test('a simulated phone dials the menu: a dropped call is offered again, within the 182 letters of a screen', async () => {
    const { page, faults, close } = await openAs('coordinator');
    await page.goto(`${salama.url}/handsets`);
    await page.getByLabel('Nome do telefone').fill('Sem saldo');
    await page.getByRole('button', { name: 'Juntar telefone' }).click();
    const phone = page.getByRole('region', { name: 'Sem saldo' });
    await phone.getByRole('button', { name: 'Marcar o menu de Sem saldo' }).click();
    await phone.getByText('O que quer fazer?').waitFor();
    for (const answer of ['1', '2']) {
      await phone.getByRole('textbox').fill(answer);
      await phone.getByRole('textbox').press('Enter');
      await phone.getByText(answer === '1' ? 'ajuda ja?' : 'O que foi?').waitFor();
    }
    expect(await findBarriers(page)).toEqual([]);
    await phone.getByRole('button', { name: 'Deixar cair a chamada' }).click();
    await phone.getByRole('button', { name: 'Marcar o menu de Sem saldo' }).click();
    await phone.getByText('Quer continuar?').waitFor();
    await phone.getByText(/de 182 letras/).waitFor();
    await phone.getByRole('button', { name: 'Deixar cair a chamada' }).click();
    await phone.getByRole('button', { name: 'Ligar e desligar de Sem saldo' }).click();
    await page.getByText('Tocou e desligou.').waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  test('when the session ends under the page, the sign-in comes up and the page waits behind it with its words', async () => {
    const { page, close } = await openAs('coordinator');
    await page.goto(`${salama.url}/handsets`);
    const box = page.locator('form textarea').first();
    await box.fill('Meio escrito');
    await page.context().clearCookies();
    await page.locator('input[name="login"]').waitFor();
    expect(await box.isVisible()).toBe(false);
    const person = personOf(salama, 'coordinator');
    await page.locator('input[name="login"]').fill(person.login);
    await page.locator('input[name="password"]').fill(person.password);
    await page.locator('button[type="submit"]').first().click();
    await box.waitFor();
    expect(await box.inputValue()).toBe('Meio escrito');
    await close();
  });

  test('from a keypad phone to the post and back: told, released, answered, and the phone shows the answer', async () => {
    const post = await openAs('post-commander');
    const { grant } = await readJson(post.page, '/api/session', isSession);
    const { posts } = await readJson(post.page, `/api/posts?q=${encodeURIComponent(grant.scope)}`, isPosts);
    const place = posts[0]?.area.name ?? grant.scope;

    const desk = await openAs('coordinator');
    await desk.page.goto(`${salama.url}/handsets`);
    await desk.page.getByLabel('Nome do telefone').fill('Telefone da prova');
    await desk.page.getByRole('button', { name: 'Juntar telefone' }).click();
    const phone = desk.page.getByRole('region', { name: 'Telefone da prova' });
    await phone.getByRole('textbox').fill(`Pessoas desconhecidas com sacos a passar perto do tamarineiro em ${place}`);
    await phone.getByRole('textbox').press('Enter');
    await phone.locator('li[data-direction="out"]').first().waitFor();

    await desk.page.goto(`${salama.url}/concerns?state=all&q=tamarineiro`);
    const row = desk.page.locator('[id^="row-"]').first();
    await row.waitFor();
    const ref = (await row.locator('.ref').textContent()) ?? '';
    await row.click();
    await desk.page.locator('article h2').first().waitFor();
    await desk.page.keyboard.press('r');
    // Her words are the draft: the keyboard alone reads them, and lets them go.
    const draft = desk.page.getByRole('textbox', { name: 'O que o posto vai ler' });
    await expect.poll(() => draft.inputValue()).toContain('tamarineiro');
    await draft.press('Control+Enter');
    await desk.page.getByRole('button', { name: 'Desfazer' }).waitFor();
    await desk.page.locator('article').getByText(grant.scope).first().waitFor();

    const card = post.page.getByRole('article').filter({ hasText: ref });
    await card.waitFor({ timeout: 30_000 });
    expect(await card.textContent()).not.toContain('tamarineiro');
    await card.getByRole('button', { name: 'Vamos' }).click();
    await card.getByText('A caminho').first().waitFor();
    await card.getByRole('button', { name: 'Feito' }).click();

    await desk.page.goto(`${salama.url}/handsets`);
    await phone.locator('li[data-direction="out"]').filter({ hasText: /1 sim/i }).first().waitFor({ timeout: 40_000 });
    const heard = await phone.locator('li[data-direction="out"]').allTextContents();
    expect(heard.filter((text) => /tamarineiro|desconhecid|pol[ií]cia|posto/i.test(text))).toEqual([]);
    expect([...post.faults, ...desk.faults]).toEqual([]);
    await Promise.all([post.close(), desk.close()]);
  });
});

/** Skeletons gone, which alone have a name: the screen shows what it has. */
async function readJson<T>(page: Page, path: string, is: (value: unknown) => value is T): Promise<T> {
  const text = await page.evaluate(
    async (address) => (await fetch(address, { headers: { 'x-salama': '1' } })).text(),
    path,
  );
  const value: unknown = JSON.parse(text);
  if (!is(value)) throw new Error(`${path} answered in another shape`);
  return value;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function isSession(value: unknown): value is { grant: { scope: string } } {
  return isObject(value) && isObject(value['grant']) && typeof value['grant']['scope'] === 'string';
}

function isPosts(value: unknown): value is { posts: { area: { name: string } }[] } {
  return (
    isObject(value) &&
    Array.isArray(value['posts']) &&
    value['posts'].every((post) => isObject(post) && isObject(post['area']))
  );
}
