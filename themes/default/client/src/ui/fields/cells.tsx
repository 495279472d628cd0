/** Cells of tables: rows that repeat, people, signatures; columns beside items; rungs of a ladder. */

import { t } from '../../core/words';
import { parts, rows, type Body, type Json } from '../../model/record';
import { plain } from '../../model/said';
import type { Item } from '../../model/sheet';
import type { ControlProps } from '../field';
import { Button, useFocusOn } from '../parts';
import { figures } from './choosing';
import { changed, nth } from './words';
import { DayField, Figure, Writing } from './writing';

/** One cell, as its column asks, with its label above. */
export function Cell({
  column,
  value,
  onValue,
  id,
  of,
  hushed,
}: {
  readonly column: Item;
  readonly value: Json | undefined;
  readonly onValue: (value: Json) => void;
  readonly id: string;
  /** What the cell belongs to, in words. */
  readonly of: string;
  /** The label is heard and not seen: it stands above the whole table. */
  readonly hushed?: boolean;
}) {
  const common = { id, value: plain(value), onValue, label: `${of}: ${column.label}` };
  return (
    <div class={`cell is-${column.kind}`}>
      <label for={id} class={hushed ? 'hush' : undefined}>
        {column.label}
      </label>
      {cellControl(column, common)}
    </div>
  );
}

type Common = { id: string; value: string; onValue: (value: Json) => void; label: string };

function cellControl(column: Item, common: Common) {
  const { onValue, ...rest } = common;
  if (column.kind === 'date') return <DayField {...common} />;
  if (column.kind === 'number') return <Figure {...common} />;
  if (column.kind === 'line') return <Writing {...rest} lines={1} oneLine onText={onValue} />;
  const scale = column.kind === 'scale';
  const offered = scale ? figures(column.low, column.high).map(String) : column.options;
  const choose = (said: string): void => onValue(scale && said !== '' ? Number(said) : said);
  return (
    <select id={common.id} value={common.value} aria-label={common.label} onChange={(event) => choose(event.currentTarget.value)}>
      <option value="">–</option>
      {common.value === '' || offered.includes(common.value) ? null : <option>{common.value}</option>}
      {offered.map((one) => (
        <option key={one}>{one}</option>
      ))}
    </select>
  );
}

/** Rows that repeat: add, take away, move. */
export function Rows({ field, value, onValue, id }: ControlProps) {
  const kept = rows({ value: value ?? null }, 'value');
  const focusOn = useFocusOn();
  const shown = kept.length > 0 ? kept : [{}];
  const put = (at: number, { id: name, label }: Item, cell: Json): void =>
    onValue(
      shown.map((row, index) => (index === at ? { ...row, [name]: cell } : row)),
      `${nth(at + 1)}: ${changed(label)}`,
    );
  const add = (): void => {
    onValue([...shown, {}], t('line added'));
    focusOn(`${id}-${shown.length}-${field.columns[0]?.id ?? ''}`);
  };
  const move = (from: number, by: number): void => {
    onValue(moved(shown, from, by), t('line {n} moved', { n: from + 1 }));
    focusOn(`${id}-${from + by}-${by < 0 ? 'up' : 'down'}`);
  };
  const remove = (at: number): void => {
    onValue(
      shown.filter((_, index) => index !== at),
      t('line {n} taken away', { n: at + 1 }),
    );
    focusOn(`${id}-add`);
  };
  return (
    <div class="cells" id={id} role="group" aria-label={field.label} aria-describedby={`${id}-help ${id}-who`}>
      {shown.map((row, at) => (
        <div class="cells-row" role="group" aria-label={nth(at + 1)} key={at}>
          {field.columns.map((column) => (
            <Cell
              key={column.id}
              column={column}
              value={row[column.id]}
              onValue={(cell) => put(at, column, cell)}
              id={`${id}-${at}-${column.id}`}
              of={nth(at + 1)}
            />
          ))}
          <Moves id={`${id}-${at}`} n={at + 1} last={at === shown.length - 1} onMove={(by) => move(at, by)} onRemove={() => remove(at)} />
        </div>
      ))}
      <Button id={`${id}-add`} onClick={add} label={t('Add a line: {label}', { label: field.label })}>
        {t('Add a line')}
      </Button>
    </div>
  );
}

function Moves({
  id,
  n,
  last,
  onMove,
  onRemove,
}: {
  readonly id: string;
  readonly n: number;
  readonly last: boolean;
  readonly onMove: (by: number) => void;
  readonly onRemove: () => void;
}) {
  if (n === 1 && last) return null;
  return (
    <p class="moves">
      <button type="button" class="plain-button" id={`${id}-up`} aria-disabled={n === 1} aria-label={t('Line {n} up', { n })} onClick={() => n > 1 && onMove(-1)}>
        {t('up')}
      </button>
      <button type="button" class="plain-button" id={`${id}-down`} aria-disabled={last} aria-label={t('Line {n} down', { n })} onClick={() => !last && onMove(1)}>
        {t('down')}
      </button>
      <button type="button" class="plain-button" aria-label={t('Line {n}: take away', { n })} onClick={onRemove}>
        {t('take away')}
      </button>
    </p>
  );
}

/** The list with one of its rows moved up or down. */
export function moved(list: readonly Body[], from: number, by: number): readonly Body[] {
  const rest = list.filter((_, index) => index !== from);
  const row = list[from];
  return row ? [...rest.slice(0, from + by), row, ...rest.slice(from + by)] : list;
}

/** Each rung of a ladder in words. */
export function Ladder({ field, value, onValue, id }: ControlProps) {
  const kept = parts({ value: value ?? null }, 'value');
  return (
    <div class="rungs-fields" id={id} role="group" aria-label={field.label} aria-describedby={`${id}-help ${id}-who`}>
      {field.items.map((rung) => (
        <div class="rung" key={rung.id}>
          <label for={`${id}-${rung.id}`}>{rung.label}</label>
          <Writing
            id={`${id}-${rung.id}`}
            value={plain(kept[rung.id])}
            lines={1}
            onText={(words) => onValue({ ...kept, [rung.id]: words }, changed(rung.label))}
          />
        </div>
      ))}
    </div>
  );
}
