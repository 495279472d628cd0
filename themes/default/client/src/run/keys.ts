/** Keys for whoever leads: a clicker's too. They stand back where a field or button has the key. */

const KEYS: Record<string, string> = {
  ' ': 'next',
  PageDown: 'next',
  PageUp: 'back',
  '+': 'more',
  '=': 'more',
  p: 'pause',
  n: 'notes',
  t: 'turn',
  m: 'whole',
  f: 'fill',
  s: 'sound',
  u: 'undo',
};
const FIELDS = 'input, select, textarea';
const PRESSED = 'button, summary, a';

/** What a key press asks for; null where it is not ours. */
export function keyed(event: KeyboardEvent, rightToLeft: boolean): string | null {
  const { key, target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return null;
  if (event.repeat && key !== '+' && key !== '=') return null;
  const element = target instanceof Element ? target : null;
  if (element?.closest(FIELDS) || (key === ' ' && element?.closest(PRESSED))) return null;
  if (key === 'ArrowRight') return rightToLeft ? 'back' : 'next';
  if (key === 'ArrowLeft') return rightToLeft ? 'next' : 'back';
  return KEYS[key] ?? KEYS[key.toLowerCase()] ?? null;
}
