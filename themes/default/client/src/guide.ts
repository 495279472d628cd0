/**
 * The print kit of a guide: the clock of the session for the people and the time there are, and what to
 * copy. What is chosen stays in the address, so that a colleague can be sent the same sheet, and the
 * handout comes out the same. It sends nothing, keeps nothing, and writes text only. Without it the
 * guide is the full version, unclocked.
 */

import type { Timing } from './clock';
import { choose, fields, isHalf, told, type Choice, type Limits } from './kit/choices';
import { enter, entered, isUnfinished, limits } from './kit/form';
import { handout } from './kit/handout';
import { paper } from './kit/paper';
import { all, copyOf, list, put } from './kit/place';
import { plan } from './kit/plan';
import { end, said, type Said, type Words } from './kit/say';
import { documents, table } from './kit/sheets';
import { show } from './kit/show';
import { keep, read, write } from './page/hash';
import { fill } from './page/words';

interface Kit {
  readonly form: HTMLFormElement;
  readonly pack: Timing;
  readonly words: Words;
  readonly known: Limits;
}

const form = document.querySelector<HTMLFormElement>('form[data-kit]');
if (form) begin(form);
const place = document.querySelector<HTMLElement>('[data-handout]');
if (place) handout(place);

function begin(form: HTMLFormElement): void {
  const { timing = '', words = '' } = form.dataset;
  const kit: Kit = {
    form,
    pack: JSON.parse(timing) as Timing,
    words: JSON.parse(words) as Words,
    known: limits(form),
  };
  const links = document.querySelector('[data-documents]');
  if (links) form.append(links);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', ({ target }) => {
    if (!isUnfinished(target)) update(kit, choose(entered(form), kit.known));
  });
  form.addEventListener('change', () => settle(kit, choose(entered(form), kit.known)));
  addEventListener('hashchange', () => recall(kit));
  recall(kit, {});
  form.hidden = false;
  // the foot is measured, which needs its letters
  void document.fonts.ready.then(() => update(kit, choose(entered(form), kit.known)));
}

/** Take what the address says; a link to a place on the page says nothing. */
function recall(kit: Kit, otherwise: Record<string, string> | null = null): void {
  const given = read(location.hash) ?? otherwise;
  if (!given) return;
  const choice = choose(given, kit.known);
  enter(kit.form, fields(choice));
  update(kit, choice);
}

/** Take what was entered: the fields then say it as it was understood, and the address too. */
function settle(kit: Kit, choice: Choice): void {
  enter(kit.form, fields(choice));
  keep(told(choice, kit.known));
  update(kit, choice);
}

function update({ form, pack, words, known }: Kit, choice: Choice): void {
  const agenda = plan(pack, choice);
  const found = said(words, agenda, choice);
  show({ pack, agenda, choice, words });
  table(form, choice, words);
  documents(choice);
  ends(form.querySelector('[data-end]'), end(agenda, choice));
  tell(form, found);
  for (const field of all<HTMLInputElement>('#minutes', form)) {
    field.disabled = isHalf(choice.version); // each of two meetings has its own
  }
  bring(words, choice, known.best);
  where(choice.where);
  paper(form, words, choice, choice.guide);
  thisTime(found);
  links(form, choice, known);
}

/** What is chosen goes along to the handout, in each of its letters, and to run mode. */
function links(form: HTMLElement, choice: Choice, known: Limits): void {
  for (const link of all('a[data-along]', form)) {
    const [page = ''] = (link.getAttribute('href') ?? '').split('#');
    const large = link.dataset['along'] === 'large';
    link.setAttribute('href', page + write({ ...told(choice, known), handout: large ? 'large' : '' }));
    link.hidden = large && choice.large === 0;
  }
}

function ends(place: HTMLElement | null, at: string): void {
  put(place, at);
  if (place?.parentElement) place.parentElement.hidden = at === '';
}

function tell(form: HTMLFormElement, { head, misfit, reasons }: Said): void {
  put(form.querySelector('[data-misfit]'), misfit);
  put(form.querySelector('[data-says]'), head);
  const place = form.querySelector('[data-reasons]');
  const before = place && all('li', place).map((item) => item.textContent);
  // said again only where it is another thing
  if (place && before?.join('\n') !== reasons.join('\n')) list(place, reasons);
}

/** The counts that an author wrote are for one number of people. */
function bring(words: Words, choice: Choice, best: number): void {
  for (const heading of all('[data-bring]')) {
    const written = heading.dataset['bring'] === 'written' && choice.people !== best;
    const n = written ? best : choice.people;
    heading.textContent = fill(words.say[written ? 'bring-written' : 'bring'], { n });
  }
}

/** Of the notes on ways of meeting, only those for this one. */
function where(mode: string): void {
  document.documentElement.dataset['where'] = mode;
  for (const note of all('.note.mode')) note.hidden = !note.classList.contains(mode);
  for (const box of all('.modes, .other-ways, .other-ways > div')) {
    const isAny = box.querySelector('.note.mode:not([hidden])') !== null;
    box.hidden = box.classList.contains('other-ways') || !isAny;
  }
}

/** On paper, what is different this time stands in the place of what could be. */
function thisTime({ misfit, reasons }: Said): void {
  const template = document.querySelector<HTMLTemplateElement>('template[data-this-time]');
  for (const old of all('[data-now]')) old.remove();
  for (const usual of all('[data-usual]')) usual.classList.toggle('on-screen', reasons.length > 0);
  const section = template && reasons.length ? copyOf(template) : null;
  const place = section?.querySelector('ul');
  if (!section || !place) return;
  list(place, misfit ? [misfit, ...reasons] : reasons);
  template?.before(section);
}
