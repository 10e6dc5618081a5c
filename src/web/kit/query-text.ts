// The query of an address as people read and type it (`severity=3`): every value is text, the screens give it its meaning.

type QueryValues = Readonly<Record<string, unknown>>;

export function readQuery(query: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(query));
}

/** With its question mark; empty when nothing is said. */
export function writeQuery(values: QueryValues): string {
  const said = new URLSearchParams();
  for (const [key, value] of Object.entries(values)) {
    if (value !== undefined && value !== null && value !== '') said.set(key, String(value));
  }
  const query = said.toString();
  return query === '' ? '' : `?${query}`;
}
