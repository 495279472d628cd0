/** The workbook: the one interactive page. */

import { render } from 'preact';
import { boot, type Booted } from './core/boot';
import { site } from './core/site';
import { App } from './ui/app';
import { setBook } from './ui/book';
import { followLater } from './ui/later';
import { followAddress } from './ui/route';
import { Broken } from './ui/shell/broken';
import { rememberFocus } from './ui/shell/rooms';

async function begin(place: Element): Promise<void> {
  try {
    const booted = await boot(site);
    setBook(booted.book);
    rememberFocus();
    followAddress();
    warnOnLeaving(booted);
    render(<App booted={booted} />, place);
  } catch (error) {
    render(<Broken why={String(error)} />, place);
  }
}

/** Ask before the page closes where words would be lost with it. */
function warnOnLeaving({ book, kind }: Booted): void {
  addEventListener('beforeunload', (event) => {
    const { state, at } = book.saving.peek();
    const filed = book.meta.peek().backup;
    const only = kind === 'memory' && at !== null && (filed === null || new Date(filed) < at);
    if (state === 'failed' || only) event.preventDefault();
  });
}

const place = document.querySelector('[data-workbook]');
if (place) {
  place.textContent = '';
  followLater();
  void begin(place);
}
