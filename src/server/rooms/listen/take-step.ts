// A step of a menu arrives: kept, filed if it ends something, and answered, all in one transaction. The same step again is answered
// the same and files nothing.
import { firstLanguage } from '../../../shared/domain/language.ts';
import { newId } from '../../../shared/kit/ids.ts';
import { appendEvent } from '../../db/journal.ts';
import { askTask } from '../../db/tasks.ts';
import type { Tx } from '../../db/tx.ts';
import { listTypesFor } from '../know/index.ts';
import { bodyHash, dedupeKey, sealText, tellerCodeHash } from '../protect/index.ts';
import type { MenuStep, Shown } from './channel.ts';
import { turnOf } from './flood-gate.ts';
import type { Fact } from './flows/flow.ts';
import type { Gateway, IntakeTools } from './inbox.ts';
import { listWithheld } from './list-whats.ts';
import { type Memory, openMemory, sealMemory } from './menu-memory.ts';
import { dial, isUnfinished, newlyTyped, type Stepped, step } from './step-menu.ts';
import { type Conversation, lockConversation, saveConversation } from './store-conversations.ts';
import { insertInbound } from './store-inbox.ts';
import { answersOf, isTellable, type Transcript, writeTranscript } from './transcript.ts';
import { soundsUrgent } from './understand-text.ts';

/** How long a fallen session may be taken up again. */
export const RESUME_MINUTES = 30;

export async function takeStep(tools: IntakeTools, gateway: Gateway, given: MenuStep): Promise<Shown> {
  const now = tools.now();
  const arrival = {
    from: given.from,
    gatewayId: gateway.id,
    language: firstLanguage,
    origin: gateway.origin,
    now,
  } as const;
  const { isNew, rangeKey, ...source } = await tools.contacts.meetStanding(arrival);
  const sessionKey = dedupeKey(tools.keys, gateway.id, `menu|${given.sessionId}`);
  const taken = await tools.db
    .transaction()
    .execute((tx) => take({ tx, tools, gateway, now }, { given, source, sessionKey, isNew, rangeKey }));
  // The only moment at which the number is in hand: a stop must be known for as long as the programme lasts.
  if (taken.stopped) await tools.contacts.keep(arrival, source.contactId);
  return taken.shown;
}

type Where = { tx: Tx; tools: IntakeTools; gateway: Gateway; now: Date };
type Met = Awaited<ReturnType<IntakeTools['contacts']['meetStanding']>>;
type Given = Pick<Met, 'isNew' | 'rangeKey'> & {
  given: MenuStep;
  source: Omit<Met, 'isNew' | 'rangeKey'>;
  sessionKey: Buffer;
};

async function take(where: Where, arrived: Given): Promise<{ shown: Shown; stopped: boolean }> {
  const row = await lockConversation(where.tx, arrived.source.contactId);
  const before = row && { row, memory: openMemory(where.tools.keys, row.contactId, row.stateCt) };
  const same = before?.row.sessionKey.equals(arrived.sessionKey) ? before : undefined;
  if (!same) {
    const stepped = await dialAnew(where, arrived, before);
    return keep(where, arrived, { before: undefined, stepped, flood: weighDial(where, arrived) });
  }
  const { memory } = same;
  const text = newlyTyped(memory.typed, arrived.given.typed);
  if (text === undefined || memory.shown.ends) return { shown: memory.shown, stopped: hasStopped(memory) };
  const stepped = await step(memory, { typed: arrived.given.typed, text }, ({ of }) =>
    where.tools.findAnswer({ code: of, asker: arrived.source.abuseKey }),
  );
  return keep(where, arrived, { before: same, stepped, flood: memory.flood });
}

/** A session is counted once, whatever comes of it: whether it ends, falls, or asks to be called. */
const weighDial = ({ tools, gateway, now: at }: Where, { source, rangeKey: range, isNew }: Given): Memory['flood'] =>
  tools.floods.weigh({
    gatewayId: gateway.id,
    origin: gateway.origin,
    at,
    sender: source.abuseKey,
    range,
    isNew,
    text: '',
    via: 'menu',
  }).flood;

async function keep(
  where: Where,
  { source, sessionKey }: Given,
  { before, stepped, flood }: { before: Before; stepped: Stepped; flood: Memory['flood'] },
): Promise<{ shown: Shown; stopped: boolean }> {
  const memory = flood ? { ...stepped.memory, flood } : stepped.memory;
  const conversation: Conversation = {
    ...source,
    gatewayId: where.gateway.id,
    sessionKey,
    stateCt: sealMemory(where.tools.keys, source.contactId, memory),
    tellable: !memory.shown.ends && isTellable((isUnfinished(memory) ?? memory.state).kept),
    beganAt: before?.row.beganAt ?? where.now,
    touchedAt: where.now,
    origin: where.gateway.origin,
  };
  await saveConversation(where.tx, conversation);
  await fileFacts(where, conversation, { memory, facts: stepped.facts, before: before?.memory });
  return { shown: memory.shown, stopped: hasStopped(memory) };
}

