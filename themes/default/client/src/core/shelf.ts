/** Where records are kept: in the browser's database, or, where that is refused, in what is left. */

import type { Revision } from './revisions';

/** A revision as it is kept. */
export interface Row extends Revision {
  /** When it came, counted: lists show records in the order in which they were made or taken up here. */
  readonly nth: number;
}

export interface Change {
  readonly row: Row;
  /** The revision that this one replaces; null where there should be none yet. */
  readonly base: string | null;
}

/** What the workbook knows beside its records. It never leaves the device. */
export interface Meta {
  readonly device: 'own' | 'shared' | null;
  /** When everything was last saved to a file, in UTC. */
  readonly backup: string | null;
  /** Settings of rooms, such as the last goal looked at; nothing that a person wrote. */
  readonly place: string;
}

export const NO_META: Meta = { device: null, backup: null, place: '' };

/** A copy of everything, kept before something large happens. */
export interface Snapshot {
  readonly at: string;
  readonly why: 'import' | 'migration' | 'delete';
  readonly rows: readonly Row[];
  /** What these rows look like (see `migrate.ts`); the shelf says it. */
  readonly schema?: number;
}

/** How many snapshots stay. */
export const SNAPSHOTS = 5;

export interface Loaded {
  readonly rows: readonly Row[];
  readonly meta: Meta;
  /** How many things there are that could not be read. They are set aside, and never dropped. */
  readonly aside: number;
}

export interface Shelf {
  readonly kind: 'indexeddb' | 'localstorage' | 'memory';
  load(): Promise<Loaded>;
  /** The rows of these ids, as they are kept now. */
  read(ids: readonly string[]): Promise<readonly Row[]>;
  /**
   * Write, all or nothing, what still rests on the revision it was made from. Resolves when it is kept
   * for good, with the rows that others have changed meanwhile: those were not written.
   */
  write(changes: readonly Change[]): Promise<readonly Row[]>;
  /** Remove these rows, unless they have changed. */
  drop(rows: readonly Row[]): Promise<void>;
  writeMeta(patch: Partial<Meta>): Promise<void>;
  /** Keep a snapshot; the last five stay. */
  keep(snapshot: Snapshot): Promise<void>;
  /** The oldest first. */
  snapshots(): Promise<readonly Snapshot[]>;
  /** Remove everything, snapshots too. */
  clear(): Promise<void>;
  close(): void;
}

/** Whether a row may not be written: what is kept is another revision than it was made from. */
export const isClash = ({ row, base }: Change, there: Row | undefined): boolean =>
  there !== undefined && there.rec.rev !== base && there.rec.rev !== row.rec.rev;

/** Rows in the order in which they came. */
export const inTurn = (rows: readonly Row[]): readonly Row[] => [...rows].sort((a, b) => a.nth - b.nth);

/** The last resort: it lasts as long as the page. */
export class MemoryShelf implements Shelf {
  readonly kind = 'memory';
  private readonly rows = new Map<string, Row>();
  private meta = NO_META;
  private kept: readonly Snapshot[] = [];

  load(): Promise<Loaded> {
    return Promise.resolve({ rows: [...this.rows.values()], meta: this.meta, aside: 0 });
  }

  read(ids: readonly string[]): Promise<readonly Row[]> {
    return Promise.resolve(ids.flatMap((id) => this.rows.get(id) ?? []));
  }

  write(changes: readonly Change[]): Promise<readonly Row[]> {
    const clashes: Row[] = [];
    for (const change of changes) {
      const { id } = change.row.rec;
      const there = this.rows.get(id);
      if (there && isClash(change, there)) clashes.push(there);
      else this.rows.set(id, change.row);
    }
    return Promise.resolve(clashes);
  }

  drop(rows: readonly Row[]): Promise<void> {
    for (const { rec } of rows) if (this.rows.get(rec.id)?.rec.rev === rec.rev) this.rows.delete(rec.id);
    return Promise.resolve();
  }

  writeMeta(patch: Partial<Meta>): Promise<void> {
    this.meta = { ...this.meta, ...patch };
    return Promise.resolve();
  }

  keep(snapshot: Snapshot): Promise<void> {
    this.kept = [...this.kept, snapshot].slice(-SNAPSHOTS);
    return Promise.resolve();
  }

  snapshots(): Promise<readonly Snapshot[]> {
    return Promise.resolve(this.kept);
  }

  clear(): Promise<void> {
    this.rows.clear();
    this.kept = [];
    this.meta = NO_META;
    return Promise.resolve();
  }

  close(): void {
    // nothing is open
  }
}
