// Judges the understanding of texts on labelled messages and writes docs/understanding.md: figures only, never a text.
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { soundKey } from '../src/server/rooms/listen/grammars/compile-terms.ts';
import { buildLexicon } from '../src/server/rooms/listen/grammars/identify-language.ts';
import { buildPlaceIndex } from '../src/server/rooms/listen/grammars/place-index.ts';
import { type UnderstandWorld, understandText } from '../src/server/rooms/listen/understand-text.ts';
import type { AreaName } from '../src/shared/domain/area.ts';
import type { Lane } from '../src/shared/domain/lane.ts';
import type { ConcernType } from '../src/shared/domain/taxonomy.ts';
import type { Understanding } from '../src/shared/domain/understanding.ts';
import { oldPlaceNames } from './old-place-names.ts';
import { kindConfusion, laneConfusion, typeConfusion } from './understanding-confusion.ts';

const root = new URL('../', import.meta.url);
const read = (path: string): unknown[] =>
  parse(readFileSync(new URL(path, root)), { columns: true, skip_empty_lines: true });

const label = z.string().default('');
/** Only `text` must be there; what is not labelled is not judged (test/fixtures/messages/README.md). */
const messageRow = z.object({
  id: label,
  text: z.string(),
  language: label,
  kind: z.string().default('report'),
  type: label,
  lane: label,
  danger: label,
  place: label,
  /** What must not stand in the masked text, parted by `|`. */
  secret: label,
  negated: label,
});
const typeRow = z.object({
  level: z.string(),
  code: z.string(),
  parent: z.string(),
  label_en: z.string(),
  label_pt: z.string(),
  severity_default: z.string(),
  lane: z.string(),
  lane_if: z.string(),
  rule_release: z.string(),
  solved_after_hours: z.string(),
  danger: z.string(),
});
const severityOf = z.coerce
  .number()
  .pipe(z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]));
const laneOf = z.enum(['ordinary', 'protection', 'oversight']);
const lexiconRow = z.object({ vmw: z.string(), pt: z.string(), tag: z.string() });
const districtRow = z.object({ province: z.string(), district: z.string() });

export type Judged = { row: z.infer<typeof messageRow>; said: Understanding; lanes: ReadonlySet<Lane> };
export type Share = { hits: number; of: number };

export function readWorld(): UnderstandWorld {
  const types = read('data/taxonomy.csv')
    .map((row) => typeRow.parse(row))
    .filter((row) => row.level === '2')
    .map(toType);
  return {
    types,
    places: buildPlaceIndex(readAreas()),
    lexicon: buildLexicon(read('data/vmw-pt-loanwords.csv').map((row) => lexiconRow.parse(row))),
  };
}

export function readAreas(): AreaName[] {
  const districts = read('data/districts.csv').map((row) => districtRow.parse(row));
  const provinces = [...new Set(districts.map((row) => row.province))];
  return [
    ...provinces.map((name): AreaName => ({ id: name, name, kind: 'province', lineage: [name], aliases: [] })),
    ...districts.map(
      ({ province, district }): AreaName => ({
        id: `${province}/${district}`,
        name: district,
        kind: 'district',
        lineage: [province, `${province}/${district}`],
        aliases: oldPlaceNames[district] ?? [],
      }),
    ),
    // Invented stand-ins below district, as in the demonstration.
    ...['Nanjua', 'Metangula'].map(
      (name): AreaName => ({ id: name, name, kind: 'village', lineage: [name], aliases: [] }),
    ),
  ];
}

function toType(row: z.infer<typeof typeRow>): ConcernType {
  const laneIf: ConcernType['laneIf'] = [
    ...(/protection if .*minor/.test(row.lane_if) ? [{ lane: 'protection' as const, when: 'minor' as const }] : []),
    ...(/protection if .*official/.test(row.lane_if)
      ? [{ lane: 'protection' as const, when: 'official' as const }]
      : []),
    ...(/protection if .*exploitation/.test(row.lane_if)
      ? [{ lane: 'protection' as const, when: 'exploitation' as const }]
      : []),
    ...(/oversight if .*official/.test(row.lane_if) ? [{ lane: 'oversight' as const, when: 'official' as const }] : []),
  ];
  return {
    code: row.code,
    classCode: row.parent,
    labelEn: row.label_en,
    labelPt: row.label_pt,
    severity: severityOf.parse(row.severity_default),
    lane: laneOf.parse(row.lane),
    laneIf,
    ruleRelease: row.rule_release === '1',
    danger: row.danger === '1',
    solvedAfterHours: Number(row.solved_after_hours),
  };
}

export const judge = (file: string, world: UnderstandWorld): Judged[] =>
  judgeFile(new URL(`test/fixtures/messages/${file}.csv`, root), world);

