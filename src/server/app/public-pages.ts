// What the pages for anybody may do: look a code up, take a telling in, say something about one. Rooms are asked here; the pages know none.

import type { Db } from '../db/client.ts';
import { type Ctx, personTx, type TxSettings } from '../db/tx.ts';
import type { PublicTools } from '../http/public-tools.ts';
import { listTypesOn } from '../rooms/know/index.ts';
import {
  findChosenPlace,
  findSendingGateway,
  type IntakeTools,
  listDistrictNames,
  listWhats,
  takePageTelling,
  takePageWord,
  type UnderstandWorld,
  understandText,
} from '../rooms/listen/index.ts';
import {
  openText,
  readsAsPhone,
  type ServeKeys,
  sealText,
  tellerCodeHash,
  throttleKey,
} from '../rooms/protect/index.ts';
import { maySayByCode, mayTellByPage } from '../rooms/respond/index.ts';
import type { Follow } from './follow.ts';

type Given = {
  keys: ServeKeys;
  country: 'MZ';
  timeZone: string;
  /** Of nobody yet. */
  entry: Db;
  home: TxSettings;
  follow: Follow;
  intake: IntakeTools;
  world(): Promise<UnderstandWorld>;
  /** Something came in. */
  onAccepted(): void;
};

const TICKET = { textClass: 'raw', table: 'page', id: 'ticket' } as const;

export function makePublicPages(given: Given): PublicTools {
  const { keys, country, timeZone, entry, home, follow, intake, world, onAccepted } = given;
  const sendingGateway = (): Promise<string | undefined> => findSendingGateway(intake.db);
  const byNobody = <T>(count: (ctx: Ctx) => Promise<T>): Promise<T> =>
    personTx({ db: entry, tx: home, person: nobody }, count);
  const accepted = async <T>(deed: Promise<T>): Promise<T> => {
    const done = await deed;
    onAccepted();
    return done;
  };
  return {
    follow: ({ code, ip }) => follow({ code, asker: throttleKey(keys, ip) }),
    say: async ({ ip, ...word }) => {
      const said = { hash: tellerCodeHash(keys, word.code), asker: throttleKey(keys, ip) };
      return (await byNobody((ctx) => maySayByCode(ctx, said))) ? accepted(takePageWord(intake, word)) : 'many';
    },
    choices: async (where) => {
      const known = await world();
      const areaId = findChosenPlace(known, where);
      const on = await listTypesOn(intake.db, { areaId, at: intake.now(), timeZone });
      const mayAnswer = (await sendingGateway()) !== undefined;
      return { whats: listWhats(on), districts: listDistrictNames(known), mayAnswer };
    },
    // As it will be read in the telling: behind a preposition, so that a short name counts.
    knowsPlace: async (place) => place === '' || understandText(`em ${place}`, await world()).places.length > 0,
    readsAsPhone: (typed) => readsAsPhone(typed, country),
    mayTell: (ip) => byNobody((ctx) => mayTellByPage(ctx, throttleKey(keys, ip))),
    tell: ({ ip, ...told }) =>
      accepted(takePageTelling({ ...intake, sendingGateway }, { ...told, network: throttleKey(keys, ip) })),
    sealTicket: (text) => Buffer.from(sealText(keys, TICKET, text)).toString('base64url'),
    openTicket: (sealed) => {
      try {
        return openText(keys, TICKET, Buffer.from(sealed, 'base64url'));
      } catch {
        return undefined;
      }
    },
    now: intake.now,
  };
}

const nobody = { actor: { id: 'door', role: 'door' }, databaseClass: 'door', token: '' } as const;
