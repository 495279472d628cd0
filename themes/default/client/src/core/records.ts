/** The records in memory, each a signal: a component that reads one follows it. */

import { batch, type Signal, signal } from '@preact/signals';
import type { Rec } from '../model/record';

export class Records {
  private readonly found = new Map<string, Signal<Rec>>();
  private readonly lists = new Map<string, Signal<readonly string[]>>();
  /** Moves when a record comes or all of them go: for whoever asked for one that was not there. */
  private readonly coming = signal(0);

  /** As it is; nothing follows. */
  peek(id: string): Rec | undefined {
    return this.found.get(id)?.peek();
  }

  /** As it is and as it will be. */
  follow(id: string): Rec | undefined {
    const one = this.found.get(id);
    if (one) return one.value;
    void this.coming.value;
    return undefined;
  }

  /** Those of a type, in the order they came; each is followed. */
  all(type: string): readonly Rec[] {
    return this.list(type).value.flatMap((id) => {
      const rec = this.follow(id);
      return rec?.type === type ? rec : [];
    });
  }

  every(): readonly Rec[] {
    return [...this.found.values()].map((one) => one.peek());
  }

  /** Show these records, new or changed. */
  show(recs: readonly Rec[]): void {
    batch(() => {
      const added = recs.filter((rec) => !this.set(rec));
      for (const type of new Set(added.map((rec) => rec.type))) {
        const list = this.list(type);
        const ids = added.filter((rec) => rec.type === type).map((rec) => rec.id);
        list.value = [...new Set([...list.peek(), ...ids])];
      }
      if (added.length > 0) this.coming.value++;
    });
  }

  clear(): void {
    batch(() => {
      for (const one of this.found.values()) one.value = { ...one.peek(), deleted: true };
      for (const list of this.lists.values()) list.value = [];
      this.found.clear();
      this.coming.value++;
    });
  }

  /** Whether it is on its list already. */
  private set(rec: Rec): boolean {
    const there = this.found.get(rec.id);
    const isListed = there?.peek().type === rec.type;
    if (there) there.value = rec;
    else this.found.set(rec.id, signal(rec));
    return isListed;
  }

  private list(type: string): Signal<readonly string[]> {
    const there = this.lists.get(type);
    if (there) return there;
    const made = signal<readonly string[]>([]);
    this.lists.set(type, made);
    return made;
  }
}
