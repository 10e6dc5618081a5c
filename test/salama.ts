// A whole, real Salama in this process on a database of its own: web, worker, courier, and a clock that a test can move on.
import { join } from 'node:path';
import type pg from 'pg';
import { handsets, users } from '../src/server/app/demonstration/people.ts';
import { DEMONSTRATION_PASSWORD } from '../src/server/app/demonstration/sign-in-page.ts';
import { logWords } from '../src/server/app/log-words.ts';
import { asOwner, beginDemonstration, beginProgramme, type Keys } from '../src/server/app/set-up.ts';
import { wireCourier } from '../src/server/app/wire-courier.ts';
import { type Serving, webFolderOf, wireServe } from '../src/server/app/wire-serve.ts';
import type { ConnectionSettings } from '../src/server/db/pool.ts';
import { createLog } from '../src/server/kit/log.ts';
import type { FloodLimits } from '../src/server/rooms/listen/flood-gate.ts';
import { addGateway } from '../src/server/rooms/listen/index.ts';
import { type Client, type Credentials, openClient } from './client.ts';
import { openScratchDatabase, type ScratchDatabase, testPasswords } from './database.ts';
import { type Handset, openHandsets } from './handset.ts';
import { getKeyRing } from './key-ring.ts';
import { type Leap, openTime } from './time.ts';
import { until } from './until.ts';

export type GatewayGiven = { id: string; channelId: string; settings: unknown; sends: boolean };
export type Fact = {
  id: string;
  event: string;
  kind: 'event' | 'read';
  actor: string;
  role: string;
  subject_id: string;
  lane: string | null;
  payload: Record<string, unknown>;
};

export type Salama = {
  url: string;
  /** The demonstration's people by login and by role (the first of a role). */
  people: Readonly<Record<string, { login: string; password: string }>>;
  /** The codes of an empty programme's first people. */
  invitations: readonly { role: string; code: string }[];
  /** As a person would, this client signs in again when the clock was moved on. */
  signIn(login: string): Promise<Client>;
  /** Nobody yet. */
  visit(): ReturnType<typeof openClient>;
  /** A simulated phone by its label or the beginning of it; by a number, a phone nobody knows yet. */
  handset(labelOrNumber: string): Handset;
  until: typeof until;
  /** Nothing due is left: no work, no text to send. Fails with the name of the work that keeps failing. */
  drained(): Promise<void>;
  /** Moves the clock on (in `steps` equal leaps), has the clocks looked at after each, and waits until drained. */
  advance(leap: Leap): Promise<void>;
  /** Salama's own time. */
  now(): Date;
  /** The journal about this subject, or all of it; oldest first. */
  journal(subjectId?: string): Promise<Fact[]>;
  /** The owner's pool. */
  sql: pg.Pool;
  connection: ConnectionSettings;
  keys: Keys;
  serving: Serving;
  /** Everything that was logged so far. */
  logged(): string;
  close(): Promise<void>;
};

type Options = {
  demonstration?: boolean;
  gateways?: readonly GatewayGiven[];
  /** Whether many texts at once are held as a flood, as they are in the field: most tests send them for another reason. */
  floods?: boolean | Partial<FloodLimits>;
  /** Whether people are told each morning what waits for them: most tests read their telephones for another reason, at any hour. */
  digests?: boolean;
  trustedProxies?: readonly string[];
  /** A migrated, empty database of the test's own, such as one that it takes away. */
  database?: Pick<ScratchDatabase, 'owner' | 'connection' | 'close'>;
};
const root = join(import.meta.dirname, '..');
/** No day has this hour. */
const NEVER = 24;
const NO_FLOODS = { oneSender: 1e6, oneRange: 1e6, alike: 1e6, allAtOnce: 1e6 };

