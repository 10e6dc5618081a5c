// The demonstration's phones: what they show, and texts typed on them, which go through the same intake as any other.
import { newId } from '../../../shared/kit/ids.ts';
import { problem } from '../../../shared/kit/problem.ts';
import type { Db } from '../../db/client.ts';
import type { Tx } from '../../db/tx.ts';
import { openText, sealText } from '../protect/index.ts';
import { acceptText, type IntakeTools } from './inbox.ts';
import {
  findHandset,
  insertHandset,
  insertHandsetText,
  listHandsetNumbers,
  listHandsetRows,
} from './store-gateways.ts';

type Keys = Parameters<typeof openText>[0];
export const HANDSET_GATEWAY = 'handset';

const numberOf = (id: string) => ({ textClass: 'settings', table: 'listen_handset', id }) as const;
const textOf = (id: string) => ({ textClass: 'settings', table: 'listen_handset_text', id }) as const;

export async function listHandsets(db: Db, keys: Keys) {
  const rows = await listHandsetRows(db);
  return rows.map(({ id, label, texts }) => ({
    id,
    label,
    texts: texts.map((text) => ({
      id: text.id,
      direction: text.direction,
      text: openText(keys, textOf(text.id), text.textCt),
      at: text.at.toISOString(),
    })),
  }));
}

/** A phone with an invented number. */
export async function addHandset(
  db: Db | Tx,
  keys: Keys,
  handset: { label: string; number: string; now: Date },
): Promise<string> {
  const id = newId('handset');
  await insertHandset(db, {
    id,
    label: handset.label,
    numberCt: Buffer.from(sealText(keys, numberOf(id), handset.number)),
    createdAt: handset.now,
  });
  return id;
}

/** The invented number of a simulated phone. */
export async function openHandsetNumber({ db, keys }: Pick<IntakeTools, 'db' | 'keys'>, id: string): Promise<string> {
  const handset = await findHandset(db, id);
  if (!handset) throw problem('request.not-found');
  return openText(keys, numberOf(handset.id), handset.numberCt);
}

export async function sendFromHandset(tools: IntakeTools, handsetId: string, text: string): Promise<void> {
  const from = await openHandsetNumber(tools, handsetId);
  const id = newId('handset');
  await keepText(tools.db, tools.keys, { id, handsetId, direction: 'in', text, at: tools.now() });
  await acceptText(
    tools,
    { id: HANDSET_GATEWAY, origin: 'demonstration' },
    { kind: 'text', externalId: id, from, text },
  );
}

/** No operator has numbers that begin with 80: they belong to invented people, whose phones are on when no screen shows them too. */
const INVENTED = /^\+25880\d{7}$/;

/** What the handset channel hands over instead of a network. False when nobody invented has this number. */
export async function deliverToHandset(
  db: Db,
  keys: Keys,
  message: { id: string; to: string; text: string; at: Date },
): Promise<boolean> {
  const handsets = await listHandsetNumbers(db);
  const handset = handsets.find((row) => openText(keys, numberOf(row.id), row.numberCt) === message.to);
  if (!handset) return INVENTED.test(message.to);
  const { id, text, at } = message;
  await keepText(db, keys, { id, handsetId: handset.id, direction: 'out', text, at });
  return true;
}

async function keepText(
  db: Db,
  keys: Keys,
  text: { id: string; handsetId: string; direction: 'in' | 'out'; text: string; at: Date },
): Promise<void> {
  const textCt = Buffer.from(sealText(keys, textOf(text.id), text.text));
  await insertHandsetText(db, {
    id: text.id,
    handsetId: text.handsetId,
    direction: text.direction,
    textCt,
    at: text.at,
  });
}
