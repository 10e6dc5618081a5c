import { expect, test } from 'vitest';
import { openScratchDatabase } from '../../../test/database.ts';

test('the code says toldAt, the database told_at; what lies in a JSON value keeps its own names', async () => {
  const scratch = await openScratchDatabase();
  try {
    const asked = scratch
      .as('owner')
      .selectFrom('journal as fact')
      .select(({ ref }) => ['fact.subjectId', ref('fact.payload').as('whatItSays')])
      .where('fact.event', '=', 'subjectId');
    expect(asked.compile().sql).toBe(
      'select "fact"."subject_id", "fact"."payload" as "what_it_says" from "journal" as "fact" where "fact"."event" = $1',
    );
    await scratch.owner.query(
      `insert into journal (id, at, kind, event, actor, role, subject_id, origin, payload)
       values ('jo_1', now(), 'event', 'subjectId', 'rule', 'rule', 'us_1', 'live', '{"a_name": {"of_its": 1}}')`,
    );
    expect(await asked.execute()).toEqual([{ subjectId: 'us_1', whatItSays: { a_name: { of_its: 1 } } }]);
  } finally {
    await scratch.close();
  }
});
