/** The workbook in memory: each record a signal, each change through one gate, everything kept within 400 ms. */

import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { FORMS } from '../model/forms';
import type { Body, Rec } from '../model/record';
import { canonical, newId } from './ids';
import { Keeper, type News, type Saving } from './keeper';
import { standing } from './merge';
import { Records } from './records';
import type { Named } from './revisions';
import { type Change, type Loaded, type Meta, NO_META, type Row, type Shelf, type Snapshot } from './shelf';
import { Undos } from './undos';

export type { Saving } from './keeper';

/** How long a record that was put away can come back, and is known of to other copies. */
const AWAY = 30 * 24 * 60 * 60 * 1000;

export class Book {
  readonly shelf: Shelf;
  /** How many things the shelf holds that could not be read. */
  readonly aside: number;
  readonly saving: ReadonlySignal<Saving>;
  /** Whether this tab may write; one tab at a time does. */
  readonly writes = signal(true);
  readonly meta: Signal<Meta>;
  /** What `undo` would set back, in words; null where there is nothing. */
  readonly undoable: ReadonlySignal<string | null>;

  private readonly records = new Records();
  private readonly undos = new Undos();
  private readonly keeper: Keeper;

  constructor(shelf: Shelf, loaded: Loaded) {
    this.shelf = shelf;
    this.aside = loaded.aside;
    this.meta = signal(loaded.meta);
    this.keeper = new Keeper(shelf, this.records, loaded.rows);
    this.keeper.onChanged = (ids) => this.undos.forget(ids);
    this.saving = this.keeper.saving;
    this.undoable = this.undos.words;
  }

  /** The workbook on a shelf. What was put away more than 30 days ago is removed for good. */
  static async open(shelf: Shelf, now: number = Date.now()): Promise<Book> {
    const loaded = await shelf.load();
    const isOld = ({ rec }: Row): boolean => rec.deleted === true && Date.parse(rec.updated) < now - AWAY;
    const old = loaded.rows.filter(isOld);
    // it can wait for the next time
    if (old.length > 0) await shelf.drop(old).catch(() => undefined);
    return new Book(shelf, { ...loaded, rows: loaded.rows.filter((row) => !isOld(row)) });
  }

  /** What hears of each write that was kept: other tabs. */
  set onNews(hear: (news: News) => void) {
    this.keeper.onNews = hear;
  }

  /** A record that is there and not put away; reading it makes a component follow it. */
  get(id: string): Rec | undefined {
    const rec = this.records.follow(id);
    return rec?.deleted ? undefined : rec;
  }

  /** All records of a type, in the order they were made; a component follows each of them. */
  all(type: string): readonly Rec[] {
    return this.records.all(type).filter((rec) => !rec.deleted);
  }

  /** Those of a type that belong to a record: the steps of a goal. In their own order, else as made. */
  of(type: string, field: string, id: string): readonly Rec[] {
    return inOrder(this.all(type).filter((rec) => rec.body[field] === id));
  }

  /** Every record that there is as a file should hold it: put away ones too, kept already or not. */
  everything(): readonly Rec[] {
    return this.records.every().map((rec) => this.keeper.revisionOf(rec.id)?.rec ?? rec);
  }

  /** Make a record and return its id. */
  add(type: string, body: Body, about: Partial<Named> = {}, words = ''): string {
    const id = newId();
    const named: Named = { id, type, sheet: null, sheet_version: null, pack: null, ...about };
    this.remember(words, [[id, null]]);
    this.put([{ ...named, rev: '', ancestors: [], updated: now(), body }]);
    return id;
  }

  /** Change some fields of a record. `words` name it for undo, such as "status changed". */
  edit(id: string, patch: Body, words = ''): void {
    const rec = this.records.peek(id);
    if (!rec || rec.deleted || !changes(rec.body, patch)) return;
    this.remember(words, [[id, rec]], `${id} ${Object.keys(patch).join(' ')} ${words}`);
    this.put([{ ...rec, updated: now(), body: { ...rec.body, ...patch } }]);
  }

  /** Put a record away, and with it what belongs to it. */
  remove(id: string, words = ''): void {
    const gone = this.family(id);
    if (gone.length === 0) return;
    this.remember(words, gone.map((rec) => [rec.id, rec]));
    this.put(gone.map((rec) => ({ ...rec, updated: now(), deleted: true })));
  }

  /** Take up records as they are: of a file that was looked at and accepted. */
  take(recs: readonly Rec[], words: string): void {
    if (!this.writes.peek() || recs.length === 0) return;
    this.remember(words, recs.map((rec) => [rec.id, this.records.peek(rec.id) ?? null]));
    this.put(recs.map((rec) => this.arrived(rec)));
  }

