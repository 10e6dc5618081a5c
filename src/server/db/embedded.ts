// The private PostgreSQL of an installation without a database server: opened, watched, restarted after a crash, stopped clean.
import { chmodSync, existsSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chooseAccount, isRoot } from './embedded/account.ts';
import { findPrograms } from './embedded/binaries.ts';
import { findClusterOwner, prepareCluster, toClusterPath } from './embedded/cluster.ts';
import { EmbeddedPostgresFault } from './embedded/fault.ts';
import { holdFolder } from './embedded/lock.ts';
import { openLogFile } from './embedded/log-file.ts';
import type { PostmasterPlace } from './embedded/postmaster.ts';
import { errorCode } from './embedded/processes.ts';
import { clearRemains } from './embedded/remains.ts';
import { database, owner, port } from './embedded/settings.ts';
import { makeSocketFolder } from './embedded/socket-folder.ts';
import { type Log, supervise } from './embedded/supervise.ts';

export { EmbeddedPostgresFault, FolderInUse } from './embedded/fault.ts';

export type EmbeddedPostgres = {
  /** For node-postgres. `host` is the folder of the Unix socket; `user` owns the private cluster; see hostRules for why no password. */
  connection: { host: string; port: number; user: string; database: string; password?: string };
  /** Told when PostgreSQL ended by itself; it is being started again, and connections come back. */
  onCrash(listener: () => void): void;
  /** Leaves no process, no socket and no lock. */
  stop(): Promise<void>;
};

/**
 * Throws FolderInUse when another process has the folder, EmbeddedPostgresFault (with plain words) when it cannot open.
 * @example const { connection, stop } = await openEmbeddedPostgres({ dataFolder: 'data', log })
 */
export async function openEmbeddedPostgres(options: { dataFolder: string; log: Log }): Promise<EmbeddedPostgres> {
  const startedAt = performance.now();
  const { log } = options;
  const dataFolder = makeDataFolder(options.dataFolder);
  const undo: Undo = [];
  try {
    const lock = await holdFolder(dataFolder);
    undo.push(lock.release);
    const place = await prepare({ dataFolder, log }, undo);
    const supervised = await supervise(place, log);
    log({ event: 'database.started', pid: supervised.pid(), ms: Math.round(performance.now() - startedAt) });
    let stopped: Promise<void> | undefined;
    const stop = async (): Promise<void> => {
      await supervised.stop();
      rollBack(undo);
      log({ event: 'database.stopped' });
    };
    return {
      connection: { host: place.socketFolder.path, port, user: owner, database },
      onCrash: supervised.onCrash,
      stop: () => {
        stopped ??= stop();
        return stopped;
      },
    };
  } catch (error) {
    rollBack(undo);
    throw errorCode(error) === 'ENOSPC'
      ? new EmbeddedPostgresFault('disk.full', { about: dataFolder, cause: error })
      : error;
  }
}

type Undo = (() => void)[];

function rollBack(undo: Undo): void {
  for (let deed = undo.pop(); deed; deed = undo.pop()) deed();
}

async function prepare(options: { dataFolder: string; log: Log }, undo: Undo): Promise<PostmasterPlace> {
  const { dataFolder, log } = options;
  const cluster = toClusterPath(dataFolder);
  const name = toName(dataFolder);
  const clusterOwner = findClusterOwner(dataFolder);
  // Before anything is touched: an orphan may still be writing.
  const left = clusterOwner === undefined ? 0 : await clearRemains({ cluster, name, uid: clusterOwner });
  if (left > 0) log({ event: 'database.orphan-stopped', processes: left });
  const { account, programs } = await chooseAccount({ dataFolder, clusterOwner, programs: findPrograms() });
  const logPath = join(dataFolder, 'postgres.log');
  const logFile = openLogFile(logPath, (code) => log({ event: 'database.log-unwritable', code }));
  undo.push(logFile.close);
  const how = await prepareCluster({ dataFolder, account, programs, say: logFile.write });
  log({ event: `database.${how}`, account: account.kind, uid: account.uid, version: programs.version });
  const socketFolder = makeSocketFolder(name, account);
  undo.push(socketFolder.remove);
  return { cluster, name, account, programs, socketFolder, logPath, say: logFile.write };
}

function makeDataFolder(wanted: string): string {
  try {
    if (!existsSync(wanted)) {
      mkdirSync(wanted, { recursive: true });
      // Another account may have to pass through when root starts; it can list nothing, and the cluster in it is 0700.
      chmodSync(wanted, isRoot() ? 0o711 : 0o700);
    }
    return realpathSync(wanted);
  } catch (error) {
    throw new EmbeddedPostgresFault('folder.unwritable', { about: wanted, cause: error });
  }
}

/** The same folder has the same name whatever path leads to it; short, for the socket; no secret in it. */
function toName(folder: string): string {
  const { dev, ino } = statSync(folder, { bigint: true });
  return `salama-${dev.toString(36)}-${ino.toString(36)}`;
}
