/** Tables for a spreadsheet: comma-separated, in UTF-8 with its mark, each cell quoted, no cell a formula. */

export type Table = readonly (readonly string[])[];

/** Spreadsheets work out what begins so, also behind blanks and what cannot be seen, and in wide signs. */
const FORMULA = /^[\t\r\n]|^[\s\0-\x1f\x7f-\x9f]*[=+\-@＝＋－＠]/;

/** The text of the file. */
export function csv(table: Table): string {
  return `\ufeff${table.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

/** A cell in quotes; what would be worked out begins with an apostrophe instead. */
function cell(words: string): string {
  const safe = FORMULA.test(words) ? `'${words}` : words;
  return `"${safe.replaceAll('"', '""')}"`;
}
