/**
 * The words of a text as search knows them: a twin of `builder/search/tokens.py`, held by one file of
 * cases for both. What the browser would cut into words by itself is never used: no two agree.
 */

const LONGEST = 32;
const FOLDS: Record<string, string> = {
  ß: 'ss',
  ς: 'σ',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ى: 'ي',
  ی: 'ي',
  ة: 'ه',
  ٱ: 'ا',
  ک: 'ك',
};
const FOLDED = /[ßςæœøłđðþıىیةٱک]/gu;
const DROPPED = /[\p{M}'‘’ʻʼʾʿ`\u00ad\u0640\u200b-\u200d\u2060\ufeff]/gu;
const DENSE =
  '\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3005-\\u3007\\u3040-\\u30ff\\u31f0-\\u31ff' +
  '\\u3400-\\u4dbf\\u4e00-\\u9fff\\u{20000}-\\u{3fffd}';
const WORD = /[\p{L}\p{N}]+/gu;
const PIECE = new RegExp(`[${DENSE}]+|[^${DENSE}]+`, 'gu');
const STARTS_DENSE = new RegExp(`^[${DENSE}]`, 'u');
const ARTICLE = /^(?:[وفبكل]?ال|لل)(?=..)/u;

/** A text without capitals, marks and apostrophes. */
export function fold(text: string): string {
  const plain = text.normalize('NFKD').toLowerCase();
  return plain.replace(DROPPED, '').replace(FOLDED, (letter) => FOLDS[letter] ?? letter);
}

/** The stretches of letters and figures in a text, folded; each of a script with spaces, or without. */
export function pieces(text: string): string[] {
  return (fold(text).match(WORD) ?? []).flatMap((run) => run.match(PIECE) ?? []);
}

/** The terms under which a text is found, as often as they stand in it. */
export function terms(text: string): string[] {
  return pieces(text).flatMap((piece) => (isDense(piece) ? pairs(piece) : [stem(piece)]));
}

/** Whether a piece is of a script without spaces. */
export function isDense(piece: string): boolean {
  return STARTS_DENSE.test(piece);
}

/** Each character with the one after it, and the last alone. */
export function pairs(piece: string): string[] {
  const characters = [...piece];
  return characters.map((character, at) => character + (characters[at + 1] ?? ''));
}

/** A folded word without what stands before it; no longer than those that are kept. */
export function bare(piece: string): string {
  return [...piece].slice(0, LONGEST).join('').replace(ARTICLE, '');
}

/** What a folded word has in common with its other forms. */
export function stem(piece: string): string {
  const word = bare(piece);
  if (!/^[a-z]{4,}$/.test(word)) return word;
  let rest = withoutVerb(withoutPlural(word));
  if (rest.length > 3) rest = rest.replace(/([bdfglmnprtz])\1$/, '$1');
  return rest.length > 4 && rest.endsWith('e') ? rest.slice(0, -1) : rest;
}

function withoutPlural(word: string): string {
  if (word.length > 4 && /ie[sd]$/.test(word)) return `${word.slice(0, -3)}y`;
  return /s$/.test(word) && !/[sui]s$/.test(word) ? word.slice(0, -1) : word;
}

function withoutVerb(word: string): string {
  const rest = /eed$/.test(word) ? word : word.replace(/(?:ing|ed)$/, '');
  return rest.length > 2 && /[aeiouy]/.test(rest) ? rest : word;
}
