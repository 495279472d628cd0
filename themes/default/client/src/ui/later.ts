/**
 * What the second script brings: the rooms that a first visit does not begin with, what a plan has of
 * pictures, calendars and messages, and what locks files. Nothing waits for it to open the workbook, to
 * write, or to save to a file.
 */

import { effect, signal } from '@preact/signals';
import type { lock, unlock } from '../core/age';
import { t } from '../core/words';
import type { Checks } from './checks';
import type { Group } from './group';
import type { Nudges } from './plan/goal/nudges';
import type { OverTime } from './plan/goal/over-time';
import type { ToCalendar } from './plan/goal/to-calendar';
import type { Given } from './records/given';
import type { MoreRecords } from './records/more';

export interface Later {
  readonly Checks: typeof Checks;
  readonly Group: typeof Group;
  readonly MoreRecords: typeof MoreRecords;
  readonly Given: typeof Given;
  readonly Nudges: typeof Nudges;
  readonly OverTime: typeof OverTime;
  readonly ToCalendar: typeof ToCalendar;
  readonly lock: typeof lock;
  readonly unlock: typeof unlock;
}

/** What it brought; or that it is on its way, or that it did not come and no longer will. */
export const later = signal<Later | 'coming' | 'missing'>('coming');

/** The second script calls this once, with all that it has. */
export function bring(brought: Later): void {
  later.value = brought;
}

/** Deferred scripts run before the page is called loaded: one that has not run by then never does. */
export function followLater(): void {
  const look = (): void => {
    if (later.peek() === 'coming') later.value = 'missing';
  };
  if (document.readyState === 'complete') look();
  else addEventListener('DOMContentLoaded', look);
}

export class NotHere extends Error {}

/** What it brought, once it is here; a `NotHere` with words to show where it did not come. */
export function whenHere(): Promise<Later> {
  return new Promise((resolve, reject) => {
    const stop = effect(() => {
      const now = later.value;
      if (now === 'coming') return;
      queueMicrotask(() => stop());
      if (now === 'missing') reject(new NotHere(noLocks()));
      else resolve(now);
    });
  });
}

const noLocks = (): string =>
  t('The part of the workbook that locks and unlocks files did not load. Load the page again. Without a passphrase a file is saved all the same.');
