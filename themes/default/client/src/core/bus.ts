/**
 * What tabs tell one another. A channel where it works, and beside it a small text in the local storage:
 * some browsers have a channel from a folder that carries nothing.
 */

import { newId } from './ids';
import { isObject } from './json';
import type { Json } from '../model/record';
import type { News } from './keeper';

/** Beside what was kept: a tab asks the one that writes to let go. */
export type Word = News | { readonly what: 'let-go' };

export interface Bus {
  send(word: Word): void;
  close(): void;
}

/** More ids than this are not named: the others look at everything. */
const MOST = 500;
const SEEN = 100;

export function joinBus(name: string, hear: (word: Word) => void): Bus {
  const seen: string[] = [];
  const got = (value: unknown): void => {
    const word = wordIn(value as Json);
    if (!word || seen.includes(word.by)) return;
    seen.push(word.by);
    if (seen.length > SEEN) seen.shift();
    hear(word);
  };
  const channel = channelOf(name);
  const key = `${name}/tick`;
  const stored = (event: StorageEvent): void => {
    if (event.key === key && event.newValue) got(parsed(event.newValue));
  };
  if (channel) channel.onmessage = (event) => got(event.data);
  addEventListener('storage', stored);
  return {
    send: (word) => {
      const sent = { ...shortened(word), by: newId() };
      seen.push(sent.by);
      post(channel, sent);
      tick(key, JSON.stringify(sent));
    },
    close: () => {
      channel?.close();
      removeEventListener('storage', stored);
    },
  };
}

const shortened = (word: Word): Word =>
  word.what === 'kept' && word.ids.length > MOST ? { ...word, ids: [] } : word;

/** A word of ours, and which one it is; null where it is none. Another page may say anything. */
function wordIn(value: Json): (Word & { readonly by: string }) | null {
  if (!isObject(value) || typeof value['by'] !== 'string') return null;
  const { what, ids, by } = value;
  if (what === 'let-go' || what === 'meta' || what === 'cleared') return { what, by };
  if (what !== 'kept' || !Array.isArray(ids)) return null;
  return { what, ids: ids.filter((id) => typeof id === 'string'), by };
}

function channelOf(name: string): BroadcastChannel | null {
  try {
    return new BroadcastChannel(name);
  } catch {
    return null;
  }
}

function post(channel: BroadcastChannel | null, sent: object): void {
  try {
    channel?.postMessage(sent);
  } catch {
    // the tick says it too
  }
}

/** It is told by being written, and leaves nothing behind. */
function tick(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
    localStorage.removeItem(key);
  } catch {
    // the channel says it too
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
