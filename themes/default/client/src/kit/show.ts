/** The agenda on the page: its table, its line, and the margins of its segments. */

import { clockTime, elapsed, type Agenda, type Lap, type Timing } from '../clock';
import type { Choice } from './choices';
import { drawing, ticks } from './drawing';
import { all, copyOf, put } from './place';
import { gone, type Gone } from './plan';
import { minutes, people, turns, why, type Words } from './say';
import { steps } from './steps';

const SVG = 'http://www.w3.org/2000/svg';
/** How large a sign is in the line on paper, and where its foot stands above the base. */
const SIGN = 19;
const FOOT = 54.5;

/** What is shown: an agenda, for whom, and in which words. */
export interface Showing {
  readonly pack: Timing;
  readonly agenda: Agenda;
  readonly choice: Choice;
  readonly words: Words;
}

export function show(now: Showing): void {
  const missing = gone(now.pack, now.agenda);
  for (const extra of all('[data-extra]')) extra.remove();
  for (const part of all('[data-lap]')) lap(part, now, missing);
  for (const template of all<HTMLTemplateElement>('template[data-of]')) extras(template, now);
  for (const part of all('[data-total]')) part.textContent = `${now.agenda.minutes}`;
  for (const part of all('[data-people]')) part.textContent = people(now.words, now.choice.people);
  for (const part of all('[data-ending]')) part.textContent = time(now, now.agenda.minutes);
  line(now);
}

/** Show of one segment when it begins and how long it takes; or that it does not take place. */
function lap(part: HTMLElement, now: Showing, missing: Record<string, Gone>): void {
  const id = part.dataset['lap'] ?? '';
  const away = missing[id];
  const found = now.agenda.laps.find((one) => one.id === id);
  part.hidden = away === 'elsewhere' || (away !== undefined && part.localName === 'li');
  part.classList.toggle('gone', away !== undefined);
  times(part, now, found);
  if (part.localName === 'tr') {
    put(part.querySelector('.why'), away && away !== 'elsewhere' ? now.words.gone[away] : '');
  } else {
    put(part.querySelector('.why'), why(now.words, now.agenda, id));
  }
}

function times(part: HTMLElement, now: Showing, found: Lap | undefined): void {
  const bare = part.localName === 'tr';
  const length = found ? (bare ? `${found.minutes}` : minutes(now.words, found.minutes)) : '';
  for (const place of all('[data-offset]', part)) {
    place.textContent = found ? time(now, found.start) : '';
  }
  for (const place of all('[data-min]', part)) place.textContent = length;
  put(part.querySelector('[data-turns]'), found ? turns(now.words, found) : '');
  if (found) steps(part, found.minutes, found.each, (n) => minutes(now.words, n));
  if (part.localName === 'li' && found) part.className = `m${found.minutes}`;
}

/** What no author wrote: the end of the first of two meetings, the beginning of the second. */
function extras(template: HTMLTemplateElement, now: Showing): void {
  const place = document.querySelector(template.dataset['of'] ?? '');
  const { laps } = now.agenda;
  laps.forEach((one, index) => {
    const title = now.words.titles[one.id];
    const part = title === undefined ? null : copyOf(template);
    if (!part || !place || title === undefined) return;
    for (const name of all('[data-title]', part)) name.textContent = title;
    times(part, now, one);
    const next = laps[index + 1]?.id ?? '';
    place.insertBefore(part, place.querySelector(`[data-lap="${next}"], [data-last]`));
  });
}

function line({ pack, agenda }: Showing): void {
  const total = agenda.minutes;
  for (const box of all('.line-box')) box.className = `line-box m${total}`;
  for (const scale of all<SVGElement>('.line-ticks')) {
    scale.setAttribute('viewBox', `0 0 ${total} 1`);
    scale.firstElementChild?.setAttribute('d', ticks(total));
  }
  const segments = new Map(pack.segments.map((segment) => [segment.id, segment]));
  const stretches = agenda.laps.map(({ id, start, minutes: length }) => {
    const segment = segments.get(id);
    const groupings = segment?.kind.includes('break') ? [] : (segment?.grouping ?? ['all']);
    return { start, minutes: length, groupings };
  });
  for (const svg of all<SVGElement>('.line-paper')) draw(svg, drawing(stretches));
}

function draw(svg: SVGElement, { box, edges, tops, signs }: ReturnType<typeof drawing>): void {
  svg.querySelector('svg')?.setAttribute('viewBox', box);
  svg.querySelector('.edges')?.setAttribute('d', edges);
  svg.querySelector('.tops')?.setAttribute('d', tops);
  for (const old of all<SVGElement>(':scope > use', svg)) old.remove();
  for (const { x, height, grouping } of signs) {
    const use = document.createElementNS(SVG, 'use');
    const y = `${FOOT - height * 0.55}`;
    const size = `${SIGN}`;
    const given = { href: `#sign-${grouping}`, x, y, width: size, height: size };
    for (const [name, value] of Object.entries(given)) use.setAttribute(name, value);
    use.setAttribute('transform', 'translate(2 0)');
    svg.append(use);
  }
}

function time({ choice }: Showing, offset: number): string {
  return choice.start ? clockTime(choice.start, offset) : elapsed(offset);
}
