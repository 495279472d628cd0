/** Small things that pages of the plan and the journal share. */

import { t } from '../../core/words';
import { beginning } from '../../model/journal';
import { type Rec, text } from '../../model/record';
import { theBook } from '../book';
import { href } from '../route';

/** Puts a record away; it can be undone. The keyboard goes on at the element that is named. */
export function Delete({
  rec,
  what,
  words,
  then,
}: {
  readonly rec: Rec;
  readonly what: string;
  /** What is said at Undo. */
  readonly words: string;
  readonly then: string;
}) {
  const remove = (): void => {
    theBook().remove(rec.id, words);
    document.getElementById(then)?.focus();
  };
  const label = t('Delete “{what}”', { what: beginning(what, 40) });
  return (
    <button type="button" class="plain-button" aria-label={label} onClick={remove}>
      {t('delete')}
    </button>
  );
}

/** In a field of one line, Enter goes on to the next line of the list. */
export const onEnter =
  (next: () => void) =>
  (event: KeyboardEvent): void => {
    const written = event.target instanceof HTMLTextAreaElement && event.target.value.trim() !== '';
    if (event.key === 'Enter' && written && !event.isComposing) next();
  };

/** Says of a record that it was changed in two places, and where to choose. */
export function Twice({ rec }: { readonly rec: Rec | null }) {
  if (!rec || text(rec.body, 'copy_of') === '') return null;
  return (
    <p class="soft on-screen">
      <a href={href('records', 'twice')}>{t('Kept twice, since it was changed in two places')}</a>
    </p>
  );
}
