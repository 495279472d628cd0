/** Names for records and revisions. They need no secure context: plain http on a school's network has none. */

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Body, Json } from '../model/record';

/** 128 random bits as 32 hexadecimal digits. */
export function newId(): string {
  return bytesToHex(crypto.getRandomValues(new Uint8Array(16)));
}

/** SHA-256 of a text, as 64 hexadecimal digits. */
export function hashOf(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** The name of the contents that follow a revision: the first half of a SHA-256. */
export function revOf(parent: string, body: Body): string {
  return hashOf(`${parent}\n${canonical(body)}`).slice(0, 32);
}

/** JSON with the keys of each object in order, so that equal contents are equal texts. */
export function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  // what has no value is not in a file either
  const entries = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`;
}
