/**
 * Files locked with a passphrase, in the age format: any age program opens them, on any computer, without
 * us. Needs no secure context, only good random bytes, so that it is to be had on plain http as well.
 */

import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { scryptAsync } from '@noble/hashes/scrypt.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { type Header, type NoHeader, readHeader, sealLine, writeHeader } from './age-header';
import { openStream, sealStream } from './age-stream';
import { unarmoured } from './armour';
import { isArmoured } from './locked';
import { t } from './words';

/** How far the work has come, from 0 to 1. */
export type Progress = (done: number) => void;

export type Unlocked =
  | { readonly ok: true; readonly bytes: Uint8Array }
  /** Why it stays shut, in a sentence; `again` says that another passphrase may help. */
  | { readonly ok: false; readonly words: string; readonly again: boolean };

/** The work that guessing costs: half a second and 64 MB for each passphrase. */
const FACTOR = 16;
/** What we do for files of others: two seconds and 256 MB. */
const HARDEST = 18;
const LABEL = utf8ToBytes('age-encryption.org/v1/scrypt');
const NO_SALT = new Uint8Array();
const NO_NONCE = new Uint8Array(12);

/** The file, locked. The passphrase is taken in its composed form (NFC), whatever keyboard it comes from. */
export async function lock(bytes: Uint8Array, passphrase: string, onProgress?: Progress): Promise<Uint8Array> {
  const [salt, key, nonce] = [random(16), random(16), random(16)];
  const wrap = await wrapKey(passphrase.normalize('NFC'), salt, FACTOR, onProgress);
  const sealed = writeHeader(salt, FACTOR, chacha20poly1305(wrap, NO_NONCE).encrypt(key));
  const mac = sealLine(macOf(key, sealed));
  return concatBytes(sealed, mac, nonce, sealStream(payloadKey(key, nonce), bytes));
}

/** What is in a locked file, or why it stays shut. Nothing of it is given before all of it is proved. */
export async function unlock(file: Uint8Array, passphrase: string, onProgress?: Progress): Promise<Unlocked> {
  const plain = isArmoured(file) ? unarmoured(file) : file;
  const header = plain ? readHeader(plain) : 'broken';
  if (typeof header === 'string') return shut(unreadable(header));
  if (header.factor > HARDEST) return shut(tooHard(header.factor));
  let key: Uint8Array | null;
  try {
    key = await fileKey(header, passphrase, onProgress);
  } catch {
    return shut(t('This device does not have the memory that opening this file takes. Try another one.'));
  }
  if (!key) return shut(t('This passphrase does not open the file. If it is the right one, the file is damaged.'), true);
  if (!equal(macOf(key, header.sealed), header.mac)) return shut(damaged());
  const nonce = header.rest.subarray(0, 16);
  const bytes = nonce.length < 16 ? null : openStream(payloadKey(key, nonce), header.rest.subarray(16));
  return bytes ? { ok: true, bytes } : shut(damaged());
}

/** The file's key: with the passphrase as we write it, else as it was typed, else as other systems spell it. */
async function fileKey(header: Header, passphrase: string, onProgress?: Progress): Promise<Uint8Array | null> {
  const spellings = new Set([passphrase.normalize('NFC'), passphrase, passphrase.normalize('NFD')]);
  for (const one of spellings) {
    const wrap = await wrapKey(one, header.salt, header.factor, onProgress);
    const key = opened(wrap, header.body);
    if (key) return key;
  }
  return null;
}

function opened(wrap: Uint8Array, body: Uint8Array): Uint8Array | null {
  try {
    return chacha20poly1305(wrap, NO_NONCE).decrypt(body);
  } catch {
    return null;
  }
}

function wrapKey(passphrase: string, salt: Uint8Array, factor: number, onProgress?: Progress): Promise<Uint8Array> {
  const options = { N: 2 ** factor, r: 8, p: 1, dkLen: 32, asyncTick: 40 };
  const more = onProgress ? { onProgress } : {};
  return scryptAsync(utf8ToBytes(passphrase), concatBytes(LABEL, salt), { ...options, ...more });
}

const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));
const macOf = (key: Uint8Array, sealed: Uint8Array): Uint8Array =>
  hmac(sha256, hkdf(sha256, key, NO_SALT, utf8ToBytes('header'), 32), sealed);
const payloadKey = (key: Uint8Array, nonce: Uint8Array): Uint8Array =>
  hkdf(sha256, key, nonce, utf8ToBytes('payload'), 32);

/** Compared whole, so that the time it takes says nothing. */
const equal = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.reduce((found, byte, at) => found | (byte ^ (b[at] ?? 0)), 0) === 0;

const shut = (words: string, again = false): Unlocked => ({ ok: false, words, again });
const damaged = (): string => t('This file is damaged: a part of it was changed, or its end is missing.');

function unreadable(why: NoHeader): string {
  if (why === 'not-age') return t('This file is not locked in the age format.');
  if (why === 'version') return t('This file is locked in a newer version of the age format than this page knows.');
  if (why === 'keys') return t('This file is locked for a key, not with a passphrase. Open it with an age program.');
  return damaged();
}

const tooHard = (factor: number): string =>
  t(
    'Opening this file takes more work than a browser can do: its work factor is {factor}, and {most} is the most here. Open it with an age program, then open what comes out of it here.',
    { factor, most: HARDEST },
  );
