// A newcomer's first minutes in a real browser: the tour of each role, and the help of every screen.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { roles } from '../../src/shared/domain/role.ts';
import { tourSteps } from '../../src/web/console/tour/steps.ts';
import { openChromium } from '../../tools/open-chromium.ts';
import { type Salama, startSalama } from '../salama.ts';
import { findBarriers, findRawKeys, hasChromium } from './chromium.ts';
import { type OpenAs, openAsIn } from './roles.ts';

const runs = hasChromium ? describe : describe.skip;

runs('the first minutes (needs Chromium)', () => {
  let salama: Salama;
  let browser: Browser;
  let openAs: OpenAs;
  beforeAll(async () => {
    [salama, browser] = await Promise.all([startSalama(), openChromium()]);
    openAs = openAsIn(browser, salama);
  });
  beforeEach(() => salama.sql.query(`update protect_user set toured = '{}'`));
  afterAll(async () => {
    await browser?.close();
    await salama?.close();
  });

  const tourOf = (page: Page) => page.getByRole('region', { name: 'Primeiros passos' });
  const keptFor = async (): Promise<unknown> =>
    (await salama.sql.query(`select toured from protect_user where toured <> '{}'`)).rows;

  test.each(roles)('%s walks the tour by keyboard to its end, and it does not come again', async (role) => {
    const { page, faults, close } = await openAs(role, { locale: 'pt' });
    const tour = tourOf(page);
    const count = tourSteps[role].length;
    await page.locator('main h1').first().waitFor();
    for (let at = 1; at <= count; at += 1) {
      await tour.getByText(`${at} de ${count}`).waitFor();
      if (at === 1) expect(await findBarriers(page)).toEqual([]);
      await tour.getByRole('button', { name: at === count ? 'Começar a trabalhar' : 'Seguinte' }).press('Enter');
    }
    await tour.waitFor({ state: 'detached' });
    await expect.poll(keptFor).toEqual([{ toured: [role] }]);
    await page.reload();
    await page.locator('main h1').first().waitFor();
    expect(await tour.count()).toBe(0);
    expect(faults).toEqual([]);
    await close();
  });

  test('Escape leaves the tour at any moment, on this and on any other computer; the help begins it again', async () => {
    const first = await openAs('coordinator', { locale: 'pt' });
    await tourOf(first.page).getByRole('button', { name: 'Seguinte' }).click();
    await first.page.keyboard.press('Escape');
    await tourOf(first.page).waitFor({ state: 'detached' });
    await expect.poll(keptFor).toEqual([{ toured: ['coordinator'] }]);
    await first.close();
    const { page, close } = await openAs('coordinator', { locale: 'pt' });
    await page.locator('main h1').first().waitFor();
    expect(await tourOf(page).count()).toBe(0);
    await page.goto(`${salama.url}/posts`);
    await page.getByRole('button', { name: 'Ajuda deste ecrã' }).click();
    await page.getByRole('dialog', { name: 'Ajuda: Postos' }).getByText('duas pessoas').first().waitFor();
    expect(await findBarriers(page)).toEqual([]);
    expect(await findRawKeys(page)).toEqual([]);
    await page.getByRole('button', { name: 'Começar a visita' }).click();
    await page.waitForURL('**/today');
    await tourOf(page).getByText('1 de 6').waitFor();
    await close();
  });

  test('on a phone the card stays within the screen, and the page below it can be used', async () => {
    const { page, close } = await openAs('post-commander', { locale: 'pt', width: 390 });
    const tour = tourOf(page);
    for (const _ of tourSteps['post-commander'].slice(1)) {
      await expect
        .poll(() => tour.boundingBox().then((box) => box && box.x >= 0 && box.x + box.width <= 390))
        .toBe(true);
      await tour.getByRole('button', { name: 'Seguinte' }).click();
    }
    await page.getByRole('button', { name: 'Folha de rota' }).click();
    await page.waitForURL('**sheet=1*');
    await close();
  });
});
