// Where the certificate of an installation lies that phones and laptops of one building reach, and what this machine is called there.
import { readFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import { hostname, networkInterfaces } from 'node:os';
import { join } from 'node:path';
import type { Machine } from '../rooms/protect/index.ts';
import type { Config } from './config.ts';

const PRIVATE = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|127\.|f[cd]|fe[89ab]|::1$)/i;
/** What staff install; the same bytes under the name that phones know. */
export const AUTHORITY_FILE = 'salama-lan.crt';

export const lanFiles = (folder: string) => ({
  authorityKey: join(folder, 'authority.key'),
  authority: join(folder, AUTHORITY_FILE),
  /** Key and certificate in one file: they change together or not at all. */
  server: join(folder, 'server.pem'),
});

export const hasLan = async ({ lanFolder }: Config): Promise<boolean> =>
  (await readFile(lanFiles(lanFolder).authority, 'utf8').catch(() => undefined)) !== undefined;

/** What `serve` listens with: key and certificate together, and the authority to hand out. Undefined without `init --lan`. */
export async function readLan(config: Config): Promise<{ server: string; authority: string } | undefined> {
  if (!(await hasLan(config))) return undefined;
  const { server, authority } = lanFiles(config.lanFolder);
  return { server: await readFile(server, 'utf8'), authority: await readFile(authority, 'utf8') };
}

/** Where others on the network find it. */
export function lanUrls({ lanPort }: Pick<Config, 'lanPort'>): string[] {
  return addressesOf().map((host) => `https://${isIP(host) === 6 ? `[${host}]` : host}:${lanPort}`);
}

export function readMachine(): Machine {
  const [name = 'localhost'] = hostname().toLowerCase().split('.');
  const addresses = Object.values(networkInterfaces())
    .flatMap((found) => found ?? [])
    .map(({ address }) => address.replace(/%.*$/, ''))
    .filter((address) => PRIVATE.test(address));
  return { names: [...new Set([name, `${name}.local`, 'localhost'])], addresses: [...new Set(addresses)].toSorted() };
}

export function addressesOf(): string[] {
  const { addresses } = readMachine();
  return addresses.filter((address) => isIP(address) === 4 && !address.startsWith('127.'));
}
