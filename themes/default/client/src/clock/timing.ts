/**
 * What the clock needs to know of a pack, in the names of `pack.yaml`. The builder writes it into a
 * page as JSON (`builder/site/timing.py`); what is left out has the default of the model.
 */

export type Priority = 'must' | 'should' | 'could';
export type Outside = 'prepare' | 'follow-up';

export interface Timing {
  /** The number of people that the minutes are reckoned for. */
  readonly group: { readonly best: number };
  /** The stated total. */
  readonly minutes: number;
  readonly segments: readonly Segment[];
  readonly versions?: readonly Version[];
  readonly split?: Split;
}

export interface Segment {
  readonly id: string;
  readonly title: string;
  readonly kind: readonly string[];
  /** Who thinks together, in order; `all` where it is left out. */
  readonly grouping?: readonly string[];
  readonly minutes: number;
  readonly per?: 'person' | 'subgroup' | 'turn';
  /** The length of one turn, as M:SS. */
  readonly each?: string | undefined;
  readonly turns?: number | undefined;
  readonly least?: number;
  readonly most?: number;
  /** `should` where it is left out. */
  readonly priority?: Priority;
}

export interface Version {
  readonly name: string;
  readonly minutes: number;
  readonly changes?: readonly Change[];
}

export interface Change {
  readonly segment: string;
  /** `change` where it is left out. */
  readonly act?: 'change' | 'drop' | Outside;
  readonly minutes?: number;
  readonly each?: string;
  readonly turns?: number;
  readonly rest?: Outside;
}

export interface Split {
  /** The id of the last segment of the first meeting. */
  readonly after: string;
  readonly close: number;
  readonly re_entry: number;
  /** The lengths of the two meetings. */
  readonly minutes: readonly number[];
}
