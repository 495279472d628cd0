/** A worksheet as its author wrote it. The workbook's own forms are made of the same fields. */

export type FieldKind =
  | 'line'
  | 'text'
  | 'date'
  | 'number'
  | 'choice'
  | 'many'
  | 'scale'
  | 'ratings'
  | 'checklist'
  | 'rows'
  | 'people'
  | 'ladder'
  | 'signature';

/** Who may see it: nobody else, one partner, or the group. */
export type Visibility = 'private' | 'partner' | 'group';

/** One line of a choice, checklist, rating table or ladder; or a column. */
export interface Item {
  readonly id: string;
  readonly label: string;
  /** What is written in it, where it is a column. */
  readonly kind: 'line' | 'date' | 'number' | 'choice' | 'scale';
  readonly options: readonly string[];
  readonly low: number;
  readonly high: number;
  /** A heading that consecutive items share. */
  readonly group: string;
}

export interface Field {
  readonly id: string;
  readonly kind: FieldKind;
  readonly label: string;
  readonly help: string;
  /** Ruled lines, or empty rows, on paper; the least room on screen. */
  readonly lines: number;
  readonly visibility: Visibility;
  /** For `choice`, `many` and `checklist`. */
  readonly options: readonly Item[];
  /** For `ratings` and `ladder`. */
  readonly items: readonly Item[];
  /** For `rows`, `people` and `signature`, always; for `ratings` where each item asks for several things. */
  readonly columns: readonly Item[];
  readonly low: number;
  readonly high: number;
  readonly low_label: string;
  readonly high_label: string;
  readonly unit: string;
}

export type ScoreKind = 'sum' | 'mean' | 'difference' | 'weighted-gap' | 'top';

export interface Score {
  readonly id: string;
  readonly label: string;
  readonly kind: ScoreKind;
  /** `field`, `field.item`, `field.column`, or the id of another score. */
  readonly of: readonly string[];
  /** How many must be answered for a mean. */
  readonly at_least: number | null;
  /** How many `top` lists; ties are kept. */
  readonly count: number;
  /** The rule as a person works it with a pencil. */
  readonly words: string;
}

export interface Carry {
  /** `sheet.field` of the sheet that has it already. */
  readonly from: string;
  /** The field of this sheet that takes it up. */
  readonly to: string;
}

export interface Sheet {
  /** `gap-review` for a shared sheet, `begin-well/slip` for a pack's own. */
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly audience: 'self' | 'pair' | 'group';
  readonly intro: string;
  readonly after: string;
  readonly repeatable: boolean;
  readonly language: string;
  /** The blank sheet's page, from the workbook; null where it is not in this folder. */
  readonly url: string | null;
  /** Packs that use it, by id. */
  readonly packs: readonly string[];
  readonly fields: readonly Field[];
  readonly scoring: readonly Score[];
  readonly carries: readonly Carry[];
}
