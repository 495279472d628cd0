/**
 * Forms of what the page writes for a group: dates and their leads, rounds of pairs, who has what.
 * Rows name members twice: by id, which the page reads, and in words, which are what a copy says.
 */

import { t } from '../core/words';
import type { Form } from './form';
import { choice, count, day, item, line, many, table } from './make';

export const SCHEDULE: Form = {
  type: 'schedule',
  one: t('dates of the group'),
  title: 'title',
  fields: [
    line('title', t('What the meetings are called'), 'group'),
    day('start', t('First meeting'), 'group'),
    line('time', t('Time'), 'group'),
    count('minutes', t('It lasts'), 'group', { low: 5, high: 600, unit: t('minutes') }),
    count('weeks', t('We meet every'), 'group', { low: 1, high: 26, unit: t('weeks') }),
    count('count', t('In all'), 'group', { low: 1, high: 60, unit: t('meetings') }),
    line('zone', t('Time zone'), 'group'),
    line('place', t('Place or link'), 'group'),
    table('holidays', t('Holidays: no meetings'), 'group', {
      columns: [item('from', t('From'), { kind: 'date' }), item('to', t('Until'), { kind: 'date' })],
    }),
    many('alarms', t('Remind us'), 'group', {
      options: [
        item('2880', t('two days before')),
        item('1440', t('one day before')),
        item('60', t('one hour before')),
      ],
    }),
    table('meetings', t('Meetings'), 'group', {
      columns: [
        item('date', t('Date'), { kind: 'date' }),
        item('time', t('Time')),
        item('who', t('Leads')),
        item('place', t('Place or link')),
        item('note', t('Note')),
      ],
    }),
  ],
};

export const ROTATION: Form = {
  type: 'rotation',
  one: t('pairs and trios'),
  title: 'size',
  fields: [
    choice('size', t('We work in'), 'group', {
      options: [item('2', t('pairs')), item('3', t('trios'))],
    }),
    choice('odd', t('Whoever is left over'), 'group', {
      options: [item('join', t('joins others')), item('rest', t('has that round off, in turn'))],
    }),
    table('rounds', t('Rounds'), 'group', { columns: [item('said', t('Together'))] }),
  ],
};

/** What a member has, ticked; never what is in it. */
export const READINESS: Form = {
  type: 'readiness',
  one: t('what a member has'),
  of: 'member',
  title: 'has',
  fields: [
    many('has', t('Has'), 'group', {
      options: [
        item('agreement', t('agreement')),
        item('goal', t('goal')),
        item('plan', t('plan')),
        item('partner', t('partner')),
      ],
    }),
  ],
};
