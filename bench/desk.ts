// What a coordinator and a post wait for on the whole seeded history: the main reads of Today, Concerns and the map, and the pages
// in Chromium on a processor slowed four times. BENCH_SIZE: small, full (usual) or 10x; BENCH_DATA: a folder to seed once and use again.
import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, CDPSession } from 'playwright-core';
import { DEMONSTRATION_PASSWORD } from '../src/server/app/demonstration/sign-in-page.ts';
import { chromiumPath, openChromium } from '../tools/open-chromium.ts';
import { quantile } from './load.ts';
import { atMost, type Report } from './report.ts';
import { startSeeded } from './world.ts';

const ROUNDS = 100;
const PAGE_ROUNDS = 5;
const SLOWED = 4;

const reads = [
  ['Today', '/api/today'],
  ['Concerns: what waits', '/api/concerns?state=waiting'],
  ['Concerns: all', '/api/concerns'],
  ['Concerns: late', '/api/concerns?state=late'],
  ['Concerns: one type, all years', '/api/concerns?type=C04'],
  ['Concerns: the board’s counts', '/api/concerns/counts'],
  ['Search: two words', '/api/concerns?q=noite%20casa'],
  ['Search: two words never together', '/api/concerns?q=roubo%20noite'],
  ['Map: 26 weeks', '/api/map?weeks=26'],
] as const;
const pages = [
  ['Today', 'coordenadora', '/today', 'main h2'],
  ['Concerns', 'coordenadora', '/concerns', '[id^="row-"]'],
  ['a post’s list', 'comandante', '/post', 'main h1'],
] as const;

export async function desk(): Promise<Report> {
  const size = process.env['BENCH_SIZE'] ?? 'full';
  const world = await startSeeded(size, process.env['BENCH_DATA']);
  try {
    await forgetFirst(world.sql);
    const messages = await countOf(world.sql, 'listen_inbound');
    const concerns = await countOf(world.sql, 'respond_concern');
    const seen = await measureReads(world.url);
    const shown = existsSync(chromiumPath) ? await measurePages(world.url) : [];
    const lines = [
      `Demonstration \`${size}\`: ${messages} messages, ${concerns} concerns. ${ROUNDS} reads each, one after another, over HTTP.`,
      '',
      '| read | p50 ms | p95 ms |',
      '|---|---|---|',
      ...seen.map(({ name, ms }) => `| ${name} | ${quantile(ms, 0.5).toFixed(0)} | ${quantile(ms, 0.95).toFixed(0)} |`),
      '',
      ...(shown.length === 0
        ? ['Pages: no Chromium here.']
        : [
            `| page, processor slowed ${SLOWED} times, nothing kept | median ms | longest ms |`,
            '|---|---|---|',
            ...shown.map(
              ({ name, ms }) => `| ${name} | ${quantile(ms, 0.5).toFixed(0)} | ${(ms.at(-1) ?? 0).toFixed(0)} |`,
            ),
          ]),
    ];
    return {
      lines,
      bars: [
        ...seen.map(({ name, ms }) => atMost(`${name}, p95 ms`, quantile(ms, 0.95), 100)),
        ...shown.map(({ name, ms }) => atMost(`${name} on a slowed processor, median ms`, quantile(ms, 0.5), 2_000)),
      ],
    };
  } finally {
    await world.stop();
  }
}

const LONGEST_FORGETTING_MS = 30 * 60_000;

/** What is due is forgotten once a day, right after a start, and takes its share of two cores: a morning begins after it. */
async function forgetFirst(sql: { query(text: string): Promise<{ rows: unknown[] }> }): Promise<void> {
  // Among the newest facts only: to look through all of them each second would be a load of its own.
  const done = `select from (select event, at from journal order by seq desc limit 20000) as newest
    where event = 'retention.done' and at > now() - interval '1 day' limit 1`;
  const deadline = performance.now() + LONGEST_FORGETTING_MS;
  while ((await sql.query(done)).rows.length === 0) {
    if (performance.now() > deadline) throw new Error('the forgetting of the day did not end within half an hour');
    await pause(1_000);
  }
}

async function countOf(sql: { query(text: string): Promise<{ rows: unknown[] }> }, table: string): Promise<string> {
  const { rows } = await sql.query(`select count(*)::text as n from ${table}`);
  const [row] = rows;
  return typeof row === 'object' && row !== null ? String(Reflect.get(row, 'n')) : '?';
}

type Measured = { name: string; ms: number[] };

async function measureReads(url: string): Promise<Measured[]> {
  const headers = { 'x-salama': '1', 'content-type': 'application/json', origin: url };
  const signedIn = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ login: 'coordenadora', password: DEMONSTRATION_PASSWORD }),
  });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const measured: Measured[] = [];
  for (const [name, path] of reads) {
    const ms: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const startedAt = performance.now();
      const answer = await fetch(url + path, { headers: { ...headers, cookie } });
      await answer.text();
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
      ms.push(performance.now() - startedAt);
    }
    ms.sort((a, b) => a - b);
    measured.push({ name, ms });
  }
  return measured;
}

async function measurePages(url: string): Promise<Measured[]> {
  const browser = await openChromium();
  const measured: Measured[] = [];
  for (const page of pages) measured.push(await measurePage(browser, url, page));
  await browser.close();
  return measured;
}

/** The page notes by itself, frame by frame: who asks it from outside asks in steps of half a second. */
const noteUsable = (shows: string): string => `
  globalThis.usableAt = new Promise((tell) => {
    const look = () => {
      const shown = document.querySelector(${JSON.stringify(shows)});
      if (shown === null || shown.getClientRects().length === 0) requestAnimationFrame(look);
      else requestAnimationFrame(() => setTimeout(() => tell(performance.now())));
    };
    look();
  });`;

/** From the address to the moment its own content stands there and the page answers to the next frame. */
async function measurePage(
  browser: Browser,
  url: string,
  [name, login, path, shows]: (typeof pages)[number],
): Promise<Measured> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(url);
  await page.locator('input[name="login"]').fill(login);
  await page.locator('input[name="password"]').fill(DEMONSTRATION_PASSWORD);
  await page.locator('button[type="submit"]').click();
  await page.locator('nav a').first().waitFor();
  const wire: CDPSession = await context.newCDPSession(page);
  await wire.send('Network.enable');
  await wire.send('Network.setCacheDisabled', { cacheDisabled: true });
  await wire.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
  await page.addInitScript(noteUsable(shows));
  const ms: number[] = [];
  for (let round = 0; round < PAGE_ROUNDS; round += 1) {
    await page.goto(url + path, { waitUntil: 'commit' });
    ms.push(await page.evaluate<number>('globalThis.usableAt'));
  }
  await context.close();
  ms.sort((a, b) => a - b);
  return { name, ms };
}
