// The two commands on an empty folder that only its owner may enter: the demonstration, and a real programme's first hour.
import { existsSync } from 'node:fs';
import { generateSync } from 'otplib';
import { afterEach, describe, expect, test } from 'vitest';
import { DEMONSTRATION_PASSWORD } from '../../src/server/app/demonstration/sign-in-page.ts';
import { isAlive } from '../../src/server/db/embedded/processes.ts';
import { openClient } from '../client.ts';
import { until } from '../until.ts';
import {
  anOperator,
  type Command,
  clearAway,
  isRoot,
  nobody,
  type Operator,
  processesOf,
  run,
} from './command-line.ts';
import { say } from './journey-world.ts';
import { socketFolderOf } from './whole-process.ts';

const patient = { timeout: 120_000 };
afterEach(clearAway);

const operators: readonly [string, boolean, () => Operator][] = [
  ['as the user who runs the tests', true, () => anOperator()],
  ['as an ordinary user beside root', isRoot, () => anOperator(nobody)],
];

/** Ctrl-C: nothing of it lives on, and nothing lies in the run folder. */
async function expectToLeaveNothing(operator: Operator, command: Command): Promise<void> {
  const family = processesOf(operator);
  const socket = socketFolderOf(family);
  const parts = ['cli.ts', 'child.ts serve', 'child.ts courier', 'unix_socket_directories'];
  for (const part of parts) expect(family.filter(({ command: line }) => line.includes(part))).toHaveLength(1);
  command.interrupt();
  expect(await command.ended).toBe(0);
  expect(family.filter(isAlive)).toEqual([]);
  expect(processesOf(operator)).toEqual([]);
  expect(existsSync(socket)).toBe(false);
}

describe('the demonstration', () => {
  for (const [who, possible, open] of operators)
    test.runIf(possible)(
      `starts on an empty folder ${who}, again with its data, and Ctrl-C leaves nothing`,
      patient,
      async () => {
        const operator = open();
        const first = run(operator, 'demo', '--quiet');
        const coordinator = openClient(await first.url());
        expect(first.printed()).toContain(DEMONSTRATION_PASSWORD);
        expect(first.printed()).not.toContain('Eighteen months');
        await coordinator.signIn({ login: 'coordenadora', password: DEMONSTRATION_PASSWORD });
        const { handsets } = await coordinator.call('listHandsets');
        // By its label: all phones are made in one moment, so their order is any; one of them is a post's.
        const neighbour = handsets.find(({ label }) => label.startsWith('Moradora'));
        const phone = { params: { id: neighbour?.id ?? '' } };
        await coordinator.call('sendFromHandset', { ...phone, body: { text: 'Roubo mota em Nantalika' } });
        await until(async () => {
          const shown = (await coordinator.call('listHandsets')).handsets.find(({ id }) => id === phone.params.id);
          return shown?.texts.some(({ text }) => text === say('receipt.first'));
        }, 'the receipt');
        const page = await coordinator.fetch('/');
        expect(page.headers.get('content-type')).toMatch(/text\/html/);
        await expectToLeaveNothing(operator, first);

        const second = run(operator, 'demo', '--quiet');
        const again = openClient(await second.url());
        await again.signIn({ login: 'coordenadora', password: DEMONSTRATION_PASSWORD });
        const { concerns } = await again.call('listConcerns', { query: {} });
        expect(concerns).toMatchObject([{ typeCode: 'C03', voices: 1 }]);
        await expectToLeaveNothing(operator, second);
      },
    );

  test('a second one on the same folder is told who has it, and the first goes on', patient, async () => {
    const operator = anOperator();
    const first = run(operator, 'demo', '--quiet');
    const url = await first.url();
    const second = run(operator, 'demo', '--quiet');
    expect(await second.ended).toBe(3);
    expect((await fetch(`${url}/health`)).status).toBe(200);
  });
});

describe('a real programme', () => {
  test('is made once: three codes, and the administrator comes in with a second factor', patient, async () => {
    const operator = anOperator();
    const init = run(operator, 'init', '--name', 'Programa de prova');
    expect(await init.ended).toBe(0);
    const codes = codesIn(init.printed());
    expect(Object.keys(codes).toSorted()).toEqual(['administrator', 'auditor', 'protection-officer']);
    expect(new Set(Object.values(codes)).size).toBe(3);

    const twice = run(operator, 'init', '--name', 'Outro');
    expect(await twice.ended).not.toBe(0);
    expect(twice.printed()).toMatch(/já tem um programa/);
    expect(Object.keys(codesIn(twice.printed()))).toEqual([]);

    const serve = run(operator, 'serve');
    const client = openClient(await serve.url());
    expect(await client.call('getProgramme')).toMatchObject({ name: 'Programa de prova', demonstration: false });
    const person = { login: 'administradora', password: 'cabra canoa capulana 71' };
    const given = { ...person, code: codes['administrator'] ?? '', name: 'Administradora', locale: 'pt' } as const;
    const { totpUri, recoveryCodes } = await client.call('acceptInvitation', { body: given });
    const secret = new URL(totpUri).searchParams.get('secret') ?? '';
    const secondFactor = generateSync({ secret });
    const session = await client.call('confirmSecondFactor', { body: { ...person, secondFactor } });
    expect(session.grant.role).toBe('administrator');
    expect(recoveryCodes.length).toBeGreaterThanOrEqual(8);

    const other = openClient(serve.printed().match(/https?:\/\/\S+/)?.[0] ?? '');
    await expect(other.signIn(person)).rejects.toMatchObject({ code: 'session.second-factor' });
    await expect(other.call('acceptInvitation', { body: given })).rejects.toMatchObject({ code: 'invitation.unknown' });
    await other.signIn({ ...person, secondFactor: recoveryCodes[0] ?? '' });
    expect((await other.call('listUsers')).users).toMatchObject([{ login: 'administradora', state: 'active' }]);
    await expectToLeaveNothing(operator, serve);
  });

  test('that was never made says what to do', patient, async () => {
    const serve = run(anOperator(), 'serve');
    expect(await serve.ended).not.toBe(0);
    expect(serve.printed()).toMatch(/\bsalama init\b/);
  });
});

const codesIn = (printed: string): Record<string, string> =>
  Object.fromEntries(
    [...printed.matchAll(/^ {2}(administrator|protection-officer|auditor) +(\S+)$/gm)].map(
      ([, role = '', code = '']) => [role, code],
    ),
  );
