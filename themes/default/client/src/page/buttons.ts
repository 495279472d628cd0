/** Buttons that only work with a script, and are not there without one: copy the link, print. */

import { read } from './hash';

/** How long a button says that it is done, in milliseconds. */
const A_WHILE = 4000;

export function buttons(): void {
  for (const button of document.querySelectorAll<HTMLElement>('button[data-copy]')) {
    const status = document.createElement('span');
    status.className = 'hush';
    status.setAttribute('role', 'status');
    button.after(status);
    button.addEventListener('click', () => void copied(button, status));
    button.hidden = false;
  }
  for (const button of document.querySelectorAll<HTMLElement>('button[data-print]')) {
    button.addEventListener('click', () => print());
    button.hidden = false;
  }
}

/** The page's own address; with what was chosen on it, but not with a place on it. */
function address(): string {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"]');
  const url = new URL(canonical?.href ?? location.href);
  url.hash = read(location.hash) ? location.hash : '';
  return url.href;
}

async function copied(button: HTMLElement, status: HTMLElement): Promise<void> {
  if (!(await copy(address()))) return;
  const words = button.textContent;
  const done = button.dataset['done'] ?? words;
  button.textContent = done;
  status.textContent = done;
  setTimeout(() => {
    button.textContent = words;
    status.textContent = '';
  }, A_WHILE);
}

export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyOldWay(text);
  }
}

/** Pages from plain http have no clipboard of their own. */
function copyOldWay(text: string): boolean {
  const field = document.createElement('textarea');
  const before = document.activeElement;
  field.value = text;
  field.className = 'hush';
  field.readOnly = true;
  document.body.append(field);
  field.select();
  const worked = document.execCommand('copy');
  field.remove();
  if (before instanceof HTMLElement) before.focus();
  return worked;
}
