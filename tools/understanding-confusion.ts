// Tables of what was taken for what, for tools/evaluate-understanding.ts.
import type { Lane } from '../src/shared/domain/lane.ts';
import type { Understanding } from '../src/shared/domain/understanding.ts';

type Judged = {
  row: { kind: string; type: string; lane: string };
  said: Understanding;
  lanes: ReadonlySet<Lane>;
};

export function laneConfusion(judged: readonly Judged[]): string[] {
  const rows: Lane[] = ['ordinary', 'protection', 'oversight'];
  const seen = ['ordinary', 'protection', 'oversight', 'protection+oversight'];
  const reports = judged.filter(({ row }) => row.kind === 'report');
  const said = ({ lanes }: Judged): string =>
    seen.find((name) => name === [...lanes].sort((a, b) => seen.indexOf(a) - seen.indexOf(b)).join('+')) ?? 'ordinary';
  return [
    `| told ↓ understood → | ${seen.join(' | ')} |`,
    `|---|${seen.map(() => '---').join('|')}|`,
    ...rows.map(
      (lane) =>
        `| ${lane} | ${seen.map((name) => reports.filter((each) => each.row.lane === lane && said(each) === name).length).join(' | ')} |`,
    ),
  ];
}

export function kindConfusion(judged: readonly Judged[]): string[] {
  const kinds = ['report', 'zero', 'opt-out', 'opt-in', 'withdraw', 'noise', 'foreign'];
  return [
    `| meant ↓ understood → | ${kinds.join(' | ')} |`,
    `|---|${kinds.map(() => '---').join('|')}|`,
    ...kinds.map(
      (kind) =>
        `| ${kind} | ${kinds.map((said) => judged.filter((each) => each.row.kind === kind && each.said.kind === said).length).join(' | ')} |`,
    ),
  ];
}

/** Which type was taken for which: only the cells that are not empty. */
export function typeConfusion(judged: readonly Judged[]): string[] {
  const cells = new Map<string, Map<string, number>>();
  for (const { row, said } of judged) {
    if (row.kind !== 'report' || row.type === '') continue;
    const line = cells.get(row.type) ?? new Map<string, number>();
    cells.set(row.type, line);
    const found = said.type?.code ?? (said.kind === 'report' ? 'none' : said.kind);
    line.set(found, (line.get(found) ?? 0) + 1);
  }
  return [
    '| told | right | of | taken for |',
    '|---|---|---|---|',
    ...[...cells].sort().map(([told, line]) => {
      const of = [...line.values()].reduce((sum, count) => sum + count, 0);
      const wrong = [...line].filter(([found]) => found !== told).map(([found, count]) => `${found} ${count}`);
      return `| ${told} | ${line.get(told) ?? 0} | ${of} | ${wrong.join(', ')} |`;
    }),
  ];
}