export function judgeFile(file: URL, world: UnderstandWorld): Judged[] {
  return parse(readFileSync(file), { columns: true, skip_empty_lines: true, bom: true }).map((each: unknown) => {
    const row = messageRow.parse(each);
    const said = understandText(row.text, world);
    return { row, said, lanes: lanesOf(said, world) };
  });
}

/** All lanes that a concern from this text would be held in; none of them = ordinary. */
function lanesOf(said: Understanding, world: UnderstandWorld): Set<Lane> {
  const lanes = new Set<Lane>(said.laneWords);
  const type = world.types.find((each) => each.code === said.type?.code);
  if (type !== undefined && type.lane !== 'ordinary') lanes.add(type.lane);
  for (const { lane, when } of type?.laneIf ?? []) {
    if ((when === 'minor' && said.minor) || (when === 'official' && said.accused.length > 0)) lanes.add(lane);
  }
  if (lanes.size === 0) lanes.add('ordinary');
  return lanes;
}

export function figures(judged: readonly Judged[]) {
  const share = (of: readonly Judged[], isHit: (each: Judged) => boolean): Share => ({
    hits: of.filter(isHit).length,
    of: of.length,
  });
  const reports = judged.filter(({ row }) => row.kind === 'report');
  const inLane = (lane: string): Judged[] => reports.filter(({ row }) => row.lane === lane);
  const heldBack = ({ lanes }: Judged): boolean => !lanes.has('ordinary');
  const secrets = judged.flatMap(({ row, said }) => secretsOf(row.secret).map((secret) => ({ secret, said })));
  const innocent = judged.filter(({ row }) => row.secret === '' && hasSecretColumn(judged));
  const placed = judged.filter(({ row }) => row.place !== '');
  const placeHit = ({ row, said }: Judged): boolean =>
    said.places.some((place) => soundKey(place.name).replace('cidade de ', '') === soundKey(row.place));
  return {
    messages: judged.length,
    kind: share(judged, ({ row, said }) => row.kind === said.kind),
    dangerRecall: share(
      judged.filter(({ row }) => row.danger === '1'),
      ({ said }) => said.danger,
    ),
    dangerPrecision: share(
      judged.filter(({ row, said }) => said.danger && row.danger !== ''),
      ({ row }) => row.danger === '1',
    ),
    deniedDanger: share(
      judged.filter(({ row }) => row.negated === '1' && row.danger === '0'),
      ({ said }) => !said.danger,
    ),
    negation: share(
      judged.filter(({ row }) => row.negated === '1'),
      ({ said }) => said.negated || said.kind === 'zero' || said.type?.code === 'H04',
    ),
    zero: share(
      judged.filter(({ row }) => row.kind === 'zero'),
      ({ said }) => said.kind === 'zero',
    ),
    masked: {
      hits: secrets.filter(({ secret, said }) => !said.masked.toLowerCase().includes(secret.toLowerCase())).length,
      of: secrets.length,
    },
    maskedOnly: share(innocent, ({ said }) => !/\[(?:nome|número|name|number)\]/.test(said.masked)),
    clean: share(innocent, ({ said }) => !said.residue),
    protectionRecall: share(inLane('protection'), ({ lanes }) => lanes.has('protection')),
    oversightRecall: share(inLane('oversight'), ({ lanes }) => lanes.has('oversight')),
    restrictedRecall: share([...inLane('protection'), ...inLane('oversight')], ({ row, lanes }) =>
      lanes.has(laneOf.parse(row.lane)),
    ),
    restrictedPrecision: share(reports.filter(heldBack), ({ row }) => row.lane !== 'ordinary'),
    type: share(
      reports.filter(({ row }) => row.type !== ''),
      ({ row, said }) => said.type?.code === row.type,
    ),
    typeClass: share(
      reports.filter(({ row }) => row.type !== ''),
      ({ row, said }) => said.type?.code[0] === row.type[0],
    ),
    place: share(placed, placeHit),
    language: share(
      judged.filter(({ row }) => row.kind === 'report' || row.kind === 'foreign'),
      ({ row, said }) => said.language === row.language,
    ),
  };
}

const secretsOf = (secret: string): string[] => secret.split('|').filter((each) => each !== '');
const hasSecretColumn = (judged: readonly Judged[]): boolean => judged.some(({ row }) => row.secret !== '');

export const rate = ({ hits, of }: Share): number => (of === 0 ? 1 : hits / of);

const percent = (share: Share): string =>
  share.of === 0 ? '-' : `${((100 * share.hits) / share.of).toFixed(1)} % (${share.hits}/${share.of})`;

