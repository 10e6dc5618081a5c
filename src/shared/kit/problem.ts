// The one way to refuse. A Problem is thrown anywhere and translated once, at the edge, into RFC 9457 problem+json.
import type { ProblemCode } from '../domain/problems.ts';

export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  /** Ids, counts and field names only: details reach the caller and the log. */
  readonly details: Readonly<Record<string, string | number | boolean>>;

  constructor(code: ProblemCode, details: Problem['details'] = {}, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
    this.details = details;
  }
}

/** @example throw problem('concern.already-closed', { concernId }) */
export function problem(code: ProblemCode, details?: Problem['details'], options?: ErrorOptions): Problem {
  return new Problem(code, details, options);
}
