/**
 * The library's filter: a sentence with blanks, and three packs to begin with. What was chosen is kept in
 * the address. Without it the same lists stand on the page.
 */

import { isOpen, type Wish } from './filter';
import { keep, read, type Choices } from './hash';
import { shelf, type Shelf } from './shelf';

const BLANKS = ['need', 'people', 'time', 'mode'] as const;
const EVERY = [...BLANKS, 'trust'];
const IN_ALL = /^all-(\d+)$/;

export function library(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-library]');
  const shown = form && shelf(form);
  if (!form || !shown) return;
  const lists = choosable();
  const update = (): void => tell(form, shown);
  const begin = (choices: Choices): void => {
    set(form, choices);
    update();
  };
  form.addEventListener('change', () => {
    keep(Object.fromEntries(EVERY.map((name) => [name, value(form, name)])));
    update();
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => {
    // a reset changes the fields after its event, and its button is gone when all is shown
    setTimeout(() => {
      form.dispatchEvent(new Event('change'));
      blank(form, 'need')?.focus();
    });
  });
  for (const link of document.querySelectorAll<HTMLElement>('a[data-level]')) {
    // a level of trust is a part of the whole list
    link.addEventListener('click', () => {
      if (isOpen(wish(form))) return;
      set(form, {});
      form.dispatchEvent(new Event('change'));
    });
  }
  addEventListener('hashchange', () => {
    const choices = chosen(lists);
    if (!choices) return;
    begin(choices);
    if (document.activeElement?.matches('a[data-choice]')) shown.count.focus();
  });
  form.hidden = false;
  begin(chosen(lists) ?? {});
}

/** Let the lists beside the packs choose; those that no choice gives go. By the place of each. */
function choosable(): Map<string, string> {
  const lists = new Map<string, string>();
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.lists a[href^="#"]')) {
    const choice = link.dataset['choice'];
    if (choice) {
      lists.set(link.hash, choice);
      link.hash = choice;
    } else if (!link.matches('[data-level]') && link.parentElement) {
      link.parentElement.hidden = true;
    }
  }
  return lists;
}

/** What the address chooses, by itself or by the place of a list; null where it does neither. */
function chosen(lists: Map<string, string>): Choices | null {
  return read(lists.get(location.hash) ?? location.hash);
}

function blank(form: HTMLFormElement, name: string): HTMLSelectElement | null {
  return form.querySelector<HTMLSelectElement>(`select[name="${name}"]`);
}

function box(form: HTMLFormElement): HTMLInputElement | null {
  return form.querySelector<HTMLInputElement>('input[name="trust"]');
}

function value(form: HTMLFormElement, name: string): string {
  if (name === 'trust') return box(form)?.checked ? '1' : '';
  return blank(form, name)?.value ?? '';
}

/** Fill in the blanks; what is not named, or not to be had, is left open. */
function set(form: HTMLFormElement, choices: Choices): void {
  for (const name of BLANKS) {
    const select = blank(form, name);
    const wanted = choices[name] ?? '';
    if (select) select.value = [...select.options].some((one) => one.value === wanted) ? wanted : '';
  }
  const anywhere = box(form);
  if (anywhere) anywhere.checked = choices['trust'] === '1';
}

function wish(form: HTMLFormElement): Wish {
  const time = value(form, 'time');
  const all = IN_ALL.exec(time)?.[1];
  return {
    people: number(value(form, 'people')),
    time: all === undefined ? number(time) : null,
    inAll: number(all ?? ''),
    mode: value(form, 'mode'),
    need: value(form, 'need'),
    anywhere: value(form, 'trust') === '1',
  };
}

function number(text: string): number | null {
  return text === '' ? null : Number(text);
}

function tell(form: HTMLFormElement, shown: Shelf): void {
  const words = (name: string): string => blank(form, name)?.selectedOptions[0]?.text ?? '';
  const wanted = wish(form);
  shown.show(wanted, { need: words('need'), mode: words('mode'), people: wanted.people ?? '' });
  const paper = document.querySelector<HTMLElement>('[data-said]');
  if (paper) paper.textContent = isOpen(wanted) ? '' : said(form);
}

/** The sentence as it was filled in, for paper. */
function said(form: HTMLFormElement): string {
  const parts = form.querySelector('[data-sentence]')?.childNodes ?? [];
  const words = [...parts].map((part) => {
    if (part instanceof HTMLSelectElement) return part.selectedOptions[0]?.text ?? '';
    return part instanceof Text ? part.data : '';
  });
  return words.join('').trim();
}
