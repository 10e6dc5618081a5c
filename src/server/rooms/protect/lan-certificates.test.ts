import { X509Certificate } from 'node:crypto';
import { connect, createServer } from 'node:tls';
import { expect, onTestFinished, test } from 'vitest';
import { createLanAuthority, type Issued, isLanServerDue, issueLanServer } from './lan-certificates.ts';

const machine = {
  names: ['conselho-pc', 'conselho-pc.local', 'localhost'],
  addresses: ['192.168.4.7', '127.0.0.1', 'fe80::12', '::1'],
};
const now = new Date();
const later = (days: number): Date => new Date(now.getTime() + days * 86_400_000);

/** 'trusted', or why a client that trusts only this authority hung up. */
async function greet(server: Issued, authority: string, servername: string): Promise<string> {
  const listening = createServer({ key: server.key, cert: server.certificate }, (socket) => socket.end());
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void listening.close());
  const address = listening.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return new Promise((resolve) => {
    const client = connect({ port, host: '127.0.0.1', servername, ca: [authority] }, () => {
      resolve('trusted');
      client.destroy();
    });
    client.on('error', (error) => resolve(error.message));
  });
}

test('a client that trusts only this authority is served by name and by address, and nobody else is believed', async () => {
  const authority = await createLanAuthority(machine, now);
  const server = await issueLanServer(authority, machine, now);
  const read = new X509Certificate(server.certificate);
  expect(read.verify(new X509Certificate(authority.certificate).publicKey)).toBe(true);
  for (const name of machine.names) expect(await greet(server, authority.certificate, name)).toBe('trusted');
  for (const address of machine.addresses) expect(read.checkIP(address)).toBe(address);
  expect(await greet(server, authority.certificate, 'outro-pc')).toMatch(/does not match certificate/);
  const other = await createLanAuthority(machine, now);
  expect(await greet(server, other.certificate, 'conselho-pc')).not.toBe('trusted');
});

test('whoever steals its key cannot stand before a public name or address', async () => {
  const authority = await createLanAuthority(machine, now);
  const bank = await issueLanServer(authority, { names: ['banco.co.mz'], addresses: [] }, now);
  expect(await greet(bank, authority.certificate, 'banco.co.mz')).toMatch(/permitted subtree violation/);
  const server = await issueLanServer(authority, { names: ['localhost'], addresses: ['41.220.1.2'] }, now);
  expect(await greet(server, authority.certificate, 'localhost')).toMatch(/permitted subtree violation/);
});

test('the certificate lasts a year and is due before it ends, and when the machine moved', async () => {
  const authority = await createLanAuthority(machine, now);
  const { certificate } = await issueLanServer(authority, machine, now);
  expect(isLanServerDue(certificate, machine, now)).toBe(false);
  expect(isLanServerDue(certificate, machine, later(330))).toBe(false);
  expect(isLanServerDue(certificate, machine, later(340))).toBe(true);
  expect(isLanServerDue(certificate, { ...machine, addresses: ['192.168.4.8'] }, now)).toBe(true);
  expect(Date.parse(new X509Certificate(authority.certificate).validTo)).toBeGreaterThan(later(3600).getTime());
  expect(Date.parse(new X509Certificate(certificate).validTo)).toBeLessThan(later(398).getTime());
});
