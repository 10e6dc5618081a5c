import { expect, test } from 'vitest';
import { z } from 'zod';
import { problems } from '../../shared/domain/problems.ts';
import { problem } from '../../shared/kit/problem.ts';
import { fieldsOf, refusedInput, toProblem, toProblemDocument } from './problem-json.ts';

const withCode = (code: string, message = 'the words of 841234567'): Error =>
  Object.assign(new Error(message), { code });

test('a refusal is told by code, with its ids and nothing more', () => {
  const refusal = problem('todo.state', { todoId: 'td_1' }, { cause: new Error('why') });
  expect(toProblem(refusal)).toBe(refusal);
  expect(toProblemDocument(refusal)).toEqual({
    type: 'urn:salama:problem:todo.state',
    title: 'todo.state',
    status: 409,
    code: 'todo.state',
    retryable: false,
    details: { todoId: 'td_1' },
  });
});

test('every problem of the catalogue has a status that says refused or failed', () => {
  for (const [code, { status }] of Object.entries(problems))
    expect([code, status >= 400 && status < 600]).toEqual([code, true]);
});

test.each([
  ['42501', 'access.denied', 403],
  ['23505', 'request.invalid', 400],
  ['22003', 'request.invalid', 400],
  ['22008', 'request.invalid', 400],
  ['22021', 'request.invalid', 400],
  ['22012', 'server.fault', 500],
  ['53100', 'database.full', 503],
  ['57014', 'database.away', 503],
  ['40001', 'database.away', 503],
  ['08006', 'database.away', 503],
  ['57P01', 'database.away', 503],
  ['ECONNREFUSED', 'database.away', 503],
  ['ENOSPC', 'database.full', 503],
  ['FST_ERR_CTP_BODY_TOO_LARGE', 'request.too-large', 413],
  ['FST_ERR_CTP_INVALID_MEDIA_TYPE', 'request.unsupported-media', 415],
  ['FST_ERR_NOT_FOUND', 'request.not-found', 404],
  ['FST_ERR_OF_TOMORROW', 'request.malformed', 400],
  ['XX000', 'server.fault', 500],
  ['', 'server.fault', 500],
])('%s becomes %s', (code, expected, status) => {
  const document = toProblemDocument(toProblem(withCode(code)));
  expect(document).toMatchObject({ code: expected, status });
  expect(JSON.stringify(document)).not.toContain('841234567');
});

test.each([
  'Connection terminated unexpectedly',
  'Connection terminated due to connection timeout',
  'timeout exceeded when trying to connect',
  'Client has encountered a connection error and is not queryable',
])('a database that went away without a code is worth another try: %s', (message) => {
  const refusal = toProblem(new Error(message));
  expect(refusal.code).toBe('database.away');
  expect(toProblemDocument(refusal).retryable).toBe(true);
});

test('a body that is not JSON is malformed', () => {
  expect(toProblem(Object.assign(new SyntaxError('Unexpected token'), { statusCode: 400 })).code).toBe(
    'request.malformed',
  );
});

test.each([['words'], [undefined], [null], [{ code: '42501' }]])(
  'what is no error is a fault of ours: %s',
  (thrown) => {
    expect(toProblem(thrown).code).toBe('server.fault');
  },
);

test('the cause stays inside for the log', () => {
  const error = withCode('42501');
  expect(toProblem(error).cause).toBe(error);
});

const Body = z.strictObject({ reason: z.string().max(5), where: z.object({ areaId: z.string() }).array() });

test('a refused form names the fields, never what stood in them', () => {
  const { error } = Body.safeParse({ reason: 'o meu nome é Ana', where: [{ areaId: 7 }], telefone: '841234567' });
  const refusal = error && refusedInput(error);
  if (!refusal) throw new Error('it fits');
  expect(refusal).toMatchObject({ code: 'request.invalid', details: { fields: 'reason where.0.areaId telefone' } });
  expect(JSON.stringify(toProblemDocument(refusal))).not.toMatch(/Ana|841234567/);
});

test('the same field is named once, and at most eight are named', () => {
  const Twice = z.string().min(9).regex(/x/);
  const { error } = z.object({ name: Twice }).safeParse({ name: 'a' });
  expect(error && fieldsOf(error)).toBe('name');
  const stray = Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`f${n}`, 'a']));
  const many = z.object(Object.fromEntries(Object.keys(stray).map((key) => [key, z.number()]))).safeParse(stray);
  expect(many.error && fieldsOf(many.error).split(' ')).toHaveLength(8);
});

test('a shape that does not fit inside a deed of ours is our fault, told with an alarm and without a field', () => {
  const { error } = Body.safeParse({ reason: 7 });
  const refusal = toProblem(error);
  expect(toProblemDocument(refusal)).toMatchObject({ code: 'server.fault', status: 500, details: {} });
  expect(problems[refusal.code].reportable).toBe(true);
});