function toTable(columns: readonly (readonly [string, readonly Judged[]])[]): string[] {
  const all = columns.map(([, judged]) => figures(judged));
  const line = (label: string, cell: (each: ReturnType<typeof figures>) => string): string =>
    `| ${label} | ${all.map(cell).join(' | ')} |`;
  return [
    `| | ${columns.map(([name]) => name).join(' | ')} |`,
    `|---|${columns.map(() => '---').join('|')}|`,
    line('messages', (each) => String(each.messages)),
    line('danger to life: recall', (each) => percent(each.dangerRecall)),
    line('danger to life: precision', (each) => percent(each.dangerPrecision)),
    line('protection lane: recall', (each) => percent(each.protectionRecall)),
    line('oversight lane: recall', (each) => percent(each.oversightRecall)),
    line('protection and oversight: recall', (each) => percent(each.restrictedRecall)),
    line('protection and oversight: precision', (each) => percent(each.restrictedPrecision)),
    line('type right (61 types)', (each) => percent(each.type)),
    line('class right (10 classes)', (each) => percent(each.typeClass)),
    line('kind right', (each) => percent(each.kind)),
    line('place found', (each) => percent(each.place)),
    line('language right', (each) => percent(each.language)),
    line('negated danger stays quiet', (each) => percent(each.deniedDanger)),
    line('negation seen', (each) => percent(each.negation)),
    line('zero reports: recall', (each) => percent(each.zero)),
    line('names and numbers masked', (each) => percent(each.masked)),
    line('nothing masked where nothing is to mask', (each) => percent(each.maskedOnly)),
    line('no residue where nothing is to mask', (each) => percent(each.clean)),
  ];
}

const languageNames = [
  ['Portuguese', 'pt'],
  ['English', 'en'],
  ['Kiswahili', 'sw'],
] as const;

function byLanguage(judged: readonly Judged[]): string[] {
  const named = languageNames.map(([name, code]) => [name, judged.filter(({ row }) => row.language === code)] as const);
  const others = judged.filter(({ row }) => !languageNames.some(([, code]) => code === row.language));
  return toTable([...named, ['others', others] as const].filter(([, list]) => list.length > 0));
}

/** The tables of any labelled file. */
export function tablesOf(judged: readonly Judged[]): string[] {
  return [
    ...toTable([['all', judged]]),
    '',
    ...byLanguage(judged),
    '',
    ...typeConfusion(judged),
    '',
    ...laneConfusion(judged),
    '',
    ...kindConfusion(judged),
  ];
}

const preface: readonly string[] = [
  '# How well texts are understood',
  '',
  'Written by `tools/evaluate-understanding.ts` from `test/fixtures/messages/`; figures only. The messages are invented in the manner of keypad texts;',
  '`judging` was written before the first lexicons and no lexicon was changed because of a miss in it; `tuning` and `oversight` were tuned on. But one writer wrote the messages',
  'and then the lexicons, so this is not a blind test: texts by strangers will do worse, and the first real ones must be judged again.',
  '',
  '**`voices-judging` is not a blind test, and the bars are not proven by it.** Five invented tellers (109 Portuguese, 73 Kiswahili, 41 English) were written before',
  'the lexicons of the same round and their misses were never listed, but the same hand wrote both within the hour, and its phrases got into the lexicons: 49 of the 223 messages',
  '(15 Portuguese, 15 English, 19 Kiswahili) hold a phrase of three words or more that was added as a term afterwards. Measured with the Portuguese and English lexicons and cues',
  'as they were before that round, on the same messages:',
  '',
  '| before the round | Portuguese | English |',
  '|---|---|---|',
  '| danger to life: recall | 92.9 % (13/14) | 87.5 % (7/8) |',
  '| protection and oversight: recall | 73.9 % (17/23) | 80.0 % (8/10) |',
  '| type right (61 types) | 77.0 % (77/100) | 71.1 % (27/38) |',
  '',
  'Expect of strangers a figure between these and the ones below. For Kiswahili no such floor exists: its whole lexicon was written after the messages, by the same hand and without',
  'a native speaker. Emakhuwa, Shimakonde and Kimwani are not read: a listener is. Only messages by somebody else can judge this.',
  '',
  '**A stranger was asked.** 150 messages (90 Portuguese, 30 English, 30 Kiswahili) were invented by a writer who had seen the list of types and no lexicon. What was',
  'understood of them at first sight, before anything was changed, is the figure to expect of the field:',
  '',
  '| at first sight | all | Portuguese | English | Kiswahili |',
  '|---|---|---|---|---|',
  '| danger to life: recall | 81.5 % (22/27) | 80.0 % (12/15) | 83.3 % (5/6) | 83.3 % (5/6) |',
  '| protection and oversight: recall | 63.5 % (33/52) | 51.6 % (16/31) | 81.8 % (9/11) | 80.0 % (8/10) |',
  '| type right (61 types) | 48.5 % (66/136) | 48.1 % (39/81) | 48.1 % (13/27) | 50.0 % (14/28) |',
  '',
  'Afterwards the lexicons learnt from the misses, so that these messages now tune (`strangers-tuning`, below) and judge no more.',
  '',
  '**A second stranger was asked after that.** 210 messages (145 Portuguese, 30 English, 35 Kiswahili; `strangers-judging`, below) by a writer who had seen the list of types and no',
  'lexicon. No lexicon was changed because of them and their misses are not listed, so they still judge: the type is found much more often than before the lexicons learnt,',
  'harm that must be held back somewhat more often, danger not. **The bars for danger and for what is held back are not met on strangers**; in Portuguese a third of both is missed.',
  'Of what is not recognised as restricted no word goes anywhere before a coordinator has read it; a danger brief of type, place and part of the day may (ADR 0018).',
  '',
  'Any labelled file: `node tools/evaluate-understanding.ts FILE [--misses]` (columns in `test/fixtures/messages/README.md`).',
  '',
  'A message counts as held back in a lane when its words or its type put it there. Bars on `judging`: danger recall 95 %, protection and oversight recall 95 %, type 70 %.',
  '',
];

