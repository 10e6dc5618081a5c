// The certificate of an installation that phones and laptops of one building reach: an authority of its own beside the data folder,
// what staff install of it, and the server's certificate, made anew before it ends or when the machine has moved.
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import { hostname, networkInterfaces } from 'node:os';
import { join } from 'node:path';
import {
  createLanAuthority,
  type Issued,
  isLanServerDue,
  issueLanServer,
  type Machine,
} from '../rooms/protect/index.ts';
import type { Config } from './config.ts';
import { lanInstructions } from './lan-instructions.ts';

const PRIVATE = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|127\.|f[cd]|fe[89ab]|::1$)/i;
/** What staff install; the same bytes under the name that phones know. */
export const AUTHORITY_FILE = 'salama-lan.crt';

const files = (folder: string) => ({
  authorityKey: join(folder, 'authority.key'),
  authority: join(folder, AUTHORITY_FILE),
  /** Key and certificate in one file: they change together or not at all. */
  server: join(folder, 'server.pem'),
});

/** Throws where there is one already: everybody would have to install it again. */
export async function makeLan(config: Config, now: Date): Promise<void> {
  const { authorityKey, authority } = files(config.lanFolder);
  if (await hasLan(config)) throw new Error(`Já existe / exists already: ${authority}`);
  await mkdir(config.lanFolder, { recursive: true, mode: 0o700 });
  const made = await createLanAuthority(readMachine(), now);
  await put(authorityKey, made.key);
  for (const { name, text } of lanInstructions(config.lanPort, addressesOf()))
    await put(join(config.lanFolder, name), text);
  await issue(config.lanFolder, made, now);
  // Last: what `hasLan` looks for.
  await put(authority, made.certificate);
}

export const hasLan = async ({ lanFolder }: Config): Promise<boolean> =>
  (await readFile(files(lanFolder).authority, 'utf8').catch(() => undefined)) !== undefined;

/** What `serve` listens with: key and certificate together, and the authority to hand out. Undefined without `init --lan`. */
export async function readLan(config: Config): Promise<{ server: string; authority: string } | undefined> {
  if (!(await hasLan(config))) return undefined;
  const { server, authority } = files(config.lanFolder);
  return { server: await readFile(server, 'utf8'), authority: await readFile(authority, 'utf8') };
}

/** True when the server's certificate was made anew. */
export async function renewLan(config: Config, now: Date): Promise<boolean> {
  if (!(await hasLan(config))) return false;
  const { server, authority, authorityKey } = files(config.lanFolder);
  const standing = await readFile(server, 'utf8').catch(() => undefined);
  if (standing !== undefined && !isLanServerDue(certificateIn(standing), readMachine(), now)) return false;
  const [certificate, key] = await Promise.all([readFile(authority, 'utf8'), readFile(authorityKey, 'utf8')]);
  await issue(config.lanFolder, { certificate, key }, now);
  return true;
}

/** Where others on the network find it. */
export function lanUrls({ lanPort }: Pick<Config, 'lanPort'>): string[] {
  return addressesOf().map((host) => `https://${isIP(host) === 6 ? `[${host}]` : host}:${lanPort}`);
}

async function issue(folder: string, authority: Issued, now: Date): Promise<void> {
  const { key, certificate } = await issueLanServer(authority, readMachine(), now);
  await put(files(folder).server, `${key}${certificate}`);
}

const certificateIn = (pem: string): string => pem.slice(pem.indexOf('-----BEGIN CERTIFICATE-----'));

function readMachine(): Machine {
  const [name = 'localhost'] = hostname().toLowerCase().split('.');
  const addresses = Object.values(networkInterfaces())
    .flatMap((found) => found ?? [])
    .map(({ address }) => address.replace(/%.*$/, ''))
    .filter((address) => PRIVATE.test(address));
  return { names: [...new Set([name, `${name}.local`, 'localhost'])], addresses: [...new Set(addresses)].toSorted() };
}

function addressesOf(): string[] {
  const { addresses } = readMachine();
  return addresses.filter((address) => isIP(address) === 4 && !address.startsWith('127.'));
}

/** Whole or not at all, for the owner's eyes only. */
async function put(path: string, text: string): Promise<void> {
  await writeFile(`${path}.new`, text, { mode: 0o600 });
  await rename(`${path}.new`, path);
}
