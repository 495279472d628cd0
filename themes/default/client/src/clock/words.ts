/**
 * The sentences that explain a change of time, in English. A page has them in its own language, by
 * the same keys: it fills in {title}, {before} and {after} in minutes, {difference}, {people}.
 */

export const MESSAGES = {
  change: '{title} takes {after} minutes instead of {before}: saves {difference}.',
  'change-one': '{title} takes 1 minute instead of {before}: saves {difference}.',
  'change-longer': '{title} takes {after} minutes instead of {before}: longer by {difference}.',
  'change-prepare':
    '{title} takes {after} minutes instead of {before}, ' +
    'and the rest is done before the session: saves {difference}.',
  'change-prepare-one':
    '{title} takes 1 minute instead of {before}, ' +
    'and the rest is done before the session: saves {difference}.',
  'change-follow-up':
    '{title} takes {after} minutes instead of {before}, ' +
    'and the rest is done after the session: saves {difference}.',
  'change-follow-up-one':
    '{title} takes 1 minute instead of {before}, ' +
    'and the rest is done after the session: saves {difference}.',
  'leave-out': '{title} is left out: saves {difference}.',
  prepare: '{title} is done before the session: saves {difference}.',
  'follow-up': '{title} is done after the session: saves {difference}.',
  people:
    'For a group of {people}, {title} takes {after} minutes instead of {before}: ' +
    'saves {difference}.',
  'people-one':
    'For a group of {people}, {title} takes 1 minute instead of {before}: saves {difference}.',
  'people-longer':
    'For a group of {people}, {title} takes {after} minutes instead of {before}: ' +
    'longer by {difference}.',
  shorten: '{title} takes {after} minutes instead of {before}: saves {difference}.',
  'shorten-one': '{title} takes 1 minute instead of {before}: saves {difference}.',
  lengthen: '{title} takes {after} minutes instead of {before}: longer by {difference}.',
  drop: '{title} is dropped to end on time: saves {difference}.',
  early: 'The session ends {difference} minutes early.',
  'early-one': 'The session ends 1 minute early.',
  over:
    'The session takes {after} minutes at the shortest: ' +
    'longer by {difference} than the {before} there are.',
} as const;

export type Key = keyof typeof MESSAGES;
/** What was done: a key without what it counts. */
export type NoteKind = Exclude<Key, `${string}-longer` | `${string}-one`>;

/** The key of the sentence for a step from `before` to `after` minutes. */
export function key(kind: NoteKind, before: number, after: number): Key {
  const longer = `${kind}-longer`;
  if (after > before && isKey(longer)) return longer;
  const one = `${kind}-one`;
  const counted = kind === 'early' ? before - after : after;
  return counted === 1 && isKey(one) ? one : kind;
}

function isKey(name: string): name is Key {
  return name in MESSAGES;
}
