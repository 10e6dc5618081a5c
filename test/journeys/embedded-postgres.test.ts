// The private database through every misfortune it is promised to survive: real processes, really killed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { findProcess } from '../../src/server/db/embedded/processes.ts';
import { FolderInUse } from '../../src/server/db/embedded.ts';
import {
  aFolder,
  aLockedProject,
  answerOf,
  ask,
  children,
  clearAway,
  connect,
  hold,
  inFolder,
  isRoot,
  killBoth,
  killHard,
  killPostmaster,
  launch,
  open,
  postmasterPid,
  readRows,
  until,
  untilAnswers,
  writeRow,
} from './embedded-postgres-world.ts';

afterEach(clearAway);

describe('where and as whom it opens', { timeout: 60_000 }, () => {
  test('it keeps what was committed from one start to the next, durable, checked and closed to the network', async () => {
    const data = join(aFolder(), 'data');
    const first = await open(data);
    const settings = ['fsync', 'synchronous_commit', 'data_checksums', 'server_encoding', 'listen_addresses'];
    const found = await ask(first, 'select name, setting from pg_settings where name = any($1)', [settings]);
    const collate = await ask(first, 'select datcollate from pg_database where datname = current_database()');
    expect(new Map(found.map((row) => [row['name'], row['setting']]))).toEqual(
      new Map([
        ['data_checksums', 'on'],
        ['fsync', 'on'],
        ['listen_addresses', ''],
        ['server_encoding', 'UTF8'],
        ['synchronous_commit', 'on'],
      ]),
    );
    expect(collate).toEqual([{ datcollate: 'C.UTF-8' }]);
    expect(statSync(first.connection.host).mode & 0o777).toBe(0o700);
    await writeRow(first, 'antes');
    await first.stop();
    expect(await readRows(await open(data))).toEqual(['antes']);
  });

  test.runIf(isRoot)(
    'started by root, PostgreSQL runs as somebody else, and is still root-proof in a second start',
    async () => {
      const data = join(aFolder(), 'data');
      const { connection } = await open(data);
      expect(connection.host.length).toBeLessThan(60);
      const postmaster = findProcess(postmasterPid(data));
      expect(postmaster?.uid).toBeGreaterThan(0);
      expect(statSync(join(data, 'postgres')).uid).toBe(postmaster?.uid);
    },
  );

  test('it opens below a folder that only its owner may enter', async () => {
    const locked = aFolder(0o700);
    const data = join(locked, 'casa', 'dados da Salama');
    const first = await open(data);
    await writeRow(first, 'em casa');
    await first.stop();
    expect(await readRows(await open(data))).toEqual(['em casa']);
    expect(statSync(locked).mode & 0o777).toBe(0o700);
  });

  test.runIf(isRoot)('an ordinary user opens it in a folder of hers', async () => {
    const folder = aFolder(0o700);
    chownSync(folder, 65_534, 65_534);
    const holder = await hold(join(folder, 'data'), { uid: 65_534, gid: 65_534 });
    await writeRow(holder, 'sem privilégios');
    expect(findProcess(postmasterPid(join(folder, 'data')))?.uid).toBe(65_534);
    expect(await readRows(holder)).toEqual(['sem privilégios']);
  });

  test.runIf(isRoot)('a user without a name in this computer opens it too', async () => {
    const folder = aFolder(0o700);
    chownSync(folder, 54_321, 54_321);
    const holder = await hold(join(folder, 'data'), { uid: 54_321, gid: 54_321 });
    await writeRow(holder, 'sem nome');
    expect(await readRows(holder)).toEqual(['sem nome']);
  });

  test.runIf(isRoot)("started by root in the locked home of a user, it lends that user's account", async () => {
    const home = aFolder(0o700);
    chownSync(home, 2, 2);
    const data = join(home, 'data');
    await open(data);
    expect(findProcess(postmasterPid(data))?.uid).toBe(2);
  });

  test.runIf(isRoot)('programs that the lent account cannot reach are copied beside the data', async () => {
    const locked = aLockedProject();
    const data = join(aFolder(), 'data');
    const holder = await hold(data, {}, join(locked, 'test/fixtures/embedded-postgres-holder.ts'));
    await writeRow(holder, 'copiado');
    const copies = readdirSync(data).filter((name) => name.startsWith('programs-'));
    expect(copies).toHaveLength(1);
    expect(findProcess(postmasterPid(data))?.command).toContain(join(data, copies[0] ?? ''));
  });

  test('a data folder with a path longer than a socket may have opens like any other', async () => {
    const data = join(aFolder(), 'p'.repeat(90), 'q'.repeat(90));
    const here = await open(data);
    await writeRow(here, 'longe');
    expect(await readRows(here)).toEqual(['longe']);
  });

  test('a user who may not write in the folder is told so in plain words, in Portuguese and English', async () => {
    const file = join(aFolder(), 'ficheiro');
    writeFileSync(file, '');
    await expect(open(join(file, 'data'))).rejects.toThrow(/Não se pode escrever .* \/ .* cannot be written/);
  });
});

