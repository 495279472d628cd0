/** What a person should know before they go on: what is the matter, and what to do. */

import type { Unopened } from './idb-open';
import type { Leaving } from './idb-shelf';
import { plural, t } from './words';

export interface Trouble {
  readonly what: 'newer' | 'blocked' | 'migration' | 'refused' | 'unreadable';
  /** Whole sentences in the language of the page. */
  readonly words: string;
}

export function unopened(what: Unopened['what']): Trouble {
  return { what, words: openingWords(what) };
}

function openingWords(what: Unopened['what']): string {
  if (what === 'newer') {
    return t('This workbook was used with a newer version of this page. Nothing in it was changed. Open it with that version.');
  }
  if (what === 'blocked') {
    return t('An older version of this workbook is open in another tab or window. Close it, and this page goes on by itself.');
  }
  if (what === 'migration') {
    return t('Your records could not be made ready for this version of the page. They stand as they were, and can only be read here.');
  }
  return t('The browser did not open its database for this page. What it kept there before is not shown. Load the page again, or start the browser again.');
}

/** Why the database went while it was in use. */
export function leaving(why: Leaving): Trouble {
  if (why === 'newer') {
    return {
      what: 'newer',
      words: t('A newer version of this workbook was opened in another tab. What you wrote here is kept. Load this page again.'),
    };
  }
  if (why === 'deleted') {
    return { what: 'refused', words: t('Everything was deleted on another page. Load this page again to begin anew.') };
  }
  return {
    what: 'refused',
    words: t('The browser has closed the database of this page. What you see is on this page only. Save it to a file now.'),
  };
}

export function unreadable(n: number): Trouble {
  const words = plural(
    'One record could not be read. It is set aside and not lost: the page below saves it as it is.',
    '{n} records could not be read. They are set aside and not lost: the page below saves them as they are.',
    n,
  );
  return { what: 'unreadable', words };
}
