// Parts of a long text: whole as soon as all are here, partial after ten minutes, a late part as a text of its own. Never dropped.

import { askTask } from '../../db/tasks.ts';
import type { Ctx } from '../../db/tx.ts';
import { openText, type ServeKeys, sealText } from '../protect/index.ts';
import type { FloodBook } from './flood-book.ts';
import { insertInbound } from './store-inbox.ts';
import { findInbound, listParts, setPartsFiled } from './store-messages.ts';

const WAIT_MINUTES = 10;

type Tools = { keys: ServeKeys; floods: FloodBook };
type Parts = { setKey: string; series: number /** The wait is over: file what is here. */; late: boolean };

/** Hears 'part.received', and the task 'file-partial' ten minutes later. */
export async function fileParts(ctx: Ctx, { setKey, series, late }: Parts, tools: Tools): Promise<void> {
  const { keys, floods } = tools;
  const key = Buffer.from(setKey, 'hex');
  const parts = await listParts(ctx, key, series);
  const [first] = parts;
  if (!first || parts.every((part) => part.inboundId !== null)) return;
  const isWhole = parts.length === first.total;
  if (!isWhole && !late) {
    const runAt = new Date(first.receivedAt.getTime() + WAIT_MINUTES * 60_000);
    return askTask(ctx.tx, {
      id: `ta_parts_${setKey}_${series}`,
      hearing: 'file-partial',
      payload: { setKey, series },
      runAt,
    });
  }
  const text = parts
    .map(({ number, textCt }) =>
      textCt ? openText(keys, { textClass: 'raw', table: 'listen_part', id: `${setKey}|${number}` }, textCt) : '',
    )
    .join('');
  const id = ctx.id('inbound');
  const textCt = Buffer.from(sealText(keys, { textClass: 'raw', table: 'listen_inbound', id }, text));
  const { contactId, sourceKey, abuseKey, channel, dedupeKey, bodyHash, origin } = first;
  // A part is counted with its text: only the whole can be like another.
  const weighed = floods.weigh({
    gatewayId: channel,
    origin,
    at: first.receivedAt,
    sender: abuseKey,
    text,
    via: 'text',
  });
  await insertInbound(
    ctx.tx,
    [
      {
        id,
        channel,
        contactId,
        sourceKey,
        abuseKey,
        dedupeKey,
        bodyHash,
        textCt,
        sentAt: null,
        receivedAt: first.receivedAt,
        via: 'text',
        origin,
        turn: weighed.turn,
      },
    ],
    {},
  );
  await setPartsFiled(ctx, { setKey: key, series }, id);
  if (!(await findInbound(ctx, id))) return;
  const payload = { messageId: id, ...(weighed.flood ? { flood: weighed.flood } : {}) };
  await askTask(ctx.tx, { id: `ta_${id}`, hearing: 'understand', payload, runAt: ctx.now, turn: weighed.turn });
}
