/** Links that open the sender's own mail or messages with the words in place. Nothing is sent by us. */

/** Mail programs cut addresses that are longer. */
export const LONGEST = 1800;

export interface Letter {
  readonly href: string;
  /** Whether the end was left out to make it fit. */
  readonly shortened: boolean;
}

/** A link that opens a mail. A text that is too long is cut at the end of a line, and says so in `more`. */
export function mailto(to: string, subject: string, body: string, more = '…'): Letter {
  const head = `mailto:${encodeURIComponent(to).replace(/%40/g, '@')}?subject=${encoded(subject)}&body=`;
  const whole = head + encoded(body);
  if (whole.length < LONGEST) return { href: whole, shortened: false };
  const tail = encoded(`\n${more}`);
  const room = LONGEST - head.length - tail.length;
  const lines = body.split('\n');
  while (lines.length > 1 && encoded(lines.join('\n')).length >= room) lines.pop();
  const letters = [...lines.join('\n')];
  while (encoded(letters.join('')).length >= room) letters.pop();
  return { href: head + encoded(letters.join('')) + tail, shortened: true };
}

/**
 * A link that opens a text message. Phones have disagreed on whether `?` or `&` comes before the body;
 * both kinds accept the two together.
 */
export function sms(to: string, body: string): string {
  return `sms:${to.replace(/[^\d+]/g, '')}?&body=${encoded(body)}`;
}

/** Lines end in mail as RFC 6068 has it. Half a character, which cannot be sent, is left out. */
function encoded(text: string): string {
  const whole = [...text].filter((one) => !/^[\uD800-\uDFFF]$/.test(one)).join('');
  return encodeURIComponent(whole.replace(/\r?\n/g, '\r\n'));
}
