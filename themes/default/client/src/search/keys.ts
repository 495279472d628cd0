/** Arrow keys from the field into the results and among them; Escape leads back. */

export function arrows(input: HTMLInputElement, list: HTMLElement): void {
  const links = (): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('h2 a')];
  const go = (to: number): void => {
    if (to < 0) input.focus();
    else links()[to]?.focus();
  };
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
    event.preventDefault();
    go(0);
  });
  list.addEventListener('keydown', (event) => {
    const here = links().findIndex((link) => link.closest('li')?.contains(document.activeElement));
    if (event.key === 'Escape') go(-1);
    else if (event.key === 'ArrowDown') go(here + 1);
    else if (event.key === 'ArrowUp') go(here - 1);
    else return;
    event.preventDefault();
  });
}