export function writeReport(world: UnderstandWorld): string {
  const [judging, tuning, oversight] = [judge('judging', world), judge('tuning', world), judge('oversight', world)];
  const [voices, voicesTuning] = [judge('voices-judging', world), judge('voices-tuning', world)];
  const strangers = judge('strangers-tuning', world);
  return `${[
    ...preface,
    '## All',
    '',
    ...toTable([
      ['voices-judging', voices],
      ['judging', judging],
      ['voices-tuning', voicesTuning],
      ['strangers-tuning', strangers],
      ['tuning', tuning],
      ['oversight phrasings', oversight],
    ]),
    '',
    '## Strangers-judging, by language (what to expect of the field)',
    '',
    ...byLanguage(judge('strangers-judging', world)),
    '',
    '## Voices-judging, by language (kinder than a stranger)',
    '',
    ...byLanguage(voices),
    '',
    '## Voices-judging: types',
    '',
    ...typeConfusion(voices),
    '',
    '## Judging, by language',
    '',
    ...byLanguage(judging),
    '',
    '## Judging: lanes',
    '',
    ...laneConfusion(judging),
    '',
    '## Judging: kinds',
    '',
    ...kindConfusion(judging),
    '',
  ].join('\n')}`;
}

const missesType = ({ row, said }: Judged): boolean =>
  row.kind === 'report' && row.type !== '' && row.type !== said.type?.code;
const missesLane = ({ row, lanes }: Judged): boolean =>
  row.kind === 'report' && row.lane !== '' && !lanes.has(laneOf.parse(row.lane));

const hidesSecrets = ({ row, said }: Judged): boolean =>
  !secretsOf(row.secret).some((secret) => said.masked.toLowerCase().includes(secret.toLowerCase()));
const masksNothing = ({ said }: Judged): boolean => !/\[(?:nome|número|name|number)\]/.test(said.masked);

/** What can be wrong with a reading, and how it is told. */
const faults: readonly { is: (each: Judged) => boolean; tell: (each: Judged) => string }[] = [
  { is: ({ row, said }) => row.kind !== said.kind, tell: ({ said }) => `kind ${said.kind}` },
  { is: missesType, tell: ({ row, said }) => `type ${said.type?.code ?? '-'} for ${row.type}` },
  { is: ({ row, said }) => row.danger === '1' && !said.danger, tell: () => 'no danger' },
  { is: ({ row, said }) => row.danger === '0' && said.danger, tell: () => 'danger' },
  { is: missesLane, tell: ({ row, lanes }) => `lane ${[...lanes].join('+')} for ${row.lane}` },
  { is: (each) => !hidesSecrets(each), tell: () => 'not masked' },
  { is: (each) => each.row.secret === '' && !masksNothing(each), tell: () => 'masked too much' },
  {
    is: ({ row, said }) => row.kind === 'report' && row.language !== '' && row.language !== said.language,
    tell: ({ said }) => `language ${said.language}`,
  },
];

function listMisses(judged: readonly Judged[]): string[] {
  return judged.flatMap((each) => {
    const wrong = faults.filter((fault) => fault.is(each)).map((fault) => fault.tell(each));
    return wrong.length === 0 ? [] : [`${each.row.id}: ${wrong.join(', ')}`];
  });
}

if (import.meta.main) {
  const world = readWorld();
  const [file, ...options] = process.argv.slice(2);
  if (file === undefined) {
    const report = writeReport(world);
    writeFileSync(new URL('docs/understanding.md', root), report);
    process.stdout.write(report);
  } else {
    const judged = judgeFile(pathToFileURL(file), world);
    const misses = options.includes('--misses') ? ['', ...listMisses(judged)] : [];
    process.stdout.write(`${[...tablesOf(judged), ...misses].join('\n')}\n`);
  }
}
