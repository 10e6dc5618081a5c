// A text as a person sees it: marks nobody sees are gone, letters that only look Latin are Latin. The raw text stays sealed as it came.

/** Once, before anything reads the text. What remains is plain text: it is shown, never run. */
export function normaliseText(text: string): string {
  if (plain.test(text)) return text;
  const seen = text.normalize('NFKC').replace(unseen, '').replace(spaces, ' ').normalize('NFC');
  return seen.replace(mixedWord, (word) => (isDisguised(word) ? toLatin(word) : word));
}

/** Nothing to see to: most keypads write so. */
const plain = /^(?:[!-~]| (?! )|\n)*$/;
/** Zero-width, direction and other format marks, control characters, variation selectors, soft hyphens; lines stay. */
const unseen =
  /\p{Cf}|\p{Cs}|\p{Co}|\p{Cn}|\p{Variation_Selector}|\u{034f}|\u{115f}|\u{1160}|\u{3164}|(?![\n\r\t])\p{Cc}/gu;
const spaces = /[^\S\n]+/gu;
const mixedWord = /[\p{L}\p{M}]+/gu;

const lookAlikes: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  е: 'e',
  ѕ: 's',
  і: 'i',
  ј: 'j',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  с: 'c',
  т: 't',
  у: 'y',
  х: 'x',
  ԁ: 'd',
  ԛ: 'q',
  ԝ: 'w',
  һ: 'h',
  ӏ: 'l',
  А: 'A',
  В: 'B',
  Е: 'E',
  Ѕ: 'S',
  І: 'I',
  Ј: 'J',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  У: 'Y',
  Х: 'X',
  α: 'a',
  ε: 'e',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
  Α: 'A',
  Β: 'B',
  Ε: 'E',
  Ζ: 'Z',
  Η: 'H',
  Ι: 'I',
  Κ: 'K',
  Μ: 'M',
  Ν: 'N',
  Ο: 'O',
  Ρ: 'P',
  Τ: 'T',
  Υ: 'Y',
  Χ: 'X',
};

/** Every strange letter of the word has a Latin twin: a disguise, or a keyboard left in the wrong alphabet. */
const isDisguised = (word: string): boolean =>
  /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word) &&
  [...word].every((letter) => /[\p{Script=Latin}\p{M}]/u.test(letter) || lookAlikes[letter] !== undefined);

const toLatin = (word: string): string => [...word].map((letter) => lookAlikes[letter] ?? letter).join('');