  /** Set back the last change. */
  undo(): void {
    const last = this.writes.peek() ? this.undos.take() : undefined;
    if (!last) return;
    const recs = [...last.before].flatMap(([id, before]) => {
      const rec = this.records.peek(id);
      return rec ? asBefore(rec, before) : [];
    });
    this.put(recs);
  }

  setMeta(patch: Partial<Meta>): Promise<void> {
    this.meta.value = { ...this.meta.peek(), ...patch };
    return this.keeper.setMeta(patch);
  }

  /** Keep what is not kept yet, now; resolves when it is, or when it could not be. */
  flush(): Promise<void> {
    return this.keeper.flush();
  }

  /** Whether something typed is not kept yet. */
  get isBehind(): boolean {
    return this.keeper.isBehind;
  }

  /** What is not kept yet. */
  unkept(): readonly Change[] {
    return this.keeper.unkept();
  }

  /** Go on with what an earlier page did not get kept. */
  recover(changes: readonly Change[]): Promise<void> {
    return this.keeper.recover(changes);
  }

  /**
   * Say what is in a file now: these revisions are ancestors from here on. Ids stand for what is here at
   * this moment; where typing may have gone on since the file was made, give the records that are in it.
   */
  sentOut(sent: readonly (string | Rec)[]): Promise<void> {
    const recs = sent.flatMap((one) => (typeof one === 'string' ? (this.keeper.revisionOf(one)?.rec ?? []) : one));
    return this.keeper.sentOut(recs);
  }

  /** Keep a copy of everything as it is, before something large happens. */
  async snapshot(why: Snapshot['why']): Promise<void> {
    await this.flush();
    const rows = this.records.every().flatMap(({ id }, at) => {
      const revision = this.keeper.revisionOf(id);
      return revision ? { ...revision, nth: at + 1 } : [];
    });
    await this.shelf.keep({ at: now(), why, rows });
  }

  /** Take over what another tab has kept. What was typed here and not kept stays, as a copy if need be. */
  refresh(ids: readonly string[] | null = null): Promise<void> {
    return this.keeper.refresh(ids);
  }

  /** Take over the settings that another tab has changed. */
  async refreshMeta(): Promise<void> {
    this.meta.value = (await this.shelf.load()).meta;
  }

  /** Remove everything, here and from the shelf. */
  async clear(): Promise<void> {
    await this.keeper.clear();
    this.undos.clear();
    this.meta.value = NO_META;
  }

  /** Let go of everything that is in this tab: another one has removed it. */
  async forget(): Promise<void> {
    await this.keeper.forget();
    this.undos.clear();
    this.meta.value = NO_META;
  }

  /** Show records, and have them kept soon. */
  private put(recs: readonly Rec[]): void {
    if (!this.writes.peek()) return;
    this.records.show(recs);
    this.keeper.touch(recs.map((rec) => rec.id));
  }

  /** A record from a file, with what it goes on from. */
  private arrived(rec: Rec): Rec {
    const mine = this.keeper.revisionOf(rec.id)?.rec;
    // what comes back goes on from having been put away, so that it stays back elsewhere too
    if (mine?.deleted && !rec.deleted && standing(mine, rec) === 'older') {
      return asBefore(mine, rec);
    }
    this.keeper.goOnFrom({ rec, out: true });
    return rec;
  }

  private family(id: string): readonly Rec[] {
    const rec = this.records.peek(id);
    if (!rec || rec.deleted) return [];
    const every = this.records.every().filter((one) => !one.deleted);
    const members = FORMS.filter((form) => form.of === rec.type).flatMap((form) =>
      every.filter((one) => one.type === form.type && one.body[rec.type] === id),
    );
    return [rec, ...members];
  }

  private remember(words: string, before: readonly (readonly [string, Rec | null])[], key = ''): void {
    if (this.writes.peek()) this.undos.add(words, new Map(before), key);
  }
}

/** In the order that people gave them; those without one as they were made. */
export function inOrder(recs: readonly Rec[]): readonly Rec[] {
  const at = (rec: Rec): number => (typeof rec.body['order'] === 'number' ? rec.body['order'] : 0);
  return [...recs].sort((a, b) => at(a) - at(b));
}

/** A record as it was before, as its newest change; put away where it was not. */
function asBefore(rec: Rec, before: Rec | null): Rec {
  const { deleted: _, ...alive } = { ...rec, updated: now() };
  if (before && !before.deleted) return { ...alive, body: before.body };
  return { ...alive, body: before?.body ?? rec.body, deleted: true };
}

const changes = (body: Body, patch: Body): boolean =>
  Object.entries(patch).some(([field, value]) => canonical(body[field] ?? null) !== canonical(value));

const now = (): string => new Date().toISOString();
