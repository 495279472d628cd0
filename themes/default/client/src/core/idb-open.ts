/**
 * Opening the database. Its version is the number of what records look like, so that the browser itself
 * keeps older code away from newer records. Each way in which it may not open has a name; none hangs.
 */

import { type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb';
import type { Json } from '../model/record';
import { rowIn } from './checked';
import { type Database, IdbShelf, type Leaving, type Stores } from './idb-shelf';
import { migrated, SCHEMA, STEPS, type Steps } from './migrate';
import { TimeOut, within } from './patience';

export interface Opening {
  readonly schema?: number;
  readonly steps?: Steps;
  /** How long to wait, in milliseconds. */
  readonly patience?: number;
  /** Asked when the database has to be let go of; it is closed when this resolves, or after a second. */
  readonly onLeave?: (why: Leaving) => Promise<void>;
  /** Told when what blocked it is gone. */
  readonly onLate?: () => void;
}

/** Why the database did not open. */
export class Unopened extends Error {
  readonly what: 'newer' | 'blocked' | 'migration' | 'refused';

  constructor(what: Unopened['what'], cause: unknown) {
    super(`${what}: ${String(cause)}`);
    this.what = what;
  }
}

const PATIENCE = 6000;
/** Making many records new takes its time. */
const MIGRATION = 60_000;

type Upgrade = IDBPTransaction<Stores, StoreNames<Stores>[], 'versionchange'>;

/** The database of this name, ready to be written to; throws `Unopened`. */
export async function openIdb(name: string, opening: Opening = {}): Promise<IdbShelf> {
  const { schema = SCHEMA, steps = STEPS, patience = PATIENCE, onLeave, onLate } = opening;
  const state = { isBlocked: false, isUpgrading: false, broken: null as unknown };
  let leave = (why: Leaving): void => void why;
  const upgrade = (db: Database, from: number, _to: number | null, tx: Upgrade): void => {
    state.isUpgrading = true;
    makeStores(db);
    tx.done.catch(() => undefined);
    if (from === 0) return;
    grow(tx, from, schema, steps).catch((error: unknown) => {
      state.broken = error;
      tx.abort();
    });
  };
  const opened = openDB<Stores>(name, schema, {
    upgrade,
    blocked: () => (state.isBlocked = true),
    blocking: (_, wanted) => leave(wanted === null ? 'deleted' : 'newer'),
    terminated: () => leave('lost'),
  });
  try {
    const db = await within(opened, patience).catch((error: unknown) => {
      if (error instanceof TimeOut && state.isUpgrading) return within(opened, MIGRATION);
      throw error;
    });
    leave = (why) => void leaving(db, why, onLeave);
    const shelf = new IdbShelf(db);
    await within(shelf.probe(), patience);
    return shelf;
  } catch (error) {
    const what = reason(error, state);
    const late = (db: Database): void => {
      db.close();
      if (what === 'blocked') onLate?.();
    };
    opened.then(late, () => undefined);
    throw new Unopened(what, state.broken ?? error);
  }
}

/** The database as it is, whatever its version: to be read, where it cannot be made new. */
export async function openAsIs(name: string): Promise<IdbShelf> {
  return new IdbShelf(await openDB<Stores>(name));
}

function reason(error: unknown, state: { isBlocked: boolean; broken: unknown }): Unopened['what'] {
  if (state.broken !== null) return 'migration';
  if (error instanceof DOMException && error.name === 'VersionError') return 'newer';
  return error instanceof TimeOut && state.isBlocked ? 'blocked' : 'refused';
}

async function leaving(db: Database, why: Leaving, onLeave: Opening['onLeave']): Promise<void> {
  await within(Promise.resolve(onLeave?.(why)), 1000).catch(() => undefined);
  db.close();
}

function makeStores(db: IDBPDatabase<Stores>): void {
  const has = (name: StoreNames<Stores>): boolean => db.objectStoreNames.contains(name);
  for (const name of ['records', 'meta'] as const) if (!has(name)) db.createObjectStore(name);
  for (const name of ['snapshots', 'aside'] as const) {
    if (!has(name)) db.createObjectStore(name, { autoIncrement: true });
  }
}

/** Make the records new, in the transaction that brings the new number: all of them, or none and no number. */
async function grow(tx: Upgrade, from: number, to: number, steps: Steps): Promise<void> {
  const records = tx.objectStore('records');
  const [keys, values] = await Promise.all([records.getAllKeys(), records.getAll()]);
  const rows = keys.flatMap((key, at) => rowIn(values[at] as Json, key) ?? []);
  await tx.objectStore('snapshots').add({ at: new Date().toISOString(), why: 'migration', rows, schema: from });
  const recs = migrated(rows.map((row) => row.rec), from, to, steps);
  const grown = recs.flatMap((rec, at) => (rows[at] ? { ...rows[at], rec } : []));
  await Promise.all(grown.map((row) => records.put(row, row.rec.id)));
}
