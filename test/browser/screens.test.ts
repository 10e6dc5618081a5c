// Every screen of every role, light and dark, in Portuguese and English: no barrier, no raw key, nothing beside the
// window at any width, no broken policy, no third party.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openChromium } from '../../tools/open-chromium.ts';
import { type Salama, startSalama } from '../salama.ts';
import { findBarriers, findOutside, findRawKeys, findSmall, hasChromium } from './chromium.ts';
import { everyRole, type OpenAs, openAsIn, screensOf } from './roles.ts';

const runs = hasChromium ? describe : describe.skip;

runs('the screens (needs Chromium)', () => {
  let salama: Salama;
  let browser: Browser;
  let openAs: OpenAs;

  beforeAll(async () => {
    [salama, browser] = await Promise.all([startSalama(), openChromium()]);
    openAs = openAsIn(browser, salama);
    await salama.handset('Moradora').send('Roubo de gado em Macomia, levaram tres cabritos');
    await salama.drained();
  });
  afterAll(async () => {
    await browser?.close();
    await salama?.close();
  });

  test('on a phone the search keeps its words in lines', async () => {
    const { page, close } = await openAs('coordinator', { locale: 'pt', width: 390 });
    await page.getByRole('button', { name: 'Procurar' }).click();
    await page.getByRole('combobox').fill('gado');
    const found = page.getByRole('option').filter({ hasText: 'Macomia' }).first();
    await expect.poll(async () => (await found.boundingBox())?.height).toBeLessThan(160);
    await close();
  });

  test.each(everyRole)(
    '%s: no screen is wider than a phone or a small laptop, and on a phone a thumb hits what it wants',
    async (role) => {
      const { page, close } = await openAs(role, { locale: 'pt' });
      for (const path of screensOf[role]) {
        await page.goto(salama.url + path);
        await settle(page);
        for (const width of [1024, 390])
          expect({ path, width, outside: await findOutside(page, width) }).toEqual({ path, width, outside: [] });
        expect({ path, small: await findSmall(page) }).toEqual({ path, small: [] });
      }
      await close();
    },
  );

  describe.each([
    { scheme: 'light', locale: 'pt' },
    { scheme: 'dark', locale: 'en' },
  ] as const)('every screen in $scheme and $locale', ({ scheme, locale }) => {
    test.each(everyRole)(
      '%s: no barrier, no raw key, no broken policy, no third party',
      async (role) => {
        const { page, faults, close } = await openAs(role, { scheme });
        await page.evaluate((kept) => localStorage.setItem('salama.locale', kept), locale);
        for (const path of screensOf[role]) {
          await page.goto(salama.url + path);
          await settle(page);
          expect(await page.locator('html').getAttribute('lang')).toBe(locale);
          expect({ path, barriers: await findBarriers(page), keys: await findRawKeys(page) }).toEqual({
            path,
            barriers: [],
            keys: [],
          });
        }
        expect(faults).toEqual([]);
        await close();
      },
      120_000,
    );
  });
});

async function settle(page: Page): Promise<void> {
  await page.locator('main').waitFor();
  await expect.poll(() => page.locator('[role="status"][aria-label]').count()).toBe(0);
}
