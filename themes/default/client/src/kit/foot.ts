/** The foot of each printed page: what it is, for whom, and its short address. */

/**
 * As much of it as fits on one line, by the rule of the PDFs: an address that does not fit gives way to
 * its host, and then goes. What still does not fit stands in two lines, broken where it should be.
 */
export function foot(
  what: string,
  whom: string,
  address: string,
  fits: (line: string) => boolean,
): string {
  const [host = ''] = address.split('/');
  const lines = [[what, whom, address], [what, whom, host], [what, whom]].map(joined);
  return lines.find(fits) ?? [what, whom].filter(Boolean).join('\n');
}

function joined(parts: readonly string[]): string {
  return parts.filter(Boolean).join(' · ');
}
