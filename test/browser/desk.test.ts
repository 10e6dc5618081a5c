// The coordinator's desk by hand: sixty concerns by keyboard, filters as a link, several at once, the palette, search, print.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openChromium } from '../../tools/open-chromium.ts';
import { startSalama } from '../salama.ts';
import { findBarriers, findRawKeys, hasChromium, openPage, signIn } from './chromium.ts';

const runs = hasChromium ? describe : describe.skip;
const WAITING = 60;
const MORNING = 12;

runs('the desk (needs Chromium)', () => {
  let salama: Awaited<ReturnType<typeof startSalama>>;
  let browser: Browser;
  beforeAll(async () => {
    [salama, browser] = await Promise.all([startSalama(), openChromium()]);
    await salama.handset('Moradora').send('Roubo mota em Nantalika ontem a noite');
    await salama.drained();
    // A night of messages: copies of a real telling, as they wait for a person, every fifth without a type.
    await copies('night', 'bicicleta', WAITING);
  }, 120_000);
  const copies = (name: string, word: string, count: number) =>
    salama.sql.query(
      `insert into respond_concern (id, ref, lane, type_code, severity, danger, area_id, place_by, scope_id, time_band, told_on, narrative,
         state, hold_reasons, triage_due_at, opened_at, origin)
       select 'cn_' || $2 || n, upper(left($2, 1)) || 'T' || lpad(n::text, 2, '0'), 'ordinary', case when n % 5 > 0 then c.type_code end, 3, false, c.area_id, 'name',
         c.scope_id, 'night', current_date, 'levaram ' || $3 || ' número de série apagado perto da mangueira ' || n, 'triage', '{type-not-on-list}',
         now() + n * interval '20 minutes', now() - n * interval '3 minutes', c.origin
       from (select * from respond_concern where lane = 'ordinary' and type_code is not null limit 1) c, generate_series(1, $1::int) n`,
      [count, name, word],
    );
  afterAll(async () => {
    await browser?.close();
    await salama?.close();
  });

  const openDesk = async (
    query: string,
    {
      role = 'coordinator',
      ...look
    }: Parameters<typeof openPage>[2] & { role?: 'coordinator' | 'protection-officer' } = {},
  ): ReturnType<typeof openPage> => {
    const person = salama.people[role];
    if (person === undefined) throw new Error('nobody signs in');
    const opened = await openPage(browser, salama.url, { locale: 'pt', ...look });
    await signIn(opened.page, salama.url, person);
    await opened.page.goto(`${salama.url}/${role === 'coordinator' ? 'concerns' : 'caseload'}?${query}`);
    return opened;
  };
  const rows = (page: Page) => page.locator('[id^="row-cn_"]');
  const waitingNow = async (name = 'night'): Promise<number> => {
    const { rows: found } = await salama.sql.query(
      `select count(*)::int as n from respond_concern where id like $1 and lane = 'ordinary' and state = 'triage'`,
      [`cn_${name}%`],
    );
    return found[0].n;
  };

  test('a name without its accents, in small letters and misspelt, finds the concern; the filters are the link', async () => {
    const { page, faults, close } = await openDesk('state=all');
    const box = page.getByRole('textbox', { name: 'Procurar palavra ou referência' });
    await box.fill('numero serie mangeira 17');
    await page.waitForURL('**q=numero*');
    await rows(page).first().waitFor();
    await page.locator('#row-cn_night17').waitFor();
    const link = page.url();
    const other = await openDesk(new URL(link).search.slice(1));
    await other.page.locator('#row-cn_night17').waitFor();
    expect([...faults, ...other.faults]).toEqual([]);
    await Promise.all([close(), other.close()]);
  });

  test('who types slowly keeps the box: no letter of a word becomes a deed; nothing found leads out of the filters', async () => {
    const { page, faults, close } = await openDesk('');
    await page.waitForURL('**id=cn_*');
    await page.keyboard.press('/');
    const box = page.getByRole('textbox', { name: 'Procurar palavra ou referência' });
    await box.pressSequentially('ramtlax', { delay: 400 });
    expect(await box.inputValue()).toBe('ramtlax');
    expect(await page.getByRole('dialog').count()).toBe(0);
    const queue = page.getByRole('region', { name: 'Fila de preocupações' });
    await queue.getByText('Nada com estes filtros').waitFor();
    await queue.getByRole('button', { name: 'Limpar' }).last().click();
    await rows(page).first().waitFor();
    expect(await box.inputValue()).toBe('');
    expect(faults).toEqual([]);
    await close();
  });

  test('a filter that was chosen gives the keys back: J walks the queue and picks no other filter', async () => {
    const { page, close } = await openDesk('');
    await page.waitForURL('**id=cn_*');
    const states = page.getByRole('combobox', { name: 'Estado' });
    await states.focus();
    await states.selectOption('triage');
    await page.keyboard.press('Enter');
    await page.waitForURL('**state=triage*');
    await rows(page).nth(1).waitFor();
    const opened = page.url();
    await page.keyboard.press('j');
    await page.waitForURL((url) => url.href !== opened && url.searchParams.get('state') === 'triage');
    expect(await states.inputValue()).toBe('triage');
    await close();
  });

  test('asked for the type, the first to confirm is what it is now', async () => {
    const { page, close } = await openDesk('state=all&id=cn_night1');
    const now = await page.locator('article h2').first().textContent();
    await page.keyboard.press('t');
    const first = page.getByRole('dialog').getByRole('option').first();
    await first.waitFor();
    expect(await first.textContent()).toContain(now);
    expect(await first.textContent()).toContain('como está');
    await close();
  });

  test('an address that leads nowhere, or to a screen of another role, says so and shows the way back', async () => {
    const { page, close } = await openDesk('');
    for (const [path, said] of [
      ['/nada', 'Este endereço não leva a lado nenhum'],
      ['/journal', 'Este ecrã é de outra função'],
    ] as const) {
      await page.goto(salama.url + path);
      await page.getByRole('heading', { name: said, level: 1 }).waitFor();
      expect(await findBarriers(page)).toEqual([]);
      await page.getByRole('link', { name: 'Ir para o início' }).click();
      await page.waitForURL('**/today');
    }
    await close();
  });

  test('filters are kept under a name and come back', async () => {
    const { page, close } = await openDesk('state=waiting&severity=3');
    await page.getByRole('button', { name: 'Filtros guardados' }).click();
    await page.getByRole('menuitem', { name: 'Guardar estes filtros…' }).click();
    await page.getByRole('textbox', { name: 'Nome' }).fill('Noite, médias');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.goto(`${salama.url}/concerns`);
    await page.getByRole('button', { name: 'Filtros guardados' }).click();
    await page.getByRole('menuitem', { name: 'Noite, médias' }).click();
    await page.waitForURL((url) => url.searchParams.get('severity') === '3');
    await close();
  });

  test('several are marked by keys, released at once, and one undo brings all back', async () => {
    const { page, faults, close } = await openDesk('q=bicicleta');
    await page.waitForURL('**id=cn_*');
    await page.locator('article h2').first().waitFor();
    for (let n = 0; n < 3; n += 1) await page.keyboard.press('Shift+J');
    const bar = page.getByRole('toolbar', { name: 'Acções para as marcadas' });
    await bar.getByText('4 marcadas').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    const before = await waitingNow();
    await page.keyboard.press('r');
    await page.getByRole('button', { name: 'Desfazer' }).waitFor();
    const refused = page.getByRole('dialog');
    if (await refused.isVisible()) await page.keyboard.press('Escape');
    const after = await waitingNow();
    expect(after).toBeLessThan(before);
    await page.getByRole('button', { name: 'Desfazer' }).click();
    await expect.poll(() => waitingNow()).toBe(before);
    expect(faults).toEqual([]);
    await close();
  });

  test('Ctrl-K finds a screen, a deed of this screen, a concern and a place; without a mouse', async () => {
    const { page, faults, close } = await openDesk('state=all');
    await page.waitForURL('**id=cn_*');
    await page.locator('article h2').first().waitFor();
    const ask = async (words: string): Promise<void> => {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: /Ecrã/ }).fill(words);
    };
    await ask('imprimir');
    await page.getByRole('option', { name: /Imprimir/ }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await ask('NT33');
    await page.getByRole('option', { name: /NT33/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**id=cn_night33*');
    await ask('macomia');
    await page
      .getByRole('option', { name: /Macomia/ })
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
    await ask('taref');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/todos*');
    expect(faults).toEqual([]);
    await close();
  });

  test.each(['light', 'dark'] as const)(
    'the board has every column, is walked by keys, and holds no barrier: %s',
    async (scheme) => {
      const { page, faults, close } = await openDesk('view=board', { scheme });
      await rows(page).first().waitFor();
      expect(await page.locator('[data-clock]').count()).toBe(6);
      await page.keyboard.press('j');
      await page.keyboard.press('j');
      await page.keyboard.press('Enter');
      await page.locator('article h2').first().waitFor();
      await page.getByRole('button', { name: 'Voltar ao quadro' }).click();
      await rows(page).first().waitFor();
      expect([await findBarriers(page), await findRawKeys(page)]).toEqual([[], []]);
      expect(faults).toEqual([]);
      await close();
    },
  );

  test('on paper stands the record alone; of a restricted case the words only when it is confirmed', async () => {
    const { page, close } = await openDesk('state=all&id=cn_night1');
    await page.locator('article h2').first().waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText('Registo NT01').isVisible()).toBe(true);
    expect(await page.getByText('DEMONSTRAÇÃO', { exact: true }).isVisible()).toBe(true);
    for (const gone of ['nav', '[role="toolbar"]', 'search', '.no-print'])
      expect(await page.locator(gone).first().isVisible()).toBe(false);
    expect(await page.locator('[data-words]').first().isVisible()).toBe(true);
    for (const path of ['/map', '/posts']) {
      await page.goto(salama.url + path);
      await page.locator('main h1').first().waitFor();
      expect(await page.getByText('DEMONSTRAÇÃO', { exact: true }).isVisible(), path).toBe(true);
      expect(await page.title()).toMatch(/ · DEMONSTRAÇÃO$/);
    }
    await close();

    await salama.handset('Moradora').send('Uma menina foi violada perto do rio em Nantalika');
    await salama.drained();
    const office = await openDesk('state=all', { role: 'protection-officer' });
    await rows(office.page).first().click();
    await office.page.locator('article h2').first().waitFor();
    // A case is never released to a post, and its page speaks of no such thing.
    expect(await office.page.getByText('Porque espera').count()).toBe(1);
    expect(await office.page.getByText(/antes de libertar|um posto pode agir/).count()).toBe(0);
    await office.page.emulateMedia({ media: 'print' });
    expect(await office.page.locator('[data-words]').first().isVisible()).toBe(false);
    expect(await office.page.locator('article h2').first().isVisible()).toBe(true);
    await office.close();
  });

  test('printed from a dark screen the paper is white and its letters are black', async () => {
    const { page, close } = await openDesk('state=all&id=cn_night1', { scheme: 'dark' });
    await page.locator('article h2').first().waitFor();
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const look = (where: string, what: 'color' | 'backgroundColor') =>
      page
        .locator(where)
        .first()
        .evaluate((one, name) => Reflect.get(getComputedStyle(one), name), what);
    expect(await look('body', 'backgroundColor')).toBe('rgb(255, 255, 255)');
    expect(await look('p[data-words]', 'backgroundColor')).toBe('rgb(255, 255, 255)');
    for (const words of ['article h2', '[data-words]', 'article dd'])
      expect(await look(words, 'color'), words).toBe('rgb(0, 0, 0)');
    await close();
  });

  test('twelve different decisions by keyboard alone: three keys for an answer, and the focus is never lost', async () => {
    await copies('morning', 'cerca', MORNING);
    const { page, close } = await openDesk('state=triage&q=cerca');
    await page.waitForURL('**id=cn_morning*');
    const openId = (): string => new URL(page.url()).searchParams.get('id') ?? '';
    const focused = () => page.evaluate('document.activeElement.tagName');
    const title = (name: string) => page.getByRole('dialog', { name });
    let keys = 0;
    const press = async (...pressed: string[]): Promise<void> => {
      for (const key of pressed) await page.keyboard.press(key);
      keys += pressed.length;
    };
    const inSheet = async (key: string, name: string, field = 'input:focus'): Promise<void> => {
      await press(key);
      await title(name).locator(field).waitFor();
    };
    const decisions: readonly (() => Promise<void>)[] = [
      async () => {
        await inSheet('a', 'Responder a quem contou');
        await press('2', 'Enter');
        await page
          .getByText(/^MT\d\d: Resposta: Foi tratado/)
          .first()
          .waitFor();
      },
      async () => {
        await inSheet('r', 'Rever e libertar', 'textarea:focus');
        await press('Control+Enter');
      },
      async () => {
        await inSheet('v', 'Mudar de via');
        await press('1', 'Enter');
      },
      async () => {
        await inSheet('l', 'Lugar');
        await press('Escape');
        await title('Lugar').waitFor({ state: 'detached' });
        await expect.poll(focused).toBe('A');
        await inSheet('a', 'Responder a quem contou');
        await press('ArrowDown', 'Enter');
      },
    ];
    const seen: string[] = [];
    for (let n = 0; n < MORNING; n += 1) {
      const id = openId();
      expect(seen).not.toContain(id);
      seen.push(id);
      await page.locator(`article[data-concern="${id}"]`).waitFor();
      if ((await page.locator('article h2').textContent()) === 'Tipo por esclarecer') {
        await inSheet('t', 'Tipo');
        await press('Enter');
        await page.locator('article h2', { hasText: 'Tipo por esclarecer' }).waitFor({ state: 'detached' });
      }
      await decisions[n % decisions.length]?.();
      if (n < MORNING - 1) await page.waitForURL((url) => url.searchParams.get('id') !== id);
    }
    await expect.poll(() => waitingNow('morning')).toBe(0);
    expect(keys).toBeLessThanOrEqual(MORNING * 4.5);
    await close();
  });

  test('sixty concerns by keyboard: little more than two keys each, and each is released by its own deed', async () => {
    const { page, faults, close } = await openDesk('state=triage&q=bicicleta');
    await page.waitForURL('**id=cn_*');
    let keys = 0;
    const press = async (key: string): Promise<void> => {
      keys += 1;
      await page.keyboard.press(key);
    };
    const seen = new Set<string>();
    while (seen.size < WAITING) {
      const id = new URL(page.url()).searchParams.get('id') ?? '';
      seen.add(id);
      await page.locator(`article[data-concern="${id}"]`).waitFor();
      const untyped = (await page.locator('article h2').textContent()) === 'Tipo por esclarecer';
      await press('r');
      if (untyped) {
        await page.locator('[role="dialog"] input:focus').waitFor();
        await press('Enter');
      }
      await page.locator('[role="dialog"] textarea:focus').waitFor();
      await press('Control+Enter');
      if (seen.size < WAITING) await page.waitForURL((url) => !seen.has(url.searchParams.get('id') ?? ''));
    }
    await expect.poll(() => waitingNow(), { timeout: 20_000 }).toBe(0);
    const lines = await salama.sql.query(
      `select count(*)::int as n from journal where event = 'concern.released' and subject_id like 'cn_night%'
         and payload ->> 'by' = 'person' and not exists (select from journal u where u.event = 'deed.undone' and u.payload ->> 'deedId' = journal.id)`,
    );
    expect(lines.rows[0].n).toBe(WAITING);
    expect(keys).toBeLessThanOrEqual(WAITING * 2.3);
    expect(faults).toEqual([]);
    await close();
  }, 120_000);
});
