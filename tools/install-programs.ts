// Installs what only Debian can give (a browser, an SMS gateway) where that may be done; says in one line what will not run otherwise.
import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { runQuietly } from './run-step.ts';

const APT = '/usr/bin/apt-get';
/** While this answers 101, no package starts its service: nobody asked for a gateway that runs. */
const POLICY = '/usr/sbin/policy-rc.d';

type Program = { packages: readonly string[]; file: string; without: string };
const programs: readonly Program[] = [
  {
    packages: ['chromium'],
    file: process.env['SALAMA_CHROMIUM'] ?? '/usr/bin/chromium',
    without: 'the browser tests (Chromium)',
  },
  {
    packages: ['kannel', 'kannel-extras'],
    file: '/usr/lib/kannel/test/fakesmsc',
    without: 'the tests against the real Kannel (kannel, kannel-extras)',
  },
];

const listMissing = (): Program[] => programs.filter(({ file }) => !existsSync(file));

export async function installPrograms(): Promise<void> {
  const missing = listMissing();
  if (missing.length === 0) return;
  if (process.getuid?.() === 0 && existsSync(APT)) await install(missing.flatMap(({ packages }) => packages));
  const left = listMissing().map(({ without }) => without);
  if (left.length > 0) process.stdout.write(`not installed, will not run: ${left.join('; ')}\n`);
}

async function install(packages: readonly string[]): Promise<void> {
  process.stdout.write(`installing, this once: ${packages.join(' ')}\n`);
  const silenced = !existsSync(POLICY);
  if (silenced) await writeFile(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    const patience = ['-o', 'DPkg::Lock::Timeout=120', '-o', 'Acquire::Retries=2', '-o', 'Acquire::http::Timeout=30'];
    await apt(['update', ...patience]);
    await apt(['install', '-y', '--no-install-recommends', ...patience, ...packages]);
  } finally {
    if (silenced) await rm(POLICY, { force: true });
  }
}

async function apt(args: readonly string[]): Promise<void> {
  const { code, said } = await runQuietly(APT, ['-qq', ...args], {
    ...process.env,
    DEBIAN_FRONTEND: 'noninteractive',
  });
  if (code !== 0)
    process.stdout.write(`apt-get ${args[0]} failed (${code}):\n${said.split('\n').slice(-6).join('\n')}\n`);
}
