// Invented services to refer to, marked; no number of anybody. Some districts have none, so that what then happens can be seen.
import type { ReferralKind } from '../../../shared/domain/referral.ts';

type Invented = {
  key: string;
  name: string;
  kind: ReferralKind;
  areaIds: readonly string[];
  reach: string;
  hours: string;
  children: boolean;
  survivors: boolean;
  confirmedDaysAgo: number;
};

const pemba = 'ar_mz-cd-cidade-de-pemba';
const macomia = 'ar_mz-cd-macomia';
const palma = 'ar_mz-cd-palma';
const chiure = 'ar_mz-cd-chiure';
const both = { children: true, survivors: true };

export const inventedServices: readonly Invented[] = [
  {
    key: 'health-mirambela',
    name: 'Consulta reservada de Mirambela',
    kind: 'medical',
    areaIds: [pemba, macomia],
    reach: 'Enfermeira de serviço, porta lateral; perguntar pela consulta da família',
    hours: 'Todos os dias, 24 horas',
    ...both,
    confirmedDaysAgo: 12,
  },
  {
    key: 'health-north',
    name: 'Posto de saúde móvel do norte',
    kind: 'medical',
    areaIds: [palma],
    reach: 'Pelo coordenador da saúde do distrito; passa às terças e sextas',
    hours: 'Terça e sexta, 08:00 às 14:00',
    ...both,
    confirmedDaysAgo: 210,
  },
  {
    key: 'listening-room',
    name: 'Sala de escuta e apoio Mwana',
    kind: 'psychosocial',
    areaIds: [pemba, macomia, chiure],
    reach: 'Ao lado do mercado central; marcar por mensagem ao apoio',
    hours: 'Dias úteis, 07:30 às 15:30',
    ...both,
    confirmedDaysAgo: 30,
  },
  {
    key: 'house',
    name: 'Casa de acolhimento Nanga',
    kind: 'safety',
    areaIds: [pemba, macomia, palma, chiure],
    reach: 'O endereço não se escreve; a responsável vem buscar',
    hours: 'Todos os dias, 24 horas',
    ...both,
    confirmedDaysAgo: 20,
  },
  {
    key: 'child-line',
    name: 'Linha de apoio à criança',
    kind: 'child',
    areaIds: ['ar_mz'],
    reach: 'Linha nacional da demonstração',
    hours: 'Todos os dias, 24 horas',
    ...both,
    confirmedDaysAgo: 45,
  },
  {
    key: 'legal-aid',
    name: 'Assistência jurídica Lurio',
    kind: 'legal',
    areaIds: [pemba, macomia, palma, chiure],
    reach: 'Balcão do distrito, segunda sala',
    hours: 'Dias úteis, 08:00 às 15:00',
    children: false,
    survivors: true,
    confirmedDaysAgo: 60,
  },
  {
    key: 'oversight-desk',
    name: 'Mesa independente de queixas',
    kind: 'oversight',
    areaIds: ['ar_mz'],
    reach: 'Carta fechada, em mão',
    hours: 'Dias úteis, 08:00 às 15:00',
    children: false,
    survivors: false,
    confirmedDaysAgo: 90,
  },
];
