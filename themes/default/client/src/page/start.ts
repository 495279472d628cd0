/** The start time: every clock on the page then shows the time of day. Nothing is remembered. */

import { clock, minutesOf } from './clock';
import { keep, read } from './hash';

export function start(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-start]');
  const input = form?.querySelector<HTMLInputElement>('input[name="start"]');
  if (!form || !input) return;
  const cells = [...document.querySelectorAll<HTMLElement>('[data-offset]')];
  const before = cells.map((cell) => cell.textContent ?? '');
  const update = (): void => {
    const at = minutesOf(input.value);
    cells.forEach((cell, index) => {
      const plain = before[index] ?? '';
      cell.textContent = at === null ? plain : clock(at + Number(cell.dataset['offset']));
    });
    for (const end of form.querySelectorAll<HTMLElement>('[data-end]')) {
      end.textContent = at === null ? '' : clock(at + Number(end.dataset['minutes']));
      if (end.parentElement && end.parentElement !== form) end.parentElement.hidden = at === null;
    }
  };
  const recall = (): void => {
    const said = read(location.hash)?.['start'];
    const at = said === undefined ? null : minutesOf(said);
    if (at !== null) input.value = clock(at);
    update();
  };
  input.addEventListener('input', update);
  input.addEventListener('change', () => {
    const at = minutesOf(input.value);
    if (at !== null || input.value === '') keep({ start: at === null ? '' : clock(at) });
    if (at !== null) input.value = clock(at);
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  addEventListener('hashchange', recall);
  form.hidden = false;
  recall();
}
