/** The shelf that lasts: the browser's database. What it calls kept survives the browser being killed. */

import type { DBSchema, IDBPDatabase } from 'idb';
import type { Json } from '../model/record';
import { rowIn } from './checked';
import { SCHEMA } from './migrate';
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

export interface Stores extends DBSchema {
  /** Rows by the ids of their records. */
  records: { key: string; value: unknown };
  /** The settings of `Meta` by their names, and what a probe writes. */
  meta: { key: string; value: unknown };
  snapshots: { key: number; value: Snapshot };
  /** What lay among the records and could not be read. */
  aside: { key: number; value: { readonly key: string; readonly value: unknown } };
}

export type Database = IDBPDatabase<Stores>;

/** Why the database goes: another version wants it, somebody removed it, or the browser closed it. */
export type Leaving = 'newer' | 'deleted' | 'lost';

const STORES = ['records', 'meta', 'snapshots', 'aside'] as const;
const STRICT = { durability: 'strict' } as const;

export class IdbShelf implements Shelf {
  readonly kind = 'indexeddb';
  private readonly db: Database;

  constructor(db: Database) {
    this.db = db;
  }

  async load(): Promise<Loaded> {
    const found = await this.all();
    const strange = found.filter(({ key, value }) => !rowIn(value, key));
    if (strange.length > 0) await this.setAside(strange);
    const tx = this.db.transaction(['meta', 'aside']);
    const names = Object.keys(NO_META);
    const values = await Promise.all(names.map((name) => tx.objectStore('meta').get(name)));
    const given = names.map((name, at) => [name, values[at]] as const);
    const meta = Object.fromEntries(given.filter(([, value]) => value !== undefined));
    const aside = await tx.objectStore('aside').count();
    const rows = found.flatMap(({ key, value }) => rowIn(value, key) ?? []);
    return { rows, meta: { ...NO_META, ...meta }, aside: aside + found.filter((one) => one.isLost).length };
  }

  async read(ids: readonly string[]): Promise<readonly Row[]> {
    const { store } = this.db.transaction('records');
    const values = await Promise.all(ids.map((id) => store.get(id)));
    return ids.flatMap((id, at) => rowIn(values[at] as Json | undefined, id) ?? []);
  }

  async write(changes: readonly Change[]): Promise<readonly Row[]> {
    const tx = this.db.transaction(['records', 'aside'], 'readwrite', STRICT);
    const records = tx.objectStore('records');
    const put = async (change: Change): Promise<readonly Row[]> => {
      const { id } = change.row.rec;
      const value = await records.get(id);
      const there = rowIn(value as Json | undefined, id);
      if (there && isClash(change, there)) return [there];
      if (value !== undefined && !there) await tx.objectStore('aside').add({ key: id, value });
      await records.put(change.row, id);
      return [];
    };
    return (await whole(tx, Promise.all(changes.map(put)))).flat();
  }

  async drop(rows: readonly Row[]): Promise<void> {
    const tx = this.db.transaction('records', 'readwrite', STRICT);
    const one = async ({ rec }: Row): Promise<void> => {
      const there = rowIn((await tx.store.get(rec.id)) as Json | undefined, rec.id);
      if (there?.rec.rev === rec.rev) await tx.store.delete(rec.id);
    };
    await whole(tx, Promise.all(rows.map(one)));
  }

  async writeMeta(patch: Partial<Meta>): Promise<void> {
    const tx = this.db.transaction('meta', 'readwrite', STRICT);
    await whole(tx, Promise.all(Object.entries(patch).map(([name, value]) => tx.store.put(value, name))));
  }

  async keep(snapshot: Snapshot): Promise<void> {
    const tx = this.db.transaction('snapshots', 'readwrite', STRICT);
    const add = async (): Promise<void> => {
      await tx.store.add({ ...snapshot, schema: SCHEMA });
      const old = (await tx.store.getAllKeys()).slice(0, -SNAPSHOTS);
      await Promise.all(old.map((key) => tx.store.delete(key)));
    };
    await whole(tx, add());
  }

  snapshots(): Promise<readonly Snapshot[]> {
    return this.db.getAll('snapshots');
  }

  async clear(): Promise<void> {
    const tx = this.db.transaction(STORES, 'readwrite', STRICT);
    await whole(tx, Promise.all(STORES.map((name) => tx.objectStore(name).clear())));
  }

  close(): void {
    this.db.close();
  }

  /** Write something for good, to see whether that can be done at all. */
  async probe(): Promise<void> {
    const tx = this.db.transaction('meta', 'readwrite');
    await whole(tx, tx.store.put(Date.now(), 'probe'));
  }

  /** Everything among the records. One that the database itself cannot read any more stays where it is. */
  private async all(): Promise<readonly Found[]> {
    const { store } = this.db.transaction('records');
    const keys = await store.getAllKeys();
    try {
      const values = await this.db.getAll('records');
      if (values.length === keys.length) return keys.map((key, at) => ({ key, value: values[at] as Json }));
    } catch {
      // one of them spoils it for all
    }
    return Promise.all(keys.map((key) => this.one(key)));
  }

  private async one(key: string): Promise<Found> {
    try {
      return { key, value: (await this.db.get('records', key)) as Json };
    } catch {
      return { key, value: null, isLost: true };
    }
  }

  private async setAside(found: readonly Found[]): Promise<void> {
    const tx = this.db.transaction(['records', 'aside'], 'readwrite', STRICT);
    const move = async ({ key, value }: Found): Promise<void> => {
      await tx.objectStore('aside').add({ key, value });
      await tx.objectStore('records').delete(key);
    };
    await whole(tx, Promise.all(found.filter((one) => !one.isLost).map(move)));
  }
}

interface Found {
  readonly key: string;
  readonly value: Json;
  readonly isLost?: true;
}

/** What a transaction's work gives once all of it is kept; else nothing of it is. */
export async function whole<T>(tx: { readonly done: Promise<void>; abort(): void }, work: Promise<T>): Promise<T> {
  try {
    const [found] = await Promise.all([work, tx.done]);
    return found;
  } catch (error) {
    try {
      tx.abort();
    } catch {
      // it has ended by itself
    }
    throw error;
  }
}