describe('one opener', { timeout: 60_000 }, () => {
  test('a second opener is refused and told who holds the folder', async () => {
    const data = join(aFolder(), 'data');
    const holder = await hold(data);
    const refusal = await open(data).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(FolderInUse);
    expect(refusal).toMatchObject({ holderPid: holder.child.pid });
    await writeRow(holder, 'intacto');
    expect(await readRows(holder)).toEqual(['intacto']);
  });

  test('of four that open at the same moment exactly one gets the folder, the others end with 3', async () => {
    const data = join(aFolder(), 'data');
    mkdirSync(data);
    const answers = await Promise.all([1, 2, 3, 4].map(() => answerOf(launch(data))));
    expect(answers.filter((answer) => answer.connection)).toHaveLength(1);
    expect(answers.filter((answer) => answer.refusedBecauseOf)).toHaveLength(3);
  });

  test('the same process is refused a second time as well', async () => {
    const data = join(aFolder(), 'data');
    await open(data);
    await expect(open(data)).rejects.toMatchObject({ holderPid: process.pid });
  });
});

describe('kills', { timeout: 60_000 }, () => {
  test('after a kill -9 of the parent the orphan is ended and the committed row is there', async () => {
    const data = join(aFolder(), 'data');
    const holder = await hold(data);
    await writeRow(holder, 'confirmado');
    const orphan = postmasterPid(data);
    await killHard(holder.child);
    expect(findProcess(orphan)).toBeDefined();
    expect(await readRows(await open(data))).toEqual(['confirmado']);
    expect(postmasterPid(data)).not.toBe(orphan);
    expect(inFolder(data).filter(({ command }) => command.includes('postgres -D'))).toHaveLength(1);
  });

  test('after a kill -9 of PostgreSQL it comes back by itself, with the committed row, and the listener hears of it', async () => {
    const data = join(aFolder(), 'data');
    const here = await open(data);
    let crashes = 0;
    here.onCrash(() => {
      crashes += 1;
    });
    for (const round of ['um', 'dois', 'três']) {
      await writeRow(here, round);
      await killPostmaster(data);
      await untilAnswers(here);
    }
    // One that is killed in the moment it comes back is a failed restart, and no further crash.
    expect(crashes).toBeGreaterThan(0);
    expect(await readRows(here)).toEqual(['um', 'dois', 'três']);
  });

  test('after a kill -9 of one backend the others come back and nothing is lost', async () => {
    const here = await open(join(aFolder(), 'data'));
    await writeRow(here, 'antes');
    const client = await connect(here);
    const [backend] = (await client.query('select pg_backend_pid() as pid')).rows;
    const gone = new Promise<void>((resolve) => client.once('end', resolve));
    process.kill(Number(backend.pid), 'SIGKILL');
    await gone;
    await untilAnswers(here);
    expect(await readRows(here)).toEqual(['antes']);
  });

  test('after a kill -9 of both the next start recovers the committed row', async () => {
    const data = join(aFolder(), 'data');
    await killBoth(data, 'os dois');
    expect(await readRows(await open(data))).toEqual(['os dois']);
  });

  test('a stale pid file whose number now belongs to an unrelated program neither blocks nor harms that program', async () => {
    const data = join(aFolder(), 'data');
    await killBoth(data, 'número usado');
    const { uid, gid } = statSync(join(data, 'postgres'));
    // The hard case: the same user, so PostgreSQL itself would take it for another PostgreSQL.
    const stranger = spawn('sleep', ['600'], isRoot ? { uid, gid } : {});
    children.push(stranger);
    await once(stranger, 'spawn');
    const pidFile = join(data, 'postgres', 'postmaster.pid');
    writeFileSync(pidFile, readFileSync(pidFile, 'utf8').replace(/^\d+/, String(stranger.pid)));
    expect(await readRows(await open(data))).toEqual(['número usado']);
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
    expect(findProcess(stranger.pid ?? 0)?.command).toContain('sleep');
  });

  test('a kill in the middle of the very first start leaves nothing that stops the next', async () => {
    const data = join(aFolder(), 'data');
    mkdirSync(data);
    const child = launch(data);
    await until(() => readdirSync(data).some((name) => existsSync(join(data, name, 'PG_VERSION'))));
    await killHard(child);
    const here = await open(data);
    await writeRow(here, 'à segunda');
    expect(await readRows(here)).toEqual(['à segunda']);
    expect(readdirSync(data).filter((name) => name.startsWith('postgres.new'))).toEqual([]);
  });
});

