// Makes a programme: keys beside the data, schema, the one programme row, types and districts; and, for the demonstration, its people.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openDb } from '../db/client.ts';
import { migrate } from '../db/migrate.ts';
import { findProgramme, insertProgramme } from '../db/programme.ts';
import { type Ctx, systemTx, type TxSettings } from '../db/tx.ts';
import { addGateway, addHandset, HANDSET_GATEWAY } from '../rooms/listen/index.ts';
import {
  type CourierKeys,
  createFirstInvitations,
  createKeyRing,
  createPasswords,
  createSessionToken,
  type FirstInvitation,
  makeUser,
  parseCourierKeys,
  parseServeKeys,
  printCourierKeys,
  printServeKeys,
  registerContact,
  type ServeKeys,
} from '../rooms/protect/index.ts';
import type { Config, DemoSize } from './config.ts';
import { addWorld, beginHistory } from './demonstration/history/write-history.ts';
import { importProgramme, type Seeded, seedDemonstration } from './demonstration/seed.ts';
import { DEMONSTRATION_PASSWORD } from './demonstration/sign-in-page.ts';
import { createKeyFile, createKeyFiles, readKeyFile } from './key-files.ts';
import type { OpenDatabase } from './open-database.ts';

/** Set-up needs the owner's pool and nothing else of a database. */
type Owned = Pick<OpenDatabase, 'owner'>;

export type Keys = { serve: ServeKeys; courier: CourierKeys };
export type Custodians = { folder: string; passphrases: { a: string; b: string } };

/**
 * The keys of this installation, made when there are none yet: by `init` and the demonstration alone, which tell the custodians'
 * passphrases once. Anything else that made keys would lose them unseen.
 */
export async function makeKeys(
  config: Config,
  kind: 'programme' | 'demonstration',
): Promise<{ keys: Keys; custodians?: Custodians }> {
  try {
    return { keys: await readKeys(config) };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'keys.missing')) throw error;
  }
  const ring = await createKeyRing(new Date(), kind);
  const custody = `${config.dataFolder}-custodians`;
  await createKeyFiles(config.keyFolder, config.dataFolder, {
    'serve.json': printServeKeys(ring.serve),
    'courier.json': printCourierKeys(ring.courier),
  });
  await mkdir(custody, { recursive: true, mode: 0o700 });
  for (const group of ['a', 'b'] as const)
    await createKeyFile(
      join(custody, `custodian-${group}.json`),
      `${JSON.stringify(ring.custody[group].file, null, 2)}\n`,
    );
  if (kind === 'demonstration')
    await createKeyFile(
      join(custody, 'passphrases-of-the-demonstration.txt'),
      `A ${ring.custody.a.passphrase}\nB ${ring.custody.b.passphrase}\n`,
    );
  return {
    keys: { serve: ring.serve, courier: ring.courier },
    custodians: { folder: custody, passphrases: { a: ring.custody.a.passphrase, b: ring.custody.b.passphrase } },
  };
}

/** Throws `keys.missing` where `init` was not run, or where the key folder is not beside its data any more. */
export async function readKeys(config: Config): Promise<Keys> {
  return {
    serve: parseServeKeys(await readKeyFile(config.keyFolder, 'serve.json')),
    courier: parseCourierKeys(await readKeyFile(config.keyFolder, 'courier.json')),
  };
}

export async function migrateDatabase(database: Owned, keys: Keys): Promise<string[]> {
  return migrate(database.owner, { ...keys.serve.logins, courier: keys.courier.login });
}

export const hasProgramme = async (database: Owned): Promise<boolean> =>
  (await findProgramme(openDb(database.owner))) !== undefined;

/** A real, empty programme. Returns the three codes of its first people, which nothing keeps. */
export function beginProgramme(database: Owned, keys: Keys, name: string): Promise<FirstInvitation[]> {
  return asOwner(database, 'live', async (ctx) => {
    await begin(ctx, { name, demonstration: false });
    await importProgramme(ctx);
    return createFirstInvitations(ctx, keys.serve);
  });
}

const scales: Readonly<Record<DemoSize, number>> = { small: 0, full: 1, '10x': 10 };

/** The marked demonstration, into an empty database; its past, if it has one, is written week by week afterwards. */
export async function beginDemonstration(database: Owned, keys: Keys, size: DemoSize = 'small'): Promise<Seeded> {
  const passwords = await createPasswords();
  return asOwner(database, 'demonstration', async (ctx) => {
    const scale = scales[size];
    await insertProgramme(ctx, { name: 'Salama (demonstração)', country: 'MZ', demonstration: true });
    if (scale > 0) await beginHistory(ctx, scale);
    await sayBegun(ctx, true);
    const seeded = await seedDemonstration(ctx, {
      channel: HANDSET_GATEWAY,
      registerContact: (inner, { channel, ...contact }) =>
        registerContact(inner, keys.serve, { ...contact, gatewayId: channel, country: 'MZ', origin: 'demonstration' }),
      makeUser: (inner, user) => makeUser(inner, { ...user, password: DEMONSTRATION_PASSWORD }, passwords),
      addHandset: (inner, handset) => addHandset(inner.tx, keys.serve, { ...handset, now: inner.now }),
    });
    await addGateway(ctx, keys.serve, {
      id: HANDSET_GATEWAY,
      channelId: 'handset',
      settings: { token: createSessionToken().token },
      sends: true,
    });
    await addWorld(ctx, keys.serve);
    return seeded;
  });
}

async function begin(ctx: Ctx, programme: { name: string; demonstration: boolean }): Promise<void> {
  await insertProgramme(ctx, { ...programme, country: 'MZ' });
  await sayBegun(ctx, programme.demonstration);
}

const sayBegun = (ctx: Ctx, demonstration: boolean): Promise<string> =>
  ctx.emit('programme.begun', { subjectId: 'programme' }, { demonstration });

/** Set-up as the owner of the database: the only time that anything runs as it but a migration. */
export function asOwner<T>(database: Owned, origin: TxSettings['origin'], deed: (ctx: Ctx) => Promise<T>): Promise<T> {
  return systemTx(
    {
      db: openDb(database.owner),
      tx: { hearings: {}, clock: { offsetMs: 0 }, origin },
      actor: { id: 'set-up', role: 'rule' },
    },
    deed,
  );
}