export async function startSalama({
  demonstration = true,
  gateways = [],
  floods = false,
  digests = false,
  trustedProxies = [],
  database,
}: Options = {}): Promise<Salama> {
  const scratch = database ?? (await openScratchDatabase());
  const { user: _user, ...connection } = scratch.connection;
  const keys = await openKeys();
  const clock = { offsetMs: 0 };
  const { log, logged } = openLog();
  try {
    const owned = { owner: scratch.owner };
    const invitations = demonstration ? [] : await beginProgramme(owned, keys, 'Programa de prova');
    if (demonstration) await beginDemonstration(owned, keys);
    // Whoever tests the tour empties this again.
    await scratch.owner.query(`update protect_user set toured = (select array_agg(distinct role) from protect_grant)`);
    for (const gateway of gateways) await asOwner(owned, 'live', (ctx) => addGateway(ctx, keys.serve, gateway));
    const common = { connection, log, clock };
    const place = { timeZone: 'Africa/Maputo', country: 'MZ', host: '127.0.0.1', port: 0 } as const;
    const serving = await wireServe({
      ...common,
      ...place,
      keys: keys.serve,
      trustedProxies,
      webFolder: webFolderOf(root),
      ...(floods === true ? {} : { floodLimits: floods || NO_FLOODS }),
      ...(digests ? {} : { digestHour: NEVER }),
    });
    const courier = wireCourier({ ...common, timeZone: place.timeZone, keys: keys.courier });
    const time = openTime({ clock, owner: scratch.owner, runner: serving.runner });
    const phones = { intake: serving.intake, poke: serving.runner.poke, database: owned, keys: keys.serve };
    return {
      url: serving.url,
      people: demonstration ? peopleOfDemonstration() : {},
      invitations,
      signIn: (login) => signInAgain(serving.url, { login, password: DEMONSTRATION_PASSWORD }, time.leaps),
      visit: () => openClient(serving.url),
      handset: openHandsets(phones, handsets),
      until,
      drained: time.drained,
      advance: time.advance,
      now: time.now,
      journal: (subjectId) => readJournal(scratch.owner, subjectId),
      sql: scratch.owner,
      connection,
      keys,
      serving,
      logged,
      close: async () => {
        await Promise.all([serving.stop(), courier.stop()]);
        await scratch.close();
      },
    };
  } catch (error) {
    await scratch.close();
    throw error;
  }
}

/** Logins belong to the cluster, which tests share. */
async function openKeys(): Promise<Keys> {
  const { serve, courier } = await getKeyRing();
  return { serve: { ...serve, logins: testPasswords }, courier: { ...courier, login: testPasswords.courier } };
}

function openLog(): { log: ReturnType<typeof createLog>; logged: () => string } {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  return { log: createLog({ level: 'info', words: logWords, destination }), logged: () => lines.join('') };
}

function peopleOfDemonstration(): Salama['people'] {
  const people: Record<string, { login: string; password: string }> = {};
  for (const { login, role } of users) {
    const person = { login, password: DEMONSTRATION_PASSWORD };
    people[login] = person;
    people[role] ??= person;
  }
  return people;
}

async function signInAgain(url: string, person: Credentials, leaps: () => number): Promise<Client> {
  const client = openClient(url);
  let at = leaps();
  const fresh = async (): Promise<void> => {
    if (at === leaps()) return;
    at = leaps();
    await client.signIn(person);
  };
  await client.signIn(person);
  return {
    cookie: client.cookie,
    call: async (name, ...input) => {
      await fresh();
      return client.call(name, ...input);
    },
    fetch: async (path, init) => {
      await fresh();
      return client.fetch(path, init);
    },
  };
}

async function readJournal(owner: pg.Pool, subjectId: string | undefined): Promise<Fact[]> {
  const { rows } = await owner.query<Fact>(
    `select id, event, kind, actor, role, subject_id, lane, payload from journal
     where $1::text is null or subject_id = $1 or payload @> any(select jsonb_build_object(key, $1::text) from unnest($2::text[]) as k (key))
     order by seq`,
    [subjectId ?? null, ['concernId', 'reportId', 'briefId', 'messageId', 'outboundId']],
  );
  return rows;
}
