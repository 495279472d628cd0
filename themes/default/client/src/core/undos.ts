/** What can be set back, the last thing first. */

import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Rec } from '../model/record';

export interface Undo {
  /** What was done, such as "goal put away". */
  readonly words: string;
  /** Each record as it was; null where it was not. */
  readonly before: ReadonlyMap<string, Rec | null>;
  /** What it was done to, so that typing on is one thing; empty where each time is one. */
  readonly key: string;
  readonly begun: number;
  readonly last: number;
}

const MOST = 100;
/** A pause this long in typing begins a new thing to set back: ten minutes' work never goes at one press. */
const PAUSE = 3000;
/** And so does typing for this long. */
const LONG = 30_000;

export class Undos {
  /** The words of the last thing; null where there is none. */
  readonly words: ReadonlySignal<string | null>;
  private readonly kept = signal<readonly Undo[]>([]);

  constructor() {
    this.words = computed(() => this.kept.value.at(-1)?.words ?? null);
  }

  add(words: string, before: ReadonlyMap<string, Rec | null>, key = '', now = Date.now()): void {
    const kept = this.kept.peek();
    const last = kept.at(-1);
    const goesOn = key !== '' && last?.key === key && now - last.last < PAUSE && now - last.begun < LONG;
    this.kept.value = goesOn
      ? [...kept.slice(0, -1), { ...last, last: now }]
      : [...kept, { words, before, key, begun: now, last: now }].slice(-MOST);
  }

  /** Take the last one off. What is typed after it begins anew. */
  take(): Undo | undefined {
    const kept = this.kept.peek();
    this.kept.value = kept.slice(0, -1).map((one) => ({ ...one, key: '' }));
    return kept.at(-1);
  }

  /** Forget what touches these records: somebody else has changed them since. */
  forget(ids: ReadonlySet<string>): void {
    this.kept.value = this.kept.peek().filter(({ before }) => ![...before.keys()].some((id) => ids.has(id)));
  }

  clear(): void {
    this.kept.value = [];
  }
}
