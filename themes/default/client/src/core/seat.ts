/**
 * One tab writes at a time. The browser's lock says which: it lets go by itself when a tab is closed or
 * killed. Where there are no locks, on plain http, each tab has a seat and the revisions decide.
 */

import { within } from './patience';

export interface Seat {
  /** Whether this tab has it now, as far as it was told. */
  readonly isTaken: boolean;
  /** Get it, even from a tab that does not answer. */
  take(ask: () => void): Promise<void>;
  /** Give it to whoever waits, and wait for it again. */
  give(): void;
  /** Stand behind whoever is to have it next. */
  stepBack(): void;
  /** Give it up for good. */
  leave(): void;
}

export interface Sitting {
  /** This tab writes from here on. */
  readonly sat: () => void;
  /** Another tab has taken the seat. */
  readonly lost: () => void;
}

/** How long the other tab has for keeping what was typed in it. */
const PATIENCE = 1500;

/** Ask for the seat of this name. Resolves when it is clear whether this tab has it. */
export async function askForSeat(name: string, sitting: Sitting): Promise<Seat | null> {
  if (typeof navigator === 'undefined' || !('locks' in navigator)) return null;
  const seat = new LockedSeat(name, sitting);
  try {
    await within(seat.begin(), PATIENCE);
    return seat;
  } catch {
    return null;
  }
}

class LockedSeat implements Seat {
  isTaken = false;
  private readonly name: string;
  private readonly sitting: Sitting;
  private release: () => void = () => undefined;
  private waiting: AbortController | null = null;
  private seated: () => void = () => undefined;
  private sittings = 0;

  constructor(name: string, sitting: Sitting) {
    this.name = name;
    this.sitting = sitting;
  }

  async begin(): Promise<void> {
    if (!(await this.request({ ifAvailable: true }))) this.wait();
  }

  async take(ask: () => void): Promise<void> {
    if (this.isTaken) return;
    const seated = new Promise<void>((resolve) => (this.seated = resolve));
    ask();
    try {
      await within(seated, PATIENCE);
    } catch {
      this.waiting?.abort();
      if (!this.isTaken) await this.request({ steal: true });
    }
  }

  give(): void {
    this.isTaken = false;
    this.release();
    this.wait();
  }

  stepBack(): void {
    this.waiting?.abort();
    this.wait();
  }

  leave(): void {
    this.isTaken = false;
    this.waiting?.abort();
    this.release();
  }

  private wait(): void {
    const waiting = new AbortController();
    this.waiting = waiting;
    this.request({ signal: waiting.signal }).catch(() => undefined);
  }

  /** Whether the lock was got; it is held until it is released, or stolen. */
  private request(options: LockOptions): Promise<boolean> {
    let mine = 0;
    return new Promise((resolve, reject) => {
      const hold = (lock: Lock | null): Promise<void> | undefined => {
        if (lock) mine = ++this.sittings;
        resolve(lock !== null);
        return lock ? this.sit() : undefined;
      };
      navigator.locks.request(this.name, options, hold).catch((error: unknown) => {
        reject(error);
        // a wait that was broken off ends in the same way
        if (mine > 0 && mine === this.sittings) this.stolen();
      });
    });
  }

  private sit(): Promise<void> {
    this.isTaken = true;
    this.waiting = null;
    return new Promise((resolve) => {
      this.release = resolve;
      this.seated();
      this.sitting.sat();
    });
  }

  private stolen(): void {
    if (!this.isTaken) return;
    this.isTaken = false;
    this.sitting.lost();
    this.wait();
  }
}
