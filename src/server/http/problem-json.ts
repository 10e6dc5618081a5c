// The one translation of what went wrong into RFC 9457 problem+json. Nothing of an error's own words leaves the process.
import type { z } from 'zod';
import { type ProblemCode, problems } from '../../shared/domain/problems.ts';
import { Problem, problem } from '../../shared/kit/problem.ts';

export type ProblemDocument = {
  type: string;
  title: string;
  status: number;
  code: ProblemCode;
  retryable: boolean;
  details: Problem['details'];
};

/** RFC 9457 document of a problem. `type` is a stable URN: there is no web page to look it up without a network. */
export function toProblemDocument(refusal: Problem): ProblemDocument {
  const entry = problems[refusal.code];
  return {
    type: `urn:salama:problem:${refusal.code}`,
    title: refusal.code,
    status: entry.status,
    code: refusal.code,
    retryable: entry.retryable,
    details: refusal.details,
  };
}

/**
 * Whatever was thrown, as a Problem. Unknown faults become `server.fault`; so does a ZodError that reaches this place: the caller's own
 * input was parsed before (`parseInput`), so what does not fit now is ours.
 */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const code = codeOf(error);
  return problem(byCode(code), {}, { cause: error });
}

/** The caller's own input does not fit its shape. */
export const refusedInput = (error: z.ZodError): Problem =>
  problem('request.invalid', { fields: fieldsOf(error) }, { cause: error });

/** Names of the fields only, never their values. */
export function fieldsOf(error: z.ZodError): string {
  const names = error.issues.map((issue) =>
    (issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys] : issue.path).join('.'),
  );
  return [...new Set(names)].slice(0, 8).join(' ').slice(0, 200);
}

// Fastify's own refusals, and PostgreSQL's SQLSTATE classes. Constraint names never reach the caller: they tell of invisible rows.
const exact: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'request.too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'request.unsupported-media',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'request.malformed',
  FST_ERR_CTP_INVALID_JSON_BODY: 'request.malformed',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'request.malformed',
  FST_ERR_NOT_FOUND: 'request.not-found',
  '42501': 'access.denied',
  '23505': 'request.invalid',
  '23503': 'request.invalid',
  '23514': 'request.invalid',
  '53100': 'database.full',
  '53200': 'database.away',
  '53300': 'database.away',
  '57014': 'database.away',
  '55P03': 'database.away',
  '40001': 'database.away',
  '40P01': 'database.away',
  '58030': 'database.full',
  ENOSPC: 'database.full',
  EPIPE: 'database.away',
};
const classes: readonly [RegExp, ProblemCode][] = [
  // A number, a moment or a character that no column can hold came from outside: a forged cursor, a U+0000.
  [/^22(003|007|008|021|P02|P05)$/, 'request.invalid'],
  [/^(08|57P)/, 'database.away'],
  [/^(ECONN|ENOENT|EHOSTUN|ETIMEDOUT|ENOTFOUND)/, 'database.away'],
  [/^FST_/, 'request.malformed'],
];

function byCode(code: string): ProblemCode {
  return exact[code] ?? classes.find(([pattern]) => pattern.test(code))?.[1] ?? 'server.fault';
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  // node-postgres gives a lost or slow connection no code, only these sentences.
  if (
    /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|server closed the connection/i.test(
      error.message,
    )
  )
    return 'ECONNRESET';
  if ('statusCode' in error && error.statusCode === 400) return 'FST_ERR_CTP_INVALID_JSON_BODY';
  return '';
}
