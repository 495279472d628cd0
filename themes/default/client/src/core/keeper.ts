/**
 * What has every change kept: soon, in order, and again where it did not go. "Saved" is said when the
 * shelf says that it is kept, and not before. What two tabs change at once is kept twice.
 */

import { type Signal, signal } from '@preact/signals';
import type { Rec } from '../model/record';
import { sameWords } from './merge';
import type { Records } from './records';
import { asCopy, grown, type Revision } from './revisions';
import { type Change, inTurn, type Meta, type Row, type Shelf } from './shelf';

export type Saving =
  | { readonly state: 'empty' | 'saving' | 'saved'; readonly at: Date | null }
  | { readonly state: 'failed'; readonly at: Date | null; readonly why: string };

/** What other tabs should hear of. */
export type News =
  | { readonly what: 'kept'; readonly ids: readonly string[] }
  | { readonly what: 'meta' | 'cleared' };

/** How long a change waits for the next one. */
const SOON = 300;
const AGAIN = 5000;

export class Keeper {
  readonly saving: Signal<Saving>;
  /** Hears of each write that was kept. */
  onNews: (news: News) => void = () => undefined;
  /** Hears which records somebody else has changed. */
  onChanged: (ids: ReadonlySet<string>) => void = () => undefined;

  private readonly shelf: Shelf;
  private readonly records: Records;
  private readonly kept = new Map<string, Row>();
  /** Revisions that are in a file, or come from one, and that the shelf does not have yet. */
  private readonly ahead = new Map<string, Revision>();
  private readonly pending = new Set<string>();
  private readonly flying = new Set<string>();
  private patch: Partial<Meta> = {};
  private count = 1;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private queue: Promise<void> = Promise.resolve();

  constructor(shelf: Shelf, records: Records, rows: readonly Row[]) {
    this.shelf = shelf;
    this.records = records;
    this.know(inTurn(rows));
    this.saving = signal(this.rest());
  }

  /** Whether something typed is not kept yet. */
  get isBehind(): boolean {
    return this.pending.size + this.flying.size > 0;
  }

  /** A record with the revision that it has, or will have when it is kept. */
  revisionOf(id: string): Revision | undefined {
    const rec = this.records.peek(id);
    return rec && grown(rec, this.ahead.get(id) ?? this.kept.get(id) ?? null);
  }

  /** A revision from elsewhere is what this record goes on from. */
  goOnFrom(revision: Revision): void {
    this.ahead.set(revision.rec.id, revision);
  }

  /** What is not kept yet, as it would be. */
  unkept(): readonly Change[] {
    return [...new Set([...this.flying, ...this.pending])].flatMap((id) => this.change(id));
  }

  /** Go on with what an earlier page did not get kept: in its place, or beside what has come there since. */
  recover(changes: readonly Change[]): Promise<void> {
    for (const { row, base } of changes) {
      const here = this.kept.get(row.rec.id);
      if (here?.rec.rev === row.rec.rev || here?.rec.ancestors.includes(row.rec.rev)) continue;
      if ((here?.rec.rev ?? null) !== base) {
        if (!row.rec.deleted) this.keepCopy(asCopy(row.rec));
        continue;
      }
      if (row.out) this.goOnFrom(row);
      this.records.show([row.rec]);
      this.pending.add(row.rec.id);
    }
    return this.flush();
  }

  /** Have these kept soon. */
  touch(ids: readonly string[]): void {
    if (ids.length === 0) return;
    for (const id of ids) this.pending.add(id);
    const saving = this.saving.peek();
    // that something was not kept is said until it is
    this.saving.value = saving.state === 'failed' ? { ...saving } : { state: 'saving', at: saving.at };
    this.timer ??= setTimeout(() => void this.flush(), SOON);
  }

  /** Keep what is not kept yet, now; resolves when it is, or when it could not be. */
  flush(): Promise<void> {
    this.stop();
    return this.next(() => this.write());
  }

  setMeta(patch: Partial<Meta>): Promise<void> {
    this.patch = { ...this.patch, ...patch };
    return this.flush();
  }

  /** These revisions are in a file now: they are ancestors from here on. */
  sentOut(sent: readonly Rec[]): Promise<void> {
    for (const rec of sent) {
      const here = this.revisionOf(rec.id);
      if (!here || (here.out && here.rec.rev === rec.rev)) continue;
      this.goOnFrom({ rec: here.rec.rev === rec.rev ? here.rec : rec, out: true });
      this.pending.add(rec.id);
    }
    return this.flush();
  }

  /** Look at what others have kept: at these, or at everything. What was typed here and is not kept stays. */
  refresh(ids: readonly string[] | null): Promise<void> {
    return this.next(async () => {
      const rows = ids ? await this.shelf.read(ids) : (await this.shelf.load()).rows;
      const news = inTurn(rows).filter((row) => !this.pending.has(row.rec.id) && !this.knows(row));
      if (news.length === 0) return;
      const changed = news.filter(({ rec }) => this.kept.get(rec.id)?.rec.rev !== rec.rev);
      this.know(news);
      this.onChanged(new Set(changed.map((row) => row.rec.id)));
      if (!this.isBehind) this.saving.value = this.rest();
    });
  }

