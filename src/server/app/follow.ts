// Looking a code up, for every door that is asked one.
import type { Followed } from '../../shared/domain/follow.ts';
import type { Db } from '../db/client.ts';
import { personTx, type TxSettings } from '../db/tx.ts';
import { type ServeKeys, tellerCodeHash } from '../rooms/protect/index.ts';
import { findConcernByTellerCode } from '../rooms/respond/index.ts';

export type Follow = (asked: { code: string; asker: Buffer }) => Promise<Followed>;

/** In a transaction of nobody, which commits whatever comes back: a try that is rolled back was not counted. */
export const openFollow =
  (db: Db, tx: TxSettings, keys: ServeKeys): Follow =>
  (asked) =>
    personTx({ db, tx, person: { actor: { id: 'door', role: 'door' }, databaseClass: 'door', token: '' } }, (ctx) =>
      findConcernByTellerCode(ctx, asked, { hashTellerCode: (typed) => tellerCodeHash(keys, typed) }),
    );
