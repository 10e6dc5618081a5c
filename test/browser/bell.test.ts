// The bell by keyboard, and the bar of danger that comes by itself and stays until somebody takes it.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openChromium } from '../../tools/open-chromium.ts';
import { startSalama } from '../salama.ts';
import { findBarriers, findRawKeys, hasChromium, openPage, signIn } from './chromium.ts';

const runs = hasChromium ? describe : describe.skip;
const DANGER = 'Linchamento em Nantalika, querem matar um rapaz';

runs('the bell (needs Chromium)', () => {
  let salama: Awaited<ReturnType<typeof startSalama>>;
  let browser: Browser;
  beforeAll(async () => {
    [salama, browser] = await Promise.all([startSalama(), openChromium()]);
  });
  afterAll(async () => {
    await browser?.close();
    await salama?.close();
  });

  const openAs = async (login: string, look: Parameters<typeof openPage>[2] = {}) => {
    const opened = await openPage(browser, salama.url, { locale: 'pt', ...look });
    const { password } = salama.people['coordinator'] ?? { password: '' };
    await signIn(opened.page, salama.url, { login, password });
    return opened;
  };
  const bellOf = (page: Page) => page.getByRole('button', { name: /^O que espera por mim: / });
  const barOf = (page: Page) => page.getByRole('alert').getByRole('region', { name: /^Perigo de vida/ });
  const clean = async (page: Page) => [await findBarriers(page), await findRawKeys(page)];

  test('an empty bell says so; it opens and closes by keyboard and gives the focus back', async () => {
    const { page, faults, close } = await openAs('auditora');
    await bellOf(page).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText('Nada, por agora.').waitFor();
    expect(await clean(page)).toEqual([[], []]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await bellOf(page).evaluate((one) => one === document.activeElement)).toBe(true);
    expect(faults).toEqual([]);
    await close();
  });

  test('danger comes over whatever page is open, says nothing outside it, and goes when she takes it', async () => {
    const { page, faults, close } = await openAs('coordenadora');
    // A notice of the computer is seen by whoever stands before it: what it would say is kept here.
    await page.evaluate(() => {
      const told: string[] = [];
      class Told extends EventTarget {
        static permission = 'granted';
        static requestPermission = async () => 'granted';
        constructor(title: string, { body }: { body: string }) {
          super();
          told.push(`${title}: ${body}`);
        }
      }
      Object.assign(globalThis, { Notification: Told, told });
      localStorage.setItem('salama.sound', 'off');
    });
    await bellOf(page).click();
    const panel = page.getByRole('dialog');
    await panel.getByRole('switch', { name: /Um aviso do aparelho/ }).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Escape');
    await page.evaluate(() => Object.defineProperty(document, 'hidden', { get: () => true }));
    await page.getByRole('link', { name: 'Postos' }).click();
    const title = await page.title();
    await salama.handset('Moradora, Mirambela').send(DANGER);
    await salama.drained();
    const bar = barOf(page);
    await bar.waitFor({ timeout: 25_000 });
    expect(await page.title()).toBe(`(1) ${title}`);
    expect(await page.evaluate(() => Reflect.get(globalThis, 'told'))).toEqual([
      'Salama: Há algo à sua espera na consola.',
    ]);
    expect(await clean(page)).toEqual([[], []]);
    await page.getByRole('link', { name: 'Mapa' }).click();
    await bar.waitFor();
    await bar.getByRole('button', { name: /^Fico com isto/ }).focus();
    await page.keyboard.press('Enter');
    await bar.waitFor({ state: 'detached' });
    expect(await page.title()).not.toContain('(1)');
    await page.getByRole('button', { name: 'Desfazer' }).click();
    await bar.waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  test('the post reads it over its list and says "seen" by one key; on a phone and in the dark it is as plain', async () => {
    const { page, faults, close } = await openAs('comandante', { width: 390, scheme: 'dark' });
    const bar = barOf(page);
    await bar.waitFor();
    expect(await bar.textContent()).toContain('Nantalika');
    expect(await clean(page)).toEqual([[], []]);
    await bellOf(page).click();
    await page
      .getByRole('dialog')
      .getByRole('heading', { name: /esperam? por si/ })
      .waitFor();
    expect(await clean(page)).toEqual([[], []]);
    await page.keyboard.press('Escape');
    await bar.getByRole('button', { name: /^Visto/ }).focus();
    await page.keyboard.press('Enter');
    await bar.waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
    await close();
  });

  test('a row leads to the work, and what was looked at is not new again', async () => {
    const { page, close } = await openAs('coordenadora');
    await salama.handset('+258800000061').send('Vieram desconhecidos perguntar coisas em Nantalika');
    await salama.drained();
    await page.reload();
    await bellOf(page).click();
    const fresh = page.getByRole('dialog').getByRole('region', { name: /^Novo desde que olhou/ });
    await fresh.getByRole('link').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/(concerns|todos)/);
    await page.getByRole('button', { name: /, 1 novidade$|, 0 novidades$/ }).waitFor();
    await close();
  });

  test('danger for which the bar has no room stands on the page of today', async () => {
    const { page, close } = await openAs('coordenadora', { width: 390 });
    await salama.handset('Moradora, Mirambela').send(DANGER);
    await salama.handset('Ponto focal, Nakirwe').send('homens armados vistos no mato perto de Nakirwe agora');
    await salama.drained();
    await page.goto(`${salama.url}/today`);
    await barOf(page).waitFor();
    await page.getByRole('region', { name: /^Perigo de vida: mais \d em aberto/ }).waitFor();
    await close();
  });
});
