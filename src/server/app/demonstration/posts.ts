// Invented posts of the demonstration and what each answers for: one rule table, so that no district is without an answer.
import type { Lack } from '../../../shared/domain/capacity.ts';
import type { SwitchWord } from '../../../shared/domain/type-switch.ts';
import type { PostKind } from '../../rooms/know/index.ts';

type Answers = { classes?: readonly string[]; types?: readonly string[] };

/** Every district command; also what its posts leave. J04 has no row: a service complaint is never a brief (decisions.md 7). */
export const commandAnswers: Answers = { classes: ['A', 'B', 'C', 'I'], types: ['F04', 'H06', 'J05', 'J06'] };

/** A police post in its own bairro or village. */
export const policePostAnswers: Answers = { classes: ['B', 'C', 'I'], types: ['A03', 'H06', 'J05', 'J06'] };

/** One of each in every province. Type rows: they win over the class rows of the commands. No row for a restricted lane. */
export const provincial: readonly ({ key: string; service: PostKind; name: string } & Answers)[] = [
  { key: 'border', service: 'border', name: 'Polícia de Fronteiras', types: ['F01', 'F03'] },
  { key: 'migration', service: 'migration', name: 'Serviço de Migração', types: ['F02'] },
  { key: 'investigation', service: 'investigation', name: 'Investigação Criminal', types: ['B04', 'F05'] },
  // G02 goes to the humanitarian side only (decisions.md 13).
  {
    key: 'relief',
    service: 'humanitarian',
    name: 'Gestão de Desastres e Deslocados',
    types: ['G01', 'G02', 'G03', 'G06'],
  },
  { key: 'aid-line', service: 'humanitarian', name: 'Linha de Queixas da Assistência', types: ['G05'] },
  {
    key: 'mediation',
    service: 'mediation',
    name: 'Mediação Comunitária',
    types: ['B07', 'G04', 'H01', 'H02', 'H03', 'H05'],
  },
  { key: 'communication', service: 'communication', name: 'Ponto Focal de Comunicação', types: ['H04'] },
];

export type LocalPost = {
  key: string;
  service: PostKind;
  name: string;
  /** Key of a place, or the id of a district. */
  at: { place: string } | { district: string };
  /** Absent: can be handed over to, answers for nothing first. */
  answers?: Answers;
};

const pemba = { district: 'ar_mz-cd-cidade-de-pemba' };
const macomia = { district: 'ar_mz-cd-macomia' };
const palma = { district: 'ar_mz-cd-palma' };
const chiure = { district: 'ar_mz-cd-chiure' };
const mandimba = { district: 'ar_mz-ni-mandimba' };

export const localPosts: readonly LocalPost[] = [
  {
    key: 'police-nantalika',
    service: 'police',
    name: 'Posto Policial de Nantalika',
    at: { place: 'nantalika' },
    answers: policePostAnswers,
  },
  { key: 'health-pemba', service: 'health', name: 'Centro de Saúde de Mirambela', at: { place: 'mirambela' } },
  { key: 'social-pemba', service: 'social', name: 'Acção Social de Pemba', at: pemba },
  { key: 'water-pemba', service: 'water', name: 'Serviço de Água de Pemba', at: pemba },
  {
    key: 'police-nakirwe',
    service: 'police',
    name: 'Posto Policial de Nakirwe',
    at: { place: 'nakirwe' },
    answers: policePostAnswers,
  },
  { key: 'demining-macomia', service: 'demining', name: 'Equipa de Desminagem de Macomia', at: macomia },
  {
    key: 'border-mwalani',
    service: 'border',
    name: 'Posto Fronteiriço de Mwalani',
    at: palma,
    answers: { types: ['F01', 'F03'] },
  },
  {
    key: 'migration-palma',
    service: 'migration',
    name: 'Posto de Migração de Palma',
    at: palma,
    answers: { types: ['F02'] },
  },
  {
    key: 'police-mutulua',
    service: 'police',
    name: 'Posto Policial de Mutulua',
    at: { place: 'mutulua' },
    answers: policePostAnswers,
  },
  { key: 'administration-chiure', service: 'administration', name: 'Administração de Chiúre', at: chiure },
  {
    key: 'mediation-chiure',
    service: 'mediation',
    name: 'Mediação de Chiúre',
    at: chiure,
    answers: { types: ['B07', 'G04', 'H01', 'H02'] },
  },
  {
    key: 'border-mandimba',
    service: 'border',
    name: 'Posto Fronteiriço de Chitandile',
    at: mandimba,
    answers: { types: ['F01', 'F03'] },
  },
  {
    key: 'protection-nacala',
    service: 'protection',
    name: 'Atendimento à Família de Nacala',
    at: { district: 'ar_mz-na-nacala' },
  },
];

/** What invented posts have said they lack, days ago; the others have said nothing yet. */
export const lackingPosts: readonly { postId: string; lacks: readonly Lack[]; daysAgo: number }[] = [
  { postId: 'po_demo-police-nakirwe', lacks: ['fuel'], daysAgo: 2 },
  { postId: 'po_demo-cd-macomia', lacks: ['vehicle', 'radio'], daysAgo: 9 },
  { postId: 'po_demo-cd-palma', lacks: ['radio'], daysAgo: 4 },
  { postId: 'po_demo-border-mwalani', lacks: [], daysAgo: 1 },
];

/** Garimpo is asked about where it is dug; crossing points where there is a border. */
export const switchedTypes: readonly { areaId: string; word: SwitchWord; typeCodes: readonly string[] }[] = [
  { areaId: 'ar_mz', word: 'off', typeCodes: ['H06'] },
  { areaId: 'ar_mz-cd-montepuez', word: 'on', typeCodes: ['H06'] },
  { areaId: 'ar_mz-cd-namuno', word: 'on', typeCodes: ['H06'] },
  { areaId: 'ar_mz-cd-ancuabe', word: 'on', typeCodes: ['H06'] },
  { areaId: 'ar_mz-nampula', word: 'off', typeCodes: ['F01', 'F02'] },
];
