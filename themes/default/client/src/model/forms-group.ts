/** Forms of the group: what we promise each other, who we are, what we need and can give. */

import { t } from '../core/words';
import type { Form } from './form';
import { choice, day, item, line, many, table, words } from './make';

export const AGREEMENT: Form = {
  type: 'agreement',
  one: t('working agreement'),
  title: 'purpose',
  fields: [
    words('purpose', t('What are we here for?'), 'group', { lines: 2 }),
    many('relation', t('Between us there are'), 'group', {
      options: [
        item('peers', t('colleagues on the same footing')),
        item('internal', t('people of our school in other roles')),
        item('external', t('people from outside')),
        item('manager', t('a manager and people they manage')),
      ],
    }),
    words('confidence', t('What stays between us, and what are the limits of that?'), 'group', {
      lines: 3,
      help: t('If somebody is at risk, what is said cannot stay here. Say who would be told.'),
    }),
    words('airtime', t('How does everyone come to speak?'), 'group', { lines: 2 }),
    words('time', t('Time, lateness and absence'), 'group', { lines: 2 }),
    words('advice', t('When is advice welcome?'), 'group', { lines: 2 }),
    line('channel', t('Between sessions we write or speak by'), 'group'),
    line('fallback', t('When that does not work'), 'group'),
    line('reply', t('We answer within'), 'group'),
    line('quiet', t('Quiet hours'), 'group'),
    line('urgent', t('Urgent means'), 'group'),
    words('technology', t('Technology and notes: what is recorded, and what is not'), 'group', {
      lines: 2,
    }),
    words('appraisal', t('What is said and written here never serves appraisal. We see to it by'), 'group', {
      lines: 2,
    }),
    line('mentor', t('When we say mentor, we mean'), 'group'),
    words('ending', t('Leaving, and ending, without giving a reason'), 'group', { lines: 2 }),
    day('renew', t('We look at this again on'), 'group'),
  ],
};

export const MEMBER: Form = {
  type: 'member',
  one: t('member'),
  title: 'name',
  fields: [
    line('name', t('Name'), 'group'),
    day('since', t('From'), 'group'),
    day('until', t('Until'), 'group'),
    line('reach', t('Mail or phone, if they wish'), 'private'),
  ],
};

/** What I need and what I can give; a partner's is kept beside mine. */
export const OFFER: Form = {
  type: 'offer',
  one: t('needs and offers'),
  title: 'name',
  fields: [
    line('name', t('Name'), 'partner'),
    table('needs', t('I would like help with'), 'partner', {
      columns: [item('what', t('Need'))],
      lines: 3,
    }),
    table('offers', t('I could help with'), 'partner', {
      columns: [item('what', t('Offer'))],
      lines: 3,
    }),
    many('times', t('Times that suit me'), 'partner', {
      options: [
        item('before', t('before school')),
        item('lunch', t('at lunch')),
        item('after', t('after school')),
        item('evening', t('in the evening')),
        item('weekend', t('at the weekend')),
      ],
    }),
    many('channels', t('How we could meet'), 'partner', {
      options: [
        item('room', t('in person')),
        item('video', t('video')),
        item('phone', t('phone')),
        item('messages', t('messages')),
      ],
    }),
    line('languages', t('Languages'), 'partner', { help: t('With commas between them.') }),
    choice('pace', t('Pace that suits me'), 'partner', {
      options: [item('slow', t('slow and thorough')), item('quick', t('quick and often'))],
    }),
    choice('direct', t('How direct I like it'), 'partner', {
      options: [item('plain', t('plain words')), item('gentle', t('gentle questions'))],
    }),
    choice('above', t('Does one of us manage or appraise the other?'), 'partner', {
      options: [item('no', t('no')), item('yes', t('yes'))],
    }),
    choice('decision', t('My answer, after a first talk'), 'private', {
      options: [item('yes', t('yes')), item('not-now', t('not now')), item('no', t('no'))],
      help: t('You never need to give a reason. This line is not shared.'),
    }),
  ],
};
