import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { newId } from '../../shared/kit/ids.ts';
import { problem } from '../../shared/kit/problem.ts';
import { createLog } from './log.ts';

function listen(level: Parameters<typeof createLog>[0]['level'] = 'trace') {
  const lines: string[] = [];
  const words = { process: ['serve', 'courier'], channel: ['kannel'] };
  return { log: createLog({ level, words, destination: { write: (line) => void lines.push(line) } }), lines };
}

const logged = (fields: Record<string, unknown>) => {
  const { log, lines } = listen();
  log.info(fields);
  const { time, level, ...kept } = JSON.parse(lines[0] ?? '');
  expect([typeof time, level]).toEqual(['string', 30]);
  return kept;
};

const identities = [
  '+258841234567',
  '841234567',
  '00258 84 123 4567',
  'Amina Saíde',
  'amina@exemplo.org',
  '192.0.2.77',
  '2001:db8::77',
];
const texts = [
  'ROUBO gado em Nanjua',
  'socorro',
  'SOCORRO',
  'mataram o meu irmão. venham',
  'kill.them now',
  'EMERGENCIA',
  'ajuda',
  'em_nome_dele',
];

test('a line of known facts is kept whole', () => {
  const facts = {
    ...{
      event: 'message.received',
      code: 'database.away',
      method: 'POST',
      route: '/api/v1/concerns/:concernId',
      status: 202,
    },
    ...{
      concernId: newId('concern'),
      id: 'ar_mz0101',
      count: 3,
      durationMs: 1.5,
      channel: 'kannel',
      process: 'serve',
      retryable: true,
    },
  };
  expect(logged(facts)).toEqual(facts);
  for (const code of ['ECONNREFUSED', '40001', '57P01', 'FST_ERR_CTP_BODY_TOO_LARGE', 'TypeError', 'unknown'])
    expect(logged({ code })).toEqual({ code });
});

const keys = [
  ...[
    'event',
    'code',
    'method',
    'route',
    'status',
    'err',
    'id',
    'concernId',
    'count',
    'attempts',
    'bytes',
    'pid',
    'port',
    'durationMs',
    'process',
    'channel',
    'error',
    'at',
    'cause',
  ],
  ...[
    'msg',
    'message',
    'text',
    'from',
    'to',
    'phone',
    'msisdn',
    'ip',
    'remoteAddress',
    'url',
    'path',
    'query',
    'headers',
    'body',
    'name',
    'user',
    'reason',
    'req',
    'res',
    'reqId',
    'hostname',
    'time',
    'level',
    '__proto__',
    'constructor',
    'toString',
  ],
];

const wrappings: ((secret: string) => unknown)[] = [
  (secret) => secret,
  (secret) => ({ secret }),
  (secret) => [secret],
  (secret) => new Error(secret),
  (secret) => Object.assign(new Error(secret), { code: secret, detail: secret }),
  (secret) =>
    Object.assign(new Error('x'), { name: secret, stack: `Error: ${secret}\n    at ${secret} (${secret}:1:1)` }),
  (secret) => new Error('outer', { cause: new Error(secret) }),
  (secret) => new URL(`http://x/${encodeURIComponent(secret)}`),
  (secret) => Buffer.from(secret),
  (secret) => Number(secret.replace(/\D/g, '').padEnd(9, '1')),
];

function writtenOf(fields: Record<string, unknown>, secret: string): string {
  const { log, lines } = listen();
  for (const level of ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const)
    log[level](fields, secret, { secret });
  log.child(fields, { msgPrefix: secret, serializers: {} }).info(fields);
  expect(lines).toHaveLength(7);
  return lines.map((line) => line.replace(/"time":"[^"]+"/, '')).join('');
}

const formsOf = (secret: string) => [
  secret,
  JSON.stringify(secret).slice(1, -1),
  encodeURIComponent(secret),
  secret.replace(/\D/g, '') || secret,
];

test.each([...identities, ...texts])('"%s" is not written under any key, in any wrapping, at any level', (secret) => {
  for (const key of keys) {
    for (const wrap of wrappings) {
      const written = writtenOf(Object.fromEntries([[key, wrap(secret)]]), secret);
      expect(formsOf(secret).filter((form) => written.includes(form))).toEqual([]);
    }
  }
});

test('a plain string, an error, or nothing at all is no way around it', () => {
  const { log, lines } = listen();
  log.info('texto de +258841234567');
  log.info('%s', '+258841234567');
  log.error(new Error('duplicate key (msisdn)=(+258841234567)'));
  expect(lines.join('')).not.toContain('84123');
  expect(lines.join('')).not.toContain('texto');
  expect(lines).toHaveLength(3);
});

test('any number of seven digits or more written as a number is dropped', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('count', 'durationMs', 'status', 'pid', 'anything'),
      fc.integer({ min: 10_000_000, max: 999_999_999_999 }),
      (key, value) => {
        expect(logged({ [key]: value })).toEqual({});
      },
    ),
  );
});

test('an error leaves its kind, its code and its places, and none of its words', () => {
  const cause = Object.assign(new Error('Key (msisdn)=(+258841234567)'), { code: '23505' });
  const kept = logged({ event: 'work.failed', err: problem('database.away', { id: '+258841234567' }, { cause }) });
  expect(kept).toMatchObject({
    event: 'work.failed',
    error: 'Problem',
    code: 'database.away',
    cause: { error: 'Error', code: '23505' },
  });
  expect(kept.cause.at[0]).toMatch(/^log\.test\.ts:\d+$/);
  expect(JSON.stringify(kept)).not.toContain('258');
});

test('a message that imitates a stack is cut off before the stack is read', () => {
  const kept = logged({ err: new Error('x\n    at amina (amina.ts:84123:45)') });
  expect(JSON.stringify(kept)).not.toContain('amina');
  expect(kept.at.length).toBeGreaterThan(0);
});

test('a level below the chosen one writes nothing', () => {
  const { log, lines } = listen('warn');
  log.info({ event: 'message.received' });
  log.warn({ event: 'message.refused' });
  expect(lines.map((line) => JSON.parse(line).event)).toEqual(['message.refused']);
});

test('whoever reads the log may be gone: the process goes on, and ends when it should', async () => {
  const program = `
    import { createLog } from ${JSON.stringify(new URL('./log.ts', import.meta.url).href)};
    const log = createLog({ level: 'info' });
    process.once('message', () => {
      for (let line = 0; line < 3; line += 1) log.info({ event: 'work.failed' });
      process.exit(7);
    });
    process.send('ready');`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child, 'message');
  child.stdout?.destroy();
  child.send('write');
  expect(await once(child, 'exit')).toEqual([7, null]);
});
