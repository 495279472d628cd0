/** Lists of numbers and of words, read as `builder/search/numbers.py` writes them. */

const LETTERS = Array.from({ length: 92 }, (_, at) => String.fromCharCode(35 + at))
  .filter((letter) => !'<\\`|'.includes(letter))
  .join('');
const LAST = 70;
const BEFORE = LETTERS.length - LAST;

/** The numbers that a text holds, one after another. */
export function numbers(text: string): number[] {
  const found: number[] = [];
  let before = 0;
  for (const letter of text) {
    const digit = LETTERS.indexOf(letter);
    if (digit < LAST) {
      found.push(before * LAST + digit);
      before = 0;
    } else {
      before = before * BEFORE + digit - LAST + 1;
    }
  }
  return found;
}

/** The rising numbers that a text holds as the gaps between them. */
export function rising(text: string): number[] {
  let last = -1;
  return numbers(text).map((gap) => (last += gap + 1));
}

/** The words that a text holds, each beginning with how much it shares with the one before it. */
export function sortedWords(text: string): string[] {
  let before: string[] = [];
  return text.split(' ').filter(Boolean).map((one) => {
    before = [...before.slice(0, LETTERS.indexOf(one.charAt(0))), ...one.slice(1)];
    return before.join('');
  });
}

/** What a letter stands for where each thing has just one. */
export function letter(text: string, at: number): number {
  return LETTERS.indexOf(text.charAt(at));
}
