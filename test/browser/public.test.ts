// The pages for anybody, in a browser whose scripts are off: a phone in the sun, a dark office, both languages.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openChromium } from '../../tools/open-chromium.ts';
import { startSalama } from '../salama.ts';
import { findBarriers, hasChromium, openPage } from './chromium.ts';

const runs = hasChromium ? describe : describe.skip;

runs('telling, and following a code (needs Chromium)', () => {
  let salama: Awaited<ReturnType<typeof startSalama>>;
  let browser: Browser;
  let code = '';
  beforeAll(async () => {
    [salama, browser] = await Promise.all([startSalama(), openChromium()]);
    const phone = salama.handset('+258800000911');
    await phone.send('Roubo gado em Nantalika');
    await salama.drained();
    await phone.send('CODIGO');
    await salama.drained();
    const given = (await phone.texts()).find((text) => text.includes('O seu codigo')) ?? '';
    code = /O seu codigo: ([0-9A-Z-]{9,12})\./.exec(given)?.[1] ?? '';
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await salama?.close();
  });

  test('without scripts: a wrong code is said kindly, the right one tells, the language changes', async () => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      locale: 'pt-MZ',
      viewport: { width: 390, height: 844 },
    });
    const page = await context.newPage();
    await page.goto(`${salama.url}/seguir`);
    await page.getByLabel('Código').fill('AAAA-AAAA-A');
    await page.getByRole('button', { name: 'Ver' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('não abriu nada');
    await page.getByLabel('Código').fill(code);
    await page.getByRole('button', { name: 'Ver' }).click();
    expect(await page.getByRole('status').textContent()).toContain('A sua mensagem chegou');
    await page.getByRole('button', { name: 'English' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Follow a message');
    expect(await page.getByRole('status').textContent()).toContain('Your message arrived');
    await context.close();
  });

  test.each([
    ['pt', 390, 'light'],
    ['en', 390, 'dark'],
    ['pt', 1440, 'dark'],
  ] as const)('%s, %i wide, %s: no barrier, nothing runs out of the page', async (language, width, scheme) => {
    const { page, faults, close } = await openPage(browser, salama.url, { width, scheme });
    await page.goto(`${salama.url}/seguir?l=${language}`);
    expect(await findBarriers(page)).toEqual([]);
    await page.locator('#code').fill(code);
    await page.locator('main button').click();
    await page.getByRole('status').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    expect(await runsOut(page)).toBe(false);
    expect(faults).toEqual([]);
    await close();
  });

  test('without scripts and by keyboard alone: told, looked at once more, sent, and the code opens it', async () => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      locale: 'pt-MZ',
      viewport: { width: 390, height: 844 },
    });
    const page = await context.newPage();
    await page.goto(`${salama.url}/escrever`);
    await page.getByLabel('Por palavras suas').focus();
    await page.keyboard.type('Roubo gado em Nantalika');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Nantalika');
    // Enter in a field looks before sending, and changes no language.
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'É isto?' }).waitFor();
    await page.getByRole('button', { name: 'Mudar' }).press('Enter');
    expect(await page.getByLabel('Por palavras suas').inputValue()).toBe('Roubo gado em Nantalika');
    await page.getByRole('button', { name: 'Ver antes de enviar' }).press('Enter');
    await salama.advance({ seconds: 4 });
    await page.getByRole('button', { name: 'Enviar' }).press('Enter');
    const given = (await page.locator('.code').textContent()) ?? '';
    await salama.drained();
    await page.getByRole('link', { name: 'Ver com o código' }).click();
    await page.getByLabel('Código').fill(given);
    await page.getByRole('button', { name: 'Ver' }).press('Enter');
    expect(await page.getByRole('status').textContent()).toContain('A sua mensagem chegou');
    await page.getByText('Acrescentar').first().click();
    await page.getByLabel('O que quer acrescentar?').fill('Foi de noite');
    await page.getByRole('button', { name: 'Acrescentar' }).press('Enter');
    expect(await page.getByRole('status').textContent()).toBe('Recebido. Obrigado.');
    expect(await context.cookies()).toEqual([]);
    await context.close();
  });

  test.each([
    ['pt', 390, 'light'],
    ['en', 390, 'dark'],
    ['pt', 1440, 'dark'],
    ['en', 1440, 'light'],
  ] as const)('telling, %s, %i wide, %s: no barrier on any step', async (language, width, scheme) => {
    const { page, faults, close } = await openPage(browser, salama.url, { width, scheme });
    await page.goto(`${salama.url}/escrever?l=${language}`);
    const look = async (): Promise<void> => {
      expect(await findBarriers(page)).toEqual([]);
      expect(await runsOut(page)).toBe(false);
    };
    await look();
    await page.locator('main button').click();
    await page.getByRole('alert').waitFor();
    await look();
    await page.locator('#words').fill(`${'umapalavramuitocompridasemespaco'.repeat(6)} em Nantalika ${width}${scheme}`);
    await page.locator('main button').click();
    await look();
    await salama.advance({ seconds: 4 });
    await page.locator('main button[value=send]').click();
    await page.locator('.code').waitFor();
    await look();
    // The browser notes the refusal of the empty form.
    expect(faults.filter((fault) => !fault.includes('422'))).toEqual([]);
    await close();
  });
});

const runsOut = (page: Page): Promise<unknown> =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
