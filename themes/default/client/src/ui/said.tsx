/** An answer as words, with no control: on paper, and wherever something is only to be read. */

import { type Body, parts, rows, says, type Json } from '../model/record';
import { MANY_PARTS, plain, said, saidIn } from '../model/said';
import type { Field, Item } from '../model/sheet';

/** The words alone; nothing where nothing was answered. */
export function Said({ field, value }: { readonly field: Field; readonly value: Json | undefined }) {
  if (!says(value)) return null;
  if (!MANY_PARTS.includes(field.kind)) return <p class="said voice">{said(field, value)}</p>;
  const body = { value: value ?? null };
  const kept = parts(body, 'value');
  const lines = rows(body, 'value').filter(says);
  if (lines.length > 0) {
    return (
      <div class="said-parts">
        {lines.map((row, index) => (
          <Cells key={index} columns={field.columns} row={row} />
        ))}
      </div>
    );
  }
  const items = field.items.filter((item) => says(kept[item.id]));
  if (items.length === 0) return <p class="said voice">{plain(value)}</p>;
  return (
    <div class={field.kind === 'ratings' && field.columns.length === 0 ? 'said-parts said-figures' : 'said-parts'}>
      {items.map((item) => (
        <div key={item.id}>
          <p>{item.label}</p>
          {field.columns.length > 0 ? (
            <Cells columns={field.columns} row={parts(kept, item.id)} />
          ) : (
            <p class="voice">{plain(kept[item.id])}</p>
          )}
        </div>
      ))}
    </div>
  );
}

/** What is answered in a row, each with the name of its column. */
function Cells({ columns, row }: { readonly columns: readonly Item[]; readonly row: Body }) {
  const [only] = columns;
  if (only && columns.length === 1) return <p class="cells-row voice">{saidIn(only, row[only.id])}</p>;
  return (
    <dl class="cells-row">
      {columns
        .filter((column) => says(row[column.id]))
        .map((column) => (
          <div class={`cell is-${column.kind}`} key={column.id}>
            <dt class="label">{column.label}</dt>
            <dd class="voice">{saidIn(column, row[column.id])}</dd>
          </div>
        ))}
    </dl>
  );
}
