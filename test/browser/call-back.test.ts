// Calling back on a real page: read first, the number made readable by this page alone, the script, and what came of it.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openChromium } from '../../tools/open-chromium.ts';
import { startSalama } from '../salama.ts';
import { findBarriers, findRawKeys, hasChromium, openPage, signIn } from './chromium.ts';

const runs = hasChromium ? describe : describe.skip;
const NUMBER = '+258800008301';

runs('calling back (needs Chromium)', () => {
  let salama: Awaited<ReturnType<typeof startSalama>>;
  let browser: Browser;
  beforeAll(async () => {
    [salama, browser] = await Promise.all([startSalama(), openChromium()]);
    const phone = salama.handset(NUMBER);
    for (const text of ['Gado roubado em Nantalika', 'LIGAR']) {
      await phone.send(text);
      await salama.drained();
    }
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await salama?.close();
  });

  const open = async (path: string, look: Parameters<typeof openPage>[2] = {}, role = 'coordinator') => {
    const person = salama.people[role];
    if (person === undefined) throw new Error('nobody signs in');
    const opened = await openPage(browser, salama.url, { locale: 'pt', ...look });
    await signIn(opened.page, salama.url, person);
    await opened.page.goto(`${salama.url}${path}`);
    return opened;
  };
  const startCall = async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: 'Ligar', exact: true }).click();
    await page.getByRole('heading', { name: 'Ligar a quem pediu' }).waitFor();
  };
  const number = (page: Page) => page.getByText('+258 80 000 8301');

  test('her number appears on this page alone, and goes when the page is left', async () => {
    const { page, faults, close } = await open('/todos');
    await startCall(page);
    await page.getByText('Bom dia. É boa hora para falar um bocadinho?').waitFor();
    await page.getByText('Antes de ter a certeza, não diga Salama').waitFor();
    expect(await number(page).count()).toBe(0);
    await page.getByRole('button', { name: 'Pedir o número' }).click();
    await number(page).waitFor();
    await page.getByRole('button', { name: 'Esconder' }).click();
    await number(page).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Mostrar' }).click();
    await number(page).waitFor();
    expect(await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).not.toContain(
      '8301',
    );
    await page.reload();
    await page.getByRole('button', { name: 'Pedir o número' }).waitFor();
    expect(await number(page).count()).toBe(0);
    expect(faults).toEqual([]);
    await close();
  });

  test('on a telephone too, without a barrier, and what was said is kept', async () => {
    const { page, faults, close } = await open('/todos', { width: 390 });
    await startCall(page);
    await page.getByRole('button', { name: 'Pedir o número' }).click();
    await number(page).waitFor();
    await page.getByRole('radio', { name: 'Falámos' }).check();
    expect(await findBarriers(page)).toEqual([]);
    expect(await findRawKeys(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= globalThis.innerWidth)).toBe(true);
    const end = page.getByRole('button', { name: 'Guardar e terminar' });
    await page.getByRole('textbox', { name: 'Palavras de quem contou' }).fill('levaram também duas cabras');
    expect(await end.isDisabled()).toBe(true);
    await page.getByRole('checkbox', { name: 'Concorda que se registe' }).check();
    await end.click();
    await page.getByRole('heading', { name: 'Tarefas' }).waitFor();
    await salama.drained();
    const { rows } = await salama.sql.query(`select state from know_todo where kind = 'call-back'`);
    expect(rows).toEqual([{ state: 'done' }]);
    const { rows: told } = await salama.sql.query(`select masked from listen_report where masked like '%cabras%'`);
    expect(told).toHaveLength(1);
    expect(faults).toEqual([]);
    await close();
  });

  test('the auditor sees who had how many opened, and no number', async () => {
    const { page, faults, close } = await open('/journal', {}, 'auditor');
    await page.getByRole('row', { name: /Coordenadora de serviço.* 2 2 0/ }).waitFor();
    expect(await page.getByText('8301').count()).toBe(0);
    expect(faults).toEqual([]);
    await close();
  });
});
