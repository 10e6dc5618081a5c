// Old and other spellings of northern districts (domain.md A2), by present name; the area tree may take them as aliases.
export const oldPlaceNames: Readonly<Record<string, readonly string[]>> = {
  Eráti: ['Namapa', 'Namapa-Eráti', 'Erati'],
  Rapale: ['Nampula-Rapale'],
  Chimbonila: ['Distrito de Lichinga', 'Chimbunila'],
  Metuge: ['Pemba-Metuge'],
  Mogincual: ['Mongincual'],
  Ribáuè: ['Ribáwè', 'Ribaué'],
  'Mocímboa da Praia': ['Mocímboa', 'MDP', 'Mocimboa de Praia'],
  Nacala: ['Nacala-Porto'],
  Liúpo: ['Liupo'],
  "N'gauma": ['Ngauma'],
  Lago: ['Distrito do Lago'],
};
