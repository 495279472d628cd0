/**
 * Several tabs with one workbook: one writes, the others read along. Whoever loses the seat keeps first
 * what was typed there; what cannot be kept in place any more is kept beside it, as a copy.
 */

import type { Book } from './book';
import { type Bus, joinBus, type Word } from './bus';
import { findLastWords } from './last-words';
import { within } from './patience';
import { askForSeat, type Seat } from './seat';

/** How long the last words may take before the seat is given away all the same. */
const LAST_WORDS = 1000;

export class Tabs {
  private readonly name: string;
  private readonly bus: Bus;
  private seat: Seat | null = null;
  private book: Book | null = null;
  private hasMissed = false;
  private ready: Promise<void> = Promise.resolve();

  private constructor(name: string) {
    this.name = name;
    this.bus = joinBus(name, (word) => this.hear(word));
  }

  /** Ask for the seat and listen, before the records are read, so that nothing is missed in between. */
  static async open(name: string): Promise<Tabs> {
    const tabs = new Tabs(name);
    tabs.seat = await askForSeat(name, { sat: () => tabs.sat(), lost: () => tabs.lost() });
    return tabs;
  }

  /** This is the book. */
  join(book: Book): void {
    this.book = book;
    book.writes.value = this.seat?.isTaken ?? true;
    book.onNews = (news) => {
      if (news.what === 'cleared') findLastWords(this.name).forget();
      this.bus.send(news);
    };
    if (this.hasMissed) void book.refresh();
  }

  async takeOver(): Promise<void> {
    await this.seat?.take(() => this.bus.send({ what: 'let-go' }));
    await this.ready;
  }

  close(): void {
    this.seat?.leave();
    this.bus.close();
  }

  private hear(word: Word): void {
    const { book } = this;
    if (word.what === 'let-go') void this.letGo();
    else if (!book) this.hasMissed = true;
    else if (word.what === 'kept') void book.refresh(word.ids.length > 0 ? word.ids : null);
    else if (word.what === 'meta') book.refreshMeta().catch(() => undefined);
    else void book.forget();
  }

  private async letGo(): Promise<void> {
    const { book, seat } = this;
    if (!seat?.isTaken) {
      seat?.stepBack();
      return;
    }
    if (book) {
      book.writes.value = false;
      await within(book.flush(), LAST_WORDS).catch(() => undefined);
    }
    seat.give();
  }

  /** This tab writes now, once it has seen what the other one wrote. */
  private sat(): void {
    const { book } = this;
    if (!book) return;
    this.ready = book.refresh().then(() => {
      book.writes.value = this.seat?.isTaken ?? true;
    });
  }

  private lost(): void {
    if (!this.book) return;
    this.book.writes.value = false;
    void this.book.flush();
  }
}
