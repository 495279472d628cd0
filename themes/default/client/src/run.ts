/**
 * Run mode: one segment at a time, with a clock that is reckoned and never counts. It sends nothing, and
 * keeps no more than its own times, in this tab, so that a reload does not lose the meeting.
 */

import type { Timing } from './clock';
import { keep, read } from './page/hash';
import { Form, wall } from './run/form';
import { kept, revive } from './run/keep';
import { keyed } from './run/keys';
import { begin } from './run/model';
import { parts } from './run/plan';
import { Screen } from './run/screen';
import { Stage } from './run/stage';
import { NOTES, notesWindow, openWindow, Talk } from './run/window';
import { sayer } from './run/words';

function run(): void {
  const element = document.querySelector<HTMLFormElement>('form[data-run]');
  const list = document.querySelector<HTMLElement>('.run-parts');
  if (!element || !list) return;
  const pack = JSON.parse(element.dataset['timing'] ?? '') as Timing;
  const say = sayer(element);
  const stage = new Stage(list);
  const talk = new Talk();
  if (location.hash === NOTES) return notesWindow(stage, say, talk);
  const form = new Form(element, pack, say, stage);
  const screen = new Screen(pack, stage, say, () => form.recall(), talk);
  element.addEventListener('submit', (event) => {
    event.preventDefault();
    const { plan, start } = form;
    if (start === null) return element.querySelector<HTMLElement>('[name="start"]')?.focus();
    const now = Date.now();
    screen.sound.on = form.isOn('sound');
    screen.open(begin(plan, parts(pack, plan), start, now, wall(now)));
    screen.sound.wake();
    // what was begun is in this tab; a link to a place to begin must not begin there again
    if (read(location.hash)?.['from']) keep({ from: '' });
    focusMain();
  });
  listen(screen, () => form.isOn('keys'));
  const before = revive(kept(), stage.ids, Date.now());
  if (before) screen.open(before);
}

function listen(screen: Screen, keysAreOn: () => boolean): void {
  document.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLElement>('[data-act]');
    const name = button?.dataset['act'];
    if (!button || name === undefined) return;
    if (!screen.act(name, button) && name === 'window') openWindow();
    // after a click the space key goes on to the next segment, and does not press the button again
    if ((screen.isOn && event.detail > 0) || isLost(button)) focusMain();
  });
  document.addEventListener('keydown', (event) => {
    if (!screen.isOn || !keysAreOn()) return;
    const name = keyed(event, document.dir === 'rtl');
    if (name !== null && screen.act(name)) event.preventDefault();
  });
}

/** Whether the focus went with a button that is no longer there. */
function isLost(button: HTMLElement): boolean {
  const { activeElement } = document;
  return activeElement === document.body || (activeElement === button && !button.offsetParent);
}

function focusMain(): void {
  document.getElementById('main')?.focus({ preventScroll: true });
}

run();
