/**
 * Everything that this browser keeps for workbooks, as it lies there: for when the workbook itself does
 * not open. It knows nothing of records, and so nothing in them can stop it.
 */

const MINE = 'peerpress-';

export interface Database {
  readonly name: string;
  readonly version: number;
  /** Each store with all that is in it. */
  readonly stores: Readonly<Record<string, readonly Entry[]>>;
}

interface Entry {
  readonly key: unknown;
  readonly value: unknown;
}

export interface Dump {
  readonly format: 'peerpress-rescue';
  readonly made: string;
  readonly databases: readonly Database[];
  readonly local: Readonly<Record<string, string>>;
  /** What could not be read, and why. */
  readonly unread: readonly string[];
}

/** All of it. `site` names the database where the browser does not tell which there are. */
export async function dump(site: string, now: Date = new Date()): Promise<Dump> {
  const unread: string[] = [];
  const databases: Database[] = [];
  for (const name of await databaseNames(site, unread)) {
    const found = await database(name, unread).catch((error: unknown) => unread.push(`${name}: ${String(error)}`));
    if (typeof found === 'object' && found) databases.push(found);
  }
  return { format: 'peerpress-rescue', made: now.toISOString(), databases, local: localTexts(unread), unread };
}

/** Delete what a dump holds; resolves when it is gone, rejects where another tab does not let go of it. */
export async function deleteAll({ databases, local }: Dump): Promise<void> {
  for (const { name } of databases) await deleted(name);
  for (const key of Object.keys(local)) localStorage.removeItem(key);
}

async function databaseNames(site: string, unread: string[]): Promise<readonly string[]> {
  const own = `${MINE}${site}`;
  try {
    const all = (await indexedDB.databases?.()) ?? [{ name: own }];
    return all.flatMap(({ name }) => (name?.startsWith(MINE) ? name : []));
  } catch (error) {
    unread.push(String(error));
    return [own];
  }
}

async function database(name: string, unread: string[]): Promise<Database | null> {
  const db = await opened(name);
  if (!db) return null;
  try {
    const stores: [string, readonly Entry[]][] = [];
    for (const store of db.objectStoreNames) stores.push([store, await entries(db, store, unread)]);
    return { name, version: db.version, stores: Object.fromEntries(stores) };
  } finally {
    db.close();
  }
}

/** The database; null where there is none, and none is made by asking. */
function opened(name: string): Promise<IDBDatabase | null> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    let isNew = false;
    request.onupgradeneeded = () => {
      isNew = true;
      request.transaction?.abort();
    };
    request.onsuccess = () => {
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => (isNew ? resolve(null) : reject(request.error ?? new Error(name)));
  });
}

/** One by one: a value that the browser cannot read any more takes no other with it. */
async function entries(db: IDBDatabase, store: string, unread: string[]): Promise<readonly Entry[]> {
  const found: Entry[] = [];
  for (const key of await got(db.transaction(store).objectStore(store).getAllKeys())) {
    try {
      found.push({ key, value: await got(db.transaction(store).objectStore(store).get(key)) });
    } catch (error) {
      unread.push(`${db.name} ${store} ${String(key)}: ${String(error)}`);
    }
  }
  return found;
}

function got<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no answer'));
  });
}

function deleted(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error ?? new Error(name));
    // a workbook lets go within a second when it is asked to
    request.onblocked = () => setTimeout(() => reject(new Error('blocked')), 3000);
  });
}

function localTexts(unread: string[]): Record<string, string> {
  try {
    const keys = Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? '');
    const mine = keys.filter((key) => key.startsWith(MINE));
    return Object.fromEntries(mine.map((key) => [key, localStorage.getItem(key) ?? '']));
  } catch (error) {
    unread.push(String(error));
    return {};
  }
}
