import { expect, test } from 'vitest';
import { createGate } from './gate.ts';
import { createPasswords, weaknessOf } from './passwords.ts';
import weakPasswords from './weak-passwords.json' with { type: 'json' };

const passwords = await createPasswords();

test('a password is kept as argon2id at the agreed cost and opens for itself alone', async () => {
  const stored = await passwords.hash('quatro patos no telhado');
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await passwords.verify(stored, 'quatro patos no telhado')).toBe(true);
  expect(await passwords.verify(stored, 'quatro patos no telhado ')).toBe(false);
  expect(await passwords.hash('quatro patos no telhado')).not.toBe(stored);
});

test('an accent typed on another keyboard is the same password', async () => {
  const stored = await passwords.hash('a população não dorme'.normalize('NFC'));
  expect(await passwords.verify(stored, 'a população não dorme'.normalize('NFD'))).toBe(true);
});

test('a name nobody has costs the same work as a wrong password, and is never right', async () => {
  const stored = await passwords.hash('quatro patos no telhado');
  const time = async (hash: string | undefined) => {
    const times: number[] = [];
    for (let round = 0; round < 7; round++) {
      const start = process.cpuUsage();
      expect(await passwords.verify(hash, 'errada errada errada')).toBe(false);
      const { user, system } = process.cpuUsage(start);
      times.push(user + system);
    }
    return times.sort((left, right) => left - right)[3] ?? 0;
  };
  const [known, unknown] = [await time(stored), await time(undefined)];
  expect(unknown).toBeGreaterThan(known / 3);
});

test('a damaged hash is a fault, not a wrong password, and is not quoted', async () => {
  const fault = await passwords.verify('$argon2id$broken', 'x').catch((error: unknown) => error);
  expect(fault).toMatchObject({ code: 'server.fault' });
  expect(JSON.stringify(fault) + String(fault)).not.toContain('argon2id');
});

test('never more than four at a time, and all are served in turn', async () => {
  const gate = createGate(4, 64);
  let running = 0;
  const seen: number[] = [];
  const releases: (() => void)[] = [];
  const done: number[] = [];
  const works = Array.from({ length: 20 }, (_, index) =>
    gate(async () => {
      running++;
      seen.push(running);
      await new Promise<void>((resolve) => releases.push(resolve));
      running--;
      done.push(index);
    }),
  );
  for (let served = 0; served < 20; served++) {
    await expect.poll(() => releases.length).toBeGreaterThan(served);
    expect(releases.length - served).toBeLessThanOrEqual(4);
    releases[served]?.();
  }
  await Promise.all(works);
  expect(Math.max(...seen)).toBe(4);
  expect(done).toEqual(Array.from({ length: 20 }, (_, index) => index));
});

test('a crowd at the sign-in is asked to come later, and a fault gives its place back', async () => {
  const gate = createGate(1, 1);
  let release = () => {};
  const first = gate(() => new Promise<void>((resolve) => (release = resolve)));
  const second = gate(() => Promise.reject(new Error('fault')));
  await expect(gate(async () => 'third')).rejects.toMatchObject({ code: 'request.too-many' });
  release();
  await first;
  await expect(second).rejects.toThrow('fault');
  expect(await gate(async () => 'fourth')).toBe('fourth');
});

test('hashing and checking both pass through the gate', async () => {
  const gate = createGate(1, 64);
  const guarded = await createPasswords(gate);
  let release = () => {};
  const holder = gate(() => new Promise<void>((resolve) => (release = resolve)));
  const order: string[] = [];
  const both = [
    guarded.hash('x').then(() => order.push('hash')),
    guarded.verify(undefined, 'x').then(() => order.push('verify')),
  ];
  await passwords.hash('a whole hash by another gate'); // Long enough for either to have slipped by.
  expect(order).toEqual([]);
  release();
  await Promise.all([holder, ...both]);
  expect(order).toEqual(['hash', 'verify']);
});

test.each([
  ['Segredo1!', 'too-short'],
  ['onze letras', 'too-short'],
  ['x'.repeat(257), 'too-long'],
  ['password1234', 'too-common'],
  ['P@ssw0rd2026!', 'too-common'],
  ['Moçambique2026', 'too-common'],
  ['polícia polícia', 'too-common'],
  ['CaboDelgado#1', 'too-common'],
  ['qwertyuiop123', 'too-common'],
  ['1q2w3e4r5t6y', 'too-common'],
  ['aaaaaaaaaaaaaa', 'too-common'],
  ['abcabcabcabcabc', 'too-common'],
  ['258841234567', 'too-common'],
  ['+258 84 123 4567', 'too-common'],
  ['23-11-2026 08:00', 'too-common'],
  ['correct horse battery staple', 'too-common'],
])('"%s" is refused as %s', (password, weakness) => {
  expect(weaknessOf(password)).toBe(weakness);
});

test.each([
  'quatro patos no telhado',
  'tu es o rei ca',
  'chuvaforteontem',
  'Xk29-plmt-QQ8v',
  'o rio lurio sobe em março',
  'nkhuku yanga ikuuluka',
])('"%s" is accepted: no rule asks for signs or capitals', (password) => {
  expect(weaknessOf(password)).toBeUndefined();
});

test('a password about oneself is refused, one that merely mentions it is not', () => {
  const about = ['Amina Saíde', 'amina.saide@exemplo.org'];
  expect(weaknessOf('AminaSaide2026', about)).toBe('about-you');
  expect(weaknessOf('amina1234567', about)).toBe('about-you');
  expect(weaknessOf('os patos da amina voam baixo', about)).toBeUndefined();
});

test('every entry of the list is folded, so that it can be met', () => {
  expect(weakPasswords.length).toBeGreaterThan(500);
  expect(weakPasswords.filter((word) => !/^[a-z0-9@]{3,}$/.test(word))).toEqual([]);
  expect(new Set(weakPasswords).size).toBe(weakPasswords.length);
});
