// The administrative tree. Ids are ours; p-codes exist in two clashing vintages and are never a key (domain.md 0.1).
export const areaKinds = [
  'country',
  'province',
  'district',
  'administrative-post',
  'locality',
  'bairro',
  'quarteirao',
  'village',
] as const;
export type AreaKind = (typeof areaKinds)[number];

/** Scope of roles and row-level security is cut at this kind or above. */
export const scopeKind: AreaKind = 'district';

export type AreaName = {
  id: string;
  name: string;
  kind: AreaKind;
  /** Ids from the root to this area, itself included. */
  lineage: readonly string[];
  aliases: readonly string[];
  /** Learnt from a person's correction: they count within the district of the area only. */
  localAliases?: readonly string[];
};
