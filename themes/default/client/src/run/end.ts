/** When all is over, or stopped: what it really took, and how to go on next time. */

import { copy } from '../page/buttons';
import { write } from '../page/hash';
import { slip, stopped, type Run } from './model';
import { parts, RE_ENTRY } from './plan';
import type { Timing } from '../clock';
import { find, put, stamp, type Say } from './words';

export interface Ended {
  readonly element: HTMLElement;
  readonly slip: string;
  readonly next: string;
}

type Title = (id: string) => string;

export function ended(pack: Timing, run: Run, now: number, say: Say, title: Title): Ended {
  const element = stamp<HTMLElement>('run_end');
  const found = slip(run, now);
  const rows = find<HTMLElement>(element, '[data-slip]');
  const lines = [say('slip', { title: say('short'), version: say('version'), people: run.plan.people })];
  for (const { part, took } of found) {
    const values = { title: title(part.id), planned: part.planned, took: took ?? '–' };
    rows.append(row(values.title, values.planned, values.took));
    lines.push(say(took === null ? 'leftOut' : 'took', values));
  }
  const planned = found.reduce((sum, { part }) => sum + part.planned, 0);
  const took = found.reduce((sum, one) => sum + (one.took ?? 0), 0);
  lines.push(say('inAll', { planned, took }));
  const next = goingOn(element, pack, run, now, say, title);
  return { element, slip: lines.join('\n'), next };
}

function row(title: string, ...values: (string | number)[]): HTMLTableRowElement {
  const made = document.createElement('tr');
  const head = document.createElement('th');
  head.scope = 'row';
  head.textContent = title;
  made.append(head);
  for (const value of values) made.insertCell().textContent = String(value);
  return made;
}

/** The words and the link for next time; empty where all was done. */
function goingOn(
  element: HTMLElement,
  pack: Timing,
  run: Run,
  now: number,
  say: Say,
  title: Title,
): string {
  const at = stopped(run, now);
  if (!at) return '';
  const { people, minutes: length } = run.plan;
  const version = run.plan.version.startsWith('split.') ? 'full' : run.plan.version;
  const from = at.part.id;
  const plan = { people, version, from, minutes: length ?? null };
  const minutes = parts(pack, plan).find((one) => one.id === RE_ENTRY)?.minutes;
  const link = new URL(location.href);
  link.hash = write({ people: String(people), version, minutes: String(length ?? ''), from });
  const words = [
    say('stoppedAt', { title: title(from), n: at.left }),
    say('nextTime', { title: title(from), n: minutes ?? 0 }),
  ].join(' ');
  find<HTMLElement>(element, '[data-stopped]').hidden = false;
  put(find(element, '[data-stopped-words]'), words);
  find<HTMLAnchorElement>(element, '[data-stopped-link]').href = link.href;
  return `${words}\n${link.href}`;
}

/** Copy a text and say so on the button. */
export async function copied(button: HTMLElement, text: string, done: string): Promise<void> {
  if (await copy(text)) put(button, done);
}
