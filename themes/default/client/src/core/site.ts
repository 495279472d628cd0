/** What the page knows of its site: one frozen value that a script beside it assigns. */

import type { Sheet } from '../model/sheet';

/** A message to a partner, ready to send: so many days after a session, or before the next. */
export interface Nudge {
  readonly day: number | null;
  readonly before_next: number | null;
  readonly text: string;
}

export interface Pack {
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  /** Its page, from the workbook; null where the page is not in this folder. */
  readonly url: string | null;
  readonly nudges: readonly Nudge[];
  readonly try_it: string;
}

export interface SiteData {
  readonly format: 1;
  /** Permanent: names the database, the locks and the channel. */
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** IANA name of the site's time zone. */
  readonly timezone: string;
  /** The pack whose zip this workbook is in; null on the site. */
  readonly pack: string | null;
  /** The organisation's goals, which a plan may connect to. */
  readonly goals: readonly string[];
  readonly organisation: string;
  readonly sheets: readonly Sheet[];
  readonly packs: readonly Pack[];
  /** Pages a room may point to, by what they are about; those that are in this folder. */
  readonly pages: Readonly<Record<string, { readonly title: string; readonly url: string }>>;
  /** English sentences with their translations. */
  readonly words: Readonly<Record<string, string>>;
  /** The forms of what is counted, by the English for one. */
  readonly counted: Readonly<Record<string, readonly string[]>>;
  /** Which form each number takes, from 0 on: a digit each; empty where it is as in English. */
  readonly forms: string;
}

declare global {
  var peerpress: SiteData | undefined;
}

const NOTHING: SiteData = {
  format: 1,
  id: 'none',
  title: '',
  version: '',
  language: 'en',
  direction: 'ltr',
  timezone: 'UTC',
  pack: null,
  goals: [],
  organisation: '',
  sheets: [],
  packs: [],
  pages: {},
  words: {},
  counted: {},
  forms: '',
};

export const site: SiteData = globalThis.peerpress ?? NOTHING;

export const sheetOf = (id: string): Sheet | undefined => site.sheets.find((one) => one.id === id);
export const packOf = (id: string): Pack | undefined => site.packs.find((one) => one.id === id);
