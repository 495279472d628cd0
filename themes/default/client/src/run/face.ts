/** The words around the prompt: what changes, what comes next, turns, and what to do when it is late. */

import { steps } from '../kit/steps';
import * as model from './model';
import type { Run } from './model';
import type { Offer } from './offer';
import type { Part } from './plan';
import { Settle } from './settle';
import type { Stage } from './stage';
import { minutesSeconds, sessionLeft, step } from './view';
import { find, put, putBold, type Say } from './words';

export class Face {
  readonly #foot: HTMLElement;
  readonly #side: HTMLElement;
  readonly #stage: Stage;
  readonly #say: Say;
  readonly #settle: Settle;

  constructor(foot: HTMLElement, side: HTMLElement, stage: Stage, say: Say) {
    this.#foot = foot;
    this.#side = side;
    this.#stage = stage;
    this.#say = say;
    this.#settle = new Settle(foot, (id) => stage.title(id), say);
  }

  /** Say once, to those who hear the page, what runs now. */
  entered(run: Run): void {
    const part = run.parts[run.at];
    if (!part) return;
    const minutes = this.#say('minutes', { n: part.minutes });
    const said = [this.#stage.title(part.id), this.#together(part), minutes];
    put(this.#at('[data-said]'), said.join(', '));
  }

  paint(run: Run, now: number, offer: Offer | null, sound: boolean): void {
    const place = this.#stage.now?.querySelector('[data-changes]') ?? null;
    put(place, this.#changes(run, now));
    this.#then(run);
    this.#turns(run, now);
    this.#settle.paint(run, offer);
    this.#steps(run);
    this.#buttons(run, sound);
    this.#session(run, now);
  }

  #at(selector: string): HTMLElement {
    return find(this.#foot, selector);
  }

  #act(name: string): HTMLElement {
    return this.#at(`[data-act="${name}"]`);
  }

  #together(part: Part): string {
    const names = this.#stage.groupings(part.id).map((name) => this.#say(name));
    return names.join(', ') || this.#say('break');
  }

  #changes(run: Run, now: number): string {
    const say = this.#say;
    const names = this.#stage.groupings(run.parts[run.at]?.id ?? '');
    const { at: index, next } = step(run, names.length, now);
    const here = say(names[index] ?? 'break');
    this.#stage.sign(index);
    if (names.length < 2) return here;
    if (next === null) return say('last', { now: here });
    return say('now', { now: here, next: say(names[index + 1] ?? 'all'), time: next });
  }

  #then(run: Run): void {
    const { at: prompt, of } = this.#stage.steps;
    const place = this.#at('[data-then]');
    const part = model.rest(run)[0];
    if (!this.#stage.whole && prompt + 1 < of) {
      put(place, this.#say('thenPrompt', { n: prompt + 2, m: of }));
    } else if (part) {
      const title = this.#stage.title(part.id);
      const values = { title, together: this.#together(part), n: part.minutes };
      putBold(place, this.#say('then', values), title);
    } else put(place, this.#say('thenEnd'));
  }

  #turns(run: Run, now: number): void {
    const { turns: m = 0, each = 0 } = run.parts[run.at] ?? {};
    const { turn: n } = run;
    const say = this.#say;
    this.#at('[data-turns]').hidden = m === 0;
    if (m === 0) return;
    const ms = model.turnLeft(run, now);
    const left = minutesSeconds(ms);
    const words =
      n === 0
        ? say('turns', { n: m, length: minutesSeconds(each * 1000) })
        : n > m
          ? say('turnsDone', { n: m })
          : say(ms < 0 ? 'turnOver' : 'turn', { n, m, left });
    put(this.#at('[data-turn-words]'), words);
    put(this.#act('turn'), say(n === 0 ? 'turnsBegin' : n < m ? 'turnsNext' : 'turnsLast'));
    this.#act('turn').hidden = n > m;
  }

  /** The steps in the notes of a segment that takes another time than was written. */
  #steps({ parts, at }: Run): void {
    const part = parts[at];
    if (!this.#stage.now || !part) return;
    const each = part.turns ? part.each : 0;
    steps(this.#stage.now, part.minutes, each, (n) => this.#say('minutes', { n }));
  }

  #buttons(run: Run, sound: boolean): void {
    const stage = this.#stage;
    const label = (name: string, words: string): void => put(this.#act(name), this.#say(words));
    label('pause', run.since === null ? 'goOn' : 'pause');
    label('sound', sound ? 'noSound' : 'sound');
    label('whole', stage.whole ? 'prompt' : 'whole');
    label('fill', document.fullscreenElement ? 'unfill' : 'fill');
    this.#act('notes').setAttribute('aria-pressed', String(stage.notes));
    const noted = stage.now?.querySelector('.run-notes') ?? null;
    this.#act('notes').toggleAttribute('disabled', noted === null);
    this.#act('back').toggleAttribute('disabled', run.at === 0 && stage.steps.at === 0);
  }

  #session(run: Run, now: number): void {
    const end = model.agreedTime(run, run.end + Math.max(0, model.over(run, now)));
    put(find(this.#side, '[data-ends]'), this.#say('ends', { title: this.#say('short'), time: end }));
    const left = this.#say('minutes', { n: sessionLeft(run, now) });
    put(find(this.#side, '[data-session]'), this.#say('sessionLeft', { left }));
  }
}
