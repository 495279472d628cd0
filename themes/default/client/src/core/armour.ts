/** An age file as letters, for where only letters pass. We read such files, and write the plain kind. */

import { fromBase64 } from './base64';
import { ARMOUR } from './locked';

const END = '-----END AGE ENCRYPTED FILE-----';
const WIDTH = 64;

/** The bytes within; null where a line is not as it must be. */
export function unarmoured(file: Uint8Array): Uint8Array | null {
  const lines = decoded(file).trim().split(/\r?\n/);
  const inner = lines.slice(1, -1);
  if (lines[0] !== ARMOUR || lines.at(-1) !== END || inner.length === 0) return null;
  const full = inner.slice(0, -1).every((line) => line.length === WIDTH);
  const last = inner.at(-1)?.length ?? 0;
  return full && last > 0 && last <= WIDTH ? fromBase64(inner.join('')) : null;
}

const decoded = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
