/** How the page goes to paper: what is written only, or with lines for a pen where nothing is. */

import { signal } from '@preact/signals';

/** Whether empty questions print their lines too. */
export const withLines = signal(false);

/** Print the page as it stands; the lines are for this once. */
export function printPage(lines = false): void {
  withLines.value = lines;
  addEventListener('afterprint', () => (withLines.value = false), { once: true });
  // what is drawn for paper must be there before the printer looks
  requestAnimationFrame(() => print());
}
