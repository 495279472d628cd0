/** What is said of fields in several places. */

import { t } from '../../core/words';

/** What was done, for undo. */
export const changed = (label: string): string => t('“{label}” changed', { label });

/** The name of a line that has none. */
export const nth = (n: number): string => t('Line {n}', { n });
