// The first step of every npm script, on whatever Node is there: installs what the lock file says, finds Node 24, hands over.
// Plain JavaScript without a package: nothing is installed yet when it runs.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import process, { env } from 'node:process';
import { fileURLToPath } from 'node:url';

/** An end that needs one sentence, not a stack. */
class Stop extends Error {}

const project = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const packages = path.join(project, 'node_modules');
const stamp = path.join(packages, '.salama-lock');
const installing = path.join(project, '.salama-install');

try {
  const [script, ...args] = process.argv.slice(2);
  if (!script) stop('Uso / use: node tools/bootstrap.mjs <script.ts> […]');
  requireNode([20, 19]);
  await install();
  const node = findNode();
  const ended = await run(node, [path.resolve(project, script), ...args], {
    stdio: 'inherit',
    env: withPackages(node),
  });
  process.exitCode = ended.code ?? 128 + (constants.signals[ended.signal] ?? 0);
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

function requireNode(least) {
  if (isAtLeast(process.versions.node, least)) return;
  stop(
    `A Salama precisa do Node ${least.join('.')} ou mais novo; este é o ${process.versions.node}. / ` +
      `Salama needs Node ${least.join('.')} or newer; this is ${process.versions.node}.`,
  );
}

async function install() {
  const wanted = hashOf(path.join(project, 'package-lock.json'));
  if (isInstalled(wanted)) return;
  const marks = await holdInstallation(wanted);
  try {
    if (marks.length === 0 || isInstalled(wanted)) return;
    process.stderr.write('A instalar as dependências, só desta vez… / Installing dependencies, this once…\n');
    fs.rmSync(stamp, { force: true });
    const started = Date.now();
    // Should we be killed, npm goes on: its own mark keeps the next one waiting.
    const onStart = (pid) => marks.push(leaveMark(pid));
    // --include: neither NODE_ENV=production nor a user's own setting may leave out what the screens are built with.
    // Not `npm ci`: it refuses the lock file wherever a registry does not serve the packages of every other platform. This installs the
    // same locked versions and writes nothing back.
    const flags = [
      'install',
      '--no-save',
      '--no-audit',
      '--no-fund',
      '--ignore-scripts',
      '--include=dev',
      '--include=optional',
    ];
    const options = { cwd: project, stdio: ['ignore', 'ignore', 'inherit'], env: outsideNpm(), onStart };
    const ended = await run('npm', [...flags, '--loglevel=error'], options).catch((error) => error);
    if (ended.code !== 0) {
      const why = ended.code ?? ended.signal;
      stop(
        `O npm não conseguiu instalar (${why}): veja a ligação à Internet e o espaço em disco, e repita. / ` +
          `npm could not install (${why}): check the connection and the disk space, and repeat.`,
      );
    }
    fs.mkdirSync(packages, { recursive: true });
    fs.writeFileSync(stamp, `${wanted}\n`);
    process.stderr.write(`Feito em / done in ${Math.round((Date.now() - started) / 1000)} s.\n`);
  } finally {
    for (const mark of marks) removeMark(mark);
  }
}

/** Our own stamp, written after npm ended well; without it, npm's record of what it put there, entry by entry. */
function isInstalled(wanted) {
  if (readText(stamp).trim() === wanted) return true;
  if (!isComplete()) return false;
  try {
    fs.writeFileSync(stamp, `${wanted}\n`);
  } catch (error) {
    // Read-only but complete: good as it is.
    if (!['EACCES', 'EPERM', 'EROFS'].includes(error.code)) throw error;
  }
  return true;
}

function isComplete() {
  const found = readLock(path.join(packages, '.package-lock.json'));
  const asked = readLock(path.join(project, 'package-lock.json'));
  if (!found || !asked) return false;
  // npm records no optional package of another computer.
  const needed = Object.entries(asked).filter(([place, entry]) => place !== '' && (found[place] || !entry.optional));
  return needed.every(
    ([place, { integrity }]) => found[place]?.integrity === integrity && fs.existsSync(path.join(project, place)),
  );
}

/** One installation at a time: who leaves a mark and sees no other living one may install. No mark: another has done it. */
async function holdInstallation(wanted) {
  let told = false;
  for (;;) {
    const own = leaveMark(process.pid);
    const others = fs.readdirSync(installing).filter((mark) => mark !== own);
    const alive = others.filter(isLiving);
    for (const mark of others.filter((each) => !isLiving(each))) removeMark(mark);
    if (alive.length === 0) return [own];
    // Two may see each other: both withdraw, and come back after a different while.
    removeMark(own);
    if (!told)
      process.stderr.write('Outra instalação decorre, a aguardar… / Another installation is under way, waiting…\n');
    told = true;
    await new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * 200));
    if (!alive.some(isLiving) && isInstalled(wanted)) return [];
  }
}

