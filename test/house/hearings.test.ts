// Events hide flow: the one table of hearings names only facts that exist and hearers that are there.
import { expect, test } from 'vitest';
import { makeHearers } from '../../src/server/app/hearers.ts';
import { hearersOfListen } from '../../src/server/app/hearers-of-listen.ts';
import { hearersOfRespond } from '../../src/server/app/hearers-of-respond.ts';
import { hearings, scheduled } from '../../src/server/app/hearings.ts';
import { makeRespondTools } from '../../src/server/app/respond-tools.ts';
import { openFloodBook } from '../../src/server/rooms/listen/index.ts';
import { events } from '../../src/shared/domain/journal.ts';
import { getKeyRing } from '../key-ring.ts';
import { listProductCode, read, withoutComments } from './tree.ts';

const named: string[] = [...Object.values(hearings).flat(), ...scheduled];

test('every fact that somebody hears is a fact that the journal knows', () => {
  expect(Object.keys(hearings).filter((event) => !(event in events))).toEqual([]);
});

const makeTools = async () => {
  const { serve: keys } = await getKeyRing();
  return {
    keys,
    timeZone: 'Africa/Maputo',
    respond: makeRespondTools(keys, { timeZone: 'Africa/Maputo', digestHour: 7 }),
    world: () => Promise.reject(new Error('nothing is understood here')),
    floods: openFloodBook(),
    contacts: { forgetAll: () => undefined },
    repliesAnHour: 600,
  };
};

test('every hearing has its hearer, and no hearer waits for nothing', async () => {
  expect(Object.keys(makeHearers(await makeTools())).toSorted()).toEqual([...new Set(named)].toSorted());
});

/** Whose work a hearer does, where it stands in no room's own list. */
const elsewhere: Readonly<Record<string, string>> = {
  'hear-gateway-up': 'listen',
  'hear-explained': 'respond',
  'end-post-sessions': 'protect',
  'forget-senders': 'protect',
};

test('a room says in its README which facts it hears: those of the table, no more and no fewer', async () => {
  const tools = await makeTools();
  const lists = [['listen', hearersOfListen(tools)] as const, ['respond', hearersOfRespond(tools)] as const];
  const roomOf = (hearer: string): string =>
    elsewhere[hearer] ?? lists.find(([, list]) => Object.hasOwn(list, hearer))?.[0] ?? 'know';
  for (const room of ['know', 'listen', 'protect', 'respond']) {
    const heard = Object.entries(hearings).flatMap(([event, hearers]) =>
      hearers.some((one) => roomOf(one) === room) ? [event] : [],
    );
    expect({ room, heard: saidToHear(room) }).toEqual({ room, heard: heard.toSorted() });
  }
});

/** In the line that begins so: `brief.seen|going` are two facts. */
function saidToHear(room: string): string[] {
  const line = /^.*\bHears\b.*$/m.exec(read(`src/server/rooms/${room}/README.md`))?.[0] ?? '';
  return [...line.matchAll(/`([a-z-]+)\.([a-z|-]+)`/g)]
    .flatMap(([, subject, verbs = '']) => verbs.split('|').map((verb) => `${subject}.${verb}`))
    .toSorted();
}

test('what is asked for by time is asked for somewhere, by this name', () => {
  const code = listProductCode()
    .filter((path) => !path.startsWith('src/server/app/hear'))
    .map((path) => withoutComments(path, read(path)))
    .join('\n');
  expect(scheduled.filter((name) => !code.includes(`'${name}'`))).toEqual([]);
});

test('every fact that the journal knows is written by somebody', () => {
  const code = listProductCode()
    .filter((path) => path.startsWith('src/server/'))
    .filter((path) => !path.startsWith('src/server/app/hear'))
    .map((path) => withoutComments(path, read(path)))
    .join('\n');
  expect(
    Object.keys(events).filter(
      (event) => !code.includes(`'${event}'`) && !code.includes(`\`${event.split('.')[0]}.\${`),
    ),
  ).toEqual([]);
});