const hasStopped = ({ state, shown }: Memory): boolean => shown.ends && state.flow === 'stop';

type Before = { row: Conversation; memory: Memory } | undefined;

async function dialAnew(where: Where, { given, source, sessionKey }: Given, before: Before): Promise<Stepped> {
  const { tx, tools, gateway, now } = where;
  const fresh = before !== undefined && now.getTime() - before.row.touchedAt.getTime() < RESUME_MINUTES * 60_000;
  if (before && !fresh) await fileFallen({ tx, tools }, before.row, before.memory);
  const fallen = fresh ? isUnfinished(before.memory) : undefined;
  await askTask(tx, {
    id: `ta_menu_${sessionKey.toString('hex')}`,
    hearing: 'end-conversation',
    payload: { contactId: source.contactId },
    runAt: new Date(now.getTime() + RESUME_MINUTES * 60_000),
  });
  const fact = {
    tx,
    now,
    actor: { id: 'gateway', role: 'gateway' } as const,
    holdSeconds: 0,
    hearings: tools.tx.hearings,
    origin: gateway.origin,
  };
  await appendEvent(fact, 'menu.dialled', {
    subjectId: gateway.id,
    payload: { gatewayId: gateway.id, contactId: source.contactId },
  });
  const on = await listTypesFor(tx, { contactId: source.contactId, at: now, timeZone: tools.timeZone });
  return dial(given.typed, { language: before?.memory.language ?? firstLanguage, withheld: listWithheld(on), fallen });
}

/** What a conversation ended as, as rows of intake. Her choice of a language counts from the step on which she made it. */
async function fileFacts(
  where: Where,
  row: Conversation,
  { memory, facts, before }: Stepped & { before: Memory | undefined },
): Promise<void> {
  for (const fact of facts) {
    const as = endOf(fact);
    if (as && fact.name !== 'misfit') await fileTranscript(where, row, { as, memory, kept: fact.kept });
    if (fact.name === 'added')
      await fileAnswers(where, row, { key: 'added', text: addedBy(where.tools, fact.kept), memory });
  }
  if (before && memory.language !== before.language)
    await fileTranscript(where, row, { as: 'language-chosen', memory, kept: {} });
}

const endOf = ({ name }: Fact): Transcript['as'] | undefined =>
  name === 'told' || name === 'zero' || name === 'stopped' || name === 'call-wanted' ? name : undefined;

/** A session that fell with enough said is a telling all the same. */
export async function fileFallen(
  where: Pick<Where, 'tx'> & { tools: Pick<IntakeTools, 'keys' | 'tx'> },
  row: Conversation,
  memory: Memory,
): Promise<void> {
  const { kept } = isUnfinished(memory) ?? memory.state;
  if (row.tellable) await fileTranscript(where, row, { as: 'told', memory, kept });
}

async function fileTranscript(
  { tx, tools }: Pick<Where, 'tx'> & { tools: Pick<IntakeTools, 'keys' | 'tx'> },
  row: Conversation,
  { as, memory, kept }: { as: Transcript['as']; memory: Memory; kept: Memory['state']['kept'] },
): Promise<void> {
  const text = writeTranscript({ as, language: memory.language, answers: as === 'told' ? answersOf(kept) : {} });
  await fileAnswers({ tx, tools }, row, { key: as, text, memory });
}

/** Only the code's keyed hash is kept with her words. */
const addedBy = ({ keys }: IntakeTools, { code = '', more = '' }: Memory['state']['kept']): string =>
  writeTranscript({ as: 'added', code: tellerCodeHash(keys, code).toString('base64url'), words: more });

async function fileAnswers(
  { tx, tools }: Pick<Where, 'tx'> & { tools: Pick<IntakeTools, 'keys' | 'tx'> },
  row: Conversation,
  { key: name, text, memory }: { key: string; text: string; memory: Memory },
): Promise<void> {
  const id = newId('inbound');
  const key = `${name}|${row.sessionKey.toString('hex')}|${memory.typed.length}`;
  const { contactId, sourceKey, abuseKey, origin, touchedAt } = row;
  const { flood } = memory;
  await insertInbound(
    tx,
    [
      {
        id,
        channel: row.gatewayId,
        contactId,
        sourceKey,
        abuseKey,
        dedupeKey: dedupeKey(tools.keys, row.gatewayId, key),
        bodyHash: bodyHash(tools.keys, text),
        textCt: Buffer.from(sealText(tools.keys, { textClass: 'raw', table: 'listen_inbound', id }, text)),
        sentAt: null,
        receivedAt: touchedAt,
        via: 'menu',
        origin,
        turn: turnOf({ urgent: soundsUrgent(text), flooded: flood !== undefined }),
        flood,
      },
    ],
    tools.tx.hearings,
  );
}