function leaveMark(pid) {
  const mark = toMark(pid);
  try {
    fs.mkdirSync(path.join(installing, mark), { recursive: true });
    return mark;
  } catch (error) {
    // The folder went with another's last mark in between.
    if (error.code === 'ENOENT') return leaveMark(pid);
    return stop(
      `Não se pode escrever em ${project} (${error.code}): instale primeiro com quem é dono da pasta. / ` +
        `${project} cannot be written to (${error.code}): install first as its owner.`,
    );
  }
}

function removeMark(mark) {
  fs.rmSync(path.join(installing, mark), { recursive: true, force: true });
  try {
    fs.rmdirSync(installing);
  } catch (error) {
    if (!['ENOENT', 'ENOTEMPTY'].includes(error.code)) throw error;
  }
}

/** The number and, where /proc tells it, the start of a process: a number alone is given again. */
function toMark(pid) {
  const fields = readText(`/proc/${pid}/stat`)
    .replace(/^.*\)\s/s, '')
    .split(' ');
  return `${pid}-${fields[0] === 'Z' ? 'ended' : (fields[19] ?? '')}`;
}

function isLiving(mark) {
  const pid = Number.parseInt(mark, 10);
  if (toMark(pid) !== mark) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function findNode() {
  const own = path.join(packages, `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (fs.existsSync(own) && spawnSync(own, ['--version'], { stdio: 'ignore' }).status === 0) return own;
  if (isAtLeast(process.versions.node, [24, 0])) return process.execPath;
  return stop(
    `Para este computador (${process.platform}-${process.arch}) instale o Node 24 e repita. / ` +
      `For this computer (${process.platform}-${process.arch}) install Node 24 and repeat.`,
  );
}

/** Runs to the end; a signal to us is passed on once. */
function run(file, args, { onStart = () => undefined, ...options }) {
  const child = spawn(file, args, options);
  const forwarded = new Set();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      // From a terminal the child has it already (same process group): twice would look like impatience.
      const fromTerminal = signal !== 'SIGTERM' && process.stdin.isTTY === true;
      if (!fromTerminal && !forwarded.has(signal)) child.kill(signal);
      forwarded.add(signal);
    });
  }
  return new Promise((resolve, reject) => {
    child.on('spawn', () => onStart(child.pid));
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(name);
      resolve({ code, signal });
    });
  });
}

function withPackages(node) {
  const folders = [path.join(packages, '.bin'), path.dirname(node), env.PATH];
  // Node keeps what it compiled (and the types it stripped): a warm start is faster, and every process smaller.
  const NODE_COMPILE_CACHE = env.NODE_COMPILE_CACHE ?? path.join(packages, '.cache', 'node-compile');
  return { ...env, NODE_COMPILE_CACHE, PATH: folders.filter(Boolean).join(path.delimiter) };
}

/** npm run hands its settings down as npm_config_…: one that leaves packages out must not reach the inner npm. */
function outsideNpm() {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !/^npm_config_(omit|include|production|only|dry_run)$/i.test(name)),
  );
}

function isAtLeast(version, [major, minor]) {
  const [haveMajor, haveMinor] = version.split('.').map(Number);
  return haveMajor > major || (haveMajor === major && haveMinor >= minor);
}

function readLock(file) {
  const text = readText(file);
  return text === '' ? undefined : JSON.parse(text).packages;
}

function readText(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return '';
    throw error;
  }
}

function hashOf(file) {
  return createHash('sha256').update(fs.readFileSync(file)).digest('hex');
}

function stop(message) {
  throw new Stop(message);
}
