// Pictures of every screen from a running demonstration, to look at and mend: `node tools/gallery.ts http://127.0.0.1:4000`.
// All sizes, light and dark, Portuguese and English, into .salama/gallery; three of them are the README's (docs/pictures).
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { users } from '../src/server/app/demonstration/people.ts';
import { DEMONSTRATION_PASSWORD } from '../src/server/app/demonstration/sign-in-page.ts';
import { openChromium } from './open-chromium.ts';
import { shrinkPicture } from './shrink-picture.ts';

/** `shows` is there when the screen has what it shows; `deed` is done before the picture is taken. */
type Screen = { login: string; path: string; name: string; shows: string; deed?: (page: Page) => Promise<void> };
type Look = { width: number; height: number; scheme: 'light' | 'dark'; locale: 'pt' | 'en' };

const openFirst = async (page: Page): Promise<void> => {
  const row = page.locator('[id^="row-"]').first();
  if (!(await row.isVisible())) return;
  await row.click();
  await page.locator('article h2').first().waitFor();
};
const screens: readonly Screen[] = [
  { login: 'coordenadora', path: '/today', name: 'today', shows: 'main h2' },
  { login: 'coordenadora', path: '/concerns', name: 'queue', shows: '[id^="row-"]' },
  { login: 'coordenadora', path: '/concerns?state=all', name: 'concerns', shows: '[id^="row-"]', deed: openFirst },
  { login: 'coordenadora', path: '/map', name: 'map', shows: 'main table' },
  { login: 'coordenadora', path: '/concerns?view=board', name: 'board', shows: '[id^="row-"]' },
  { login: 'coordenadora', path: '/posts', name: 'posts', shows: 'main li' },
  { login: 'coordenadora', path: '/places', name: 'places', shows: 'main h1' },
  { login: 'coordenadora', path: '/types', name: 'types', shows: 'main table' },
  { login: 'coordenadora', path: '/entries', name: 'entries', shows: 'main form' },
  { login: 'coordenadora', path: '/imports', name: 'imports', shows: 'main h1' },
  { login: 'coordenadora', path: '/todos', name: 'todos', shows: 'main li' },
  { login: 'coordenadora', path: '/texts', name: 'texts', shows: 'main li' },
  { login: 'coordenadora', path: '/texts?view=flows', name: 'flows', shows: 'main ol' },
  { login: 'coordenadora', path: '/handsets', name: 'handsets', shows: 'main section' },
  { login: 'comandante.distrital', path: '/post?state=all', name: 'post', shows: 'main h1' },
  { login: 'comandante.distrital', path: '/own-posts', name: 'own-posts', shows: 'main li' },
  { login: 'comandante', path: '/post?sheet=1', name: 'route-sheet', shows: 'main table' },
  { login: 'proteccao', path: '/caseload', name: 'caseload', shows: 'main select' },
  { login: 'proteccao', path: '/caseload?state=all', name: 'case', shows: 'main select', deed: openFirst },
  { login: 'proteccao', path: '/referral-services', name: 'referral-services', shows: 'main h1' },
  { login: 'escuta', path: '/listening', name: 'listening', shows: 'main h1' },
  { login: 'admin', path: '/people', name: 'people', shows: 'table' },
  { login: 'admin', path: '/gateways', name: 'gateways', shows: 'main h1' },
  { login: 'auditora', path: '/journal', name: 'journal', shows: 'table' },
];
const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
] as const;
const forReadme = ['concerns', 'post', 'handsets'] as const;

const url = process.argv[2] ?? 'http://127.0.0.1:4000';
/** Names of screens after the address: these only. */
const wanted = process.argv.slice(3);
const folder = fileURLToPath(new URL('../.salama/gallery/', import.meta.url));
const pictures = fileURLToPath(new URL('../docs/pictures/', import.meta.url));

await mkdir(folder, { recursive: true });
await mkdir(pictures, { recursive: true });
const browser = await openChromium();
const chosen = screens.filter((screen) => wanted.length === 0 || wanted.includes(screen.name));
for (const login of new Set(chosen.map((screen) => screen.login))) await takeAllOf(browser, login);
await browser.close();
for (const name of forReadme)
  if (chosen.some((screen) => screen.name === name))
    await writeFile(`${pictures}${name}.png`, shrinkPicture(await readFile(`${folder}${name}-1440-light-pt.png`)));

/** One signing in a person, not one a picture: the sign-in counts attempts. */
async function takeAllOf(from: Browser, login: string): Promise<void> {
  if (!users.some((user) => user.login === login)) throw new Error(`nobody signs in as ${login}`);
  const context = await from.newContext({ reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(url);
  await page.locator('input[name="login"]').fill(login);
  await page.locator('input[name="password"]').fill(DEMONSTRATION_PASSWORD);
  await page.locator('button[type="submit"]').click();
  await page.locator('nav a').first().waitFor();
  for (const locale of ['pt', 'en'] as const)
    for (const scheme of ['light', 'dark'] as const)
      for (const size of sizes)
        for (const screen of chosen.filter((one) => one.login === login))
          await take(page, screen, { ...size, scheme, locale });
  await context.close();
}

async function take(page: Page, screen: Screen, { width, height, scheme, locale }: Look): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
  await page.evaluate((kept) => localStorage.setItem('salama.locale', kept), locale);
  await page.goto(`${url}${screen.path}`);
  await page.locator(screen.shows).first().waitFor();
  await settle(page);
  await screen.deed?.(page);
  await settle(page);
  await page.screenshot({ path: `${folder}${screen.name}-${width}-${scheme}-${locale}.png` });
}

/** Skeletons gone: the screen shows what it has. */
async function settle(page: Page): Promise<void> {
  await page.locator('main [role="status"][aria-label]').first().waitFor({ state: 'detached' });
}
