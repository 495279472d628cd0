/**
 * The head of an age file: a version, one stanza that wraps the file's key with a passphrase, and a
 * seal. Written and read to the letter of c2sp.org/age: anything else is refused.
 */

import { fromBare64, toBare64 } from './base64';
import { isBinaryAge } from './locked';

const VERSION = 'age-encryption.org/v1';
/** A passphrase's head has 4 lines and some 150 characters; one for a few keys is not much longer. */
const LONGEST = 8192;

export interface Header {
  readonly salt: Uint8Array;
  /** The work to be done is 2 to this power. */
  readonly factor: number;
  /** The file's key, wrapped. */
  readonly body: Uint8Array;
  readonly mac: Uint8Array;
  /** What the seal is made over. */
  readonly sealed: Uint8Array;
  /** What follows the head. */
  readonly rest: Uint8Array;
}

/** Why a head is none: not age at all, another version, for keys instead of a passphrase, or broken. */
export type NoHeader = 'not-age' | 'version' | 'keys' | 'broken';

/** The head up to the seal. */
export function writeHeader(salt: Uint8Array, factor: number, body: Uint8Array): Uint8Array {
  return bytesOf(`${VERSION}\n-> scrypt ${toBare64(salt)} ${factor}\n${toBare64(body)}\n---`);
}

export const sealLine = (mac: Uint8Array): Uint8Array => bytesOf(` ${toBare64(mac)}\n`);

export function readHeader(file: Uint8Array): Header | NoHeader {
  if (!isBinaryAge(file)) return 'not-age';
  const lines = linesOf(file);
  if (lines[0] !== VERSION) return lines.length > 1 ? 'version' : 'broken';
  const stanza = (lines[1] ?? '').split(' ');
  if (stanza[0] !== '->') return 'broken';
  if (stanza[1] !== 'scrypt') return 'keys';
  const [, , salt = '', factor = ''] = stanza;
  const seal = /^--- (\S{43})$/.exec(lines[3] ?? '');
  const read = { salt: fromBare64(salt), body: fromBare64(lines[2] ?? ''), mac: fromBare64(seal?.[1] ?? '') };
  const { body, mac } = read;
  if (stanza.length !== 4 || !/^[1-9]\d{0,2}$/.test(factor)) return 'broken';
  if (read.salt?.length !== 16 || body?.length !== 32 || mac?.length !== 32) return 'broken';
  const end = lines.slice(0, 4).reduce((sum, line) => sum + line.length + 1, 0);
  const sealed = file.subarray(0, end - 45);
  return { salt: read.salt, factor: Number(factor), body, mac, sealed, rest: file.subarray(end) };
}

/** The first lines that end; a head has four. */
function linesOf(file: Uint8Array): readonly string[] {
  return latin(file.subarray(0, LONGEST)).split('\n', 5).slice(0, -1);
}

const latin = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
};

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (one) => one.charCodeAt(0));
