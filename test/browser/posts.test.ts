// Posts by hand: one tap says no fuel, the day's sheet is one page of paper, and the switch is three clicks for one person and two people back.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openChromium } from '../../tools/open-chromium.ts';
import { startSalama } from '../salama.ts';
import { findBarriers, findRawKeys, hasChromium, openPage, signIn } from './chromium.ts';

const runs = hasChromium ? describe : describe.skip;
const POST = 'Posto Policial de Nantalika (demonstração)';

runs('posts (needs Chromium)', () => {
  let salama: Awaited<ReturnType<typeof startSalama>>;
  let browser: Browser;

  beforeAll(async () => {
    [salama, browser] = await Promise.all([startSalama(), openChromium()]);
    await salama.handset('Moradora').send('Roubo mota em Nantalika ontem a noite');
    await salama.drained();
    // More than a page holds, each with words that a person released: they are for the screen, not for paper.
    await salama.sql.query(
      `insert into respond_brief (id, concern_id, post_id, scope_id, kind, ref, type_code, severity, area_id, time_band, told_on, sources, why, narrative,
         released_at, seen_due_at, decide_due_at, seen_shown_at, decide_shown_at)
       select 'br_sheet' || n, c.id, b.post_id, b.scope_id, case when n < 3 then 'danger' else 'brief' end, 'SH' || 10 + n, c.type_code, 1 + n % 5, c.area_id,
         'night', c.told_on, 'several', b.why, 'Palavras libertadas', at, at, at, at, at
       from respond_brief b join respond_concern c on c.id = b.concern_id, generate_series(1, 20) n, (values (now() - interval '3 days')) m (at)
       where b.post_id = 'po_demo-police-nantalika' limit 20`,
    );
  });
  afterAll(async () => {
    await browser?.close();
    await salama?.close();
  });

  const openAs = async (login: string, path: string, look: Parameters<typeof openPage>[2] = {}) => {
    const opened = await openPage(browser, salama.url, { locale: 'pt', ...look });
    const { password } = salama.people['coordinator'] ?? { password: '' };
    await signIn(opened.page, salama.url, { login, password });
    await opened.page.goto(salama.url + path);
    await opened.page.locator('main h1').first().waitFor();
    return opened;
  };
  const clean = async (page: Page) => [await findBarriers(page), await findRawKeys(page)];

  test('one tap says no fuel, undo takes it back, and the district commander sees what stands', async () => {
    const { page, faults, close } = await openAs('comandante', '/post');
    const fuel = page.getByRole('button', { name: 'Sem combustível' });
    await fuel.click();
    await page.getByText(/Sem combustível desde/).waitFor();
    expect(await fuel.getAttribute('aria-pressed')).toBe('true');
    await page.getByRole('button', { name: 'Desfazer' }).click();
    await page.getByText('Ainda não disse se lhe falta alguma coisa.').waitFor();
    await page.getByRole('button', { name: 'Sem viatura' }).click();
    await page.getByText(/Sem viatura desde/).waitFor();
    expect(faults).toEqual([]);
    await close();
    const command = await openAs('comandante.distrital', '/own-posts');
    const line = command.page.getByRole('listitem').filter({ hasText: POST });
    await line.getByText('Não pode sair').waitFor();
    await line.getByText(/Sem viatura desde/).waitFor();
    await line.getByRole('button', { name: `O que falta: ${POST}` }).click();
    await command.page.getByRole('dialog').getByRole('button', { name: 'Nada falta' }).waitFor();
    expect(await clean(command.page)).toEqual([[], []]);
    await command.close();
  });

  test('the route sheet is one page of paper: the gravest first, no word of what was told', async () => {
    const { page, faults, close } = await openAs('comandante', '/post');
    await page.getByRole('button', { name: 'Folha de rota' }).click();
    const sheet = page.getByRole('article', { name: 'Folha de rota' });
    await sheet.locator('tbody tr').first().waitFor();
    expect(await sheet.getByRole('checkbox', { checked: true }).count()).toBe(12);
    expect(await sheet.locator('tbody tr').first().textContent()).toMatch(
      /Muito grave|Gravíssima|Crítica|perigo de vida/i,
    );
    expect(await sheet.textContent()).not.toContain('Palavras libertadas');
    expect(await clean(page)).toEqual([[], []]);
    await page.emulateMedia({ media: 'print' });
    const printed = sheet.locator('tbody tr:visible');
    expect(await printed.count()).toBe(12);
    expect(await page.locator('nav').first().isVisible()).toBe(false);
    const paper = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
    expect(paper.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    expect(faults).toEqual([]);
    await close();
  });

  test('a coordinator gives a post a responsibility from a day on, sees who changed it, ends another, and takes that back', async () => {
    const { page, faults, close } = await openAs('coordenadora', '/posts?q=nantalika');
    await page.getByRole('button', { name: `Abrir ${POST}` }).click();
    const sheet = page.getByRole('dialog', { name: POST });
    await sheet.getByRole('button', { name: 'Dar responsabilidade' }).click();
    const giving = page.getByRole('dialog', { name: /^Dar responsabilidade/ });
    await giving.getByLabel('O quê').selectOption('H01');
    expect(await clean(page)).toEqual([[], []]);
    await giving.getByRole('button', { name: 'Dar responsabilidade' }).click();
    await giving.waitFor({ state: 'detached' });
    await sheet.getByText(/Mudado por Coordenadora de serviço/).waitFor();
    const rows = sheet.locator('tbody tr');
    const before = await rows.count();
    await sheet.getByRole('button', { name: /^Terminar: Furto e propriedade/ }).click();
    await sheet.getByRole('button', { name: 'Terminar', exact: true }).click();
    await sheet.getByText('terminou').waitFor();
    await page.getByRole('button', { name: 'Desfazer' }).last().click();
    await sheet.getByText('terminou').waitFor({ state: 'detached' });
    expect(await rows.count()).toBe(before);
    expect(await clean(page)).toEqual([[], []]);
    expect(faults).toEqual([]);
    await close();
  });

  test('three clicks close a post; who asked cannot agree; a second person opens it', async () => {
    const { page, faults, close } = await openAs('coordenadora', '/posts?q=nantalika');
    await page.getByRole('button', { name: `Abrir ${POST}` }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('Porquê').selectOption('overrun');
    expect(await clean(page)).toEqual([[], []]);
    await sheet.getByRole('button', { name: 'Fechar este posto já' }).click();
    await sheet.getByText('Fechado').first().waitFor();
    await page.keyboard.press('Escape');
    const closures = page.getByRole('region', { name: /fecho em vigor/ });
    await closures.getByRole('button', { name: /Pedir para reabrir/ }).click();
    await closures.getByText(/Falta outra pessoa concordar/).waitFor();
    expect(await closures.getByRole('button').count()).toBe(0);
    expect(await clean(page)).toEqual([[], []]);

    const post = await openAs('comandante', '/post');
    await post.page.getByText(/Fale com o coordenador/).waitFor();
    expect(await post.page.getByText('Nada à sua espera').count()).toBe(0);
    await post.close();

    const second = await openAs('adjunto', '/today', { width: 390 });
    await second.page.getByText('1 espera que concorde').click();
    await second.page.waitForURL('**/posts');
    await second.page.getByRole('button', { name: /Concordo, reabrir/ }).click();
    await second.page.getByRole('region', { name: /fecho em vigor/ }).waitFor({ state: 'detached' });
    expect(await second.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect([...faults, ...second.faults]).toEqual([]);
    await Promise.all([close(), second.close()]);
  });
});
