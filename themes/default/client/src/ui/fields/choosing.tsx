/** Choices: one of some, several of some, a figure of a scale. */

import { t } from '../../core/words';
import { figure, text, texts } from '../../model/record';
import type { Field, Item } from '../../model/sheet';
import type { ControlProps } from '../field';

const LONG = 28;

/** Few short answers stand in sight; many, or long ones, fold into a list. */
function folds({ options }: Field): boolean {
  return options.length > 6 || (options.length > 4 && options.some(({ label }) => label.length > LONG));
}

export function Choice(props: ControlProps) {
  const { field, value, onValue, id } = props;
  const chosen = text({ value: value ?? null }, 'value');
  const described = `${id}-help ${id}-who`;
  if (folds(field)) {
    const strange = chosen !== '' && !field.options.some((one) => one.id === chosen);
    return (
      <select id={id} value={chosen} aria-describedby={described} onChange={(event) => onValue(event.currentTarget.value)}>
        <option value="">–</option>
        {strange ? <option value={chosen}>{chosen}</option> : null}
        {field.options.map((one) => (
          <option key={one.id} value={one.id}>
            {one.label}
          </option>
        ))}
      </select>
    );
  }
  return (
    <div class="choose" id={id} role="radiogroup" aria-label={field.label} aria-describedby={described}>
      <ul class="options">
        {grouped(field.options, (one) => (
          <label>
            <input type="radio" name={id} checked={chosen === one.id} onChange={() => onValue(one.id)} />
            <span>{one.label}</span>
          </label>
        ))}
        {chosen === '' ? null : (
          <li>
            <Clear label={field.label} onClick={() => onValue('')} />
          </li>
        )}
      </ul>
    </div>
  );
}

export function Many({ field, value, onValue, id }: ControlProps) {
  const chosen = texts({ value: value ?? null }, 'value');
  const turn = (option: string, on: boolean): void => {
    const rest = chosen.filter((one) => one !== option);
    onValue(on ? [...rest, option] : rest);
  };
  const tall = field.kind === 'checklist' ? 'options upright' : 'options';
  return (
    <div id={id} role="group" aria-label={field.label} aria-describedby={`${id}-help ${id}-who`}>
      <ul class={tall}>
        {grouped(field.options, (one) => (
          <label>
            <input
              type="checkbox"
              checked={chosen.includes(one.id)}
              onChange={(event) => turn(one.id, event.currentTarget.checked)}
            />
            <span>{one.label}</span>
          </label>
        ))}
      </ul>
    </div>
  );
}

/** Items with the headings that some of them share. */
function grouped(items: readonly Item[], draw: (item: Item) => preact.JSX.Element) {
  return items.flatMap((one, index) => {
    const heading = one.group !== '' && one.group !== items[index - 1]?.group;
    return [
      heading ? (
        <li class="group-heading" key={`of ${one.id}`}>
          {one.group}
        </li>
      ) : null,
      <li key={one.id}>{draw(one)}</li>,
    ];
  });
}

export function Scale({ field, value, onValue, id }: ControlProps) {
  return (
    <div id={id} role="radiogroup" aria-label={field.label} aria-describedby={`${id}-help ${id}-who`}>
      <Rings
        name={id}
        label={field.label}
        low={field.low}
        high={field.high}
        value={figure({ value: value ?? null }, 'value')}
        onValue={onValue}
      />
      <Ends field={field} />
    </div>
  );
}

/** What the ends of a scale mean. */
export function Ends({ field }: { readonly field: Field }) {
  if (field.low_label === '' && field.high_label === '') return null;
  return (
    <p class="ends">
      <span>{field.low_label ? `${field.low}: ${field.low_label}` : null}</span>{' '}
      <span>{field.high_label ? `${field.high}: ${field.high_label}` : null}</span>
    </p>
  );
}

/** A row of rings, one for each figure, and a way to take the answer back. */
export function Rings({
  name,
  label,
  low,
  high,
  value,
  onValue,
}: {
  readonly name: string;
  readonly label: string;
  readonly low: number;
  readonly high: number;
  readonly value: number | null;
  readonly onValue: (value: number | null) => void;
}) {
  return (
    <div class="ringline">
      <div class="rings">
        {figures(low, high).map((n) => (
          <label key={n}>
            <input type="radio" name={name} checked={value === n} aria-label={`${label}: ${n}`} onChange={() => onValue(n)} />
            <span aria-hidden="true">{n}</span>
          </label>
        ))}
      </div>
      {value === null ? null : <Clear label={label} onClick={() => onValue(null)} />}
    </div>
  );
}

/** Takes an answer back; the keyboard goes to what was cleared. */
function Clear({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  const clear = (event: Event): void => {
    const group = (event.currentTarget as Element).closest('[role=radiogroup], .ringline');
    onClick();
    group?.querySelector<HTMLElement>('input')?.focus();
  };
  return (
    <button type="button" class="plain-button" aria-label={t('Clear: {label}', { label })} onClick={clear}>
      {t('clear')}
    </button>
  );
}

/** Every figure of a scale; not more than a page can hold, whatever a file says. */
export function figures(low: number, high: number): readonly number[] {
  const many = Math.min(Math.max(Math.floor(high) - Math.ceil(low) + 1, 0), 101);
  return Array.from({ length: many }, (_, index) => Math.ceil(low) + index);
}
