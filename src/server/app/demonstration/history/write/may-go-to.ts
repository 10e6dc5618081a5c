// Which services two types are kept from: the same rule as respond's (decisions.md 13).
const NOT_TO_POLICE: readonly string[] = ['G02', 'H05'];
const POLICE: readonly string[] = ['police', 'border', 'investigation'];

export const mayGoTo = (typeCode: string, service: string): boolean =>
  !(NOT_TO_POLICE.includes(typeCode) && POLICE.includes(service));
