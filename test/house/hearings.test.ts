// Events hide flow: the one table of hearings names only facts that exist and hearers that are there.
import { expect, test } from 'vitest';
import { makeHearers } from '../../src/server/app/hearers.ts';
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

test('every hearing has its hearer, and no hearer waits for nothing', async () => {
  const { serve: keys } = await getKeyRing();
  const world = () => Promise.reject(new Error('nothing is understood here'));
  const hearers = makeHearers({
    keys,
    timeZone: 'Africa/Maputo',
    respond: makeRespondTools(keys, 'Africa/Maputo'),
    world,
    floods: openFloodBook(),
    repliesAnHour: 600,
  });
  expect(Object.keys(hearers).toSorted()).toEqual([...new Set(named)].toSorted());
});

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
