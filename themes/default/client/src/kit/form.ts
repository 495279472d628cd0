/** The form of the kit: what can be chosen in it, what is chosen, and what it shows. */

import type { Choices } from '../page/hash';
import type { Limits } from './choices';

type Field = HTMLInputElement;

export function limits(form: HTMLFormElement): Limits {
  const { best, least, most } = form.dataset;
  return {
    best: Number(best),
    least: Number(least),
    most: Number(most),
    versions: values(form, 'version'),
    where: values(form, 'where'),
    papers: values(form, 'paper'),
  };
}

/** What the form says, by the names of its fields. */
export function entered(form: HTMLFormElement): Choices {
  const data = [...new FormData(form)];
  return Object.fromEntries(data.map(([name, value]) => [name, String(value)]));
}

/** Let the form say it. */
export function enter(form: HTMLFormElement, choices: Choices): void {
  for (const field of form.querySelectorAll<Field>('input[name]')) {
    const value = choices[field.name] ?? '';
    if (field.type === 'radio') field.checked = field.value === value;
    else if (field.value !== value) field.value = value;
  }
}

/** Whether someone is in the middle of writing a number or a time. */
export function isUnfinished(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && !target.validity.valid;
}

function values(form: HTMLFormElement, name: string): string[] {
  const fields = form.querySelectorAll<Field>(`input[name="${name}"]`);
  return [...fields].map((field) => field.value);
}
