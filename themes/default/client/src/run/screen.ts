/** The meeting on the screen: what the buttons and keys do, and what is seen each second. */

import type { Timing } from '../clock';
import { canFill, fillScreen, Sound, stayAwake } from './device';
import { copied, ended, type Ended } from './end';
import { keepRun } from './keep';
import { Line } from './line';
import * as model from './model';
import type { Run } from './model';
import { offer, take, type Offer } from './offer';
import { Face } from './face';
import type { Stage } from './stage';
import { clockOf, openWindow, type Talk } from './window';
import { find, put, stamp, type Say } from './words';

/** Minutes that one press adds. */
const MORE = 2;

export class Screen {
  readonly sound = new Sound();
  #run: Run | null = null;
  #ended: Ended | null = null;
  #offer: Offer | null = null;
  #before = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #foot = stamp<HTMLElement>('run_foot');
  readonly #side = stamp<HTMLElement>('run_line');
  readonly #line: Line;
  readonly #face: Face;
  readonly #awake: () => void;
  readonly #tell: () => void;
  readonly #pack: Timing;
  readonly #say: Say;
  readonly #closed: () => void;
  readonly #stage: Stage;

  constructor(pack: Timing, stage: Stage, say: Say, closed: () => void, talk: Talk) {
    this.#pack = pack;
    this.#stage = stage;
    this.#say = say;
    this.#closed = closed;
    this.#line = new Line(find(this.#side, 'ol'), (id) => stage.groupings(id));
    this.#face = new Face(this.#foot, this.#side, stage, say);
    this.#awake = stayAwake(() => this.isOn);
    this.#tell = talk.tell(() => this.#run);
    const paint = (): void => this.paint();
    document.addEventListener('visibilitychange', paint);
    document.addEventListener('fullscreenchange', paint);
    addEventListener('pageshow', paint);
    addEventListener('resize', () => stage.fit());
  }

  get isOn(): boolean {
    return this.#run !== null && this.#ended === null;
  }

  /** Begin, or go on after a reload. */
  open(run: Run): void {
    document.documentElement.classList.add('is-running');
    this.#stage.list.before(this.#side);
    this.#stage.list.after(this.#foot);
    find<HTMLElement>(this.#foot, '[data-act="fill"]').hidden = !canFill();
    this.#before = model.left(run, Date.now());
    this.#set(run);
    if (model.isOver(run)) this.#end();
    else this.#enter();
  }

  /** Do what a button or key says; false where there is nothing to do. */
  act(name: string, button?: HTMLElement): boolean {
    const run = this.#run;
    const now = Date.now();
    if (!run) return false;
    if (this.#ended) return this.#afterwards(name, button);
    this.sound.wake();
    const act = this.#acts(run, now)[name];
    act?.();
    if (act) this.paint();
    return act !== undefined;
  }

  #acts(run: Run, now: number): Record<string, () => void> {
    const stage = this.#stage;
    return {
      next: () => this.#next(run, now),
      back: () => this.#back(run, now),
      pause: () => this.#set(model.pause(run, now)),
      more: () => this.#set(model.extend(run, MORE)),
      turn: () => this.#turn(run, now),
      take: () => this.#offer && this.#set(take(run, this.#offer)),
      keep: () => this.#offer && this.#set(model.agree(run, this.#offer.kept)),
      undo: () => this.#set(model.undo(run)),
      notes: () => this.#show(() => stage.turnNotes()),
      whole: () => this.#show(() => (stage.whole = !stage.whole)),
      sound: () => this.#toggleSound(),
      fill: fillScreen,
      window: openWindow,
      stop: () => this.#end(),
    };
  }

  #afterwards(name: string, button?: HTMLElement): boolean {
    const done = this.#say('done');
    const ended = this.#ended;
    if (name === 'copy-slip' && ended && button) void copied(button, ended.slip, done);
    else if (name === 'copy-stopped' && ended && button) void copied(button, ended.next, done);
    else if (name === 'again') this.#close();
    else if (name === 'go-back') this.#goBack();
    else return false;
    return true;
  }

  #next(run: Run, now: number): void {
    if (this.#stage.step(1)) return;
    this.#set(model.next(run, now));
    this.#enter();
  }

  #back(run: Run, now: number): void {
    if (this.#stage.step(-1) || run.at === 0) return;
    this.#set(model.back(run, now));
    this.#enter(true);
  }

  /** Turns begin by hand, since nobody knows how long the words before them take. */
  #turn(run: Run, now: number): void {
    this.#set(model.turn(run, now));
  }

  #show(change: () => void): void {
    change();
    this.#stage.arrange();
  }

  #toggleSound(): void {
    this.sound.on = !this.sound.on;
    this.sound.wake();
    this.sound.play();
  }

  /** Show the part that the meeting is at. */
  #enter(last = false): void {
    const run = this.#run;
    const part = run?.parts[run.at];
    if (!run || !part) return this.#end();
    this.#before = model.left(run, Date.now());
    this.#stage.whole = false;
    this.#stage.show(part.id, last);
    this.#face.entered(run);
    this.paint();
  }

  #set(run: Run): void {
    this.#run = run;
    keepRun(run);
    this.#tell();
  }

  /** Show the present moment; called each second, and whenever anything may have changed. */
  paint(): void {
    clearTimeout(this.#timer);
    const run = this.#run;
    if (!run || this.#ended) return;
    const now = Date.now();
    this.#offer = offer(this.#pack, run, now);
    clockOf(this.#foot, run, now, this.#say);
    this.#face.paint(run, now, this.#offer, this.sound.on);
    this.#line.draw(run, now);
    this.#stage.fit();
    this.#ring(run, now);
    this.#awake();
    this.#timer = setTimeout(() => this.paint(), 1000 - (now % 1000));
  }

  /** The sound, once, when the time of a part or of a turn is up. */
  #ring(run: Run, now: number): void {
    const { turns = 0 } = run.parts[run.at] ?? {};
    const inTurn = run.turn > 0 && run.turn <= turns;
    const left = inTurn ? model.turnLeft(run, now) : model.left(run, now);
    if (this.#before > 0 && left <= 0) this.sound.play();
    this.#before = left;
  }

  #end(): void {
    const run = this.#run;
    if (!run) return;
    clearTimeout(this.#timer);
    const now = Date.now();
    if (!model.isOver(run) && run.since !== null) this.#set(model.pause(run, now));
    const title = (id: string): string => this.#stage.title(id);
    this.#ended = ended(this.#pack, this.#run ?? run, now, this.#say, title);
    document.documentElement.classList.replace('is-running', 'is-ended');
    this.#foot.remove();
    this.#side.remove();
    this.#stage.list.before(this.#ended.element);
    this.#ended.element.focus();
    this.#awake();
  }

  #goBack(): void {
    const run = this.#run;
    this.#ended?.element.remove();
    this.#ended = null;
    document.documentElement.classList.replace('is-ended', 'is-running');
    if (!run) return;
    const now = Date.now();
    const back = model.isOver(run) ? model.back(run, now) : run;
    this.open(back.since === null ? model.pause(back, now) : back);
  }

  #close(): void {
    this.#ended?.element.remove();
    this.#ended = null;
    this.#run = null;
    keepRun(null);
    document.documentElement.classList.remove('is-running', 'is-ended');
    this.#stage.clear();
    put(find(this.#foot, '[data-said]'), '');
    this.#closed();
  }
}
