// Invented bairros and aldeias of the demonstration. None of these names stands in the settlement list of the three provinces.
import type { AreaKind } from '../../../shared/domain/area.ts';
import type { Language } from '../../../shared/domain/language.ts';

export const MARK = '(demonstração)';

export type DemoPlace = {
  /** End of the ids of this place and its council. */
  key: string;
  districtId: string;
  kind: Extract<AreaKind, 'bairro' | 'village'>;
  name: string;
  population: number;
  language: Language;
};

export const places: readonly DemoPlace[] = [
  {
    key: 'nantalika',
    districtId: 'ar_mz-cd-cidade-de-pemba',
    kind: 'bairro',
    name: 'Nantalika',
    population: 4200,
    language: 'pt',
  },
  {
    key: 'mirambela',
    districtId: 'ar_mz-cd-cidade-de-pemba',
    kind: 'bairro',
    name: 'Mirambela',
    population: 5100,
    language: 'pt',
  },
  {
    key: 'nakirwe',
    districtId: 'ar_mz-cd-macomia',
    kind: 'village',
    name: 'Nakirwe',
    population: 620,
    language: 'kde',
  },
  {
    key: 'muzangala',
    districtId: 'ar_mz-cd-macomia',
    kind: 'village',
    name: 'Muzangala',
    population: 85,
    language: 'pt',
  },
  { key: 'mwalani', districtId: 'ar_mz-cd-palma', kind: 'village', name: 'Mwalani', population: 1200, language: 'wmw' },
  { key: 'mutulua', districtId: 'ar_mz-cd-chiure', kind: 'bairro', name: 'Mutulua', population: 2300, language: 'vmw' },
  { key: 'nihekua', districtId: 'ar_mz-cd-chiure', kind: 'village', name: 'Nihekua', population: 60, language: 'vmw' },
  {
    key: 'massopelo',
    districtId: 'ar_mz-ni-cuamba',
    kind: 'bairro',
    name: 'Massopelo',
    population: 3000,
    language: 'en',
  },
  {
    key: 'chitandile',
    districtId: 'ar_mz-ni-mandimba',
    kind: 'village',
    name: 'Chitandile',
    population: 900,
    language: 'pt',
  },
  {
    key: 'napulubi',
    districtId: 'ar_mz-na-nacala',
    kind: 'bairro',
    name: 'Napulubi',
    population: 4800,
    language: 'pt',
  },
];

const titles: Readonly<Record<DemoPlace['kind'], string>> = { bairro: 'Bairro', village: 'Aldeia' };

export const placeId = (key: string): string => `ar_demo-${key}`;
export const councilId = (key: string): string => `co_demo-${key}`;
/** `Bairro Nantalika`; the mark is added where it is shown as a name. */
export const titleOf = (place: DemoPlace): string => `${titles[place.kind]} ${place.name}`;

/** No operator has numbers that begin with 80: these can ring nobody. */
export const handsetNumber = (last: number): string => `+25880${String(last).padStart(7, '0')}`;
