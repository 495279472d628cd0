/** Finding parts of the page, and writing text into them: never HTML. */

export function all<T extends Element = HTMLElement>(selector: string, within: ParentNode = document): T[] {
  return [...within.querySelectorAll<T>(selector)];
}

/** Write a text; a place with nothing to say is hidden. */
export function put(place: Element | null, text: string): void {
  if (!(place instanceof HTMLElement)) return;
  if (place.textContent !== text) place.textContent = text;
  place.hidden = text === '';
}

/** A fresh copy of what stands in a template. */
export function copyOf(template: HTMLTemplateElement): HTMLElement | null {
  const made = template.content.firstElementChild?.cloneNode(true);
  return made instanceof HTMLElement ? made : null;
}

/** Make a list of texts of a list. */
export function list(place: Element, texts: readonly string[]): void {
  const items = texts.map((text) => {
    const item = document.createElement('li');
    item.textContent = text;
    return item;
  });
  place.replaceChildren(...items);
}
