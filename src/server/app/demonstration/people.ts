// Invented people of the demonstration: who signs in, who carries a simulated phone, who stands on the danger ladder.
import type { Language } from '../../../shared/domain/language.ts';
import type { Role } from '../../../shared/domain/role.ts';
import type { Rung } from '../../rooms/know/index.ts';

export type DemoUser = {
  login: string;
  name: string;
  role: Role;
  areaId?: string;
  postId?: string;
  language?: Language;
  /** The rung of the danger ladder, in the user's area. */
  rung?: Rung;
};

const COUNTRY = 'ar_mz';
const PROVINCE = 'ar_mz-cabo-delgado';
const CITY = 'ar_mz-cd-cidade-de-pemba';

export const users: readonly DemoUser[] = [
  { login: 'admin', name: 'Administradora', role: 'administrator' },
  {
    login: 'coordenadora',
    name: 'Coordenadora de serviço',
    role: 'coordinator',
    areaId: COUNTRY,
    rung: 'duty-coordinator',
  },
  { login: 'adjunto', name: 'Coordenador adjunto', role: 'coordinator', areaId: COUNTRY, rung: 'deputy' },
  {
    login: 'coordenadora.provincial',
    name: 'Coordenadora provincial',
    role: 'coordinator',
    areaId: PROVINCE,
    rung: 'provincial-coordinator',
  },
  {
    login: 'coordenador.distrital',
    name: 'Coordenador distrital',
    role: 'coordinator',
    areaId: CITY,
    rung: 'district-coordinator',
  },
  { login: 'comandante', name: 'Comandante do posto', role: 'post-commander', postId: 'po_demo-police-nantalika' },
  {
    login: 'comandante.distrital',
    name: 'Comandante distrital',
    role: 'district-commander',
    postId: 'po_demo-cd-cidade-de-pemba',
  },
  {
    login: 'comandante.lichinga',
    name: 'Comandante distrital',
    role: 'district-commander',
    postId: 'po_demo-ni-cidade-de-lichinga',
  },
  {
    login: 'comandante.nampula',
    name: 'Comandante distrital',
    role: 'district-commander',
    postId: 'po_demo-na-cidade-de-nampula',
  },
  { login: 'proteccao', name: 'Oficial de protecção', role: 'protection-officer' },
  { login: 'escuta', name: 'Ouvinte de Emakhuwa', role: 'listener', language: 'vmw' },
  { login: 'auditora', name: 'Auditora', role: 'auditor' },
];

/** No operator has numbers that begin with 80: these can ring nobody. */
const number = (last: number): string => `+25880000${String(last).padStart(4, '0')}`;

export type DemoHandset = {
  label: string;
  number: string;
  language: Language;
  /** Absent: a phone that nobody knows yet. */
  speaksFor?: { place: string } | { post: string };
};

export const handsets = [
  { label: 'Ponto focal, Nantalika (Pemba)', number: number(11), language: 'pt', speaksFor: { place: 'nantalika' } },
  { label: 'Ponto focal, Nakirwe (Macomia)', number: number(12), language: 'pt', speaksFor: { place: 'nakirwe' } },
  { label: 'Ponto focal, Mutulua (Emakhuwa)', number: number(13), language: 'vmw', speaksFor: { place: 'mutulua' } },
  { label: 'Ponto focal, Mwalani (Palma)', number: number(14), language: 'pt', speaksFor: { place: 'mwalani' } },
  { label: 'Focal point, Massopelo (English)', number: number(15), language: 'en', speaksFor: { place: 'massopelo' } },
  { label: 'Moradora, Mirambela (Pemba)', number: number(16), language: 'pt' },
  { label: 'Morador, Napulubi (Nacala)', number: number(17), language: 'pt' },
  {
    label: 'Telefone do Posto de Nantalika',
    number: number(18),
    language: 'pt',
    speaksFor: { post: 'police-nantalika' },
  },
] as const satisfies readonly DemoHandset[];

export type HandsetLabel = (typeof handsets)[number]['label'];

/** Further focal points, who carry no simulated phone. */
export const otherFocalPoints: readonly { place: string; number: string }[] = [
  { place: 'nantalika', number: number(31) },
  { place: 'mirambela', number: number(32) },
  { place: 'nakirwe', number: number(33) },
  { place: 'muzangala', number: number(34) },
  { place: 'nihekua', number: number(35) },
  { place: 'chitandile', number: number(36) },
  { place: 'napulubi', number: number(37) },
  { place: 'mutulua', number: number(38) },
];
