/** Forms of the journal: entries, learning cycles, questions, and what I will do next time. */

import { t } from '../core/words';
import type { Form } from './form';
import { LEVELS, MARKS } from './lists';
import { choice, day, item, line, table, words } from './make';

export const ENTRY: Form = {
  type: 'entry',
  one: t('journal entry'),
  title: 'words',
  fields: [
    day('date', t('Date'), 'private'),
    choice('mark', t('This was'), 'private', { options: MARKS }),
    words('words', t('What happened?'), 'private', { lines: 4 }),
    words('helped', t('What helped?'), 'private'),
    words('feeling', t('What did I feel? You may leave this blank.'), 'private'),
    words('hunch', t('A hunch I cannot prove. You may leave this blank.'), 'private'),
    choice('goal', t('It belongs to the goal'), 'private'),
    choice('pack', t('It belongs to the session'), 'private'),
  ],
};

export const CYCLE: Form = {
  type: 'cycle',
  one: t('learning cycle'),
  title: 'happened',
  fields: [
    day('date', t('Date'), 'private'),
    words('happened', t('What happened, plainly told?'), 'private', { lines: 3 }),
    words('felt', t('What did I feel? You may leave this blank.'), 'private'),
    words('thought', t('What did I think at once?'), 'private', { lines: 2 }),
    words('assumption', t('What did I take for granted?'), 'private', { lines: 2 }),
    table('readings', t('Two other ways to read it'), 'private', {
      columns: [item('reading', t('It could also be that'))],
      lines: 2,
    }),
    words('suggests', t('What does this suggest?'), 'private', { lines: 2 }),
    words('trial', t('My next small trial'), 'partner', { lines: 2 }),
    words('if', t('When this happens …'), 'private'),
    words('then', t('… then I will'), 'private'),
    choice('level', t('What is changing?'), 'private', { options: LEVELS }),
  ],
};

export const QUESTION: Form = {
  type: 'question',
  one: t('question'),
  title: 'words',
  fields: [
    words('words', t('My question'), 'partner'),
    line('from', t('It came while reading'), 'private'),
    day('date', t('Date'), 'private'),
    words('answer', t('What I heard or found'), 'private'),
  ],
};

export const NEXT_TIME: Form = {
  type: 'next-time',
  one: t('something for next time'),
  title: 'words',
  fields: [
    words('words', t('Next time I will'), 'partner'),
    day('date', t('Date'), 'private'),
    choice('pack', t('It came from the session'), 'private'),
    words('came', t('What came of it'), 'private'),
  ],
};
