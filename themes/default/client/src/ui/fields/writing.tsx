/** Words, days and figures: what a person writes, in the size and place where it is read. */

import { useState } from 'preact/hooks';
import { isDay } from '../../core/dates';
import { LONGEST } from '../../core/envelope';
import { t } from '../../core/words';
import { plain } from '../../model/said';
import type { Json } from '../../model/record';
import type { ControlProps } from '../field';

/**
 * A text that is a field: it grows with its twin, the same words in the same type, which is also
 * what the printer prints.
 */
export function Writing({
  id,
  value,
  lines,
  label,
  oneLine,
  onText,
  described,
}: {
  readonly id: string;
  readonly value: string;
  /** Ruled lines while it is empty. */
  readonly lines: number;
  readonly label?: string;
  readonly oneLine?: boolean;
  readonly onText: (text: string) => void;
  readonly described?: string;
}) {
  const stay = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && oneLine && !event.isComposing) event.preventDefault();
  };
  const put = (text: string): void => onText(oneLine ? text.replace(/\s*\n\s*/g, ' ') : text);
  return (
    <>
      <div class="writing voice">
        <textarea
          id={id}
          rows={value === '' ? Math.max(lines, 1) : 1}
          value={value}
          aria-label={label}
          aria-describedby={described}
          placeholder=" "
          maxLength={LONGEST}
          onKeyDown={stay}
          onInput={(event) => put(event.currentTarget.value)}
        />
        <div class="twin" aria-hidden="true">
          {`${value}\n`}
        </div>
      </div>
      {value.length < LONGEST ? null : (
        <p class="on-screen" role="status">
          {t('This answer is full: it holds {n} characters. What goes beyond is not taken; go on in another answer.', { n: LONGEST })}
        </p>
      )}
    </>
  );
}

/** A day by the browser's own field; words that are no day stay the words they are. */
export function DayField({ id, value, onValue, label, described }: Plain) {
  // a year being typed is a day of the year 2 first
  const words = value !== '' && !isDay(value) && !/^0\d{3}-/.test(value);
  return (
    <input
      class="voice day"
      id={id}
      {...(words ? ({ type: 'text' } as const) : ({ type: 'date' } as const))}
      value={value}
      aria-label={label}
      aria-describedby={described}
      onInput={(event) => onValue(event.currentTarget.value)}
    />
  );
}

/** A figure; what is typed and is none is kept as it was typed. */
export function Figure({ id, value, onValue, label, described }: Plain) {
  const [typed, setTyped] = useState<string | null>(null);
  const put = (text: string): void => {
    setTyped(text);
    const plainly = text.trim().replace(',', '.');
    onValue(/^-?\d+(\.\d+)?$/.test(plainly) ? Number(plainly) : text);
  };
  return (
    <input
      class="voice number-field"
      id={id}
      type="text"
      inputMode="decimal"
      maxLength={LONGEST}
      value={typed ?? value}
      aria-label={label}
      aria-describedby={described}
      onInput={(event) => put(event.currentTarget.value)}
      onBlur={() => setTyped(null)}
    />
  );
}

interface Plain {
  readonly id: string;
  readonly value: string;
  readonly onValue: (value: Json) => void;
  readonly label?: string;
  readonly described?: string;
}

/** The control of a field that is written. */
export function Written({ field, value, onValue, id }: ControlProps) {
  const described = `${id}-help ${id}-who`;
  const common = { id, value: plain(value), onValue, described };
  if (field.kind === 'date') return <DayField {...common} />;
  if (field.kind === 'number') {
    return (
      <span class="counted">
        <Figure {...common} /> {field.unit ? <span>{field.unit}</span> : null}
      </span>
    );
  }
  return (
    <Writing
      id={id}
      value={plain(value)}
      lines={field.lines}
      oneLine={field.kind === 'line'}
      onText={onValue}
      described={described}
    />
  );
}
