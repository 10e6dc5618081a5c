// SQL of gateways, their health, and the simulated handsets of a demonstration.
import type { Db } from '../../db/client.ts';
import type { Ctx } from '../../db/tx.ts';

export async function listGatewayRows(db: Db) {
  return db
    .selectFrom('listenChannel')
    .select(['id', 'channel', 'settingsCt', 'sends'])
    .where('enabled', '=', true)
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
}

export async function insertGateway(
  ctx: Pick<Ctx, 'tx' | 'now'>,
  gateway: { id: string; channel: string; settingsCt: Buffer; sends: boolean },
): Promise<void> {
  await ctx.tx
    .insertInto('listenChannel')
    .values({ ...gateway, createdAt: ctx.now })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet({ channel: gateway.channel, settingsCt: gateway.settingsCt, sends: gateway.sends, enabled: true }),
    )
    .execute();
}

export async function listGatewayHealth(ctx: Pick<Ctx, 'tx'>) {
  return ctx.tx
    .selectFrom('listenChannel')
    .select(['id', 'channel', 'enabled', 'sends', 'downSince', 'lastInAt', 'lastOutAt'])
    .orderBy('id')
    .execute();
}

export type Health = { health: 'up' | 'down'; at: Date };

/** Notes that a gateway took a text, or did not. Returns true when this changed its state. One write a minute is enough for "last". */
export async function setGatewayHealth(db: Db, id: string, { health, at }: Health): Promise<boolean> {
  if (health === 'down') {
    const changed = await db
      .updateTable('listenChannel')
      .set({ downSince: at })
      .where('id', '=', id)
      .where('downSince', 'is', null)
      .executeTakeFirst();
    return changed.numUpdatedRows > 0n;
  }
  const [changed] = await Promise.all([
    db
      .updateTable('listenChannel')
      .set({ downSince: null, lastOutAt: at })
      .where('id', '=', id)
      .where('downSince', 'is not', null)
      .executeTakeFirst(),
    db
      .updateTable('listenChannel')
      .set({ lastOutAt: at })
      .where('id', '=', id)
      .where((eb) => eb.or([eb('lastOutAt', 'is', null), eb('lastOutAt', '<', minuteBefore(at))]))
      .execute(),
  ]);
  return changed.numUpdatedRows > 0n;
}

/** Notes that a gateway brought something, unless that was noted within the last minute. */
export async function setLastIn(db: Db, id: string, at: Date): Promise<void> {
  await db
    .updateTable('listenChannel')
    .set({ lastInAt: at })
    .where('id', '=', id)
    .where((eb) => eb.or([eb('lastInAt', 'is', null), eb('lastInAt', '<', minuteBefore(at))]))
    .execute();
}

const minuteBefore = (at: Date): Date => new Date(at.getTime() - 60_000);

/** Gateways that have been down for a while and of which nobody was told yet. Marks them told. */
export async function markDownTold(ctx: Pick<Ctx, 'tx' | 'now'>, downBefore: Date): Promise<string[]> {
  const rows = await ctx.tx
    .updateTable('listenChannel')
    .set({ downToldAt: ctx.now })
    .where('downSince', '<', downBefore)
    .where((eb) => eb.or([eb('downToldAt', 'is', null), eb('downToldAt', '<', eb.ref('downSince'))]))
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}

const SHOWN = 40;
/** More than anybody adds by hand: a new phone is always among those shown. */
const MOST_PHONES = 200;

export async function listHandsetRows(db: Db) {
  const handsets = await db
    .selectFrom('listenHandset')
    .select(['id', 'label', 'numberCt'])
    .orderBy('createdAt')
    .orderBy('id')
    .limit(MOST_PHONES)
    .execute();
  const texts = await db
    .selectFrom((from) =>
      from
        .selectFrom('listenHandsetText')
        .select(['id', 'handsetId', 'direction', 'textCt', 'at'])
        .select(({ fn }) =>
          fn
            .agg<string>('row_number')
            .over((over) => over.partitionBy('handsetId').orderBy('at', 'desc'))
            .as('place'),
        )
        .as('text'),
    )
    .select(['id', 'handsetId', 'direction', 'textCt', 'at'])
    .where('place', '<=', String(SHOWN))
    .orderBy('at')
    .execute();
  return handsets.map((handset) => ({ ...handset, texts: texts.filter((text) => text.handsetId === handset.id) }));
}

export async function findHandset(db: Db, id: string) {
  return db.selectFrom('listenHandset').select(['id', 'label', 'numberCt']).where('id', '=', id).executeTakeFirst();
}

export async function listHandsetNumbers(db: Db) {
  return db.selectFrom('listenHandset').select(['id', 'numberCt']).execute();
}

export async function insertHandset(
  db: Db | Ctx['tx'],
  handset: { id: string; label: string; numberCt: Buffer; createdAt: Date },
): Promise<void> {
  await db.insertInto('listenHandset').values(handset).execute();
}

export async function insertHandsetText(
  db: Db,
  text: { id: string; handsetId: string; direction: 'in' | 'out'; textCt: Buffer; at: Date },
): Promise<void> {
  await db
    .insertInto('listenHandsetText')
    .values(text)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

export async function listSendingGateways(db: Db) {
  return db
    .selectFrom('listenChannel')
    .select(['id', 'channel'])
    .where('sends', '=', true)
    .where('enabled', '=', true)
    .orderBy('id')
    .execute();
}

/** By which a number is written to that no gateway brought; undefined when none sends. */
export const findSendingGateway = async (db: Db): Promise<string | undefined> => (await listSendingGateways(db))[0]?.id;
