// People by hand: a code made, read and taken back; a lost telephone by two people; an absence and its mark; who sees what.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asOwner } from '../../src/server/app/set-up.ts';
import { createPasswords, makeUser } from '../../src/server/rooms/protect/index.ts';
import { openChromium } from '../../tools/open-chromium.ts';
import { dayAhead } from '../day.ts';
import { startSalama } from '../salama.ts';
import { findBarriers, findRawKeys, hasChromium, openPage, signIn } from './chromium.ts';

const runs = hasChromium ? describe : describe.skip;

runs('people (needs Chromium)', () => {
  let salama: Awaited<ReturnType<typeof startSalama>>;
  let browser: Browser;

  beforeAll(async () => {
    [salama, browser] = await Promise.all([startSalama(), openChromium()]);
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
  const CODE = /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/;

  test('a code is shown once; its invitation stands in the list and is taken back by one tap', async () => {
    const { page, faults, close } = await openAs('admin', '/people');
    await page.getByRole('button', { name: 'Convidar' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Função').selectOption('listener');
    await dialog.getByRole('button', { name: 'Criar o código' }).click();
    expect(await dialog.locator('output').textContent()).toMatch(CODE);
    expect(await clean(page)).toEqual([[], []]);
    // On paper: the code, what it is for and until when; no page behind it, no button.
    await page.emulateMedia({ media: 'print' });
    expect(await dialog.locator('output').isVisible()).toBe(true);
    expect(await dialog.getByText('Na página de entrada').isVisible()).toBe(true);
    expect(await page.locator('main').isVisible()).toBe(false);
    expect(await dialog.getByText('Já anotei').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    await dialog.getByRole('button', { name: 'Já anotei' }).click();
    await page.getByRole('button', { name: 'Cancelar: Escuta · Emakhuwa' }).click();
    await page.getByText('Fora do prazo').waitFor();
    expect(await page.locator('main').textContent()).not.toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/);
    expect(await clean(page)).toEqual([[], []]);
    expect(faults).toEqual([]);
    await close();
  });

  test('the auditor’s telephone is lost: locked by one, agreed by protection, never by who asked', async () => {
    const { page, close } = await openAs('admin', '/people', { scheme: 'dark' });
    await page.getByRole('button', { name: /^Auditora/ }).click();
    const dialog = page.getByRole('dialog');
    expect(await clean(page)).toEqual([[], []]);
    await dialog.getByRole('button', { name: 'Perdeu o telefone' }).click();
    await dialog.getByRole('button', { name: /^Bloquear já/ }).click();
    expect(await dialog.locator('output').textContent()).toMatch(CODE);
    await dialog.getByText('Uma segunda pessoa tem de concordar').waitFor();
    await dialog.getByRole('button', { name: 'Já anotei' }).click();
    await page.getByText('À espera de outra pessoa').waitFor();
    await close();
    const second = await openAs('proteccao', '/people', { width: 390 });
    await second.page.getByText('Auditora (demonstração): novo telefone').waitFor();
    expect(await clean(second.page)).toEqual([[], []]);
    await second.page.getByRole('button', { name: /^Concordo/ }).click();
    await second.page.getByText('Nada espera por si').waitFor();
    expect(await clean(second.page)).toEqual([[], []]);
    await second.close();
  });

  test('an absence is said in the own menu, and whoever stands in sees it over every screen', async () => {
    const { page, close } = await openAs('coordenador.distrital', '/todos');
    await page.getByRole('button', { name: /Coordenador distrital/ }).click();
    await page.getByRole('menuitem', { name: 'Ausências' }).click();
    const dialog = page.getByRole('dialog');
    const today = dayAhead(0);
    await dialog.getByLabel('Primeiro dia').fill(today);
    await dialog.getByLabel('Último dia').fill(today);
    await dialog
      .getByLabel('Quem fica no lugar')
      .selectOption({ label: 'Coordenadora provincial (demonstração) · Coordenação · Cabo Delgado' });
    await dialog.getByRole('button', { name: 'Marcar a ausência' }).click();
    await dialog.getByRole('button', { name: /^Terminar/ }).waitFor();
    expect(await clean(page)).toEqual([[], []]);
    const cover = await openAs('coordenadora.provincial', '/todos', { width: 390, scheme: 'dark' });
    await cover.page.getByText(/^Está no lugar de Coordenador distrital/).waitFor();
    expect(await clean(cover.page)).toEqual([[], []]);
    await cover.close();
    await dialog.getByRole('button', { name: /^Terminar/ }).click();
    await dialog.getByText('Marcadas').waitFor({ state: 'detached' });
    await close();
  });

  test('a commander who covers the next post finds its briefs in the own list, each marked for whom', async () => {
    await salama.handset('Moradora').send('Roubo mota em Nantalika ontem a noite');
    await salama.drained();
    const { rows } = await salama.sql.query<{ id: string }>(
      `insert into know_post (id, service, name, area_id, scope_id, superior_id)
       select 'po_beside', service, 'Posto ao lado', area_id, scope_id, superior_id from know_post where id = 'po_demo-police-nantalika' returning id`,
    );
    const { password } = salama.people['coordinator'] ?? { password: '' };
    const passwords = await createPasswords();
    await asOwner({ owner: salama.sql }, 'demonstration', (ctx) =>
      makeUser(
        ctx,
        { login: 'ao.lado', name: 'Comandante ao lado', role: 'post-commander', postId: rows[0]?.id ?? '', password },
        passwords,
      ),
    );
    const commander = await salama.signIn('comandante');
    const { grant } = await commander.call('getSession');
    const { covers } = await commander.call('listCovers', { params: { id: grant.id } });
    const cover = covers.find(({ name }) => name === 'Comandante ao lado');
    const today = dayAhead(0);
    const body = { grantId: grant.id, coverGrantId: cover?.grantId ?? '', from: today, to: today };
    await commander.call('setAbsence', { body });
    const { page, faults, close } = await openAs('ao.lado', '/post', { width: 390 });
    await page.getByText('por Comandante do posto (demonstração)').first().waitFor();
    await page.getByText(/^Está no lugar de Comandante do posto/).waitFor();
    expect(await clean(page)).toEqual([[], []]);
    expect(faults).toEqual([]);
    await close();
  });

  test('who sees what: all roles side by side, and one role with its screens and its last wall', async () => {
    const { page, faults, close } = await openAs('admin', '/people?part=sight');
    await page.getByRole('rowheader', { name: 'Preocupações e casos' }).waitFor();
    expect(await clean(page)).toEqual([[], []]);
    await page.getByLabel('Ver como').selectOption('post-commander');
    await page.getByText('Só o que foi libertado ao seu posto; nunca quem contou.').first().waitFor();
    const number = page.getByRole('listitem').filter({ hasText: 'O número de quem contou' });
    await number.getByText('fechado').waitFor();
    expect(await clean(page)).toEqual([[], []]);
    expect(faults).toEqual([]);
    await close();
  });

  test('whoever is invited hears at the field that her password is short, before anything is sent', async () => {
    const { page, close } = await openPage(browser, salama.url, { locale: 'pt', width: 390 });
    await page.goto(salama.url);
    await page.getByRole('button', { name: 'Tenho um código de convite' }).click();
    for (const [at, typed] of ['AAAA-BBBB-CCCC', 'Ana', 'ana.nova'].entries())
      await page.locator('form input').nth(at).fill(typed);
    const password = page.locator('input[type="password"]');
    await password.fill('curta');
    await page.getByRole('button', { name: 'Continuar' }).click();
    await page.locator('input:focus:invalid').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    // Long enough, the server speaks, with its sign and its words.
    await password.fill('quatro palavras que ninguém adivinha');
    await page.getByRole('button', { name: 'Continuar' }).click();
    await page.getByRole('alert').locator('svg').waitFor();
    expect(await clean(page)).toEqual([[], []]);
    await close();
  });

  test('the way back from the sign-in page has its own form, in both languages', async () => {
    for (const locale of ['pt', 'en'] as const) {
      const { page, close } = await openPage(browser, salama.url, { locale, width: 390 });
      await page.goto(salama.url);
      await page
        .getByRole('button', {
          name: locale === 'pt' ? 'Perdi a palavra-passe ou o telefone' : 'I lost my password or phone',
        })
        .click();
      expect(await clean(page)).toEqual([[], []]);
      await page
        .getByText(locale === 'pt' ? 'Palavra-passe' : 'Password', { exact: true })
        .first()
        .click();
      expect(await clean(page)).toEqual([[], []]);
      await close();
    }
  });
});
