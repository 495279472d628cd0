/** The words around the prompt: what changes, what comes next, turns, and what to do when it is late. */

import * as model from './model';
import type { Run } from './model';
import type { Offer } from './offer';
import type { Part } from './plan';
import type { Stage } from './stage';
import { minutesSeconds, sessionLeft, step } from './view';
import { find, put, putBold, type Say } from './words';

export interface Face {
  /** Say once, to those who hear the page, what runs now. */
  entered(run: Run): void;
  paint(run: Run, now: number, offer: Offer | null, sound: boolean): void;
}

export function face(foot: HTMLElement, side: HTMLElement, stage: Stage, say: Say): Face {
  const at = (selector: string): HTMLElement => find(foot, selector);
  const act = (name: string): HTMLElement => at(`[data-act="${name}"]`);

  const together = (part: Part): string => {
    const names = stage.groupings(part.id).map((name) => say(name));
    return names.join(', ') || say('break');
  };

  const changes = (run: Run, now: number): string => {
    const names = stage.groupings(run.parts[run.at]?.id ?? '');
    const { at: index, next } = step(run, names.length, now);
    const here = say(names[index] ?? 'break');
    stage.sign(index);
    if (names.length < 2) return here;
    if (next === null) return say('last', { now: here });
    return say('now', { now: here, next: say(names[index + 1] ?? 'all'), time: next });
  };

  const then = (run: Run): void => {
    const { at: prompt, of } = stage.steps;
    const part = model.rest(run)[0];
    if (!stage.whole && prompt + 1 < of) {
      put(at('[data-then]'), say('thenPrompt', { n: prompt + 2, m: of }));
    } else if (part) {
      const title = stage.title(part.id);
      const values = { title, together: together(part), n: part.minutes };
      putBold(at('[data-then]'), say('then', values), title);
    } else put(at('[data-then]'), say('thenEnd'));
  };

  const turns = (run: Run, now: number): void => {
    const { turns: m = 0, each = 0 } = run.parts[run.at] ?? {};
    const n = run.turn;
    at('[data-turns]').hidden = m === 0;
    if (m === 0) return;
    const ms = model.turnLeft(run, now);
    const left = minutesSeconds(ms);
    const words =
      n === 0
        ? say('turns', { n: m, length: minutesSeconds(each * 1000) })
        : n > m
          ? say('turnsDone', { n: m })
          : say(ms < 0 ? 'turnOver' : 'turn', { n, m, left });
    put(at('[data-turn-words]'), words);
    put(act('turn'), say(n === 0 ? 'turnsBegin' : n < m ? 'turnsNext' : 'turnsLast'));
    act('turn').hidden = n > m;
  };

  const late = (run: Run, found: Offer | null): void => {
    const place = at('[data-offer]');
    place.hidden = found === null;
    if (!found) return;
    const list = found.changes.map(({ part, minutes }) =>
      say(minutes ? 'shorten' : 'drop', { title: stage.title(part.id), n: minutes }),
    );
    const time = model.agreedTime(run, list.length ? found.end : found.kept);
    const values = { n: found.over, time, changes: list.join(', ') };
    put(at('[data-offer-words]'), say(list.length ? 'toEnd' : 'isOver', values));
    act('take').hidden = list.length === 0;
    act('keep').hidden = model.rest(run).length === 0;
    put(act('keep'), say('keep', { time: model.agreedTime(run, found.kept) }));
  };

  const buttons = (run: Run, sound: boolean): void => {
    put(act('pause'), say(run.since === null ? 'goOn' : 'pause'));
    put(act('sound'), say(sound ? 'noSound' : 'sound'));
    put(act('whole'), say(stage.whole ? 'prompt' : 'whole'));
    put(act('fill'), say(document.fullscreenElement ? 'unfill' : 'fill'));
    act('notes').setAttribute('aria-pressed', String(stage.notes));
    const noted = stage.now?.querySelector('.run-notes') ?? null;
    act('notes').toggleAttribute('disabled', noted === null);
    act('back').toggleAttribute('disabled', run.at === 0 && stage.steps.at === 0);
  };

  return {
    entered(run) {
      const part = run.parts[run.at];
      if (!part) return;
      const minutes = say('minutes', { n: part.minutes });
      put(at('[data-said]'), `${stage.title(part.id)}, ${together(part)}, ${minutes}`);
    },
    paint(run, now, found, sound) {
      put(stage.now?.querySelector('[data-changes]') ?? null, changes(run, now));
      then(run);
      turns(run, now);
      late(run, found);
      buttons(run, sound);
      const end = model.agreedTime(run, run.end + Math.max(0, model.over(run, now)));
      put(find(side, '[data-ends]'), say('ends', { title: say('short'), time: end }));
      const left = say('minutes', { n: sessionLeft(run, now) });
      put(find(side, '[data-session]'), say('sessionLeft', { left }));
    },
  };
}
