// What a command prints for the person who typed it. Never part of a log.
import { z } from 'zod';
import { Problem } from '../../shared/kit/problem.ts';

export const say = (lines: readonly string[]): void => {
  process.stdout.write(`${lines.join('\n')}\n`);
};

/** What went wrong, for the operator's own screen: our own refusals carry plain words as their cause. */
export function plainWords(error: unknown): string {
  if (error instanceof z.ZodError)
    return error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n');
  if (error instanceof Problem) return error.cause instanceof Error ? error.cause.message : error.code;
  if (!(error instanceof Error)) return 'unknown fault';
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
