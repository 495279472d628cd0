/**
 * The notes in a window of their own, for whoever leads. It follows the screen where the browser lets
 * two windows of one page talk; where it does not, the segment is chosen by hand.
 */

import { revive } from './keep';
import { isOver, left, MINUTE, wallTime, type Run } from './model';
import type { Stage } from './stage';
import { figure } from './view';
import { find, put, stamp, type Say } from './words';

export const NOTES = '#notes';

export class Talk {
  readonly #channel: BroadcastChannel | null = channel();

  /** Tell the other windows, now and whenever one asks. */
  tell(run: () => Run | null): () => void {
    const say = (): void => this.#channel?.postMessage({ run: JSON.stringify(run()) });
    this.#channel?.addEventListener('message', ({ data }) => {
      if ((data as { ask?: boolean } | null)?.ask) say();
    });
    return say;
  }

  listen(heard: (text: string) => void): void {
    this.#channel?.addEventListener('message', ({ data }) => {
      const text = (data as { run?: unknown } | null)?.run;
      if (typeof text === 'string') heard(text);
    });
    this.#channel?.postMessage({ ask: true });
  }
}

function channel(): BroadcastChannel | null {
  try {
    return new BroadcastChannel(`peerpress run ${location.pathname}`);
  } catch {
    return null;
  }
}

export function openWindow(): void {
  open(location.href.replace(/#.*$/, '') + NOTES, 'peerpress-notes', 'popup,width=640,height=800');
}

/** Make this window the one with the notes. */
export function notesWindow(stage: Stage, say: Say, talk: Talk): void {
  document.documentElement.classList.add('is-notes');
  const head = stamp<HTMLFormElement>('run_window');
  const select = find<HTMLSelectElement>(head, 'select');
  for (const id of stage.ids.filter((one) => !one.startsWith('split.'))) {
    select.add(new Option(stage.title(id), id));
  }
  stage.list.before(head);
  stage.notes = true;
  select.addEventListener('change', () => stage.show(select.value));
  head.addEventListener('submit', (event) => event.preventDefault());
  stage.show(select.value);
  let run: Run | null = null;
  talk.listen((text) => {
    const before = run?.parts[run.at]?.id;
    run = revive(text, stage.ids, Date.now());
    const id = run?.parts[run.at]?.id;
    if (id !== undefined && id !== before) {
      select.value = id;
      stage.show(id);
    }
  });
  const paint = (): void => {
    if (run && !isOver(run)) clockOf(head, run, Date.now(), say);
    setTimeout(paint, 1000 - (Date.now() % 1000));
  };
  paint();
}

/** How long the part that runs still has. */
export function clockOf(root: HTMLElement, run: Run, now: number, say: Say): void {
  const ms = left(run, now);
  const { n, unit, over } = figure(ms);
  put(root.querySelector('[data-figure]'), say(unit === 's' ? 'seconds' : 'minutes', { n }));
  const values = { n: run.parts[run.at]?.minutes ?? 0, time: wallTime(run, now + ms) };
  const name = run.since === null ? 'paused' : over ? 'over' : 'left';
  put(root.querySelector('[data-of]'), say(name, values));
  root.classList.toggle('is-over', over && ms <= -MINUTE);
}
