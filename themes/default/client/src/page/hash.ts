/**
 * Choices in the address, after the #: `#start=15:45`, `#people=6&time=75`. Without a = it is a link to
 * a place on the page, and none of ours.
 */

export type Choices = Record<string, string>;

/** The choices an address holds, or null where it leads to a place on the page. */
export function read(hash: string): Choices | null {
  const text = hash.replace(/^#/, '');
  if (!text.includes('=')) return null;
  return Object.fromEntries(new URLSearchParams(text));
}

/** The end of an address that holds these choices; empty ones are left out. */
export function write(choices: Choices): string {
  const made = Object.entries(choices).filter(([, value]) => value !== '');
  const text = new URLSearchParams(made).toString().replace(/%3A/g, ':');
  return text === '' ? '' : `#${text}`;
}

/** Put choices into the address bar, beside those of others, without a step to go back over. */
export function keep(choices: Choices): void {
  const before = read(location.hash);
  const end = write({ ...before, ...choices });
  if (end === location.hash || (end === '' && before === null)) return;
  try {
    history.replaceState(null, '', end || location.pathname + location.search);
  } catch {
    // an address that may not be changed is no reason to stop
  }
}
