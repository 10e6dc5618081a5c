// Folding for matching: people write with and without accents, apostrophes and case.

/** Lower case, accents and apostrophes removed, white space single. `Mocímboa  da Praia` → `mocimboa da praia`. */
export function fold(text: string): string {
  if (folded.test(text)) return text;
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/['’´`]/g, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

const folded = /^[a-z\d]+$/;

/** Words of a folded text; digits stay. */
export function words(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Words that hold no telephone number and no address: at most two digits together, no @. */
export const withoutNumber = /^(?!.*\d{3})[^@]*$/u;

/** Fills `{name}` marks. A mark without a value is a programming fault and throws. */
export function fill(template: string, params: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new RangeError(`no value for {${name}}`);
    return value;
  });
}
