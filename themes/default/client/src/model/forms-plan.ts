/** Forms of the plan: where I am heading, gaps, strengths, needs, and one goal with all that belongs to it. */

import { t } from '../core/words';
import type { Form } from './form';
import {
  ACTIVITIES,
  EVIDENCE,
  FITS,
  GOAL_STATUSES,
  HELP,
  HORIZONS,
  LENSES,
  NEED_LENSES,
  RUNGS,
  STATUSES,
  AFTER_REVIEW,
} from './lists';
import { choice, count, day, item, ladder, line, many, scale, table, words } from './make';

export const VISION: Form = {
  type: 'vision',
  one: t('vision'),
  title: 'mine',
  fields: [
    choice('lens', t('Seen as'), 'private', { options: LENSES }),
    choice('horizon', t('When'), 'private', { options: HORIZONS }),
    line('when', t('At what time?'), 'private'),
    words('mine', t('My picture: what would a visitor see and hear?'), 'private', { lines: 4 }),
    words('organisation', t('The picture of my school or organisation'), 'partner', { lines: 3 }),
    choice('fit', t('Mine and theirs'), 'private', { options: FITS }),
  ],
};

export const GAP: Form = {
  type: 'gap',
  one: t('part of my picture'),
  title: 'part',
  fields: [
    line('part', t('Part of my picture'), 'private'),
    scale('importance', t('Importance'), 'private', { low: 1, high: 5 }),
    scale('now', t('Now'), 'private', { low: 1, high: 10 }),
    scale('wanted', t('Wanted'), 'private', { low: 1, high: 10 }),
    line('evidence', t('What tells me where ‘now’ is'), 'private'),
  ],
};

export const STRENGTH: Form = {
  type: 'strength',
  one: t('strength'),
  title: 'words',
  fields: [line('words', t('Something I can build on'), 'partner')],
};

export const NEED: Form = {
  type: 'need',
  one: t('need'),
  title: 'words',
  fields: [
    choice('lens', t('Whose need?'), 'private', { options: NEED_LENSES }),
    words('words', t('What is needed, and how do I know?'), 'private', { lines: 3 }),
  ],
};

export const GOAL: Form = {
  type: 'goal',
  one: t('goal'),
  title: 'different',
  fields: [
    words('different', t('What will be different?'), 'partner', { lines: 2 }),
    words('who', t('Who will notice, and what?'), 'partner', { lines: 2 }),
    day('by', t('By when?'), 'partner'),
    words('power', t('What part of it is in my hands?'), 'private', { lines: 2 }),
    choice('about', t('This goal is'), 'private', {
      options: [item('professional', t('professional')), item('personal', t('personal'))],
    }),
    line('connects', t('Which goal of ours does it connect to?'), 'partner'),
    words('students', t('What would my students gain?'), 'partner', { help: t('No names.') }),
    line('affected', t('Who else is affected?'), 'partner'),
    words('helps', t('What helps?'), 'private', { lines: 2 }),
    words('hinders', t('What may get in the way?'), 'private', { lines: 2 }),
    words('if', t('When this happens …'), 'private'),
    words('then', t('… then I will'), 'private'),
    table('options', t('At least three ways to go about it'), 'private', {
      columns: [item('way', t('I could'))],
      lines: 3,
    }),
    words('reason', t('The way I choose, and why'), 'private', { lines: 2 }),
    many('help', t('What kind of help do I need?'), 'partner', { options: HELP }),
    line('partner', t('My peer partner'), 'partner'),
    line('encouragement', t('What I would like to hear when it is hard'), 'partner'),
    ladder('ladder', t('Goal ladder: each rung in words'), 'private', { items: RUNGS }),
    choice('status', t('How does this goal stand?'), 'partner', { options: GOAL_STATUSES }),
    scale('weight', t('How much does this goal matter beside my others?'), 'private', {
      low: 1,
      high: 3,
    }),
  ],
};

export const STEP: Form = {
  type: 'step',
  one: t('step'),
  of: 'goal',
  title: 'words',
  fields: [
    line('words', t('Step'), 'partner'),
    day('by', t('By when?'), 'partner'),
    choice('status', t('How is it going?'), 'partner', { options: STATUSES }),
    line('note', t('What came of it, what I learned'), 'partner'),
  ],
};

export const ACTIVITY: Form = {
  type: 'activity',
  one: t('activity'),
  of: 'goal',
  title: 'words',
  fields: [
    choice('kind', t('Kind'), 'partner', { options: ACTIVITIES }),
    line('words', t('What, and with whom?'), 'partner'),
    day('date', t('Date'), 'partner'),
    count('hours', t('Hours planned'), 'partner', { high: 1000, unit: t('hours') }),
    count('spent', t('Hours spent'), 'partner', { high: 1000, unit: t('hours') }),
    line('cost', t('Cost'), 'private'),
    // the four lines of action research
    line('question', t('What do I want to find out?'), 'partner'),
    line('try', t('What will I try?'), 'partner'),
    line('evidence', t('What will I look at?'), 'partner'),
    line('share', t('Whom will I tell?'), 'partner'),
  ],
};

export const PROOF: Form = {
  type: 'evidence',
  one: t('evidence'),
  of: 'goal',
  title: 'words',
  fields: [
    choice('kind', t('Seen, done, said or made?'), 'partner', { options: EVIDENCE }),
    words('words', t('What?'), 'partner'),
    day('date', t('Date'), 'partner'),
  ],
};

export const PROGRESS: Form = {
  type: 'progress',
  one: t('check-in'),
  of: 'goal',
  title: 'words',
  fields: [
    day('date', t('Date'), 'private'),
    scale('sure', t('How sure am I that I will get there?'), 'private', { low: 0, high: 10 }),
    choice('level', t('On my ladder I am at'), 'private', { options: RUNGS }),
    words('words', t('What moved, or did not?'), 'private', { lines: 2 }),
    line('next', t('Next step'), 'partner'),
  ],
};

/** A look back on one of a goal's review dates. */
export const REVIEW: Form = {
  type: 'review',
  one: t('review'),
  of: 'goal',
  title: 'different',
  fields: [
    day('date', t('Date'), 'private'),
    words('different', t('What is different now, and who noticed?'), 'private', { lines: 2 }),
    words('helped', t('What helped, and what did I learn?'), 'private', { lines: 2 }),
    choice('now', t('Keep this goal, change it, or let it go?'), 'private', { options: AFTER_REVIEW }),
  ],
};
