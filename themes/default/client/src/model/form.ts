/** A form of the workbook: the fields of one kind of record. */

import type { Field } from './sheet';

export interface Form {
  readonly type: string;
  /** What one of them is called. */
  readonly one: string;
  readonly fields: readonly Field[];
  /** The field that names the record it belongs to; such records go with it. */
  readonly of?: string;
  /** The field whose words stand for the whole in a list. */
  readonly title: string;
}

/** A field of a form by its id, which is known to be there. */
export function fieldOf(form: Form, id: string): Field {
  const found = form.fields.find((one) => one.id === id);
  if (!found) throw new Error(`${form.type} has no field ${id}`);
  return found;
}
