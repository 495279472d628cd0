/**
 * The smaller shelf, for where the database is refused: one text for each record. It holds a few
 * megabytes, and forgets the last moments when the browser is killed.
 */

import type { Json } from '../model/record';
import { rowIn } from './checked';
import { isObject } from './json';
import { migrated, SCHEMA, STEPS, type Steps } from './migrate';
import {
  type Change,
  isClash,
  type Loaded,
  type Meta,
  NO_META,
  type Row,
  type Shelf,
  type Snapshot,
  SNAPSHOTS,
} from './shelf';

/** What lies beside this shelf under the same name: see `last-words.ts`. */
const OTHERS = /^last-words\//;

export interface LocalOptions {
  readonly schema?: number;
  readonly steps?: Steps;
  /** What else is to go when everything goes. */
  readonly alsoClear?: () => void;
}

export class LocalShelf implements Shelf {
  readonly kind = 'localstorage';
  private readonly storage: Storage;
  private readonly name: string;
  private readonly schema: number;
  private readonly steps: Steps;
  private readonly alsoClear: () => void;

  constructor(storage: Storage, name: string, options: LocalOptions = {}) {
    this.storage = storage;
    this.name = name;
    this.schema = options.schema ?? SCHEMA;
    this.steps = options.steps ?? STEPS;
    this.alsoClear = options.alsoClear ?? (() => undefined);
  }

  async load(): Promise<Loaded> {
    const ids = this.under('record');
    const rows = ids.flatMap((id) => this.row(id) ?? []);
    const strange = ids.filter((id) => !this.row(id));
    const lost = strange.filter((id) => !this.setAside(id));
    const meta = this.parsed('meta');
    const aside = this.under('aside').length + lost.length;
    return { rows, meta: { ...NO_META, ...(isObject(meta) ? meta : {}) }, aside };
  }

  async read(ids: readonly string[]): Promise<readonly Row[]> {
    return ids.flatMap((id) => this.row(id) ?? []);
  }

  async write(changes: readonly Change[]): Promise<readonly Row[]> {
    const clashes: Row[] = [];
    const texts: [string, string][] = [];
    for (const change of changes) {
      const { id } = change.row.rec;
      const there = this.row(id);
      if (there && isClash(change, there)) clashes.push(there);
      else texts.push([`record/${id}`, this.textOf(change.row)]);
    }
    this.set(texts);
    return clashes;
  }

  async drop(rows: readonly Row[]): Promise<void> {
    for (const { rec } of rows) {
      if (this.row(rec.id)?.rec.rev === rec.rev) this.storage.removeItem(this.key(`record/${rec.id}`));
    }
  }

  async writeMeta(patch: Partial<Meta>): Promise<void> {
    const meta = this.parsed('meta');
    this.set([['meta', JSON.stringify({ ...(isObject(meta) ? meta : {}), ...patch })]]);
  }

  /** There may be room for fewer than five; one there must be. */
  async keep(snapshot: Snapshot): Promise<void> {
    const text = JSON.stringify({ ...snapshot, schema: this.schema });
    const numbers = this.numbers();
    const mine = (numbers.at(-1) ?? 0) + 1;
    for (let spare = Math.max(0, numbers.length + 1 - SNAPSHOTS); ; spare++) {
      for (const number of numbers.slice(0, spare)) this.storage.removeItem(this.key(`snapshot/${number}`));
      try {
        this.set([[`snapshot/${mine}`, text]]);
        return;
      } catch (error) {
        if (spare >= numbers.length) throw error;
      }
    }
  }

  async snapshots(): Promise<readonly Snapshot[]> {
    return this.numbers().flatMap((number) => {
      const value = this.parsed(`snapshot/${number}`);
      return isObject(value) && Array.isArray(value['rows']) ? (value as unknown as Snapshot) : [];
    });
  }

  async clear(): Promise<void> {
    this.empty();
    this.alsoClear();
  }

  /** Remove what is on this shelf, and nothing else. */
  empty(): void {
    for (const rest of this.under('')) {
      if (!OTHERS.test(rest)) this.storage.removeItem(this.key(rest));
    }
  }

  close(): void {
    // nothing is open
  }

  /** The highest number that a record here says it looks like; 0 where there are none. */
  newest(): number {
    return Math.max(0, ...this.under('record').map((id) => this.schemaOf(id)));
  }

  /** Make records of older numbers new: all of them, or none. What they were is kept as a snapshot. */
  async migrate(): Promise<void> {
    const old = this.under('record').filter((id) => this.schemaOf(id) < this.schema);
    const rows = old.flatMap((id) => this.row(id) ?? []);
    if (rows.length === 0) return;
    const grown = rows.map((row) => {
      const [rec = row.rec] = migrated([row.rec], this.schemaOf(row.rec.id), this.schema, this.steps);
      return { ...row, rec };
    });
    await this.keep({ at: new Date().toISOString(), why: 'migration', rows });
    this.set(grown.map((row) => [`record/${row.rec.id}`, this.textOf(row)]));
  }

  private textOf(row: Row): string {
    return JSON.stringify({ ...row, schema: this.schema });
  }

  private row(id: string): Row | null {
    return rowIn(this.parsed(`record/${id}`), id);
  }

  private schemaOf(id: string): number {
    const value = this.parsed(`record/${id}`);
    const schema = isObject(value) ? value['schema'] : 1;
    return typeof schema === 'number' ? schema : 1;
  }

  private key(rest: string): string {
    return `${this.name}/${rest}`;
  }

  /** What follows a beginning, of each key that has it. */
  private under(part: string): readonly string[] {
    const beginning = this.key(part === '' ? '' : `${part}/`);
    const keys = Array.from({ length: this.storage.length }, (_, at) => this.storage.key(at) ?? '');
    return keys.filter((key) => key.startsWith(beginning)).map((key) => key.slice(beginning.length));
  }

  private numbers(): readonly number[] {
    return this.under('snapshot').map(Number).sort((a, b) => a - b);
  }

  private parsed(rest: string): Json | undefined {
    try {
      return JSON.parse(this.storage.getItem(this.key(rest)) ?? 'null') as Json;
    } catch {
      return undefined;
    }
  }

  /** Write these, all or none. */
  private set(texts: readonly (readonly [string, string])[]): void {
    const before: [string, string | null][] = [];
    try {
      for (const [rest, text] of texts) {
        before.push([this.key(rest), this.storage.getItem(this.key(rest))]);
        this.storage.setItem(this.key(rest), text);
      }
    } catch (error) {
      // backwards, each step leads to what had room before
      for (const [key, text] of before.reverse()) {
        if (text === null) this.storage.removeItem(key);
        else this.storage.setItem(key, text);
      }
      throw error;
    }
  }

  /** Whether there was room to set it aside; else it stays where it is. */
  private setAside(id: string): boolean {
    const key = this.key(`record/${id}`);
    const text = this.storage.getItem(key) ?? '';
    try {
      this.set([[`aside/${id}`, text]]);
    } catch {
      return false;
    }
    this.storage.removeItem(key);
    return true;
  }
}
