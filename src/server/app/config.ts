// The only reader of the environment. Everything else is given what it needs.
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { z } from 'zod';
import type { ConnectionSettings } from '../db/pool.ts';

/** Weeks of the past are played for `full` and `10x`. */
export const demoSizes = ['small', 'full', '10x'] as const;
export type DemoSize = (typeof demoSizes)[number];

const Environment = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  SALAMA_DATA: z.string().min(1).optional(),
  SALAMA_KEYS: z.string().min(1).optional(),
  SALAMA_HOST: z.string().min(1).default('127.0.0.1'),
  SALAMA_PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  SALAMA_LAN_PORT: z.coerce.number().int().min(0).max(65_535).default(4443),
  SALAMA_TLS_CERT: z.string().optional(),
  SALAMA_TLS_KEY: z.string().optional(),
  /** Behind which a visitor's own address is the one they forward (docs/operate/install.md). */
  SALAMA_TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((list) => list.split(',').map((one) => one.trim()))
    .transform((list) => list.filter((one) => one !== ''))
    .refine(
      (list) => list.every(isProxy),
      'endereços IP ou redes (10.0.0.0/24), separados por vírgulas; nunca todos. / IP addresses or networks (10.0.0.0/24), separated by commas; never all of them.',
    ),
  SALAMA_TIME_ZONE: z
    .string()
    .refine(
      isTimeZone,
      'fuso horário desconhecido; por exemplo Africa/Maputo. / Unknown time zone; Africa/Maputo for one.',
    )
    .default('Africa/Maputo'),
  /** How much past the demonstration has: none, eighteen months, or ten times as many councils. */
  SALAMA_DEMO: z.enum(demoSizes).default('full'),
  /** Texts within ten minutes above which a flood begins, and answers an hour to numbers that are not registered (docs/operate/floods.md). */
  SALAMA_FLOOD_SENDER: z.coerce.number().int().min(5).optional(),
  SALAMA_FLOOD_RANGE: z.coerce.number().int().min(5).optional(),
  SALAMA_FLOOD_ALIKE: z.coerce.number().int().min(5).optional(),
  SALAMA_FLOOD_ALL: z.coerce.number().int().min(20).optional(),
  SALAMA_REPLIES: z.coerce.number().int().min(20).optional(),
  /** From which hour of the day on whoever works here is told by SMS how much waits. */
  SALAMA_DIGEST_HOUR: z.coerce.number().int().min(0).max(19).default(7),
  SALAMA_LOG: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('warn'),
  /** Set by the parent for its children. */
  SALAMA_CHILD: z.string().optional(),
});

export type Config = {
  databaseUrl: string | undefined;
  dataFolder: string;
  keyFolder: string;
  host: string;
  port: number;
  /** Beside the data: the authority of `init --lan` and the server's certificate. */
  lanFolder: string;
  lanPort: number;
  tls: { cert: string; key: string } | undefined;
  trustedProxies: readonly string[];
  timeZone: string;
  /** Where the installation says something else than we do. */
  floodLimits: Readonly<Record<'oneSender' | 'oneRange' | 'alike' | 'allAtOnce', number | undefined>>;
  repliesAnHour: number | undefined;
  digestHour: number;
  logLevel: z.infer<typeof Environment>['SALAMA_LOG'];
  demo: DemoSize;
  child: ChildSettings | undefined;
};

const ChildSettingsShape = z.object({
  connection: z.object({
    host: z.string().optional(),
    port: z.number().optional(),
    database: z.string(),
    ssl: z.boolean().optional(),
  }),
  play: z.boolean().default(false),
  kind: z.enum(['programme', 'demonstration']),
  owner: z.object({ user: z.string(), password: z.string().optional() }).optional(),
});
export type ChildSettings = {
  connection: ConnectionSettings;
  kind: 'programme' | 'demonstration';
  play?: boolean /** For the preparing process only. */;
  owner?: { user: string; password?: string };
};

