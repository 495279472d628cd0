/** Finding a shelf: the browser's database, else its smaller store, else what lasts as long as the page. */

import { deleteDB } from 'idb';
import { openAsIs, openIdb, type Opening, Unopened } from './idb-open';
import { LocalShelf } from './local-shelf';
import { mergePlan, recordsToTake } from './merge';
import { SCHEMA } from './migrate';
import { type Change, inTurn, MemoryShelf, type Meta, type Row, type Shelf } from './shelf';

export interface Opened {
  readonly shelf: Shelf;
  /** What a person is told of it: the shelf there would be, where it only could not be opened today. */
  readonly kind: Shelf['kind'];
  /** Whether it may be written to. */
  readonly writes: boolean;
  readonly trouble: Unopened['what'] | null;
}

/** The shelf of a site. Never throws, and never waits for ever. */
export async function openShelf(name: string, opening: Opening = {}): Promise<Opened> {
  const local = localShelf(name, opening);
  try {
    const shelf = await openIdb(name, opening);
    // what is not brought over this time lies safe until the next
    if (local) await bringOver(local, shelf).catch(() => undefined);
    return { shelf, kind: shelf.kind, writes: true, trouble: null };
  } catch (error) {
    const what = error instanceof Unopened ? error.what : 'refused';
    return what === 'refused' ? fallBack(local, opening) : standing(name, what);
  }
}

/** Nothing is written: the records stand as they are, and are shown where this version can read them. */
async function standing(name: string, trouble: Unopened['what']): Promise<Opened> {
  const shelf = trouble === 'migration' ? await openAsIs(name).catch(() => null) : null;
  return { shelf: shelf ?? new MemoryShelf(), kind: 'indexeddb', writes: false, trouble };
}

async function fallBack(local: LocalShelf | null, { schema = SCHEMA }: Opening): Promise<Opened> {
  // without a database there is nothing that is not shown
  const trouble = hasDatabases() ? 'refused' : null;
  if (!local) return { shelf: new MemoryShelf(), kind: 'memory', writes: true, trouble };
  const { kind } = local;
  if (local.newest() > schema) return { shelf: new MemoryShelf(), kind, writes: false, trouble: 'newer' };
  try {
    await local.migrate();
    return { shelf: local, kind, writes: true, trouble };
  } catch {
    return { shelf: local, kind, writes: false, trouble: 'migration' };
  }
}

function hasDatabases(): boolean {
  try {
    return Boolean(globalThis.indexedDB);
  } catch {
    return false;
  }
}

/** The smaller store, if it takes anything. */
function localShelf(name: string, { schema, steps }: Opening): LocalShelf | null {
  try {
    const key = `${name}/probe`;
    localStorage.setItem(key, '1');
    localStorage.removeItem(key);
    const options = { ...(schema ? { schema } : {}), ...(steps ? { steps } : {}) };
    return new LocalShelf(localStorage, name, { ...options, alsoClear: () => removeDatabase(name) });
  } catch {
    return null;
  }
}

/** When everything is to go, so is what a database may hold that does not open today. */
function removeDatabase(name: string): void {
  try {
    deleteDB(name).catch(() => undefined);
  } catch {
    // there is none to be had
  }
}

/** What was written while the database was refused goes into it; nothing that is there gives way. */
async function bringOver(from: LocalShelf, to: Shelf): Promise<void> {
  if (from.newest() === 0) return;
  await from.migrate();
  const [theirs, mine] = await Promise.all([from.load(), to.load()]);
  const here = new Map(mine.rows.map((row) => [row.rec.id, row]));
  const out = new Map(theirs.rows.map((row) => [row.rec.id, row.out]));
  const plan = mergePlan(recsOf(mine.rows), recsOf(inTurn(theirs.rows)));
  const last = Math.max(0, ...mine.rows.map((row) => row.nth));
  const changes = recordsToTake(plan).map((rec, at): Change => {
    const there = here.get(rec.id);
    const row = { rec, out: out.get(rec.id) ?? true, nth: there?.nth ?? last + 1 + at };
    return { row, base: there?.rec.rev ?? null };
  });
  const clashes = await to.write(changes);
  if (mine.meta.device === null) await to.writeMeta(known(theirs.meta));
  if (clashes.length === 0 && theirs.aside === 0) from.empty();
}

const recsOf = (rows: readonly Row[]) => rows.map((row) => row.rec);

const known = (meta: Meta): Partial<Meta> =>
  Object.fromEntries(Object.entries(meta).filter(([, value]) => value !== null && value !== ''));
