// The log by allow-list: a line holds only keys named here whose values have the shape named here. Everything else (messages,
// texts, numbers, addresses, an error's own words) is dropped before pino sees it, whoever wrote the call.
import { constants } from 'node:os';
import pino, { type DestinationStream } from 'pino';
import { problems } from '../../shared/domain/problems.ts';

export type LogFields = {
  /** `message.received`: lower-case words with a dot. */
  event?: string;
  /** A Problem's code, a SQLSTATE, or a name of the operating system or Node. */
  code?: string;
  method?: string;
  /** The pattern (`/api/concerns/:id`), never the path. */
  route?: string;
  status?: number;
  /** Reduced to kind, code and places in our files: its words may quote anything. */
  err?: unknown;
  /** A word that `createLog` was told of. */
  [word: string]: unknown;
};

type Write = (fields: LogFields | Error | string, ...dropped: unknown[]) => void;
/** Has the shape Fastify asks of a logger. */
export type Logger = Readonly<Record<'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent', Write>> & {
  level: string;
  child(fields: LogFields, options?: unknown): Logger;
};

type Options = {
  level: 'silent' | 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace';
  /** The closed lists of this installation: `{ process: ['serve', 'courier'], channel: ['kannel'] }`. */
  words?: Readonly<Record<string, readonly string[]>>;
  /** Written to standard output when absent. */
  destination?: DestinationStream;
};

let output: DestinationStream | undefined;

/**
 * Whoever reads it may be gone: then nothing more is said, and the process lives and ends as it should. The stream that pino brings tries the
 * same line for ever when it ends, and with it the process that outlived its reader.
 */
function standardOutput(): DestinationStream {
  output ??= process.stdout.on('error', () => undefined);
  return output;
}

export function createLog({ level, words = {}, destination }: Options): Logger {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime };
  const writer = pino(options, destination ?? standardOutput());
  const logOf = (bound: Kept): Logger => {
    const at =
      (name: Exclude<keyof Logger, 'level' | 'child'>): Write =>
      (fields) =>
        writer[name]({ ...bound, ...keep(fields, words) });
    return {
      level,
      trace: at('trace'),
      debug: at('debug'),
      info: at('info'),
      warn: at('warn'),
      error: at('error'),
      fatal: at('fatal'),
      silent: at('silent'),
      child: (fields) => logOf({ ...bound, ...keep(fields, words) }),
    };
  };
  return logOf({});
}

type Kept = Record<string, unknown>;
type Words = Readonly<Record<string, readonly string[]>>;

function keep(fields: unknown, words: Words): Kept {
  if (fields instanceof Error) return keepError(fields);
  if (typeof fields !== 'object' || fields === null) return {};
  const kept: Kept = {};
  for (const [key, value] of Object.entries(fields)) {
    if (key === 'err' && value instanceof Error) Object.assign(kept, keepError(value));
    else if (isAllowed(key, value, words)) kept[key] = value;
  }
  return kept;
}

function isAllowed(key: string, value: unknown, words: Words): boolean {
  if (typeof value === 'string') return isAllowedText(key, value, words);
  if (typeof value === 'boolean') return flags.has(key);
  return typeof value === 'number' && isAllowedNumber(key, value);
}

const shapes: Readonly<Record<string, (value: string) => boolean>> = {
  event: (value) => /^[a-z]{2,20}(\.[a-z]{2,20}(-[a-z]{2,20}){0,4}){1,2}$/.test(value),
  code: isCode,
  method: (value) => /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/.test(value),
  route: (value) => value.length <= 120 && /^(\/(:[a-zA-Z]+|[a-z]+(-[a-z]+)*|v\d|\*)?)+$/.test(value),
};

function isAllowedText(key: string, value: string, words: Words): boolean {
  if (Object.hasOwn(words, key)) return words[key]?.includes(value) ?? false;
  if (Object.hasOwn(shapes, key)) return shapes[key]?.(value) ?? false;
  return isIdKey(key) && isId(value);
}

const isIdKey = (key: string): boolean => key === 'id' || /^[a-z]+Id$/.test(key);
// An id of ours is 26 random characters; a shorter one (an imported place) may not carry a run of digits like a number's.
const isId = (value: string): boolean =>
  /^[a-z]{2}_[0-9a-z]{1,40}$/.test(value) &&
  (value.length === 29 ? /[a-z].*[a-z]/.test(value.slice(3)) : !/\d{6}/.test(value));

const counts: ReadonlySet<string> = new Set([
  ...[
    'count',
    'attempt',
    'attempts',
    'rows',
    'bytes',
    'parts',
    'waiting',
    'running',
    'buried',
    'retried',
    'migrations',
  ],
  ...['pid', 'port', 'exitCode', 'megabytes', 'retryAfterSeconds'],
]);
const flags: ReadonlySet<string> = new Set(['retryable', 'reportable', 'repeat', 'demonstration', 'ready']);

// A national number has nine digits and an international one eleven or twelve: no count or duration gets that far.
function isAllowedNumber(key: string, value: number): boolean {
  if (key === 'status') return Number.isInteger(value) && value >= 100 && value < 600;
  if (!counts.has(key) && !/^[a-z]+[A-Za-z]*Ms$/.test(key)) return false;
  return Number.isFinite(value) && Math.abs(value) < 10_000_000;
}

const systemCodes: ReadonlySet<string> = new Set(Object.keys(constants.errno));
const signals: ReadonlySet<string> = new Set(Object.keys(constants.signals));

function isCode(value: string): boolean {
  if (Object.hasOwn(problems, value) || systemCodes.has(value) || signals.has(value)) return true;
  if (value === 'unknown' || ERROR_KINDS.test(value)) return true;
  return /^(FST_)?ERR_[A-Z_]{2,60}$/.test(value) || /^(?=.*\d.*\d)[0-9A-Z]{5}$/.test(value);
}

const ERROR_KINDS =
  /^(Problem|ZodError|DatabaseError|(Type|Range|Syntax|Reference|Abort|Timeout|Aggregate|Fastify)?Error)$/;

function keepError(error: Error): Kept {
  const kept: Kept = { error: ERROR_KINDS.test(error.name) ? error.name : 'Error', at: placesOf(error) };
  if ('code' in error && typeof error.code === 'string' && isCode(error.code)) kept['code'] = error.code;
  if (error.cause instanceof Error) kept['cause'] = keepError(error.cause);
  return kept;
}

// The stack begins with the message, and a message may imitate a frame: it is cut off first, and only `file.ts:12` is kept.
function placesOf(error: Error): string[] {
  const stack = error.stack ?? '';
  const head = stack.indexOf(error.message);
  if (head < 0) return [];
  const frames = stack
    .slice(head + error.message.length)
    .matchAll(/^ {4}at .*?([a-z][a-z.-]*\.[cm]?[jt]s):(\d{1,5}):\d+\)?$/gm);
  return [...frames].slice(0, 6).map((frame) => `${frame[1]}:${frame[2]}`);
}
