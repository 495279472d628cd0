/** The packs of the library on their page: read from it, put into lists, each with its reasons. */

import { distance, isOpen, judge, places, type Pack, type Reason, type Verdict, type Wish } from './filter';
import { path, type Step } from './path';
import { fill } from './words';

export type Words = Record<string, string | number>;

export interface Shelf {
  /** Where the count is said. */
  count: HTMLElement;
  /** Show what a wish gives; the words are those of the choices. */
  show: (wish: Wish, words: Words) => void;
}

interface Entry {
  element: HTMLElement;
  /** The list in which it stands while nothing is chosen. */
  home: HTMLElement;
  pack: Pack;
}

const LISTS = ['steps', 'rest', 'close'] as const;
/** What is worth saying of a pack that is not among the first; the rest is the same for all. */
const DIFFERS = ['alsoFor', 'spare', 'short', 'inAll'];

export function shelf(form: HTMLFormElement): Shelf | null {
  const count = document.querySelector<HTMLElement>('[data-count]');
  if (!count) return null;
  const entries = [...document.querySelectorAll<HTMLElement>('[data-pack]')].map(entry);
  return { count, show: (wish, words) => show(form, count, entries, wish, words) };
}

function entry(element: HTMLElement): Entry {
  const said = (name: string): string => element.dataset[name] ?? '';
  const list = (name: string): string[] => said(name).split(/\s+/).filter((word) => word !== '');
  const [least = 0, most = 0] = said('people').split('-').map(Number);
  const pack = {
    id: said('pack'),
    least,
    most,
    minutes: Number(said('minutes')),
    others: list('shorter').map(Number),
    inAll: Number(said('inAll')),
    trust: Number(said('trust')),
    modes: list('modes'),
    changed: list('changed'),
    needs: list('needs'),
    after: list('after'),
  };
  return { element, home: element.parentElement ?? element, pack };
}

function show(
  form: HTMLFormElement,
  status: HTMLElement,
  entries: Entry[],
  wish: Wish,
  words: Words,
): void {
  const open = isOpen(wish);
  const packs = entries.map(({ pack }) => pack);
  const verdicts = packs.map((pack) => judge(pack, wish));
  const where = places(verdicts);
  const steps = open ? [] : path(packs, verdicts, wish);
  const ahead = steps.map(({ index }) => index);
  const far = (verdict?: Verdict): number => (verdict ? distance(verdict) : 0);
  const order = [...entries.keys()].sort((a, b) => far(verdicts[a]) - far(verdicts[b]));
  for (const index of [...ahead, ...order.filter((one) => !ahead.includes(one))]) {
    const one = entries[index];
    const verdict = verdicts[index];
    if (!one || !verdict) continue;
    const step = steps.find((step) => step.index === index);
    const name = step ? 'steps' : where[index] === 'fits' ? 'rest' : 'close';
    const list = open ? one.home : (part(name)?.querySelector<HTMLElement>('ul, ol') ?? one.home);
    list.append(one.element);
    one.element.hidden = !open && !step && where[index] === 'away';
    const reasons = open ? [] : step ? why(one.pack, step, entries, wish) : brief(verdict);
    say(form, one.element, reasons, words, step !== undefined && index === ahead[0]);
  }
  headings(form, steps.length, open);
  const fitting = where.filter((place) => place === 'fits').length;
  tell(form, status, fitting, open, ahead.some((index) => where[index] !== 'fits'));
}

function part(name: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`section[data-${name}]`);
}

/** Why a pack is among the first: what leans on it, then what was chosen. */
function why(pack: Pack, step: Step, entries: Entry[], wish: Wish): Reason[] {
  const answers = judge(pack, wish).misses.length === 0;
  const { fits } = judge(pack, answers ? wish : { ...wish, need: '' });
  if (step.before === null) return fits;
  const title = entries[step.before]?.element.dataset['short'] ?? '';
  return [{ sentence: 'first', values: { title } }, ...fits];
}

function brief(verdict: Verdict): Reason[] {
  if (verdict.misses.length > 0) return verdict.misses;
  return verdict.fits.filter(({ sentence }) => DIFFERS.includes(sentence));
}

function say(
  form: HTMLFormElement,
  element: HTMLElement,
  reasons: Reason[],
  words: Words,
  begins: boolean,
): void {
  const place = element.querySelector<HTMLElement>('[data-why]');
  if (!place) return;
  const own = element.dataset as Words;
  const sentences = reasons.map(({ sentence, values }) =>
    fill(form.dataset[sentence] ?? '', { ...own, ...words, ...values }),
  );
  place.replaceChildren(...(begins ? [mark(form)] : []), sentences.join(' '));
  place.hidden = sentences.length === 0;
}

function mark(form: HTMLFormElement): HTMLElement {
  const span = document.createElement('span');
  span.className = 'mark';
  span.textContent = form.dataset['begin'] ?? '';
  return span;
}

function headings(form: HTMLFormElement, steps: number, open: boolean): void {
  const levels = document.querySelector<HTMLElement>('[data-levels]');
  if (levels) levels.hidden = !open;
  // the sentence does all that these lists are for
  const shelves = document.querySelector<HTMLElement>('[data-shelves]');
  if (shelves) shelves.hidden = true;
  for (const name of LISTS) {
    const section = part(name);
    if (section) section.hidden = section.querySelector('[data-pack]:not([hidden])') === null;
    const words = name === 'close' ? undefined : form.dataset[name === 'steps' ? `steps${steps}` : name];
    const heading = section?.querySelector('h2');
    if (heading && words !== undefined) heading.textContent = words;
  }
}

/** Say how many fit; only when it has changed, so that it is not read out for nothing. */
function tell(
  form: HTMLFormElement,
  status: HTMLElement,
  fitting: number,
  open: boolean,
  led: boolean,
): void {
  const name = open ? 'all' : fitting === 0 ? 'none' : led ? 'led' : 'fit';
  const one = fitting === 1 && name !== 'none' ? `${name}One` : name;
  const words = fill(form.dataset[one] ?? '', { n: fitting });
  if (status.textContent !== words) status.textContent = words;
  status.classList.toggle('hush', open);
  const all = document.querySelector<HTMLElement>('button[data-all]');
  if (all) all.hidden = open;
}
