// The area in view: a coordinator looks at one district, sees nothing of the others, and dangers whole all the same.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openChromium } from '../../tools/open-chromium.ts';
import { openClient } from '../client.ts';
import { type Salama, startSalama } from '../salama.ts';
import { findBarriers, findOutside, hasChromium } from './chromium.ts';
import { openAsIn, personOf } from './roles.ts';

const runs = hasChromium ? describe : describe.skip;

runs('the area in view (needs Chromium)', () => {
  let salama: Salama;
  let browser: Browser;
  beforeAll(async () => {
    [salama, browser] = await Promise.all([startSalama(), openChromium()]);
    await salama.handset('Moradora').send('Roubo de gado em Macomia, levaram tres cabritos');
    await salama.handset('+258800009901').send('Roubo de mota em Pemba ontem a noite');
    await salama.handset('+258800009902').send('ataque agora em Mueda, homens armados');
    await salama.drained();
  });
  afterAll(async () => {
    await browser?.close();
    await salama?.close();
  });

  test('one district alone, on every screen, until she takes the whole again', async () => {
    const { page, faults, close } = await openAsIn(browser, salama)('coordinator', { locale: 'pt' });
    await page.goto(`${salama.url}/concerns?state=all`);
    const rows = page.locator('[id^="row-"]');
    const districts = page.locator('main table tr');
    await rows.filter({ hasText: 'Macomia' }).first().waitFor();
    await page.getByRole('button', { name: /^Área à vista/ }).click();
    await page.getByRole('combobox', { name: 'Província ou distrito' }).fill('macomia');
    await page
      .getByRole('option', { name: /Macomia/ })
      .first()
      .click();
    await page.getByText('Só Macomia.').waitFor();
    await rows.filter({ hasText: 'Pemba' }).first().waitFor({ state: 'detached' });
    await rows.filter({ hasText: 'Macomia' }).first().waitFor();
    // What is looked for by a word, and a danger elsewhere, are found all the same.
    await page.getByRole('button', { name: 'Procurar' }).click();
    await page.getByRole('dialog').getByRole('combobox').fill('pemba mota');
    await page.getByRole('option').filter({ hasText: 'Pemba' }).first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: /Ataque.*Mueda/ }).click();
    await page
      .locator('article h2')
      .filter({ hasText: /Ataque/ })
      .waitFor();
    await page.getByRole('link', { name: 'Mapa' }).click();
    await districts.filter({ hasText: 'Macomia' }).first().waitFor();
    expect(await districts.filter({ hasText: 'Mueda' }).count()).toBe(0);
    expect(await page.getByText('Perigo de vida').first().isVisible()).toBe(true);
    expect(await findBarriers(page)).toEqual([]);
    expect(await findOutside(page, 390)).toEqual([]);
    await page.getByRole('button', { name: 'Ver toda a área' }).click();
    await districts.filter({ hasText: 'Mueda' }).first().waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  test('the area only takes away: another’s district brings nothing, and no area is no question', async () => {
    const { signIn, fetch, call } = openClient(salama.url);
    await signIn(personOf(salama, 'coordinator'));
    const within = async (area: string) => fetch('/api/concerns', { headers: { 'x-salama-area': area } });
    expect((await call('listConcerns', { query: {} })).concerns.length).toBeGreaterThan(1);
    expect((await within('ar_mz-cd-macomia')).status).toBe(200);
    const today = await fetch('/api/today', { headers: { 'x-salama-area': 'ar_mz-cd-macomia' } });
    const { districts } = z
      .looseObject({ districts: z.array(z.looseObject({ area: z.looseObject({ id: z.string() }) })) })
      .parse(await today.json());
    expect(districts.map(({ area }) => area.id)).toEqual(['ar_mz-cd-macomia']);
    expect(await (await within('ar_zz-nowhere')).json()).toMatchObject({ concerns: [] });
    expect((await within("ar_mz' or true")).status).toBe(400);
  });
});
