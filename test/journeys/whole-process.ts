// A started Salama seen from beside it: its database as the owner, its keys, its parent, and a gateway it does not know yet.
import type pg from 'pg';
import { readKeyFile } from '../../src/server/app/key-files.ts';
import { asOwner, type Keys } from '../../src/server/app/set-up.ts';
import type { ProcessSeen } from '../../src/server/db/embedded/processes.ts';
import { openPool } from '../../src/server/db/pool.ts';
import { addGateway } from '../../src/server/rooms/listen/index.ts';
import { parseServeKeys } from '../../src/server/rooms/protect/index.ts';
import type { GatewayGiven } from '../salama.ts';
import type { SalamaProcess } from '../salama-process.ts';

/** The short folder of its database's socket, as its postmaster was told it. */
export function socketFolderOf(processes: readonly ProcessSeen[]): string {
  const command = processes.map((one) => one.command).find((line) => line.includes('unix_socket_directories='));
  return /unix_socket_directories=(\S+)/.exec(command ?? '')?.[1] ?? '';
}

/** Whoever may enter the socket's folder is the owner. Outlives a killed database. */
export function openOwner(whole: Pick<SalamaProcess, 'processes'>): pg.Pool {
  const host = socketFolderOf(whole.processes());
  return openPool({ host, port: 5432, user: 'salama', database: 'salama', max: 2, onLost: () => undefined });
}

export const readServeKeys = async (dataFolder: string): Promise<Keys['serve']> =>
  parseServeKeys(await readKeyFile(`${dataFolder}-keys`, 'serve.json'));

export async function addGatewayTo(owner: pg.Pool, keys: Keys['serve'], gateway: GatewayGiven): Promise<void> {
  await asOwner({ owner }, 'live', (ctx) => addGateway(ctx, keys, gateway));
}

/** `kill -9` of the parent alone: its children and its database are left to themselves. */
export function killParent(whole: Pick<SalamaProcess, 'processes'>): void {
  for (const { pid, command } of whole.processes()) if (command.includes('cli.ts')) process.kill(pid, 'SIGKILL');
}