  /** Remove everything, from the shelf and from here. Rejects when the shelf does not do it. */
  clear(): Promise<void> {
    this.stop();
    const done = this.queue.then(async () => {
      await this.shelf.clear();
      this.empty();
      this.onNews({ what: 'cleared' });
    });
    this.queue = done.catch(() => undefined);
    return done;
  }

  /** Let go of everything that is here. */
  forget(): Promise<void> {
    return this.next(() => Promise.resolve(this.empty()));
  }

  private empty(): void {
    this.stop();
    for (const one of [this.pending, this.flying, this.kept, this.ahead]) one.clear();
    this.patch = {};
    this.records.clear();
    this.saving.value = { state: 'empty', at: null };
  }

  private stop(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }

  /** One thing after the other; what goes wrong is told by `saving` and holds nothing up. */
  private next(work: () => Promise<void>): Promise<void> {
    this.queue = this.queue.then(work).catch((error: unknown) => this.complain(error));
    return this.queue;
  }

  private complain(error: unknown): void {
    if (this.isBehind) {
      this.saving.value = { state: 'failed', at: this.saving.peek().at, why: String(error) };
    }
    this.timer ??= setTimeout(() => void this.flush(), AGAIN);
  }

  private knows({ rec, out }: Row): boolean {
    const there = this.kept.get(rec.id);
    return there?.rec.rev === rec.rev && there.out === out && there.rec.updated === rec.updated;
  }

  private know(rows: readonly Row[]): void {
    for (const row of rows) {
      this.kept.set(row.rec.id, row);
      this.count = Math.max(this.count, row.nth + 1);
    }
    this.records.show(rows.map((row) => row.rec));
  }

  /** How it is when nothing is under way. */
  private rest(): Saving {
    const last = [...this.kept.values()].reduce((found, { rec }) => (rec.updated > found ? rec.updated : found), '');
    return last === '' ? { state: 'empty', at: null } : { state: 'saved', at: new Date(last) };
  }

  private async write(): Promise<void> {
    const isDue = this.isBehind;
    // copies that come of it are kept at once
    while (await this.writeRecords());
    if (isDue) this.saving.value = { state: this.isBehind ? 'saving' : 'saved', at: new Date() };
    await this.writeMeta();
  }

  /** Write what is due; whether copies came of it. */
  private async writeRecords(): Promise<boolean> {
    const ids = [...this.pending];
    const changes = ids.flatMap((id) => this.change(id));
    this.pending.clear();
    if (changes.length === 0) return false;
    for (const id of ids) this.flying.add(id);
    try {
      const clashes = await this.shelf.write(changes);
      this.flying.clear();
      this.settle(changes, clashes);
      this.onNews({ what: 'kept', ids: changes.map(({ row }) => row.rec.id) });
      return clashes.length > 0;
    } catch (error) {
      for (const id of this.flying) this.pending.add(id);
      this.flying.clear();
      throw error;
    }
  }

  private async writeMeta(): Promise<void> {
    const { patch } = this;
    if (Object.keys(patch).length === 0) return;
    this.patch = {};
    try {
      await this.shelf.writeMeta(patch);
    } catch (error) {
      this.patch = { ...patch, ...this.patch };
      throw error;
    }
    this.onNews({ what: 'meta' });
  }

  private change(id: string): Change[] {
    const revision = this.revisionOf(id);
    const before = this.kept.get(id);
    if (!revision) return [];
    const isAsBefore = before?.rec.rev === revision.rec.rev && before.out === revision.out;
    if (isAsBefore && sameWords(before.rec, revision.rec)) {
      this.ahead.delete(id);
      return [];
    }
    return [{ row: { ...revision, nth: before?.nth ?? this.count++ }, base: before?.rec.rev ?? null }];
  }

  /** Rows are kept: the next changes rest on them. What was typed meanwhile stays in sight. */
  private settle(changes: readonly Change[], clashes: readonly Row[]): void {
    const stuck = new Map(clashes.map((row) => [row.rec.id, row]));
    const done = changes.flatMap(({ row }) => (stuck.has(row.rec.id) ? [] : row));
    for (const row of done) {
      this.kept.set(row.rec.id, row);
      const ahead = this.ahead.get(row.rec.id)?.rec.rev;
      if (ahead === row.rec.rev || row.rec.ancestors.includes(ahead ?? '')) this.ahead.delete(row.rec.id);
    }
    this.records.show(done.map((row) => row.rec).filter((rec) => !this.pending.has(rec.id)));
    for (const row of clashes) this.keepBoth(row);
    if (clashes.length > 0) this.onChanged(new Set(stuck.keys()));
  }

  /** Somebody else changed the same record: theirs stays where it is, ours is kept beside it. */
  private keepBoth(theirs: Row): void {
    const { id } = theirs.rec;
    const ours = this.revisionOf(id)?.rec;
    this.kept.set(id, theirs);
    this.ahead.delete(id);
    // a change outlives a putting away
    if (ours && theirs.rec.deleted && !ours.deleted) {
      this.pending.add(id);
      return;
    }
    this.pending.delete(id);
    this.records.show([theirs.rec]);
    if (ours && !ours.deleted && !sameWords(ours, theirs.rec)) this.keepCopy(asCopy(ours));
  }

  private keepCopy(copy: Rec): void {
    // it may have been made before, and written in since
    if (this.records.peek(copy.id)) return;
    this.goOnFrom({ rec: copy, out: true });
    this.records.show([copy]);
    this.pending.add(copy.id);
  }
}
