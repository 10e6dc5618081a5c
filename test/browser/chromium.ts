// The real browser of the browser tests: Debian's Chromium, with everything that goes wrong on a page collected.
import { existsSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { chromiumPath } from '../../tools/open-chromium.ts';

/** Without the browser these tests cannot run; the count of them is shown as skipped. */
export const hasChromium = existsSync(chromiumPath);

export type Watched = { page: Page; faults: string[]; close: () => Promise<void> };
export type Look = { scheme?: 'light' | 'dark'; width?: number; locale?: 'pt' | 'en' };

/** A page whose console errors, broken policies and calls to third parties are collected in `faults`. */
export async function openPage(browser: Browser, origin: string, look: Look = {}): Promise<Watched> {
  const context = await browser.newContext({
    colorScheme: look.scheme ?? 'light',
    viewport: { width: look.width ?? 1440, height: 900 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    // Asking who is signed in before anybody is answers 401, and the browser says so; that is no fault.
    if (message.type() === 'error' && !message.text().includes('401')) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(origin)) faults.push(`third party: ${request.url()}`);
  });
  await page.exposeFunction('tellFault', (text: string) => void faults.push(text));
  await page.addInitScript((locale) => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const tell: unknown = Reflect.get(globalThis, 'tellFault');
      if (typeof tell === 'function') tell(`policy: ${event.violatedDirective} ${event.blockedURI}`);
    });
    if (locale !== undefined && localStorage.getItem('salama.locale') === null)
      localStorage.setItem('salama.locale', locale);
  }, look.locale);
  return { page, faults, close: () => context.close() };
}

export async function signIn(page: Page, origin: string, person: { login: string; password: string }): Promise<void> {
  await page.goto(origin);
  await page.locator('input[name="login"]').fill(person.login);
  await page.locator('input[name="password"]').fill(person.password);
  await page.locator('button[type="submit"]').click();
  await page.locator('nav a').first().waitFor();
}

/** What axe finds, one line a rule; empty is clean. */
export async function findBarriers(page: Page): Promise<string[]> {
  // The older way of asking runs in the page itself; the newer one opens a second page each time, for frames that we do not have.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.map((rule) => `${rule.id}: ${rule.nodes.map((node) => node.target.join(' ')).join(' | ')}`);
}

/** Words on the page that look like an untranslated key (`concern.voices`). */
export async function findRawKeys(page: Page): Promise<string[]> {
  const text = (await page.locator('body').textContent()) ?? '';
  return (
    text.match(
      /\b(?:screen|event|hold|state|todo|role|action|deed|answer|problem|step|why|lane|cannot|briefState|service|language)\.[a-z][\w.-]*/g,
    ) ?? []
  );
}

/** What stands beside the window at this width: the page scrolls sideways, or something on top or in a sheet is out of reach. */
export async function findOutside(page: Page, width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 844 });
  // What is drawn otherwise at this width has been drawn.
  await page.evaluate(
    'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0))))',
  );
  return page.evaluate(() => {
    const outside = [...document.querySelectorAll('header button, header a, [role="dialog"] button, nav a, nav button')]
      .filter((one) => one.getClientRects().length > 0 && one.getBoundingClientRect().right > innerWidth + 1)
      .map((one) => (one.getAttribute('aria-label') ?? one.textContent ?? '').trim());
    const wide = [document.documentElement, document.querySelector('main')]
      .filter((one) => one !== null && one.scrollWidth > one.clientWidth + 1)
      .map((one) => `${one?.tagName.toLowerCase()} ${one?.scrollWidth} > ${one?.clientWidth}`);
    return [...wide, ...outside];
  });
}

/** What a thumb must hit and is lower than 44 px. */
export async function findSmall(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        'button, select, textarea, summary, input:not([type="checkbox"], [type="radio"])',
      ),
    ]
      .filter(
        (one) =>
          one.tabIndex >= 0 &&
          one.checkVisibility() &&
          getComputedStyle(one).clipPath === 'none' &&
          one.closest('p') === null,
      )
      .map((one) => ({
        name: one.getAttribute('aria-label') ?? one.textContent,
        height: one.getBoundingClientRect().height,
      }))
      .filter(({ height }) => height > 1 && height < 43.5)
      .map(({ name, height }) => `${name?.trim()} ${height}`),
  );
}
