/** Base 64 in its one true spelling: what another spelling would say is refused. */

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

/** The bytes of a text with its padding; null where it is spelled in any other way. */
export function fromBase64(text: string): Uint8Array | null {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) return null;
  const bytes = Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
  // the last group alone can be spelled in several ways
  const last = bytes.subarray(bytes.length - (bytes.length % 3 || 3));
  return text === '' || toBase64(last) === text.slice(-4) ? bytes : null;
}

export const toBare64 = (bytes: Uint8Array): string => toBase64(bytes).replace(/=+$/, '');

/** The bytes of a text without padding; null where it is spelled in any other way. */
export function fromBare64(text: string): Uint8Array | null {
  return text.includes('=') ? null : fromBase64(text.padEnd(Math.ceil(text.length / 4) * 4, '='));
}
