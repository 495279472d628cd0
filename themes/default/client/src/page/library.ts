/** The library's filter: a sentence with blanks. Without it the same lists stand on the page. */

import { isOpen, judge, places, type Pack, type Reason, type Wish } from './filter';
import { keep, read } from './hash';
import { fill } from './words';

const BLANKS = ['people', 'time', 'mode', 'need'] as const;

interface Entry {
  element: HTMLElement;
  pack: Pack;
}

export function library(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-library]');
  const list = document.querySelector<HTMLElement>('[data-packs]');
  if (!form || !list) return;
  const entries = [...list.querySelectorAll<HTMLElement>('[data-pack]')].map(entry);
  const update = (): void => show(form, list, entries);
  form.addEventListener('change', () => {
    keep(Object.fromEntries(BLANKS.map((name) => [name, blank(form, name)?.value ?? ''])));
    update();
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  // a reset changes the fields after its event
  form.addEventListener('reset', () => setTimeout(() => form.dispatchEvent(new Event('change'))));
  addEventListener('hashchange', () => {
    if (recall(form)) update();
  });
  recall(form);
  form.hidden = false;
  update();
}

function entry(element: HTMLElement): Entry {
  const { people = '', minutes = '', shorter = '', modes = '', needs = '' } = element.dataset;
  const [least = 0, most = 0] = people.split('-').map(Number);
  const pack = {
    least,
    most,
    minutes: Number(minutes),
    others: words(shorter).map(Number),
    modes: words(modes),
    needs: words(needs),
  };
  return { element, pack };
}

function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

function blank(form: HTMLFormElement, name: string): HTMLSelectElement | null {
  return form.querySelector<HTMLSelectElement>(`select[name="${name}"]`);
}

/** Set the blanks by the address; false where it says nothing of them. */
function recall(form: HTMLFormElement): boolean {
  const choices = read(location.hash);
  if (!choices) return false;
  for (const name of BLANKS) {
    const select = blank(form, name);
    const value = choices[name] ?? '';
    if (select && [...select.options].some((option) => option.value === value)) {
      select.value = value;
    }
  }
  return true;
}

function wish(form: HTMLFormElement): Wish {
  const value = (name: string): string => blank(form, name)?.value ?? '';
  const number = (name: string): number | null => (value(name) ? Number(value(name)) : null);
  return { people: number('people'), time: number('time'), mode: value('mode'), need: value('need') };
}

function show(form: HTMLFormElement, list: HTMLElement, entries: Entry[]): void {
  const wanted = wish(form);
  const verdicts = entries.map(({ pack }) => judge(pack, wanted));
  const where = places(verdicts);
  const close = document.querySelector<HTMLElement>('[data-close]');
  const nearby = close?.querySelector<HTMLElement>('ul, ol');
  entries.forEach(({ element }, index) => {
    const verdict = verdicts[index];
    const target = where[index] === 'fits' ? list : nearby;
    element.hidden = where[index] === 'away' || !target;
    (target ?? list).append(element);
    const reasons = verdict?.misses.length ? verdict.misses : verdict?.why ? [verdict.why] : [];
    say(element.querySelector<HTMLElement>('[data-why]'), form, reasons);
  });
  const fitting = where.filter((place) => place === 'fits').length;
  if (close) close.hidden = !where.includes('close');
  count(form, fitting, isOpen(wanted));
}

function say(place: HTMLElement | null, form: HTMLFormElement, reasons: Reason[]): void {
  if (!place) return;
  const sentences = reasons.map(({ sentence, values }) => fill(form.dataset[sentence] ?? '', values));
  place.textContent = sentences.join(' ');
  place.hidden = sentences.length === 0;
}

function count(form: HTMLFormElement, fitting: number, open: boolean): void {
  const status = document.querySelector<HTMLElement>('[data-count]');
  if (!status) return;
  const { all, allOne, fits, fitsOne, none } = form.dataset;
  const one = fitting === 1;
  const sentence = open ? (one ? allOne : all) : one ? fitsOne : fitting ? fits : none;
  status.textContent = fill(sentence ?? '', { n: fitting });
}
