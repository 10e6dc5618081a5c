// Pictures of every screen from a running demonstration, to look at and mend: `node tools/gallery.ts http://127.0.0.1:4000`.
// All sizes, light and dark, Portuguese and English, into .salama/gallery; three of them are the README's (docs/pictures).
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { users } from '../src/server/app/demonstration/people.ts';
import { DEMONSTRATION_PASSWORD } from '../src/server/app/demonstration/sign-in-page.ts';
import { openChromium } from './open-chromium.ts';
import { shrinkPicture } from './shrink-picture.ts';

/** `shows` is there when the screen has what it shows; `deed` is done before the picture is taken. Without `login`: whoever comes by. */
type Screen = { login?: string; path: string; name: string; shows: string; deed?: (page: Page) => Promise<void> };
type Look = { width: number; height: number; scheme: 'light' | 'dark'; locale: 'pt' | 'en' };

const openFirst = async (page: Page): Promise<void> => {
  const row = page.locator('[id^="row-"]').first();
  if (!(await row.isVisible())) return;
  await row.click();
  await page.locator('article h2').first().waitFor();
};
const press =
  (button: string) =>
  async (page: Page): Promise<void> => {
    await page.locator(button).click();
    await page.locator('[role="dialog"], [role="menu"], form, details[open]').first().waitFor();
  };
