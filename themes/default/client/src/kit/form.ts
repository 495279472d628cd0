/** What can be chosen; in the form of the kit what is chosen, and what it shows. */

import type { Choices } from '../page/hash';
import type { Limits } from './choices';

type Field = HTMLInputElement;

/** What can be chosen, as a guide's form says it and a handout. */
export function limits({ dataset }: HTMLElement): Limits {
  const { best, least, most, versions, ways, papers } = dataset;
  const words = (text = ''): string[] => text.split(' ').filter((word) => word !== '');
  return {
    best: Number(best),
    least: Number(least),
    most: Number(most),
    versions: words(versions),
    where: words(ways),
    papers: words(papers),
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
