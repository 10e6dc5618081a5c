// Councils by hand: how many of each status, one that stops meeting and is taken back, one that is proposed.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openChromium } from '../../tools/open-chromium.ts';
import { type Salama, startSalama } from '../salama.ts';
import { findBarriers, findRawKeys, hasChromium } from './chromium.ts';
import { openAsIn } from './roles.ts';

const runs = hasChromium ? describe : describe.skip;

runs('councils (needs Chromium)', () => {
  let salama: Salama;
  let browser: Browser;
  beforeAll(async () => {
    [salama, browser] = await Promise.all([startSalama(), openChromium()]);
  });
  afterAll(async () => {
    await browser?.close();
    await salama?.close();
  });

  test('a council that stopped meeting is said to be dormant, and undo makes it active again', async () => {
    const { page, faults, close } = await openAsIn(browser, salama)('coordinator', { locale: 'pt' });
    await page.goto(`${salama.url}/councils`);
    await page
      .getByRole('button', { name: /^Abrir Conselho/ })
      .first()
      .click();
    const sheet = page.getByRole('dialog').first();
    await sheet.getByText('Activo', { exact: true }).first().waitFor();
    await sheet.getByRole('button', { name: 'Mudar o estado' }).click();
    const question = page.getByRole('dialog').last();
    await question.getByLabel('Passa a estar').selectOption('dormant');
    expect(await question.getByLabel('Porquê').locator('option').allTextContents()).toEqual([
      'Sem reuniões',
      'Insegurança',
      'Outra razão',
    ]);
    expect([await findBarriers(page), await findRawKeys(page)]).toEqual([[], []]);
    await question.getByRole('button', { name: 'Guardar' }).click();
    await sheet.getByText('Parado', { exact: true }).first().waitFor();
    await page.getByRole('button', { name: 'Desfazer' }).click();
    await sheet.getByText('Parado', { exact: true }).first().waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
    await close();
  });

  test('a proposed council opens at once and is found among the proposed', async () => {
    const { page, close } = await openAsIn(browser, salama)('coordinator', { locale: 'pt' });
    await page.goto(`${salama.url}/councils`);
    await page.getByRole('button', { name: 'Propor um conselho' }).click();
    const form = page.getByRole('dialog').first();
    await form.getByLabel('Nome').fill('Conselho de Nova Esperança');
    await form.getByRole('button', { name: 'Escolher o lugar' }).click();
    await page.getByRole('combobox').fill('Macomia');
    await page
      .getByRole('option', { name: /Macomia/ })
      .first()
      .click();
    await form.getByRole('button', { name: 'Guardar' }).click();
    await page.getByRole('dialog', { name: 'Conselho de Nova Esperança' }).getByText('Proposto').first().waitFor();
    await page.goto(`${salama.url}/councils?status=proposed`);
    await page.getByRole('cell', { name: 'Conselho de Nova Esperança', exact: true }).waitFor();
    expect(await page.getByRole('button', { name: /^Proposto/ }).getAttribute('aria-pressed')).toBe('true');
    await close();
  });
});
