/** The way to a goal: a picture, needs, gaps, strengths; each with one line that says what is there. */

import { plural, t } from '../../core/words';
import { LENSES, NEED_LENSES } from '../../model/forms';
import { beginning } from '../../model/journal';
import { widest } from '../../model/needs';
import { type Rec, says, text } from '../../model/record';
import type { Item } from '../../model/sheet';
import { theBook } from '../book';
import { Row } from '../parts';
import { href } from '../route';

export function Way() {
  return (
    <Row>
      <h2>{t('The way to a goal')}</h2>
      <ol class="growing">
        <Line page="vision" title={t('Where I am heading')} says={vision()} />
        <Line page="needs" title={t('Needs')} says={needs()} />
        <Line page="gaps" title={t('Gap review')} says={gaps()} />
        <Line page="strengths" title={t('Strengths')} says={strengths()} />
      </ol>
    </Row>
  );
}

function Line({ page, title, says: words }: { readonly page: string; readonly title: string; readonly says: string }) {
  return (
    <li class="way">
      <a href={href('plan', page)}>{title}</a> <span class="soft">{words}</span>
    </li>
  );
}

const withWords = (type: string, field: string): readonly Rec[] =>
  theBook()
    .all(type)
    .filter(({ body }) => says(body[field]));

/** Whose they are, in the order of the form. */
function named(recs: readonly Rec[], lenses: readonly Item[]): string {
  const there = lenses.filter(({ id }) => recs.some(({ body }) => body['lens'] === id));
  return there.map(({ label }) => label).join(', ');
}

function vision(): string {
  const recs = withWords('vision', 'mine');
  if (recs.length === 0) return t('A good day, some years from now.');
  return t('Pictures of: {whose}', { whose: named(recs, LENSES) });
}

function needs(): string {
  const recs = withWords('need', 'words');
  if (recs.length === 0) return t('What my students, class, school and community need.');
  return t('Needs of: {whose}', { whose: named(recs, NEED_LENSES) });
}

function gaps(): string {
  const recs = withWords('gap', 'part');
  const first = widest(recs).top[0];
  if (recs.length === 0) return t('Where things are now, and where I want them.');
  if (!first) return plural('{n} part of my picture.', '{n} parts of my picture.', recs.length);
  return t('Widest: {part}', { part: beginning(text(first.rec.body, 'part'), 80) });
}

function strengths(): string {
  const recs = withWords('strength', 'words');
  if (recs.length === 0) return t('What I can build on.');
  return beginning(recs.map(({ body }) => text(body, 'words').trim()).join(', '), 100);
}
