// Many rows in one statement, for the demonstration's past: a hundred thousand facts are not written one by one.
import { type Insertable, type SelectType, sql } from 'kysely';
import type { Tx } from './actor.ts';
import type { Database, JournalTable, TaskTable } from './schema.gen.ts';

const ROWS = 4000;

/** As it is inserted, but JSON is given as what it is, not as text. */
export type Row<Table> = {
  [Column in keyof Insertable<Table>]: Column extends keyof Table
    ? unknown extends SelectType<Table[Column]>
      ? object
      : Insertable<Table>[Column]
    : never;
};

/** All rows of one call have the same columns. Bytes go as hex, moments as ISO text. */
export async function insertRows<Table extends keyof Database>(
  tx: Tx,
  table: Table,
  rows: readonly Row<Database[Table]>[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  const names = sql.join(columns.map((column) => sql.ref(column)));
  for (let at = 0; at < rows.length; at += ROWS) {
    const json = toJson(rows.slice(at, at + ROWS), columns);
    await sql`insert into ${sql.table(table)} (${names}) overriding system value
      select ${names} from json_populate_recordset(null::${sql.table(table)}, ${json}::json)`.execute(tx);
  }
}

const toSnake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function toJson(rows: readonly object[], columns: readonly string[]): string {
  const keys = columns.map(toSnake);
  const plain = rows.map((row) => {
    const entries = Object.entries(row);
    if (entries.length !== columns.length || entries.some(([key], n) => key !== columns[n]))
      throw new Error(`rows of one call differ: ${columns.join(' ')}`);
    return Object.fromEntries(entries.map(([, value], n) => [keys[n] ?? '', toPlain(value)]));
  });
  return JSON.stringify(plain);
}

const toPlain = (value: unknown): unknown =>
  value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value;

export type PastFact = Omit<Row<JournalTable>, 'seq'> & { at: Date; role: string };
export type PastTask = Row<TaskTable>;

/** The journal is read by number: what is older has a smaller one, whenever it was written. */
export async function insertPastFacts(tx: Tx, facts: readonly PastFact[], firstNumber: number): Promise<void> {
  const inOrder = [...facts].sort((a, b) => a.at.getTime() - b.at.getTime());
  await insertRows(
    tx,
    'journal',
    inOrder.map((fact, n) => ({ ...fact, seq: firstNumber + n })),
  );
}

export const insertPastTasks = (tx: Tx, tasks: readonly PastTask[]): Promise<void> => insertRows(tx, 'task', tasks);

/** Numbers up to this one are kept for the past: what is said from now on comes after. */
export async function reserveNumbers(tx: Tx, upTo: number): Promise<void> {
  await sql`select setval(pg_get_serial_sequence('journal', 'seq'), ${upTo})`.execute(tx);
}

export type HistoryState = { scale: number; weeksLeft: number; until: Date };

/** Undefined where no past is played. */
export async function findHistory(tx: Tx): Promise<HistoryState | undefined> {
  const row = await tx
    .selectFrom('programme')
    .select(['historyScale', 'historyWeeksLeft', 'historyUntil'])
    .forUpdate()
    .executeTakeFirst();
  if (!row?.historyUntil || row.historyScale === null || row.historyWeeksLeft === null) return undefined;
  return { scale: row.historyScale, weeksLeft: row.historyWeeksLeft, until: row.historyUntil };
}

export async function setHistory(tx: Tx, state: HistoryState): Promise<void> {
  await tx
    .updateTable('programme')
    .set({ historyScale: state.scale, historyWeeksLeft: state.weeksLeft, historyUntil: state.until })
    .execute();
}
