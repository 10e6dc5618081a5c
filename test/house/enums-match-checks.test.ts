// A word that only the code or only the database knows is a row that cannot be written, or cannot be read.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { areaKinds } from '../../src/shared/domain/area.ts';
import { callOutcomes, numberProblems } from '../../src/shared/domain/call.ts';
import { briefStates, concernStates } from '../../src/shared/domain/concern.ts';
import { consentAnswers } from '../../src/shared/domain/consent.ts';
import { outcomeKinds } from '../../src/shared/domain/journal.ts';
import { lanes, restrictedLanes } from '../../src/shared/domain/lane.ts';
import { languages, textLanguages } from '../../src/shared/domain/language.ts';
import { roles } from '../../src/shared/domain/role.ts';
import { entrySources, referAnswers, vias, waysBack } from '../../src/shared/domain/via.ts';
import { openScratchDatabase, type ScratchDatabase } from '../database.ts';

/** Whose words a column holds; a column's name says it where it is the same in every table. */
const byColumn: Readonly<Record<string, readonly string[]>> = {
  lane: lanes,
  'respond_referral.lane': restrictedLanes,
  'respond_consent.lane': restrictedLanes,
  'respond_consent.answer': consentAnswers,
  'protect_contact.language': languages,
  'know_council.language': languages,
  'protect_user.locale': textLanguages,
  'protect_grant.role': roles,
  'respond_view.role': roles,
  'respond_bell.role': roles,
  'respond_concern.state': concernStates,
  'respond_brief.state': briefStates,
  'listen_outcome.kind': outcomeKinds,
  'listen_inbound.via': vias,
  'listen_report.via': vias,
  'listen_entry.source': entrySources,
  'listen_entry.way_back': waysBack,
  'listen_entry.may_refer': referAnswers,
  'listen_callback.outcome': callOutcomes,
  'listen_callback.problem': numberProblems,
  'know_area.kind': areaKinds,
};

const CHECKS = `
  select c.relname as "table", a.attname as "column",
    array(select m[1] from regexp_matches(pg_get_constraintdef(k.oid), '''([^'']+)''::text', 'g') as m) as words
  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_attribute a on a.attrelid = c.oid and a.attnum = any(k.conkey)
  where k.contype = 'c' and array_length(k.conkey, 1) = 1 and c.relnamespace = 'public'::regnamespace
    and pg_get_constraintdef(k.oid) ~ ('^CHECK \\(\\(\\(?' || a.attname || ' = ANY')
  order by 1, 2`;
type Check = { table: string; column: string; words: string[] };

let scratch: ScratchDatabase;
let checks: Check[];
beforeAll(async () => {
  scratch = await openScratchDatabase();
  checks = (await scratch.owner.query<Check>(CHECKS)).rows;
});
afterAll(() => scratch?.close());

const wordsOf = ({ table, column }: Check): readonly string[] | undefined =>
  byColumn[`${table}.${column}`] ?? byColumn[column];

test('what the database allows is what the code knows', () => {
  const known = checks.filter((check) => wordsOf(check));
  expect(known.map(({ table, column, words }) => ({ table, column, words: words.toSorted() }))).toEqual(
    known.map((check) => ({ table: check.table, column: check.column, words: wordsOf(check)?.toSorted() })),
  );
});

test('every listed column has its check, and every column with such words is listed', () => {
  const checked = checks.map(({ table, column }) => `${table}.${column}`);
  const listed = Object.keys(byColumn).filter((name) => name.includes('.'));
  expect(listed.filter((name) => !checked.includes(name))).toEqual([]);
  expect(checks.filter(({ column }) => column === 'lane').length).toBeGreaterThan(5);
  const tuples = Object.values(byColumn).filter((words) => words.length > 3);
  const unlisted = checks.filter(
    (check) => !wordsOf(check) && tuples.some((tuple) => tuple.every((word) => check.words.includes(word))),
  );
  expect(unlisted).toEqual([]);
});
