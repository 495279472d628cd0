/** A figure, or several answers, for each item of a list. */

import { Fragment } from 'preact';
import { figure, parts, type Json } from '../../model/record';
import type { Item } from '../../model/sheet';
import type { ControlProps } from '../field';
import { Cell } from './cells';
import { Ends, Rings } from './choosing';
import { changed } from './words';

export function Ratings({ field, value, onValue, id }: ControlProps) {
  const kept = parts({ value: value ?? null }, 'value');
  const put = ({ id: name, label }: Item, answer: Json): void =>
    onValue({ ...kept, [name]: answer }, changed(label));
  const only = field.columns.length === 1 ? field.columns[0] : undefined;
  return (
    <div class="ratings" id={id} role="group" aria-label={field.label} aria-describedby={`${id}-help ${id}-who`}>
      {field.columns.length > 0 ? null : <Ends field={field} />}
      {only ? <p class="label">{only.label}</p> : null}
      {field.items.map((item, index) => (
        <Fragment key={item.id}>
          {item.group !== '' && item.group !== field.items[index - 1]?.group ? (
            <p class="group-heading">{item.group}</p>
          ) : null}
          <div class="rating" role={field.columns.length > 0 ? 'group' : 'radiogroup'} aria-label={item.label}>
            <p class="rating-words">{item.label}</p>
            {field.columns.length > 0 ? (
              <div class="cells-row">
                {field.columns.map((column) => (
                  <Cell
                    key={column.id}
                    column={column}
                    value={parts(kept, item.id)[column.id]}
                    onValue={(cell) => put(item, { ...parts(kept, item.id), [column.id]: cell })}
                    id={`${id}-${item.id}-${column.id}`}
                    of={item.label}
                    hushed={only !== undefined}
                  />
                ))}
              </div>
            ) : (
              <Rings
                name={`${id}-${item.id}`}
                label={item.label}
                low={field.low}
                high={field.high}
                value={figure(kept, item.id)}
                onValue={(answer) => put(item, answer)}
              />
            )}
          </div>
        </Fragment>
      ))}
    </div>
  );
}
