// A text as a person sees it: marks nobody sees are gone, letters that only look Latin are Latin. The raw text stays sealed as it came.

/** Once, before anything reads the text. What remains is plain text: it is shown, never run. */
export function normaliseText(text: string): string {
  if (plain.test(text)) return text;
  const whole = text.replace(twiceEncoded, decode);
  const seen = whole.normalize('NFKC').replace(unseen, '').replace(spaces, ' ').normalize('NFC');
  const bare = seen.replace(strayMarks, '').replace(oddLatin, (letter) => oddLetters[letter] ?? letter);
  const foreign = bare.match(mixedWord)?.some((word) => isStrange(word) && !isDisguised(word)) === true;
  return bare.replace(mixedWord, (word) =>
    isDisguised(word) && !(foreign && !latin.test(word)) ? toLatin(word) : word,
  );
}

/** "nÃ£o": a gateway took the bytes of one letter for two. */
const twiceEncoded = /[\u00c2\u00c3][\u0080-\u00bf]/g;
const decode = ([first, second]: string): string =>
  String.fromCharCode((((first ?? '').charCodeAt(0) & 0x1f) << 6) | ((second ?? '').charCodeAt(0) & 0x3f));

/** Strokes and dots through Latin letters that make no letter of theirs. */
const strayMarks = /(?<=\p{Script=Latin}\p{M}*)\p{M}/gu;
/** Latin, but of phonetics: small capitals and round letters, dressed up as ours. */
const oddLetters: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [...'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ'].map((letter, at) => [letter, 'abcdefghijklmnoprstuvwyz'[at] ?? letter]),
  ),
  ɑ: 'a',
  ɡ: 'g',
  ı: 'i',
};
const oddLatin = new RegExp(`[${Object.keys(oddLetters).join('')}]`, 'gu');

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

const latin = /\p{Script=Latin}/u;
const isStrange = (word: string): boolean => /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word);

/** Every strange letter of the word has a Latin twin: a disguise, or a keyboard left in the wrong alphabet. */
const isDisguised = (word: string): boolean =>
  isStrange(word) &&
  [...word].every((letter) => /[\p{Script=Latin}\p{M}]/u.test(letter) || lookAlikes[letter] !== undefined);

const toLatin = (word: string): string => [...word].map((letter) => lookAlikes[letter] ?? letter).join('');
