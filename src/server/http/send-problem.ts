// Answers a refusal and writes one log line about it: pattern, status and code, never the path or the cause's words.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problems } from '../../shared/domain/problems.ts';
import { type Problem, problem } from '../../shared/kit/problem.ts';
import type { Logger } from '../kit/log.ts';
import { toProblem, toProblemDocument } from './problem-json.ts';

const RETRY_SECONDS = '5';

export function sendProblem(
  error: unknown,
  edge: { request: FastifyRequest; reply: FastifyReply; log: Logger },
): FastifyReply {
  const refusal = edge.request.raw.readableAborted ? brokenOff(error) : toProblem(error);
  const document = toProblemDocument(refusal);
  const route = edge.request.routeOptions?.url ?? 'none';
  const line = {
    event: 'request.refused',
    route,
    method: edge.request.method,
    status: document.status,
    code: refusal.code,
  };
  if (problems[refusal.code].reportable) edge.log.error({ ...line, err: refusal.cause });
  else edge.log.info(line);
  const { seconds } = refusal.details;
  if (document.retryable)
    edge.reply.header('retry-after', typeof seconds === 'number' ? String(seconds) : RETRY_SECONDS);
  return edge.reply
    .status(document.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(document));
}

/** A caller who hangs up in the middle of a body looks like a lost database (ECONNRESET): no alarm for that. */
function brokenOff(error: unknown): Problem {
  const refusal = toProblem(error);
  return refusal.code === 'database.away' ? problem('request.malformed', {}, { cause: error }) : refusal;
}
