/**
 * A handout as the kit of its guide was set: the address says what was chosen. It shows the minutes, and
 * the times where the start is known; what does not take place is not there, and what is done at home
 * says so. On paper it comes on the chosen paper, in the letters asked for.
 */

import { clockTime, type Agenda, type Timing } from '../clock';
import { read, write } from '../page/hash';
import { choose, FIRST, told, type Choice, type Limits } from './choices';
import { limits } from './form';
import { paper } from './paper';
import { all, put } from './place';
import { gone, plan, type Gone } from './plan';
import { end, minutes, said, type Words } from './say';

/** What is said above a handout; the rest of a choice is seen. */
const SHOWN = ['people', 'start', 'version', 'minutes'] as const;

export function handout(place: HTMLElement): void {
  const { timing = '', words: sentences = '' } = place.dataset;
  const pack = JSON.parse(timing) as Timing;
  const words = JSON.parse(sentences) as Words;
  const known = limits(place);
  const update = (): void => {
    const given = read(location.hash);
    if (!given && location.hash) return; // a link to a place on the page takes no choice back
    const choice = choose(given ?? {}, known);
    const agenda = plan(pack, choice);
    segments(pack, agenda, choice, words);
    head(place, agenda, choice, words, known);
    paper(place, words, choice, choice.handout);
  };
  addEventListener('hashchange', update);
  update();
  place.hidden = false;
  // the foot is measured, which needs its letters
  void document.fonts.ready.then(update);
}

function segments(pack: Timing, agenda: Agenda, choice: Choice, words: Words): void {
  const missing = gone(pack, agenda);
  for (const part of all('[data-lap]')) {
    const id = part.dataset['lap'] ?? '';
    const away = missing[id];
    const lap = agenda.laps.find((one) => one.id === id);
    part.hidden = away === 'out' || away === 'elsewhere';
    put(part.querySelector('[data-min]'), lap ? minutes(words, lap.minutes) : elsewhere(words, away));
    const time = lap && choice.start ? clockTime(choice.start, lap.start) : '';
    put(part.querySelector('[data-when]'), time);
  }
  // what is done between sessions comes after the last of two meetings
  for (const part of all('[data-afterwards]')) part.hidden = choice.version === FIRST;
}

function elsewhere(words: Words, away: Gone | undefined): string {
  return away === undefined || away === 'elsewhere' ? '' : words.gone[away];
}

function head(place: HTMLElement, agenda: Agenda, choice: Choice, words: Words, known: Limits): void {
  const mine = told(choice, known);
  const large = choice.handout === 'large';
  const isChosen = SHOWN.some((name) => mine[name] !== '');
  for (const total of all('[data-total]')) total.textContent = `${agenda.minutes}`;
  put(document.querySelector('[data-ends]'), choice.start && `${choice.start}–${end(agenda, choice)}`);
  put(place.querySelector('[data-says]'), isChosen ? said(words, agenda, choice).head : '');
  for (const link of all('[data-letters-of]', place)) {
    const letters = link.dataset['lettersOf'];
    link.hidden = (letters === 'large') === large;
    const other = write({ ...mine, handout: letters === 'large' ? 'large' : '' });
    link.setAttribute('href', other || '#');
  }
  for (const link of all('[data-as-written]', place)) link.hidden = !isChosen;
}
