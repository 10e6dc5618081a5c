// A certificate authority of one building, for a server that phones and laptops reach over the local network. Whoever installs it
// trusts it for that network alone: its name constraints forbid every public name and address, also to one who steals its key.
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
  X509Certificate,
} from 'node:crypto';
import { type AsnBlock, type Der, openDer } from './der.ts';

/** PEM. */
export type Issued = { certificate: string; key: string };
/** How the machine is called and where it stands, on its own network. */
export type Machine = { names: readonly string[]; addresses: readonly string[] };

const DAY_MS = 86_400_000;
const AUTHORITY_DAYS = 3650;
/** What phones accept of an authority that a person has installed, with room. */
const SERVER_DAYS = 397;
const RENEW_DAYS = 60;

/** The private networks; a public address is a matter for a public certificate. */
const networks: readonly (readonly [string, string])[] = [
  ['0a000000', 'ff000000'],
  ['ac100000', 'fff00000'],
  ['c0a80000', 'ffff0000'],
  ['a9fe0000', 'ffff0000'],
  ['7f000000', 'ff000000'],
  [`fc${'00'.repeat(15)}`, `fe${'00'.repeat(15)}`],
  [`fe80${'00'.repeat(14)}`, `ffc0${'00'.repeat(14)}`],
  [`${'00'.repeat(15)}01`, 'ff'.repeat(16)],
];
const localNames = ['localhost', 'local', 'lan', 'internal', 'home.arpa'] as const;

/** The machine's own name is allowed as it is called on this day. */
export async function createLanAuthority({ names }: Machine, now: Date): Promise<Issued> {
  const der = await openDer();
  const pair = createPair();
  const called = [...new Set([...localNames, ...names])];
  const permitted = [
    ...called.map((name) => der.sequence([der.tagged(2, Buffer.from(name))])),
    ...networks.map(([base, mask]) => der.sequence([der.tagged(7, Buffer.from(base + mask, 'hex'))])),
  ];
  const name = `Salama ${randomBytes(3).toString('hex')}`;
  const certificate = issue(der, {
    subject: name,
    issuer: name,
    publicKey: pair.publicKey,
    signer: pair.privateKey,
    from: now,
    days: AUTHORITY_DAYS,
    extensions: [
      extension(der, '2.5.29.19', { critical: true, value: der.sequence([der.yes(), der.integer(Buffer.of(0))]) }),
      extension(der, '2.5.29.15', { critical: true, value: der.bits(Buffer.of(0x06), 1) }),
      extension(der, '2.5.29.14', { value: der.octets(keyIdOf(pair.publicKey)) }),
      extension(der, '2.5.29.30', { critical: true, value: der.sequence([der.within(0, permitted)]) }),
    ],
  });
  return { certificate, key: printKey(pair.privateKey) };
}

/** Names and addresses that the authority may not vouch for are left out. */
export async function issueLanServer(authority: Issued, machine: Machine, now: Date): Promise<Issued> {
  const der = await openDer();
  const pair = createPair();
  const ca = new X509Certificate(authority.certificate);
  const names = machine.names.map((name) => der.tagged(2, Buffer.from(name)));
  const addresses = machine.addresses.map((address) => der.tagged(7, bytesOf(address)));
  const certificate = issue(der, {
    subject: machine.names[0] ?? 'localhost',
    issuer: commonNameOf(ca),
    publicKey: pair.publicKey,
    signer: createPrivateKey(authority.key),
    from: now,
    days: SERVER_DAYS,
    extensions: [
      extension(der, '2.5.29.15', { critical: true, value: der.bits(Buffer.of(0x80), 7) }),
      extension(der, '2.5.29.37', { value: der.sequence([der.oid('1.3.6.1.5.5.7.3.1')]) }),
      extension(der, '2.5.29.17', { value: der.sequence([...names, ...addresses]) }),
      extension(der, '2.5.29.14', { value: der.octets(keyIdOf(pair.publicKey)) }),
      extension(der, '2.5.29.35', { value: der.sequence([der.tagged(0, keyIdOf(ca.publicKey))]) }),
    ],
  });
  return { certificate, key: printKey(pair.privateKey) };
}

/** True when it ends soon, or the machine is called or stands otherwise than it says. */
export function isLanServerDue(certificate: string, machine: Machine, now: Date): boolean {
  const read = new X509Certificate(certificate);
  const ends = Date.parse(read.validTo);
  const isNamed =
    machine.names.every((name) => read.checkHost(name) !== undefined) &&
    machine.addresses.every((address) => read.checkIP(address) !== undefined);
  return !isNamed || ends - now.getTime() < RENEW_DAYS * DAY_MS || Date.parse(read.validFrom) > now.getTime();
}

type Certificate = {
  subject: string;
  issuer: string;
  publicKey: KeyObject;
  signer: KeyObject;
  from: Date;
  days: number;
  extensions: readonly AsnBlock[];
};

function issue(der: Der, made: Certificate): string {
  const ecdsaWithSha256 = der.sequence([der.oid('1.2.840.10045.4.3.2')]);
  // A day earlier: a phone's clock may be behind.
  const validity = [made.from.getTime() - DAY_MS, made.from.getTime() + made.days * DAY_MS];
  const content = der.sequence([
    der.within(0, [der.integer(Buffer.of(2))]),
    // Positive, and never two alike.
    der.integer(Buffer.concat([Buffer.of(0x40), randomBytes(15)])),
    ecdsaWithSha256,
    commonName(der, made.issuer),
    der.sequence(validity.map((at) => der.time(new Date(at)))),
    commonName(der, made.subject),
    der.raw(made.publicKey.export({ type: 'spki', format: 'der' })),
    der.within(3, [der.sequence(made.extensions)]),
  ]);
  const signature = sign('sha256', der.print(content), made.signer);
  const whole = der.print(der.sequence([content, ecdsaWithSha256, der.bits(signature, 0)]));
  return new X509Certificate(whole).toString();
}

const commonName = (der: Der, name: string): AsnBlock =>
  der.sequence([der.set([der.sequence([der.oid('2.5.4.3'), der.text(name)])])]);

const commonNameOf = (certificate: X509Certificate): string =>
  /^CN=(.+)$/m.exec(certificate.subject)?.[1] ?? certificate.subject;

function extension(
  der: Der,
  id: string,
  { critical = false, value }: { critical?: boolean; value: AsnBlock },
): AsnBlock {
  return der.sequence([der.oid(id), ...(critical ? [der.yes()] : []), der.octets(der.print(value))]);
}

const createPair = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });
const printKey = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }).toString();
const keyIdOf = (key: KeyObject): Buffer =>
  createHash('sha256')
    .update(createPublicKey(key.export({ type: 'spki', format: 'pem' })).export({ type: 'spki', format: 'der' }))
    .digest()
    .subarray(0, 20);

/** An address as a certificate writes it: 4 or 16 bytes. */
function bytesOf(address: string): Buffer {
  if (!address.includes(':')) return Buffer.from(address.split('.').map(Number));
  const [head = '', tail] = address.split('::');
  const groups = (text: string): string[] => (text === '' ? [] : text.split(':'));
  const [left, right] = [groups(head), groups(tail ?? '')];
  const middle = tail === undefined ? [] : Array.from({ length: 8 - left.length - right.length }, () => '0');
  return Buffer.from([...left, ...middle, ...right].map((group) => group.padStart(4, '0')).join(''), 'hex');
}
