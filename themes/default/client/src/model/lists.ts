/** What people choose from, in the field's own words. The ids are what is kept: they never change. */

import { t } from '../core/words';
import { item } from './make';

export const LENSES = [
  item('me', t('Me')),
  item('class', t('My class')),
  item('school', t('My school')),
  item('community', t('My community')),
];
export const HORIZONS = [
  item('two', t('In two years')),
  item('five', t('In five years')),
  item('free', t('At a time I choose')),
];
export const FITS = [
  item('agree', t('They agree')),
  item('pull', t('They pull apart')),
];
export const NEED_LENSES = [
  item('students', t('My students')),
  item('class', t('My class')),
  item('school', t('My school')),
  item('community', t('My community')),
];
/** Statuses of steps and commitments, in the field's words. */
export const STATUSES = [
  item('planned', t('planned')),
  item('started', t('started')),
  item('part-done', t('part done')),
  item('done', t('done')),
  item('changed', t('changed')),
  item('learned', t('did not work: what I learned')),
  item('let-go', t('let go')),
];
/** After these a date asks nothing more. */
export const ENDED: readonly string[] = ['done', 'changed', 'learned', 'let-go'];
export const HELP = [
  item('trainer', t('a trainer, who teaches me what I do not know yet')),
  item('mentor', t('a mentor, who lends me experience over time')),
  item('coach', t('a coach, who asks and does not tell')),
  item('peer', t('a peer, who goes the same way')),
  item('self-study', t('time to study by myself')),
];
export const ACTIVITIES = [
  item('workshop', t('workshop')),
  item('course', t('course')),
  item('mentoring', t('mentoring')),
  item('coaching', t('coaching')),
  item('conference', t('conference')),
  item('self-study', t('self-study')),
  item('action-research', t('action research')),
  item('visit', t('visit to a colleague')),
  item('other', t('something else')),
];
export const EVIDENCE = [
  item('seen', t('seen')),
  item('done', t('done')),
  item('said', t('said')),
  item('made', t('made')),
];
export const MARKS = [
  item('breakthrough', t('a breakthrough')),
  item('setback', t('a setback')),
  item('puzzle', t('a puzzle')),
];
export const RUNGS = [
  item('p2', t('+2, much better than I hoped')),
  item('p1', t('+1, better than I hoped')),
  item('zero', t('0, what I hope for')),
  item('m1', t('−1, where I am now')),
  item('m2', t('−2, worse than now')),
];
/** How a goal stands; nothing chosen is active. */
export const GOAL_STATUSES = [
  item('active', t('active')),
  item('done', t('done')),
  item('changed', t('changed')),
  item('let-go', t('let go')),
];
/** What a review ends with. */
export const AFTER_REVIEW = [
  item('keep', t('keep it')),
  item('change', t('change it')),
  item('let-go', t('let it go')),
];
/** On which level something changes. */
export const LEVELS = [
  item('skill', t('a skill')),
  item('behaviour', t('what I do')),
  item('belief', t('what I believe')),
  item('identity', t('how I see myself')),
];
