// The certificate of an installation that phones and laptops of one building reach: an authority of its own beside the data folder,
// what staff install of it, and the server's certificate, made anew before it ends or when the machine has moved.
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createLanAuthority, type Issued, isLanServerDue, issueLanServer } from '../rooms/protect/index.ts';
import type { Config } from './config.ts';
import { addressesOf, hasLan, lanFiles, readMachine } from './lan-files.ts';
import { lanInstructions } from './lan-instructions.ts';

/** Throws where there is one already: everybody would have to install it again. */
export async function makeLan(config: Config, now: Date): Promise<void> {
  const { authorityKey, authority } = lanFiles(config.lanFolder);
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

/** True when the server's certificate was made anew. */
export async function renewLan(config: Config, now: Date): Promise<boolean> {
  if (!(await hasLan(config))) return false;
  const { server, authority, authorityKey } = lanFiles(config.lanFolder);
  const standing = await readFile(server, 'utf8').catch(() => undefined);
  if (standing !== undefined && !isLanServerDue(certificateIn(standing), readMachine(), now)) return false;
  const [certificate, key] = await Promise.all([readFile(authority, 'utf8'), readFile(authorityKey, 'utf8')]);
  await issue(config.lanFolder, { certificate, key }, now);
  return true;
}

async function issue(folder: string, authority: Issued, now: Date): Promise<void> {
  const { key, certificate } = await issueLanServer(authority, readMachine(), now);
  await put(lanFiles(folder).server, `${key}${certificate}`);
}

const certificateIn = (pem: string): string => pem.slice(pem.indexOf('-----BEGIN CERTIFICATE-----'));

/** Whole or not at all, for the owner's eyes only. */
async function put(path: string, text: string): Promise<void> {
  await writeFile(`${path}.new`, text, { mode: 0o600 });
  await rename(`${path}.new`, path);
}