describe('the end, and what is written down', { timeout: 60_000 }, () => {
  test('stop leaves no process, no socket and no lock, even with a client that does not leave', async () => {
    const data = join(aFolder(), 'data');
    const here = await open(data);
    await connect(here);
    await here.stop();
    expect(inFolder(data)).toEqual([]);
    expect(existsSync(here.connection.host)).toBe(false);
    expect(readdirSync(data).filter((name) => name.startsWith('opened-by'))).toEqual([]);
  });

  test('stop while PostgreSQL is being restarted ends both', async () => {
    const data = join(aFolder(), 'data');
    const here = await open(data);
    const crashed = new Promise<void>((resolve) => here.onCrash(resolve));
    process.kill(postmasterPid(data), 'SIGKILL');
    await crashed;
    await here.stop();
    expect(inFolder(data)).toEqual([]);
    expect(existsSync(here.connection.host)).toBe(false);
  });

  test('what people told never reaches the log of PostgreSQL, not by an error nor by a crash', async () => {
    const data = join(aFolder(), 'data');
    const here = await open(data);
    await ask(here, 'create table telling (words text primary key)');
    await ask(here, 'insert into telling values ($1)', ['SEGREDO']);
    const refused = ['SEGREDO'].map(async (words) => [
      await ask(here, 'insert into telling values ($1)', [words]).catch((error: unknown) => error),
      await ask(here, 'select $1::text::uuid', [words]).catch((error: unknown) => error),
      await ask(here, `select 'SEGREDO'::int`).catch((error: unknown) => error),
    ]);
    expect((await Promise.all(refused)).flat().map((error) => error instanceof Error)).toEqual([true, true, true]);
    const client = await connect(here);
    const [backend] = (await client.query('select pg_backend_pid() as pid')).rows;
    const broken = client.query(`select pg_sleep(60), 'SEGREDO'`).catch(() => 'broken');
    const working = `select 1 from pg_stat_activity where pid = ${Number(backend.pid)} and wait_event = 'PgSleep'`;
    await until(async () => (await ask(here, working)).length === 1);
    process.kill(Number(backend.pid), 'SIGKILL');
    expect(await broken).toBe('broken');
    await untilAnswers(here);
    await here.stop();
    const log = readFileSync(join(data, 'postgres.log'), 'utf8');
    expect(log).toContain('was terminated by signal 9');
    expect(log).not.toContain('SEGREDO');
  });
});
