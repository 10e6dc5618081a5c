// `npm run gallery`: pictures of the screens from a running demonstration (sizes, light and dark, pt and en), to look at and mend;
// three of them are the README's.
import { copyFile, mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { users } from '../src/server/app/demonstration/people.ts';
import { DEMONSTRATION_PASSWORD } from '../src/server/app/demonstration/sign-in-page.ts';

const url = process.argv[2] ?? 'http://127.0.0.1:4000';
const folder = fileURLToPath(new URL('../.salama/gallery/', import.meta.url));
const pictures = fileURLToPath(new URL('../docs/pictures/', import.meta.url));
const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
];
const screens = [
  { login: 'coordenadora', path: '/concerns', name: 'concerns', first: '[data-concern]' },
  { login: 'comandante.distrital', path: '/post', name: 'post' },
  { login: 'proteccao', path: '/caseload', name: 'caseload' },
  { login: 'escuta', path: '/listening', name: 'listening' },
  { login: 'coordenadora', path: '/todos', name: 'todos' },
  { login: 'coordenadora', path: '/handsets', name: 'handsets' },
  { login: 'admin', path: '/people', name: 'people' },
  { login: 'auditora', path: '/journal', name: 'journal' },
];

await mkdir(folder, { recursive: true });
await mkdir(pictures, { recursive: true });
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--use-angle=swiftshader',
    '--enable-unsafe-swiftshader',
    '--ignore-gpu-blocklist',
    '--disable-background-networking',
  ],
});
for (const screen of screens)
  for (const size of sizes) for (const look of ['light', 'dark'] as const) await take(browser, { screen, size, look });
await browser.close();
for (const name of ['concerns', 'post', 'handsets'])
  await copyFile(`${folder}${name}-1440-light.png`, `${pictures}${name}.png`);

async function take(
  from: Browser,
  { screen, size, look }: { screen: (typeof screens)[number]; size: (typeof sizes)[number]; look: 'light' | 'dark' },
): Promise<void> {
  if (!users.some((user) => user.login === screen.login)) throw new Error(`nobody signs in as ${screen.login}`);
  const context = await from.newContext({ viewport: size, colorScheme: look });
  const page = await context.newPage();
  await page.goto(url);
  await page.locator('input').first().fill(screen.login);
  await page.locator('input[type=password]').fill(DEMONSTRATION_PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL((at) => at.pathname !== '/' && !at.pathname.includes('sign'));
  await page.goto(`${url}${screen.path}`);
  await page.waitForLoadState('networkidle').catch(() => undefined);
  if (screen.name === 'concerns') await page.keyboard.press('j');
  await page.waitForLoadState('networkidle').catch(() => undefined);
  await page.screenshot({ path: `${folder}${screen.name}-${size.width}-${look}.png` });
  await context.close();
}
