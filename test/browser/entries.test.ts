// A pile of paper at the desk: three slips by keyboard alone, and a slip with a code that prints by itself.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openChromium } from '../../tools/open-chromium.ts';
import { startSalama } from '../salama.ts';
import { findBarriers, findRawKeys, hasChromium, openPage, signIn } from './chromium.ts';

const runs = hasChromium ? describe : describe.skip;

runs('entering for somebody (needs Chromium)', () => {
  let salama: Awaited<ReturnType<typeof startSalama>>;
  let browser: Browser;
  beforeAll(async () => {
    [salama, browser] = await Promise.all([startSalama(), openChromium()]);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await salama?.close();
  });

  const open = async (look: Parameters<typeof openPage>[2] = {}): ReturnType<typeof openPage> => {
    const person = salama.people['coordinator'];
    if (person === undefined) throw new Error('nobody signs in');
    const opened = await openPage(browser, salama.url, { locale: 'pt', ...look });
    await signIn(opened.page, salama.url, person);
    await opened.page.goto(`${salama.url}/entries`);
    await opened.page.getByRole('heading', { name: 'Registar por alguém' }).waitFor();
    return opened;
  };

  /** Tab until this control has the focus; a person who needs more than this has lost the way. */
  const tabTo = async (page: Page, name: RegExp): Promise<void> => {
    for (let step = 0; step < 30; step += 1) {
      await page.keyboard.press('Tab');
      const now = await page.evaluate(() => {
        const { activeElement: at } = document;
        const labels = at instanceof HTMLInputElement ? [...(at.labels ?? [])].map((label) => label.textContent) : [];
        return [at?.textContent, at?.getAttribute('aria-label'), ...labels].join(' ');
      });
      if (name.test(now)) return;
    }
    throw new Error(`no way by keyboard to ${String(name)}`);
  };

  test('three slips of one place and day, without a mouse', async () => {
    const { page, faults, close } = await open();
    await page.getByRole('radio', { name: 'Papel', exact: true }).focus();
    await page.keyboard.press('Space');
    await tabTo(page, /Concorda que se registe/);
    await page.keyboard.press('Space');
    await page.getByRole('textbox', { name: 'Palavras de quem contou' }).focus();
    await page.keyboard.type('roubaram a bomba do poço');
    await tabTo(page, /^Lugar/);
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: 'Escreva o nome do lugar' }).and(page.locator(':focus')).waitFor();
    await page.keyboard.type('Metuge');
    await page
      .getByRole('option', { name: /^Metuge/ })
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page
      .getByRole('button', { name: /^Lugar/ })
      .and(page.locator(':focus'))
      .waitFor();
    for (const [before, words] of ['', 'a ponte da machamba caiu', 'um barco não voltou desde ontem'].entries()) {
      await page.keyboard.type(words);
      await page.keyboard.press('Control+Enter');
      await page.getByText(new RegExp(`^${before + 1} registados? agora`)).waitFor();
      await page.getByRole('textbox', { name: 'Palavras de quem contou' }).and(page.locator(':focus')).waitFor();
    }
    // What is entered can be taken back for ten seconds; only then it is heard.
    await salama.advance({ seconds: 13 });
    const { rows } = await salama.sql.query(
      `select count(*)::int as n, count(distinct area_id)::int as places, min(area_id) as area from listen_report where via = 'paper'`,
    );
    expect(rows[0]).toMatchObject({ n: 3, places: 1 });
    expect(rows[0].area).toMatch(/metuge/);
    expect(faults).toEqual([]);
    await close();
  });

  test('while a slip is being kept its words take no more: they would go with it', async () => {
    const { page, close } = await open();
    let keep = (): void => undefined;
    const kept = new Promise<void>((resolve) => {
      keep = resolve;
    });
    await page.route('**/api/entries', async (route) => {
      await kept;
      await route.continue();
    });
    const words = page.getByRole('textbox', { name: 'Palavras de quem contou' });
    await page.getByRole('checkbox', { name: 'Concorda que se registe' }).check();
    await words.fill('a canoa do vizinho desapareceu');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => words.isEditable()).toBe(false);
    keep();
    await expect.poll(() => words.isEditable()).toBe(true);
    expect(await words.inputValue()).toBe('');
    await close();
  });

  test('the same slip once more is noticed before it is written twice', async () => {
    const { page, close } = await open();
    const enter = async (): Promise<void> => {
      await page.getByRole('checkbox', { name: 'Concorda que se registe' }).check();
      await page.getByRole('textbox', { name: 'Palavras de quem contou' }).fill('a escola perdeu o tecto');
      await page.keyboard.press('Control+Enter');
    };
    await enter();
    await page.getByText('1 registado agora').waitFor();
    await enter();
    await page.getByText('Estas palavras já foram registadas').waitFor();
    await page.getByRole('button', { name: 'Guardar mesmo assim' }).click();
    await page.getByText('2 registados agora').waitFor();
    await close();
  });

  test('typed in error it is taken back, and stands in the form again to be mended', async () => {
    const { page, faults, close } = await open();
    await page.getByRole('checkbox', { name: 'Concorda que se registe' }).check();
    const words = page.getByRole('textbox', { name: 'Palavras de quem contou' });
    await words.fill('a moageira parou ontem');
    await page.keyboard.press('Control+Enter');
    await page.getByText('1 registado agora').waitFor();
    expect(await words.inputValue()).toBe('');
    await page.getByRole('button', { name: 'Desfazer' }).click();
    await page.getByText('1 registado agora').waitFor({ state: 'detached' });
    expect(await words.inputValue()).toBe('a moageira parou ontem');
    await page.keyboard.press('Control+Enter');
    await page.getByText('1 registado agora').waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  test('a code to take away is shown once, and the paper says nothing of what it is for', async () => {
    const { page, faults, close } = await open({ width: 390 });
    await page.getByRole('checkbox', { name: 'Concorda que se registe' }).check();
    await page.getByRole('textbox', { name: 'Palavras de quem contou' }).fill('perderam-se duas canoas');
    await page.getByRole('radio', { name: 'Um papel com um código' }).check();
    expect(await findBarriers(page)).toEqual([]);
    expect(await findRawKeys(page)).toEqual([]);
    await page.getByRole('button', { name: 'Guardar', exact: true }).click();
    const slip = page.getByRole('dialog');
    const code = await slip.locator('output').textContent();
    expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]$/);
    await page.emulateMedia({ media: 'print' });
    expect(
      await page
        .getByText(/salama|canoas|pol[ií]c/i)
        .filter({ visible: true })
        .count(),
    ).toBe(0);
    await page.emulateMedia({ media: 'screen' });
    await slip.getByRole('button', { name: 'Foi entregue' }).click();
    await page.getByText(code ?? '').waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
    await close();
  });
});
