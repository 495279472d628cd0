/** What the line above all rooms says: a bold beginning, and how it goes on. */

import type { Saving } from '../../core/book';
import type { Meta, Shelf } from '../../core/shelf';
import { t } from '../../core/words';
import { daysAgo, sayMoment, sayWhichDay } from '../../core/when';

export interface Said {
  readonly bold: string;
  readonly rest: string;
}

/** Days after which the file is old enough to be named in bold. */
const OLD = 14;

/** Whether it is kept, and since when. Nothing is called saved that a closed page would lose. */
export function keptWords(saving: Saving, kind: Shelf['kind'], waits = false, now: Date = new Date()): Said {
  if (saving.state === 'failed') return { bold: t('Not saved.'), rest: t('Save to a file now.') };
  if (saving.state === 'empty') {
    if (waits) return { bold: '', rest: t('Nothing is kept in this browser yet.') };
    return { bold: '', rest: t('Nothing is kept in this browser yet. Write a first line, or open a file.') };
  }
  if (kind === 'memory') return { bold: t('On this page only.'), rest: t('Save to a file before you close it.') };
  if (saving.state === 'saving') return { bold: t('Saving'), rest: t('in this browser') };
  const rest = saving.at ? sayMoment(saving.at, now) : '';
  return { bold: t('Saved in this browser'), rest };
}

/** Whose machine it is. */
export function deviceWords(device: Meta['device']): string {
  if (device === null) return '';
  return device === 'own' ? t('your own device') : t('a shared device');
}

/** How long ago a file was made of it, and whether that is long ago. */
export function fileWords(backup: string | null, now: Date = new Date()): { words: string; old: boolean } {
  const at = new Date(backup ?? '');
  if (Number.isNaN(at.getTime())) return { words: t('not saved to a file yet'), old: false };
  const words = t('last saved to a file {day}', { day: sayWhichDay(at, now) });
  return { words, old: daysAgo(at, now) > OLD };
}
