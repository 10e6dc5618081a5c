// What `salama import` prints: counts and row numbers, never a cell.
import { withoutNumber } from '../../shared/kit/text.ts';
import type { CouncilImport, GazetteerImport } from '../rooms/know/index.ts';

type Faults = readonly { row: number; reason: string }[];
const SHOWN = 20;

export function tellGazetteer(
  { batchId, rows, villages, posts, known, faults }: GazetteerImport,
  dryRun: boolean,
): string[] {
  const words = dryRun ? 'seriam novos / would be new' : 'novos / new';
  return [
    `linhas / rows: ${rows}`,
    `${words}: ${villages} aldeias / villages, ${posts} postos / posts`,
    `já conhecidos / already known: ${known}`,
    `não colocados / not placed: ${faults.length}`,
    ...byReason(faults),
    ...batchLine(batchId),
  ];
}

export function tellCouncils(
  { batchId, rows, added, known, unread, faults }: CouncilImport,
  dryRun: boolean,
): string[] {
  return [
    `linhas / rows: ${rows}`,
    ...(unread.length === 0 ? [] : [`folhas por ler / sheets not read: ${shown(unread)}`]),
    `${dryRun ? 'seriam novos / would be new' : 'novos / new'}: ${added} conselhos / councils`,
    `já conhecidos / already known: ${known}`,
    `por resolver / to be settled: ${faults.length}`,
    ...byReason(faults),
    ...batchLine(batchId),
  ];
}

export function tellReports(told: {
  batchId?: string;
  rows: number;
  good: number;
  restricted: number;
  map: Readonly<Record<string, string | undefined>>;
  columns: readonly string[];
  unread: readonly string[];
  faults: Faults;
}): string[] {
  const { batchId, rows, good, restricted, map, columns, unread, faults } = told;
  return [
    `linhas / rows: ${rows}`,
    ...(unread.length === 0 ? [] : [`folhas por ler / sheets not read: ${shown(unread)}`]),
    `títulos / headings: ${shown(columns.filter((heading) => heading !== ''))}`,
    `colunas / columns: ${Object.entries(map)
      .map((pair) => pair.join('='))
      .join(',')}`,
    `entendidas / understood: ${good} (${restricted} só para a protecção / for protection only)`,
    `com erro / with an error: ${faults.length}`,
    ...byReason(faults),
    ...batchLine(batchId),
  ];
}

/** A heading may turn out to be somebody's number. */
const shown = (names: readonly string[]): string =>
  names.map((name) => (withoutNumber.test(name) ? name : '…')).join(', ');

const batchLine = (batchId: string | undefined): string[] =>
  batchId === undefined ? [] : [`lote / batch: ${batchId}`];

const byReason = (faults: Faults): string[] =>
  [...Map.groupBy(faults, ({ reason }) => reason)].map(
    ([reason, all]) => `  ${reason}: ${all.length} (${linesOf(all.map(({ row }) => row))})`,
  );

function linesOf(rows: readonly number[]): string {
  const rest = rows.length - SHOWN;
  return `${rows.slice(0, SHOWN).join(', ')}${rest > 0 ? ` … +${rest}` : ''}`;
}