/** Throws a ZodError naming the variable that cannot be used. */
export function readConfig(folder: { data: string }): Config {
  // `NAME=` in a service file means that it is not set.
  const read = Environment.parse(Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== '')));
  refuseHalfCertificate(read);
  refuseOpenNetwork(read);
  const dataFolder = absolute(read.SALAMA_DATA ?? folder.data);
  return {
    databaseUrl: read.DATABASE_URL,
    dataFolder,
    keyFolder: absolute(read.SALAMA_KEYS ?? `${dataFolder}-keys`),
    lanFolder: `${dataFolder}-lan`,
    lanPort: read.SALAMA_LAN_PORT,
    host: read.SALAMA_HOST,
    port: read.SALAMA_PORT,
    tls:
      read.SALAMA_TLS_CERT && read.SALAMA_TLS_KEY
        ? { cert: absolute(read.SALAMA_TLS_CERT), key: absolute(read.SALAMA_TLS_KEY) }
        : undefined,
    trustedProxies: read.SALAMA_TRUSTED_PROXIES,
    timeZone: read.SALAMA_TIME_ZONE,
    floodLimits: {
      oneSender: read.SALAMA_FLOOD_SENDER,
      oneRange: read.SALAMA_FLOOD_RANGE,
      alike: read.SALAMA_FLOOD_ALIKE,
      allAtOnce: read.SALAMA_FLOOD_ALL,
    },
    repliesAnHour: read.SALAMA_REPLIES,
    digestHour: read.SALAMA_DIGEST_HOUR,
    logLevel: read.SALAMA_LOG,
    demo: read.SALAMA_DEMO,
    child: read.SALAMA_CHILD === undefined ? undefined : childOf(read.SALAMA_CHILD),
  };
}

/** The environment a child process is started with: the parent's, and what only the parent knows. */
export function childEnvironment(config: Config, child: ChildSettings): NodeJS.ProcessEnv {
  const { DATABASE_URL: _owner, ...rest } = process.env;
  return {
    // glibc opens an arena for every thread that allocates, and gives none back: two are enough for one that works and its helpers.
    MALLOC_ARENA_MAX: '2',
    ...rest,
    SALAMA_DATA: config.dataFolder,
    SALAMA_KEYS: config.keyFolder,
    SALAMA_DEMO: config.demo,
    SALAMA_CHILD: JSON.stringify(child),
  };
}

function childOf(text: string): ChildSettings {
  const { connection, play, kind, owner } = ChildSettingsShape.parse(JSON.parse(text));
  const { database, host, port, ssl } = connection;
  return {
    play,
    kind,
    ...(owner
      ? { owner: { user: owner.user, ...(owner.password === undefined ? {} : { password: owner.password }) } }
      : {}),
    connection: {
      database,
      ...(host === undefined ? {} : { host }),
      ...(port === undefined ? {} : { port }),
      ...(ssl === undefined ? {} : { ssl }),
    },
  };
}

function refuseHalfCertificate(read: z.infer<typeof Environment>): void {
  const missing = read.SALAMA_TLS_CERT ? 'SALAMA_TLS_KEY' : 'SALAMA_TLS_CERT';
  if (Boolean(read.SALAMA_TLS_CERT) === Boolean(read.SALAMA_TLS_KEY)) return;
  throw new Error(`${missing}: o certificado e a chave vão juntos. / Certificate and key go together.`);
}

/** Whoever trusts everybody lets each visitor say where she comes from. */
function isProxy(address: string): boolean {
  const known = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]);
  return known.safeParse(address).success && !address.endsWith('/0');
}

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

/** decisions.md 22: without a certificate only this machine may reach it; the session cookie would not work elsewhere anyway. */
function refuseOpenNetwork(read: z.infer<typeof Environment>): void {
  const near = ['127.0.0.1', '::1', 'localhost'].includes(read.SALAMA_HOST);
  if (!near && !(read.SALAMA_TLS_CERT && read.SALAMA_TLS_KEY))
    throw new Error(
      'SALAMA_HOST: sem certificado só esta máquina (127.0.0.1); para a rede local: salama init --lan. / Without a certificate only this machine (127.0.0.1); for the local network: salama init --lan.',
    );
}

const absolute = (path: string): string =>
  isAbsolute(path) ? path : resolve(path.startsWith('~') ? join(homedir(), path.slice(1)) : path);
