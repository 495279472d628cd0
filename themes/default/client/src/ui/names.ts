/** The rooms as words. */

import { t } from '../core/words';

export const NAMES = {
  plan: t('Plan'),
  journal: t('Journal'),
  checks: t('Self-checks'),
  group: t('Group'),
  records: t('Records'),
} as const;

export type RoomName = keyof typeof NAMES;

export const isRoom = (name: string): name is RoomName => Object.hasOwn(NAMES, name);
