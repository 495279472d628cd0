/** The body of an age file: pieces of 64 KiB, each sealed for itself, the last one marked as the last. */

import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { concatBytes } from '@noble/hashes/utils.js';

const PIECE = 64 * 1024;
const TAG = 16;

export function sealStream(key: Uint8Array, bytes: Uint8Array): Uint8Array {
  const count = Math.max(1, Math.ceil(bytes.length / PIECE));
  const pieces = Array.from({ length: count }, (_, at) => {
    const piece = bytes.subarray(at * PIECE, (at + 1) * PIECE);
    return chacha20poly1305(key, nonceOf(at, at === count - 1)).encrypt(piece);
  });
  return concatBytes(...pieces);
}

/** All of it, or null where a piece is not as it was sealed, or the last one is missing. */
export function openStream(key: Uint8Array, sealed: Uint8Array): Uint8Array | null {
  const count = Math.max(1, Math.ceil(sealed.length / (PIECE + TAG)));
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < count; at++) {
    const piece = sealed.subarray(at * (PIECE + TAG), (at + 1) * (PIECE + TAG));
    // an empty last piece follows no other
    if (piece.length < TAG || (piece.length === TAG && at > 0)) return null;
    const bytes = opened(key, nonceOf(at, at === count - 1), piece);
    if (!bytes) return null;
    pieces.push(bytes);
  }
  return concatBytes(...pieces);
}

function opened(key: Uint8Array, nonce: Uint8Array, piece: Uint8Array): Uint8Array | null {
  try {
    return chacha20poly1305(key, nonce).decrypt(piece);
  } catch {
    return null;
  }
}

function nonceOf(at: number, last: boolean): Uint8Array {
  const nonce = new Uint8Array(12);
  // four bytes count more pieces than a browser can hold
  new DataView(nonce.buffer).setUint32(7, at);
  nonce[11] = last ? 1 : 0;
  return nonce;
}
