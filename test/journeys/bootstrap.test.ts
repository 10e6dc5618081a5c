// The first step of every npm script, on the Node that a fresh machine has and in small projects of its own.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';

const project = fileURLToPath(new URL('../..', import.meta.url));
const oldNode = findOldNode();
const isRoot = process.getuid?.() === 0;
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe('handing over', { timeout: 60_000 }, () => {
  test.runIf(oldNode)(
    'a machine with Node 20 runs the script on Node 24, with its arguments and its exit code',
    async () => {
      const script = aScript(`
      const said: string[] = [process.versions.node.split('.')[0] ?? '', ...process.argv.slice(2)];
      process.stdout.write(JSON.stringify(said));
      process.exitCode = 7;`);
      const ended = await end(start(oldNode ?? '', project, { args: [script, 'um', 'dois três', '--quatro'] }));
      expect(JSON.parse(ended.out)).toEqual(['24', 'um', 'dois três', '--quatro']);
      expect(ended.code).toBe(7);
    },
  );

  test('a SIGTERM reaches the script once, and its own exit code comes back', async () => {
    const script = aScript(`
      let times = 0;
      process.on('SIGTERM', () => { times += 1; process.stdout.write('ouvido'); setTimeout(() => process.exit(40 + times), 200); });
      setInterval(() => undefined, 1000);
      process.stdout.write('pronto');`);
    const child = start(process.execPath, project, { args: [script] });
    for (const said of ['pronto', 'ouvido']) {
      expect(String(await new Promise((resolve) => child.stdout?.once('data', resolve)))).toBe(said);
      child.kill('SIGTERM');
    }
    expect(await end(child)).toMatchObject({ code: 41 });
  });

  test('a script that is killed ends as a killed one does', async () => {
    const ended = await end(
      start(process.execPath, project, { args: [aScript(`process.kill(process.pid, 'SIGKILL');`)] }),
    );
    expect(ended.code).toBe(137);
  });
});

describe('installing', { timeout: 120_000 }, () => {
  test('two that start at once in an empty folder install once, and both run', async () => {
    const folder = aProject();
    const both = await Promise.all([1, 2].map(() => end(start(process.execPath, folder, { args: ['hello.ts'] }))));
    expect(both.map(({ code, out }) => ({ code, out }))).toEqual([
      { code: 0, out: 'part is here' },
      { code: 0, out: 'part is here' },
    ]);
    expect(both.filter(({ err }) => err.includes('Installing dependencies'))).toHaveLength(1);
    expect(readdirSync(folder)).not.toContain('.salama-install');
  });

  test('a changed lock file installs again, an unchanged one does not', async () => {
    const folder = aProject();
    const first = await end(start(process.execPath, folder, { args: ['hello.ts'] }));
    const second = await end(start(process.execPath, folder, { args: ['hello.ts'] }));
    writeProject(folder, ['part', 'another']);
    const third = await end(start(process.execPath, folder, { args: ['hello.ts'] }));
    const installed = [first, second, third].map(({ err }) => err.includes('Installing dependencies'));
    expect(installed).toEqual([true, false, true]);
    expect(existsSync(join(folder, 'node_modules', 'another', 'package.json'))).toBe(true);
  });

  test('a mark that a killed installation left behind stops nobody', async () => {
    const folder = aProject();
    const gone = spawnSync('true');
    mkdirSync(join(folder, '.salama-install', `${gone.pid}-12345`), { recursive: true });
    expect(await end(start(process.execPath, folder, { args: ['hello.ts'] }))).toMatchObject({
      code: 0,
      out: 'part is here',
    });
  });

  test('a lock file that does not fit ends in plain words, in Portuguese and English', async () => {
    const folder = aProject();
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'p', dependencies: { absent: '9.9.9' } }));
    const ended = await end(start(process.execPath, folder, { args: ['hello.ts'] }));
    expect(ended.code).toBe(1);
    expect(ended.err).toMatch(/O npm não conseguiu instalar .* \/ npm could not install/);
  });

  test.runIf(isRoot)('a complete project that may not be written to runs as it is', async () => {
    const folder = aProject();
    await end(start(process.execPath, folder, { args: ['hello.ts'] }));
    rmSync(join(folder, 'node_modules', '.salama-lock'));
    const ended = await end(start(process.execPath, folder, { args: ['hello.ts'], uid: 65_534, gid: 65_534 }));
    expect(ended).toMatchObject({ code: 0, out: 'part is here', err: '' });
  });

  test.runIf(oldNode)('where no Node 24 comes with the packages, the person is told to install it', async () => {
    const ended = await end(start(oldNode ?? '', aProject(), { args: ['hello.ts'] }));
    expect(ended.code).toBe(1);
    expect(ended.err).toMatch(/instale o Node 24 .* \/ .* install Node 24/);
  });
});

type Ended = { code: number | null; out: string; err: string };

type Start = { args: string[]; uid?: number; gid?: number };

function start(node: string, folder: string, { args, ...who }: Start): ChildProcess {
  // From another folder than the project's, as a person would.
  const bootstrap = join(folder, 'tools', 'bootstrap.mjs');
  return spawn(node, [bootstrap, ...args], { cwd: '/', stdio: ['ignore', 'pipe', 'pipe'], ...who });
}

function end(child: ChildProcess): Promise<Ended> {
  const said = { out: '', err: '' };
  child.stdout?.on('data', (chunk: Buffer) => {
    said.out += String(chunk);
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    said.err += String(chunk);
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...said }));
  });
}

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'salama-bootstrap-'));
  chmodSync(folder, 0o755);
  folders.push(folder);
  return folder;
}

function aScript(text: string): string {
  const path = join(aFolder(), 'script.mts');
  writeFileSync(path, text);
  return path;
}

/** A project that npm can install without a network: its one package lies beside it. */
function aProject(): string {
  const folder = aFolder();
  mkdirSync(join(folder, 'tools'));
  cpSync(join(project, 'tools', 'bootstrap.mjs'), join(folder, 'tools', 'bootstrap.mjs'));
  writeFileSync(join(folder, 'hello.ts'), `import { here } from 'part';\nprocess.stdout.write(here);\n`);
  writeProject(folder, ['part']);
  return folder;
}

function writeProject(folder: string, parts: string[]): void {
  const dependencies = Object.fromEntries(parts.map((name) => [name, `file:${name}`]));
  const packages: Record<string, unknown> = { '': { name: 'p', version: '1.0.0', dependencies } };
  for (const name of parts) {
    mkdirSync(join(folder, name), { recursive: true });
    const part = { name, version: '1.0.0', type: 'module', exports: './index.js' };
    writeFileSync(join(folder, name, 'package.json'), JSON.stringify(part));
    writeFileSync(join(folder, name, 'index.js'), `export const here = '${name} is here';\n`);
    packages[name] = { version: '1.0.0' };
    packages[`node_modules/${name}`] = { resolved: name, link: true };
  }
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'p', version: '1.0.0', type: 'module', dependencies }),
  );
  const lock = { name: 'p', version: '1.0.0', lockfileVersion: 3, requires: true, packages };
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock));
}

function findOldNode(): string | undefined {
  const candidates = spawnSync('which', ['-a', 'node'], { encoding: 'utf8' }).stdout.split('\n').filter(Boolean);
  return candidates.find((node) => /^v2[0-3]\./.test(spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout));
}