const tour = async (page: Page): Promise<void> => {
  await press('[data-tour="help"]')(page);
  await page.locator('[role="dialog"] button').last().click();
  await page.locator('section[aria-labelledby] p[aria-live]').waitFor();
};
const refused = async (page: Page): Promise<void> => {
  await page.locator('[name="wants"][value="answer"]').check();
  await page.locator('#phone').fill('82 12');
  await page.locator('#words').fill('Luz');
  await page.locator('main button[value="check"]').click();
};
const written = async (page: Page): Promise<void> => {
  await page.locator('[name="what"][value="dark"]').check();
  await page.locator('#place').fill('Nantalika');
  // Nobody writes sooner, and nothing that is sent sooner is taken.
  await page.waitForTimeout(3_200);
  await page.locator('main button[value="check"]').click();
};
/** One telling for all pictures of this run: its code is asked for again and again. */
let code = '';
const sent = async (page: Page): Promise<void> => {
  await written(page);
  await page.locator('main button[value="send"]').click();
  code = (await page.locator('.code').textContent()) ?? '';
};
const followed = async (page: Page): Promise<void> => {
  if (code === '') {
    const asked = page.url();
    await page.goto(asked.replace('/seguir', '/escrever'));
    await sent(page);
    await page.goto(asked);
  }
  await page.locator('#code').fill(code);
  await page.locator('main button').click();
  await page.locator('[role="status"]').waitFor();
};
const screens: readonly Screen[] = [
  { path: '/', name: 'sign-in', shows: 'input[name="login"]' },
  { path: '/', name: 'sign-in-invited', shows: 'input[name="login"]', deed: press('main button >> nth=-2') },
  { path: '/', name: 'sign-in-lost', shows: 'input[name="login"]', deed: press('main button >> nth=-1') },
  { path: '/escrever', name: 'write', shows: 'h1' },
  { path: '/escrever', name: 'write-refused', shows: 'h1', deed: refused },
  { path: '/escrever', name: 'write-check', shows: 'h1', deed: written },
  { path: '/escrever', name: 'write-sent', shows: 'h1', deed: sent },
  { path: '/seguir', name: 'follow', shows: 'h1' },
  { path: '/seguir', name: 'followed', shows: 'h1', deed: followed },
  { login: 'coordenadora', path: '/today', name: 'today', shows: 'main h2' },
  { login: 'coordenadora', path: '/concerns', name: 'queue', shows: '[id^="row-"]' },
  { login: 'coordenadora', path: '/concerns?state=all', name: 'concerns', shows: '[id^="row-"]', deed: openFirst },
  { login: 'coordenadora', path: '/map', name: 'map', shows: 'main table' },
  { login: 'coordenadora', path: '/concerns?view=board', name: 'board', shows: '[id^="row-"]' },
  { login: 'coordenadora', path: '/posts', name: 'posts', shows: 'main li' },
  { login: 'coordenadora', path: '/places', name: 'places', shows: 'main h1' },
  { login: 'coordenadora', path: '/councils', name: 'councils', shows: 'main h1' },
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
  { login: 'comandante', path: '/post', name: 'brief', shows: 'article', deed: press('article button >> nth=-1') },
  { login: 'comandante', path: '/post', name: 'tour', shows: 'main h1', deed: tour },
  { login: 'comandante', path: '/post', name: 'help', shows: 'main h1', deed: press('[data-tour="help"]') },
  { login: 'comandante', path: '/post', name: 'bell', shows: 'main h1', deed: press('[data-tour="bell"]') },
  { login: 'comandante', path: '/post', name: 'search', shows: 'main h1', deed: press('[data-tour="search"]') },
  { login: 'comandante', path: '/post', name: 'own-menu', shows: 'main h1', deed: press('[data-tour="person"]') },
  { login: 'proteccao', path: '/caseload', name: 'caseload', shows: 'main select' },
  { login: 'proteccao', path: '/caseload?state=all', name: 'case', shows: 'main select', deed: openFirst },
  { login: 'proteccao', path: '/referral-services', name: 'referral-services', shows: 'main h1' },
  { login: 'escuta', path: '/listening', name: 'listening', shows: 'main h1' },
  { login: 'escuta', path: '/entries', name: 'entries-listener', shows: 'main form' },
  { login: 'admin', path: '/people', name: 'people', shows: 'table' },
  { login: 'admin', path: '/people', name: 'invite', shows: 'table', deed: press('header button >> nth=-1') },
  { login: 'admin', path: '/people', name: 'person', shows: 'table', deed: press('table button >> nth=5') },
  { login: 'admin', path: '/people?part=sight', name: 'sight', shows: 'table' },
  { login: 'admin', path: '/posts', name: 'post-sheet', shows: 'main li', deed: press('main li button >> nth=0') },
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
async function takeAllOf(from: Browser, login: string | undefined): Promise<void> {
  const context = await from.newContext({ reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(url);
  if (login !== undefined) await signIn(page, login);
  for (const locale of ['pt', 'en'] as const)
    for (const scheme of ['light', 'dark'] as const)
      for (const size of sizes)
        for (const screen of chosen.filter((one) => one.login === login))
          await take(page, screen, { ...size, scheme, locale });
  await context.close();
}

async function signIn(page: Page, login: string): Promise<void> {
  if (!users.some((user) => user.login === login)) throw new Error(`nobody signs in as ${login}`);
  await page.locator('input[name="login"]').fill(login);
  await page.locator('input[name="password"]').fill(DEMONSTRATION_PASSWORD);
  await page.locator('button[type="submit"]').click();
  await page.locator('nav a').first().waitFor();
  // Whoever has walked the tour sees the screen and no card over it.
  await page.locator('main h1, main h2').first().waitFor();
  await page.keyboard.press('Escape');
}

async function take(page: Page, screen: Screen, { width, height, scheme, locale }: Look): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
  await page.evaluate((kept) => localStorage.setItem('salama.locale', kept), locale);
  // The pages for anybody keep no choice of language: their address says it.
  await page.goto(`${url}${screen.path}${screen.login === undefined ? `?l=${locale}` : ''}`);
  await page.locator(screen.shows).first().waitFor();
  await settle(page);
  await screen.deed?.(page);
  await settle(page);
  // A page for anybody is one long form: all of it.
  const fullPage = screen.login === undefined;
  await page.screenshot({ path: `${folder}${screen.name}-${width}-${scheme}-${locale}.png`, fullPage });
}

/** Skeletons gone: the screen shows what it has. */
async function settle(page: Page): Promise<void> {
  await page.locator('[role="status"][aria-label]').first().waitFor({ state: 'detached' });
}
