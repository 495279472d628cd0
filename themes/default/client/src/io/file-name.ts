/** What a file is called. */

import { site } from '../core/site';

/** `kowhai-goal-2026-11-05.csv`: the site's id, what is in it, and the day. */
export const fileName = (what: string, day: string, ending: string): string =>
  `${site.id}-${what}-${day}.${ending}`;
