/** Reading JSON that comes from anywhere. What is read is made anew, so that nothing in it has a meaning. */

import type { Json } from '../model/record';

/** Names that mean something to JavaScript itself: no object that we make has them. */
const MEANT: readonly string[] = ['__proto__', 'constructor', 'prototype'];

/** How deep brackets stand within one another, told without reading what they hold. */
export function depthOf(text: string): number {
  let depth = 0;
  let most = 0;
  let inText = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (inText) {
      if (code === 92) at++;
      else if (code === 34) inText = false;
    } else if (code === 34) inText = true;
    else if (code === 91 || code === 123) most = Math.max(most, ++depth);
    else if (code === 93 || code === 125) depth--;
  }
  return most;
}

/** The same value made of plain lists and objects, without names that mean something, nor figures without end. */
export function plainJson(value: Json): Json {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (Array.isArray(value)) return value.map(plainJson);
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([key]) => !MEANT.includes(key));
  return Object.fromEntries(kept.map(([key, one]) => [key, plainJson(one)]));
}

/** The length of the longest text in it, names of fields too. */
export function longest(value: Json): number {
  if (typeof value === 'string') return value.length;
  if (Array.isArray(value)) return most(value.map(longest));
  if (!isObject(value)) return 0;
  return most(Object.entries(value).map(([key, one]) => Math.max(key.length, longest(one))));
}

/** How deep a value goes: a text is 0, a list of texts 1. */
export function depthIn(value: Json): number {
  if (Array.isArray(value)) return 1 + most(value.map(depthIn));
  return isObject(value) ? 1 + most(Object.values(value).map(depthIn)) : 0;
}

// a list may be longer than what a function takes as arguments
const most = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.max(a, b), 0);

export const isObject = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
